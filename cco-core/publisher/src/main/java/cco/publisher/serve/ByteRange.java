package cco.publisher.serve;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of a file, as a client asks for it (RFC 9110 section 14.1.2).
 *
 * @param first the first byte
 * @param last the last byte, less than {@code first} if the file has none of the bytes that were asked for
 */
record ByteRange(long first, long last) {

    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** Nothing if the header asks for several ranges or cannot be read: the whole file is the right answer to both. */
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
