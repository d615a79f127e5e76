package cco.core.install;

/**
 * What an installation records about an app besides the version. An update leaves both as they are.
 *
 * @param command the app's own command
 * @param source the keys and the source
 */
public record Registration(AppCommand command, SourceRecord source) {}
