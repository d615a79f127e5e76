/**
 * Draws, explains and guards the module graph. {@link cco.docs.Renew} writes {@code MODULES.md}, a page a module and
 * the golden texts from what the reactor has built; the tests refuse a build whose committed texts differ from that,
 * or whose sources break a house rule. No part of it is in the bundle.
 */
module cco.docs {
    requires java.xml; // reads in the poms what is built, and under which licence
}
