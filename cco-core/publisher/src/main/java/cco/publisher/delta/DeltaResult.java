package cco.publisher.delta;

import cco.core.model.Platform;
import cco.core.model.Version;

/**
 * What came of one delta.
 *
 * @param size of the delta in bytes
 * @param archiveSize of the whole archive in bytes
 * @param state whether clients get it
 */
public record DeltaResult(Version from, Platform platform, long size, long archiveSize, State state) {

    /** Whether a delta is published. */
    public enum State {
        PUBLISHED,
        ALREADY_PUBLISHED,
        /** It would save too little. */
        TOO_LARGE
    }
}
