package cco.cli.console;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows of text in aligned columns, two spaces apart. */
public final class Table {

    private static final int GAP = 2;

    /** A last column that is narrower than this is not worth wrapping. */
    private static final int LEAST_WIDTH = 12;

    private final List<Row> rows = new ArrayList<>();

    private record Row(List<String> cells, Style style) {}

    /** A table with these column titles. */
    public Table(String... titles) {
        row(Style.BOLD, titles);
    }

    /** Adds a row with as many cells as there are titles. */
    public void row(String... cells) {
        row(Style.PLAIN, cells);
    }

    /** Adds a row whose first cell has this style; the titles have it everywhere. */
    public void row(Style style, String... cells) {
        List<String> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(Sanitizer.line(cell));
        }
        rows.add(new Row(row, style));
    }

    /** The lines of the table; the last column continues below itself if the terminal is too narrow. */
    List<Line> lines(int width) {
        List<Integer> widths = widths();
        int last = widths.stream()
                .limit(widths.size() - 1)
                .mapToInt(column -> column + GAP)
                .sum();
        int indent = last + LEAST_WIDTH <= width ? last : LineWrap.INDENT;
        return rows.stream().map(row -> line(row, widths).indented(indent)).toList();
    }

    private List<Integer> widths() {
        List<Integer> widths =
                new ArrayList<>(Collections.nCopies(rows.getFirst().cells().size(), 0));
        for (Row row : rows) {
            for (int column = 0; column < widths.size(); column++) {
                widths.set(
                        column,
                        Math.max(widths.get(column), row.cells().get(column).length()));
            }
        }
        return widths;
    }

    private Line line(Row row, List<Integer> widths) {
        boolean titles = row == rows.getFirst();
        Line line = new Line(List.of(), 0);
        for (int column = 0; column < row.cells().size(); column++) {
            String cell = row.cells().get(column);
            boolean isLast = column == row.cells().size() - 1;
            line = line.plus(cell, titles || column == 0 ? row.style() : Style.PLAIN)
                    .plus(isLast ? "" : " ".repeat(widths.get(column) - cell.length() + GAP));
        }
        return line;
    }
}
