package cco.api;

/** An invalid setting. The host adds file and line to the message. */
public final class BadSettingException extends Exception {

    private static final long serialVersionUID = 1;

    private final String key;

    /**
     * Creates an exception for one setting.
     *
     * @param key the key in the plugin's own table
     * @param message what is wrong, in lower case and without a full stop
     */
    public BadSettingException(String key, String message) {
        super(message);
        this.key = key;
    }

    /** {@return the key in the plugin's own table} */
    public String key() {
        return key;
    }
}
