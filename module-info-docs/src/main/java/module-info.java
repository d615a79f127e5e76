/**
 * Draws, explains and guards the module graph. {@link cco.docs.Renew} writes {@code MODULES.md} and one golden text a
 * module from the jars that the reactor has built; the tests refuse a build whose committed texts differ from its jars,
 * or whose sources break a house rule. No part of it is in the bundle.
 */
module cco.docs {
    requires java.xml;
}
