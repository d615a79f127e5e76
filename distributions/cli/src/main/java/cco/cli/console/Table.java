package cco.cli.console;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Rows of text in aligned columns, two spaces apart.
 *
 * <p>On a narrow terminal, long cells continue below themselves; on a very narrow one, rows are wrapped like text.
 */
public final class Table {

    private static final int GAP = 2;

    /** No column becomes narrower than this. */
    private static final int LEAST_WIDTH = 16;

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

    /** The lines of the table on a terminal of this width. */
    List<Line> lines(int width) {
        List<Integer> widths = widths();
        List<Integer> narrow = new ArrayList<>(widths);
        return shrink(narrow, width)
                ? rows.stream().flatMap(row -> lines(row, narrow).stream()).toList()
                : rows.stream()
                        .map(row -> line(row, row.cells(), widths).indented(LineWrap.INDENT))
                        .toList();
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

    /** Makes the widest columns narrower until the table fits; false if it cannot fit. */
    private static boolean shrink(List<Integer> widths, int width) {
        int gaps = GAP * (widths.size() - 1);
        while (widths.stream().mapToInt(Integer::intValue).sum() + gaps >= width) {
            int widest = widths.indexOf(Collections.max(widths));
            if (widths.get(widest) <= LEAST_WIDTH) {
                return false;
            }
            widths.set(widest, widths.get(widest) - 1);
        }
        return true;
    }

    private List<Line> lines(Row row, List<Integer> widths) {
        List<List<String>> columns = new ArrayList<>();
        int height = 1;
        for (int column = 0; column < widths.size(); column++) {
            columns.add(LineWrap.split(row.cells().get(column), widths.get(column)));
            height = Math.max(height, columns.getLast().size());
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < height; i++) {
            int index = i;
            List<String> cells = columns.stream()
                    .map(parts -> index < parts.size() ? parts.get(index) : "")
                    .toList();
            lines.add(line(row, cells, widths));
        }
        return lines;
    }

    private Line line(Row row, List<String> cells, List<Integer> widths) {
        boolean titles = row == rows.getFirst();
        Line line = new Line(List.of(), 0);
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            boolean isLast = column == cells.size() - 1;
            line = line.plus(cell, titles || column == 0 ? row.style() : Style.PLAIN)
                    .plus(isLast ? "" : " ".repeat(widths.get(column) - cell.length() + GAP));
        }
        return line;
    }
}
