/**
 * The program {@code cco}: parses the command line, calls the engine, and reports the outcome to people and scripts.
 * No module requires it.
 */
module cco.cli {
    requires cco.core; // installs and updates
    requires cco.publisher; // publishes
    requires jcommander; // sets the options of commands

    // JCommander sets the annotated fields of these classes.
    opens cco.cli.command to
            jcommander;
    opens cco.cli.parse to
            jcommander;
}
