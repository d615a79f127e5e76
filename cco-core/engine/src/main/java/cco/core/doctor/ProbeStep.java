package cco.core.doctor;

import java.time.Duration;
import java.util.Locale;

/**
 * One step on the way to a file of a repository, gone to find where the network fails. None comes after one
 * that failed.
 */
public sealed interface ProbeStep {

    /** The steps in their order; a way has those that it needs. */
    enum Stage {
        /** What the configuration and the environment say about the way. */
        SETTINGS("settings"),
        /** The proxy's name is looked up. */
        PROXY_NAME("proxy name"),
        /** A connection to the proxy. */
        PROXY_CONNECT("proxy connection"),
        /** The proxy lets this user through to the server. */
        PROXY_TUNNEL("proxy tunnel"),
        /** The server's name is looked up. */
        NAME("name"),
        /** A connection to the server. */
        CONNECT("connection"),
        /** The server proves who it is. */
        TLS("encryption"),
        /** The server answers with the file. */
        HTTP("answer"),
        /** A repository without network is read. */
        FILE("file"),
        /** What was read is admitted by the app's trust mode. */
        TRUST("trust");

        private final String title;

        Stage(String title) {
            this.title = title;
        }

        /** As scripts read it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** As users read it. */
        @Override
        public String toString() {
            return title;
        }
    }

    Stage stage();

    /** How long it took. */
    Duration took();

    /**
     * A step that was made.
     *
     * @param detail what was found, without passwords
     */
    record Passed(Stage stage, String detail, Duration took) implements ProbeStep {}

    /**
     * The step that was not made, so that none came after it.
     *
     * @param reason lower case, without a full stop and without passwords
     * @param hint what to do
     */
    record Failed(Stage stage, String reason, String hint, Duration took) implements ProbeStep {}
}
