package cco.core.config;

import cco.core.env.ConfiguredProxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the network is reached, by the table {@code [network]} and the variables that all programs go by.
 *
 * @param timeout how long a silent server is waited for
 * @param proxy the configuration's, or else the environment's
 * @param exceptions hosts, domains and networks that are reached without it
 * @param caFile an absolute path to a PEM file; whether it exists is found out when it is used
 * @param systemCertificates the PEM file that takes the place of the operating system's store, if one does
 */
public record NetworkConfig(
        Duration timeout,
        Optional<ConfiguredProxy> proxy,
        List<String> exceptions,
        Optional<Path> caFile,
        Optional<Path> systemCertificates) {

    public NetworkConfig {
        exceptions = List.copyOf(exceptions);
    }
}
