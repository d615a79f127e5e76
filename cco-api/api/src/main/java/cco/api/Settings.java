package cco.api;

import java.util.List;
import java.util.Optional;

/** One table of the user's configuration, and the environment variables that go with it, read-only. */
public interface Settings {

    /**
     * The value of a key that holds text.
     *
     * @throws BadSettingException if the key holds something else
     */
    Optional<String> text(String key) throws BadSettingException;

    /**
     * The values of a key that holds a list of texts; a single text counts as a list of one, an absent key as none.
     *
     * @throws BadSettingException if the key holds something else
     */
    List<String> texts(String key) throws BadSettingException;

    /**
     * The value of an environment variable, if it is one of the source's {@link ChannelSource#variables}.
     *
     * @return nothing if it is unset or empty
     */
    default Optional<String> variable(String name) {
        return Optional.empty();
    }
}
