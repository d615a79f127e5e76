package cco.publisher.upload;

import cco.publisher.project.Destination;
import java.util.Locale;

/**
 * The state that a destination serves, compared with the repository.
 *
 * @param serial of the manifest there; 0 without one
 * @param timestamp the version of the timestamp there; 0 without one
 * @param state how it compares
 * @param message why it is foreign; empty otherwise
 */
public record DestinationStatus(Destination destination, long serial, long timestamp, State state, String message) {

    /** How a destination compares with the repository. */
    public enum State {
        EMPTY,
        CURRENT,
        BEHIND,
        /** It knows something that the repository does not. */
        FOREIGN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
