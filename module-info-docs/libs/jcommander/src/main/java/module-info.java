/** JCommander, the command-line parser of {@code cco.cli}, under its automatic name. */
module jcommander {
    exports com.beust.jcommander;
    exports com.beust.jcommander.converters;
    exports com.beust.jcommander.validators;
}
