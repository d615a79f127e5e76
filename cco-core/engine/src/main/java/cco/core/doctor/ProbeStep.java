package cco.core.doctor;

import java.time.Duration;
import java.util.Locale;

/** One step of a network probe. The first failure ends the probe. */
public sealed interface ProbeStep {

    /** The steps in order; a probe skips those that its route does not need. */
    enum Stage {
        /** The network settings of the configuration and the environment. */
        SETTINGS("settings"),
        /** Resolving the proxy's name. */
        PROXY_NAME("proxy name"),
        /** Connecting to the proxy. */
        PROXY_CONNECT("proxy connection"),
        /** The proxy's tunnel to the server. */
        PROXY_TUNNEL("proxy tunnel"),
        /** Resolving the server's name. */
        NAME("name"),
        /** Connecting to the server. */
        CONNECT("connection"),
        /** The TLS handshake and the server's certificate. */
        TLS("encryption"),
        /** The server's response. */
        HTTP("answer"),
        /** Reading a repository that needs no network. */
        FILE("file"),
        /** The app's trust mode. */
        TRUST("trust");

        private final String title;

        Stage(String title) {
            this.title = title;
        }

        /** {@return the name in JSON output} */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The name in text output. */
        @Override
        public String toString() {
            return title;
        }
    }

    /** {@return the place of the step in the probe} */
    Stage stage();

    /** {@return the time that the step took} */
    Duration duration();

    /**
     * A step that succeeded.
     *
     * @param stage the place of the step in the probe
     * @param detail the result, without passwords
     * @param duration the time that the step took
     */
    record Passed(Stage stage, String detail, Duration duration) implements ProbeStep {}

    /**
     * A step that failed.
     *
     * @param stage the place of the step in the probe
     * @param reason lower case, no full stop, no passwords
     * @param hint what the user can do
     * @param duration the time until the failure
     */
    record Failed(Stage stage, String reason, String hint, Duration duration) implements ProbeStep {}
}
