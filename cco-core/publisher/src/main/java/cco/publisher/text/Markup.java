package cco.publisher.text;

import cco.core.model.Printable;

/**
 * Escapes foreign text for HTML, XML and Markdown. Control characters and characters that hide or reorder text are
 * removed first: no format can make them harmless.
 */
public final class Markup {

    private static final String MARKDOWN = "\\`*_{}[]<>#|&";

    private Markup() {}

    /** The text as the content or the quoted attribute of an element. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        Printable.line(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /** The text as plain words of a Markdown paragraph. */
    public static String markdown(String text) {
        StringBuilder escaped = new StringBuilder();
        Printable.line(text).codePoints().forEach(c -> {
            if (MARKDOWN.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(c);
        });
        return escaped.toString();
    }
}
