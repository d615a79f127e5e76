package cco.docs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The functions and named types of a Java source, found by its braces.
 *
 * <p>A function is code directly in a type: a method, constructor, initializer, or the lambda of a field.
 */
final class CodeBlocks {

    private static final Pattern NAMED_TYPE =
            Pattern.compile("(?<![.\\w])(?:class|interface|enum|record)\\s+\\w+[<(\\s]");
    private static final Pattern NEW = Pattern.compile("\\bnew\\s+[\\w.]+\\s*(?:<[^()]*>)?\\s*");
    private static final Pattern ANNOTATIONS =
            Pattern.compile("(?:\\s*+@(?!interface)[\\w.]++(?:\\((?:[^()]++|\\([^()]*+\\))*+\\))?+)*+\\s*+");

    private enum Kind {
        TYPE,
        CODE,
        ARRAY
    }

    private record Block(Kind kind, int header, int brace) {}

    /**
     * The offsets of a function or type.
     *
     * @param header the start of its declaration, comments and annotations included
     * @param brace the opening brace of its body
     * @param end the closing brace
     */
    record Span(int header, int brace, int end) {}

    private final String code;
    private final Deque<Block> open = new ArrayDeque<>();
    private final List<Span> functions = new ArrayList<>();
    private final List<Span> namedTypes = new ArrayList<>();

    private CodeBlocks(String code) {
        this.code = code;
        int header = 0;
        for (int i = 0; i < code.length(); i++) {
            switch (code.charAt(i)) {
                case ';' -> header = i + 1;
                case '{' -> {
                    open.push(new Block(kind(code.substring(header, i) + ' '), header, i));
                    header = i + 1;
                }
                case '}' -> header = close(open.pop(), i);
                default -> {}
            }
        }
    }

    /** Parses code without comments and literals, as {@link SourceFile#code} returns it. */
    static CodeBlocks of(String code) {
        return new CodeBlocks(code);
    }

    List<Span> functions() {
        return functions;
    }

    List<Span> namedTypes() {
        return namedTypes;
    }

    /** The lines of a function from its declaration to its closing brace, without annotations. */
    int lines(Span function) {
        Matcher annotations = ANNOTATIONS.matcher(code).region(function.header(), function.brace());
        int start = annotations.lookingAt() ? annotations.end() : function.header();
        return 1
                + (int) code.substring(start, function.end())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /** Returns the start of the next header. An array initializer stays part of the header around it. */
    private int close(Block block, int end) {
        Span span = new Span(block.header(), block.brace(), end);
        String header = code.substring(block.header(), block.brace()) + ' ';
        if (block.kind() == Kind.TYPE && NAMED_TYPE.matcher(header).find()) {
            namedTypes.add(span);
        }
        if (block.kind() == Kind.CODE && surrounding() == Kind.TYPE) {
            functions.add(span);
        }
        return block.kind() == Kind.ARRAY ? block.header() : end + 1;
    }

    private Kind surrounding() {
        return open.stream()
                .map(Block::kind)
                .filter(kind -> kind != Kind.ARRAY)
                .findFirst()
                .orElse(null);
    }

    private Kind kind(String header) {
        String before = header.strip();
        if (before.isEmpty()) {
            return !open.isEmpty() && open.peek().kind() == Kind.ARRAY ? Kind.ARRAY : Kind.CODE;
        }
        if (before.matches("(?s).*(?:[=(,\\]]|\\bdefault)")) {
            return Kind.ARRAY;
        }
        return NAMED_TYPE.matcher(header).find() || isAnonymousType(before) ? Kind.TYPE : Kind.CODE;
    }

    /** Whether the header ends in {@code new Name(…)}. */
    private static boolean isAnonymousType(String header) {
        int depth = 0;
        for (int i = header.length() - 1; i >= 0 && header.endsWith(")"); i--) {
            depth += switch (header.charAt(i)) {
                case ')' -> 1;
                case '(' -> -1;
                default -> 0;
            };
            if (depth == 0) {
                String before = header.substring(0, i);
                int name = before.lastIndexOf("new ");
                return name >= 0 && NEW.matcher(before.substring(name)).matches();
            }
        }
        return false;
    }
}
