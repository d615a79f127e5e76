package cco.api;

/** A setting that cannot be used. The host adds the file and the line. */
public final class BadSettingException extends Exception {

    private static final long serialVersionUID = 1;

    private final String key;

    /**
     * @param key the key inside the plugin's own table
     * @param message what is wrong with it, lower case, no full stop
     */
    public BadSettingException(String key, String message) {
        super(message);
        this.key = key;
    }

    /** The key inside the plugin's own table. */
    public String key() {
        return key;
    }
}
