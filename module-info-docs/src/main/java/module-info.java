/**
 * Documents and checks the module graph.
 *
 * <p>{@link cco.docs.Renew} writes {@code MODULES.md}, a page per module and the golden texts from the built jars. The
 * tests fail if the committed files differ from the build, or if the sources break a house rule. The bundle does not
 * contain this module.
 */
module cco.docs {
    requires java.xml; // reads modules and licenses from the poms
}
