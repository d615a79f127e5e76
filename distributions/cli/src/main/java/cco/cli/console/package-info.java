/**
 * Output and input.
 *
 * <p>{@link cco.cli.console.OutputMode} decides once how to print: for a person or a script, in color or not, with
 * questions or not. {@link cco.cli.console.Console} alone writes to standard output and standard error. All text is
 * sanitized first, because releases and error messages contain text from elsewhere.
 */
package cco.cli.console;
