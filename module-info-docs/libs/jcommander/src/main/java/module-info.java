/** JCommander under its automatic name. It reads the command line of {@code cco.cli}; nothing else requires it. */
module jcommander {
    exports com.beust.jcommander;
    exports com.beust.jcommander.converters;
    exports com.beust.jcommander.validators;
}
