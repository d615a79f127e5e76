package cco.cli.console;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of output with styled parts.
 *
 * @param indent the column where the line continues if it has to be wrapped
 */
public record Line(List<Part> parts, int indent) {

    /** A stretch of text in one style. */
    record Part(String text, Style style) {}

    /** Copies the list. */
    public Line {
        parts = List.copyOf(parts);
    }

    /** A line without styles. */
    public static Line of(String text) {
        return of(text, Style.PLAIN);
    }

    /** A line in one style. */
    public static Line of(String text, Style style) {
        return new Line(List.of(new Part(Sanitizer.line(text), style)), LineWrap.INDENT);
    }

    /** The line with another part at its end. */
    public Line plus(String text, Style style) {
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(Sanitizer.line(text), style));
        return new Line(more, indent);
    }

    /** The line with another part at its end. */
    public Line plus(String text) {
        return plus(text, Style.PLAIN);
    }

    /** The line, continued at this column if it has to be wrapped. */
    public Line indented(int column) {
        return new Line(parts, column);
    }

    /** What is printed. Styles are added after wrapping, because they take no room. */
    String render(OutputMode.Page page, int width) {
        StringBuilder plain = new StringBuilder();
        parts.forEach(part -> plain.append(part.text()));
        String text = plain.toString().stripTrailing();
        String laidOut = page == OutputMode.Page.PLAIN ? text : LineWrap.wrap(text, width, indent);
        return page == OutputMode.Page.COLOR ? painted(laidOut) : laidOut;
    }

    /** Wrapping only replaces spaces by line breaks, so the parts are found again in order. */
    private String painted(String laidOut) {
        StringBuilder painted = new StringBuilder();
        int start = 0;
        for (Part part : parts) {
            int end = start;
            for (char c : part.text().replace(" ", "").toCharArray()) {
                end = laidOut.indexOf(c, end) + 1;
            }
            painted.append(part.style().paint(laidOut.substring(start, end)));
            start = end;
        }
        return painted.append(laidOut.substring(start)).toString();
    }
}
