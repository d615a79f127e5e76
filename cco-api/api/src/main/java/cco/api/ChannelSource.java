package cco.api;

import java.util.List;
import java.util.Set;

/**
 * A kind of place that holds release repositories, such as HTTPS mirrors, a folder or a hosting service.
 *
 * <p>The host requests the {@linkplain #origins origins} once. It then reads documents and archives from the first
 * origin whose content the trust mode accepts. Everything from a source is untrusted. A source never verifies, retries,
 * caches or unpacks anything.
 *
 * <p>Several threads may use a source and its origins, for different apps.
 */
public interface ChannelSource {

    /** {@return the name in the configuration, {@code [sources.<id>]}: lower-case letters, digits and dashes} */
    String id();

    /**
     * Returns the settings that this source reads from its table.
     *
     * <p>cco reports any other key in the table as an error. It masks the values of {@code token}, {@code password},
     * {@code passphrase} and {@code secret}, and of keys that end in an underscore and one of these words.
     *
     * @return the keys
     */
    Set<String> keys();

    /** {@return the environment variables that this source reads, such as one for a token} */
    default Set<String> variables() {
        return Set.of();
    }

    /**
     * Reads the settings and returns the repositories to try, without opening anything.
     *
     * @param settings the table of this source
     * @return the repositories, best first
     * @throws BadSettingException if a required setting is missing or a value is invalid
     */
    List<Origin> origins(Settings settings) throws BadSettingException;
}
