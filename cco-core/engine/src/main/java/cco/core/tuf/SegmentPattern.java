package cco.core.tuf;

import java.util.ArrayList;
import java.util.List;

/**
 * One segment of a path pattern, in the syntax of Unix shells: {@code *} any text, {@code ?} one character,
 * {@code [a-z]} one of these, {@code [!a-z]} one of the others. A bracket that is never closed stands for itself.
 *
 * <p>Matching backtracks to the last star only, so its cost is at most the product of both lengths.
 */
record SegmentPattern(List<Element> tokens) {

    /** One character of the pattern, or what stands for it. */
    private sealed interface Element {

        boolean matches(int codePoint);
    }

    private record Star() implements Element {
        @Override
        public boolean matches(int codePoint) {
            return true;
        }
    }

    private record AnyCharacter() implements Element {
        @Override
        public boolean matches(int codePoint) {
            return true;
        }
    }

    private record Literal(int character) implements Element {
        @Override
        public boolean matches(int codePoint) {
            return codePoint == character;
        }
    }

    private record Range(int first, int last) {}

    private record CharacterSet(List<Range> ranges, boolean negated) implements Element {
        @Override
        public boolean matches(int codePoint) {
            boolean listed = ranges.stream().anyMatch(range -> range.first() <= codePoint && codePoint <= range.last());
            return listed != negated;
        }
    }

    static SegmentPattern of(String glob) {
        int[] text = glob.codePoints().toArray();
        List<Element> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length) {
            int end = text[at] == '[' ? closing(text, at) : -1;
            if (end > 0) {
                tokens.add(characterSet(text, at + 1, end));
                at = end + 1;
            } else {
                tokens.add(token(text[at++]));
            }
        }
        return new SegmentPattern(tokens);
    }

    private static Element token(int character) {
        return switch (character) {
            case '*' -> new Star();
            case '?' -> new AnyCharacter();
            default -> new Literal(character);
        };
    }

    /** The index of the bracket that ends a set, or -1. A bracket that comes first in the set belongs to it. */
    private static int closing(int[] text, int open) {
        int at = open + 1;
        if (at < text.length && text[at] == '!') {
            at++;
        }
        for (at++; at < text.length; at++) {
            if (text[at] == ']') {
                return at;
            }
        }
        return -1;
    }

    private static CharacterSet characterSet(int[] text, int start, int end) {
        boolean negated = text[start] == '!';
        List<Range> ranges = new ArrayList<>();
        int at = negated ? start + 1 : start;
        while (at < end) {
            boolean range = at + 2 < end && text[at + 1] == '-';
            ranges.add(new Range(text[at], text[range ? at + 2 : at]));
            at += range ? 3 : 1;
        }
        return new CharacterSet(ranges, negated);
    }

    boolean matches(String segment) {
        int[] text = segment.codePoints().toArray();
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = -1;
        while (at < text.length) {
            if (in < tokens.size() && tokens.get(in) instanceof Star) {
                star = in++;
                resume = at;
            } else if (in < tokens.size() && tokens.get(in).matches(text[at])) {
                in++;
                at++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        return tokens.subList(in, tokens.size()).stream().allMatch(Star.class::isInstance);
    }
}
