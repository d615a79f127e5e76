package cco.core.plugin;

/** The reason why cco does not use a plugin: one clause, in lower case, without its name. */
final class PluginRefusedException extends Exception {

    private static final long serialVersionUID = 1;

    PluginRefusedException(String reason) {
        super(reason);
    }

    PluginRefusedException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
