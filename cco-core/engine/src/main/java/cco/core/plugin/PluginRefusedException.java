package cco.core.plugin;

/** Why a drop-in is not used: one clause, lower case, without its name. It never leaves this package. */
final class PluginRefusedException extends Exception {

    private static final long serialVersionUID = 1;

    PluginRefusedException(String reason) {
        super(reason);
    }

    PluginRefusedException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
