/**
 * Generates the committed pages and golden texts from the built jars.
 *
 * <p>{@link cco.docs.Reactor} finds the modules, {@link cco.docs.ModuleGraph} relates them, and {@link
 * cco.docs.Libraries} finds the third-party libraries among them. {@link cco.docs.IndexPage} and {@link
 * cco.docs.ModulePage} describe them for readers, {@link cco.docs.Mermaid} draws their graph, {@link
 * cco.docs.GoldenText} and {@link cco.docs.ApiText} record descriptors and signatures for reviews. {@link
 * cco.docs.CommittedTexts} compares all of it with the committed files.
 *
 * <p>No class here names a module of cco or a library: new ones are read from the root pom or from the bundle.
 */
package cco.docs;
