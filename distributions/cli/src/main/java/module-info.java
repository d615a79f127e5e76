/**
 * The program {@code cco}: it reads the command line, asks the engine, and tells what happened, to people and to
 * machines. Nothing requires it.
 */
module cco.cli {
    requires cco.core;
    requires jcommander;

    // JCommander sets the options that are declared on the command classes.
    opens cco.cli.command to jcommander;
}
