package cco.api;

import java.util.List;
import java.util.Set;

/**
 * A place that holds release repositories: plain HTTPS mirrors, a directory, a hosting service.
 *
 * <p>The host asks once for the {@linkplain #origins origins}, then reads documents and archives from the first of them
 * that serves what the trust mode accepts. Whatever a source yields is untrusted; a source never verifies, retries,
 * caches or unpacks anything.
 */
public interface ChannelSource {

    /** The name in the configuration, {@code [sources.<id>]}: lower-case letters, digits and dashes. */
    String id();

    /**
     * The settings that this source reads from its table; a key that is not named here is an error of the user's. What
     * is in {@code token}, {@code password}, {@code passphrase} or {@code secret}, or in a key that ends in one of them
     * after an underscore, is not shown to anybody.
     */
    Set<String> keys();

    /** The environment variables that this source reads, such as one that holds a token. */
    default Set<String> variables() {
        return Set.of();
    }

    /**
     * Reads the source's settings and names the repositories to try, best first. Opens nothing.
     *
     * @throws BadSettingException if a required setting is missing or a value cannot be used
     */
    List<Origin> origins(Settings settings) throws BadSettingException;
}
