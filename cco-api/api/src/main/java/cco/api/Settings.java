package cco.api;

import java.util.List;
import java.util.Optional;

/** The settings of one source: its table in the configuration, and its environment variables. */
public interface Settings {

    /**
     * Returns the text of a key.
     *
     * @param key the key in the table
     * @return the text; empty if the key is missing
     * @throws BadSettingException if the value is not a text
     */
    Optional<String> text(String key) throws BadSettingException;

    /**
     * Returns the texts of a key that holds a list or a single text.
     *
     * @param key the key in the table
     * @return the texts; empty if the key is missing
     * @throws BadSettingException if the value is neither
     */
    List<String> texts(String key) throws BadSettingException;

    /**
     * Returns the value of an environment variable from {@link ChannelSource#variables}.
     *
     * @param name the name of the variable
     * @return the value; empty if the variable is unset, empty or not declared
     */
    default Optional<String> variable(String name) {
        return Optional.empty();
    }
}
