/**
 * From words to an exit code: {@link cco.cli.command.Program} has the {@link cco.cli.command.CommandLine} find the
 * command and fill in its options, gives it a {@link cco.cli.command.CommandContext} with the engine and the console,
 * and
 * turns what comes out of it, an outcome or an error, into an {@link cco.cli.report.ExitCode}. Only the chosen
 * command is made, as the reading of options takes a good part of the time that a short command has. Whatever is
 * wrong with the words is found before anything is touched.
 */
package cco.cli.command;
