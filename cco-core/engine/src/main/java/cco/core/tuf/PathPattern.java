package cco.core.tuf;

import java.util.Arrays;
import java.util.List;

/**
 * A {@code PATHPATTERN} of a delegation (TUF 4.5): {@code *}, {@code ?} and {@code [...]} stand for characters of one
 * segment, never for a slash.
 */
record PathPattern(List<SegmentPattern> segments) {

    static PathPattern of(String glob) {
        return new PathPattern(
                Arrays.stream(glob.split("/", -1)).map(SegmentPattern::of).toList());
    }

    boolean matches(String path) {
        String[] parts = path.split("/", -1);
        if (parts.length != segments.size()) {
            return false;
        }
        for (int part = 0; part < parts.length; part++) {
            if (!segments.get(part).matches(parts[part])) {
                return false;
            }
        }
        return true;
    }
}
