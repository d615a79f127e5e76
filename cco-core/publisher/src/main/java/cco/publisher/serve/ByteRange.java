package cco.publisher.serve;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A requested range of a file (RFC 9110 section 14.1.2).
 *
 * @param first the first byte
 * @param last the last byte; less than {@code first} if the range starts beyond the end of the file
 */
record ByteRange(long first, long last) {

    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** Reads a {@code Range} header. Empty for several ranges or a malformed header, which the whole file answers. */
    static Optional<ByteRange> parse(String header, long size) {
        Matcher matcher = SINGLE.matcher(header == null ? "" : header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String first = matcher.group(1);
        String last = matcher.group(2);
        if (first.isEmpty()) {
            return last.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ByteRange(Math.max(0, size - Long.parseLong(last)), size - 1));
        }
        long begin = Long.parseLong(first);
        if (!last.isEmpty() && Long.parseLong(last) < begin) {
            return Optional.empty();
        }
        return Optional.of(new ByteRange(begin, last.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(last))));
    }

    boolean isSatisfiable() {
        return first <= last;
    }

    long length() {
        return last - first + 1;
    }
}
