package cco.docs;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Converts the first Javadoc comment of a source file to Markdown. */
final class Javadoc {

    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern LINE_START = Pattern.compile("(?m)^\\s*\\* ?");
    private static final Pattern TAGS = Pattern.compile("(?m)^@");
    private static final Pattern SENTENCE = Pattern.compile("(.+?[.!?])(?:\\s.*|$)");
    private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)?\\s+(?:[a-z]\\w*[./])*([^\\s}]+)[^}]*}");
    private static final Pattern CODE = Pattern.compile("\\{@(?:code|literal)\\s+([^}]*)}");

    private Javadoc() {}

    /** The paragraphs, each on one line; empty without a Javadoc comment. */
    static List<String> paragraphs(String source) {
        Matcher comment = COMMENT.matcher(source);
        if (!comment.find()) {
            return List.of();
        }
        String text = LINE_START.matcher(comment.group(1)).replaceAll("");
        return Stream.of(TAGS.split(text, 2)[0].split("<p>"))
                .map(Javadoc::markdown)
                .toList();
    }

    /** The summary sentence; empty without a Javadoc comment. */
    static String firstSentence(String source) {
        return paragraphs(source).stream()
                .limit(1)
                .map(text -> SENTENCE.matcher(text).replaceFirst("$1"))
                .findFirst()
                .orElse("");
    }

    private static String markdown(String javadoc) {
        String text = javadoc.strip().replaceAll("\\s+", " ");
        text = LINK.matcher(text).replaceAll("`$1`");
        text = CODE.matcher(text).replaceAll("`$1`");
        return text.replaceAll("</?em>", "*").replaceAll("</?(b|strong)>", "**");
    }
}
