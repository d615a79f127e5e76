package cco.core.config;

import cco.core.env.Env;
import cco.core.http.ProxySettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The environment variables for proxies and certificates that curl and OpenSSL read too. */
record NetworkVariables(Env env) {

    /** {@code http_proxy} is missing on purpose: only https goes through a proxy. */
    private static final List<String> PROXY = List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");

    /** The proxy of the first variable that is set. */
    Optional<ProxySettings> proxy(List<String> exceptions) {
        return PROXY.stream()
                .flatMap(name -> env.variable(name).map(url -> new ProxySettings(url, name, exceptions)).stream())
                .findFirst();
    }

    /** The hosts in {@code no_proxy} or {@code NO_PROXY}, which also apply to a proxy from the configuration. */
    List<String> noProxy() {
        return env.variable("no_proxy").or(() -> env.variable("NO_PROXY")).stream()
                .flatMap(hosts -> Arrays.stream(hosts.split("[,\\s]+")))
                .filter(host -> !host.isEmpty())
                .toList();
    }

    /** {@code NETRC}, or else {@code .netrc} in the home folder ({@code _netrc} on Windows). */
    Optional<Path> netrc() {
        String name = env.isWindows() ? "_netrc" : ".netrc";
        return env.absolute("NETRC").or(() -> env.home().map(home -> home.resolve(name)));
    }

    /** {@code SSL_CERT_FILE}, which replaces the operating system's certificates. */
    Optional<Path> certificates() {
        return env.absolute("SSL_CERT_FILE");
    }
}
