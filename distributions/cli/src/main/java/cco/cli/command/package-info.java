/**
 * The commands, one class each.
 *
 * <p>{@link cco.cli.command.Program} lets {@link cco.cli.command.CommandLine} find the command and set its options,
 * gives it a {@link cco.cli.command.CommandContext} with the engine and the console, and turns its outcome or error
 * into
 * an {@link cco.cli.report.ExitCode}. Only the chosen command is created, because parsing options takes a good part
 * of a
 * short run. Mistakes in the command line are found before anything is touched.
 */
package cco.cli.command;
