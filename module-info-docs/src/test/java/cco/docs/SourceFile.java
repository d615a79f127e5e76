package cco.docs;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text file of the source tree.
 *
 * @param path relative to the root, with slashes
 */
record SourceFile(String path, String text) {

    private static final Pattern NO_CODE = Pattern.compile("""
            //[^\\n]*\
            |(?s:/\\*.*?\\*/)\
            |\"""(?:[^"\\\\]++|\\\\[\\s\\S]|"(?!""))*+\"""\
            |"(?:[^"\\\\\\n]++|\\\\.)*+"\
            |'(?:[^'\\\\\\n]|\\\\.)++'""");

    boolean isJava() {
        return path.endsWith(".java");
    }

    boolean isMain() {
        return isJava() && path.contains("src/main/java/");
    }

    boolean isTest() {
        return isJava() && path.contains("src/test/java/");
    }

    boolean isScript() {
        return text.startsWith("#!");
    }

    boolean isLibrary() {
        return path.startsWith("module-info-docs/libs/");
    }

    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The text with comments and literals replaced by blanks, so that offsets stay valid. */
    String code() {
        return NO_CODE.matcher(text).replaceAll(match -> match.group().replaceAll("[^\\n]", " "));
    }

    int lineCount() {
        return (int) text.lines().count();
    }

    /** The path and line of an offset, as editors and terminals link them. */
    String at(int offset) {
        return path + ":"
                + (1 + text.substring(0, offset).chars().filter(c -> c == '\n').count());
    }

    /** All matches in the code, without comments and literals. */
    List<String> inCode(Pattern pattern) {
        return places(pattern.matcher(code()));
    }

    /** All matches in the text, comments and literals included. */
    List<String> inText(Pattern pattern) {
        return places(pattern.matcher(text));
    }

    private List<String> places(Matcher matcher) {
        return matcher.results().map(this::place).toList();
    }

    private String place(MatchResult match) {
        return at(match.start()) + ": " + match.group().strip();
    }
}
