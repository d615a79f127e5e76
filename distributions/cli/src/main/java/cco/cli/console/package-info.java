/**
 * What the user sees. {@link cco.cli.console.OutputMode} settles once how to speak: to a person or to a machine, in
 * colour or not, with questions or not. {@link cco.cli.console.Console} then is the only one to write to standard
 * output and standard error. Whatever it prints was made harmless first, as releases and error messages carry text of
 * strangers.
 */
package cco.cli.console;
