/**
 * The program {@code cco}: it reads the command line, asks the engine, and tells what happened, to people and to
 * machines. Nothing requires it.
 */
module cco.cli {
    requires cco.core; // does what the command line asks for
    requires cco.publisher; // does what publishers ask for
    requires jcommander; // reads the options and their values into the commands

    // JCommander sets the options that are declared on the command classes.
    opens cco.cli.command to
            jcommander;
    opens cco.cli.parse to
            jcommander;
}
