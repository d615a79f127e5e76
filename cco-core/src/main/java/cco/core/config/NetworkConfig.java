package cco.core.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The table {@code [network]}.
 *
 * @param timeout how long a silent server is waited for
 * @param proxy an http or https address with a host, perhaps with user name and password
 * @param caFile an absolute path to a PEM file; whether it exists is found out when it is used
 */
public record NetworkConfig(Duration timeout, Optional<URI> proxy, Optional<Path> caFile) {}
