/**
 * From jars to committed texts: {@link cco.docs.Reactor} finds the modules, {@link cco.docs.ModuleGraph} relates them,
 * {@link cco.docs.ModulesPage} explains them to people, {@link cco.docs.GoldenText} pins what each one promises.
 * Nothing here names a module of cco: a new one is picked up from the root pom.
 */
package cco.docs;
