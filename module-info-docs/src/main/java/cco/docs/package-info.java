/**
 * From jars to committed texts: {@link cco.docs.Reactor} finds the modules, {@link cco.docs.ModuleGraph} relates them,
 * {@link cco.docs.Libraries} finds the strangers among them; {@link cco.docs.IndexPage} and {@link cco.docs.ModulePage}
 * explain them to people, {@link cco.docs.SvgPicture} draws them, {@link cco.docs.GoldenText} and {@link
 * cco.docs.ApiText} pin what each one promises. {@link cco.docs.CommittedTexts} holds all these against the tree.
 *
 * <p>Nothing here names a module of cco or a library: a new one is picked up from the root pom or from the bundle.
 */
package cco.docs;
