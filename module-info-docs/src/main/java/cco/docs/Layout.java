package cco.docs;

import cco.docs.Diagram.Arrow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds a place for each box of a diagram in the manner of Sugiyama, Tagawa and Toda (1981): boxes go into columns, an
 * arrow over several columns gets a bend in each between, the order in a column is improved until arrows cross seldom,
 * and everything is drawn towards what it is connected with. The same diagram always gets the same places.
 */
final class Layout {

    private static final int ROUNDS = 24;

    /** A box or, without a name, a bend of an arrow. */
    private static final class Cell {
        private final int column;
        private final double height;
        private final List<Cell> left = new ArrayList<>();
        private final List<Cell> right = new ArrayList<>();
        private double y;

        Cell(int column, double height) {
            this.column = column;
            this.height = height;
        }
    }

    /**
     * A place in the picture.
     *
     * @param y the middle, from 0; a box is 1 high
     */
    record Place(int column, double y) {}

    private final Map<String, Cell> boxes = new TreeMap<>();
    private final Map<Arrow, List<Cell>> paths = new LinkedHashMap<>();
    private final SortedMap<Integer, List<Cell>> columns = new TreeMap<>();

    Layout(Collection<String> names, List<Arrow> arrows) {
        Columns.of(names, arrows).forEach((name, column) -> boxes.put(name, cell(column, 1)));
        arrows.forEach(this::connect);
        order();
        align();
    }

    Place box(String name) {
        return place(boxes.get(name));
    }

    /** From the box where the arrow begins over its bends to the box where it ends. */
    List<Place> path(Arrow arrow) {
        return paths.get(arrow).stream().map(Layout::place).toList();
    }

    /** The lower edge of the lowest box or arrow. */
    double height() {
        return columns.values().stream()
                .mapToDouble(cells -> cells.getLast().y + cells.getLast().height / 2)
                .max()
                .orElse(0);
    }

    private static Place place(Cell cell) {
        return new Place(cell.column, cell.y);
    }

    private Cell cell(int column, double height) {
        Cell cell = new Cell(column, height);
        List<Cell> cells = columns.computeIfAbsent(column, key -> new ArrayList<>());
        cells.add(cell);
        cell.y = cells.size();
        return cell;
    }

    private void connect(Arrow arrow) {
        Cell to = boxes.get(arrow.to());
        List<Cell> path = new ArrayList<>(List.of(boxes.get(arrow.from())));
        while (path.getLast().column + 1 < to.column) {
            path.add(cell(path.getLast().column + 1, 0.5));
        }
        path.add(to);
        for (int i = 1; i < path.size(); i++) {
            path.get(i - 1).right.add(path.get(i));
            path.get(i).left.add(path.get(i - 1));
        }
        paths.put(arrow, path);
    }

    private void order() {
        Map<Integer, List<Cell>> best = copy();
        for (int round = 0; round < ROUNDS; round++) {
            boolean toTheRight = round % 2 == 0;
            for (List<Cell> cells :
                    toTheRight ? columns.values() : columns.reversed().values()) {
                cells.sort(Comparator.comparingDouble(cell -> mean(toTheRight ? cell.left : cell.right, cell.y)));
                number(cells);
            }
            if (crossings(columns) < crossings(best)) {
                best = copy();
            }
        }
        columns.putAll(best);
        columns.values().forEach(Layout::number);
    }

    private Map<Integer, List<Cell>> copy() {
        Map<Integer, List<Cell>> copy = new TreeMap<>();
        columns.forEach((column, cells) -> copy.put(column, new ArrayList<>(cells)));
        return copy;
    }

    private static void number(List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).y = i;
        }
    }

    private static double mean(List<Cell> cells, double otherwise) {
        return cells.stream().mapToDouble(cell -> cell.y).average().orElse(otherwise);
    }

    private static int crossings(Map<Integer, List<Cell>> columns) {
        columns.values().forEach(Layout::number);
        int crossings = 0;
        for (List<Cell> cells : columns.values()) {
            for (int upper = 0; upper < cells.size(); upper++) {
                for (Cell lower : cells.subList(upper + 1, cells.size())) {
                    for (Cell end : cells.get(upper).right) {
                        crossings += (int) lower.right.stream()
                                .filter(other -> other.y < end.y)
                                .count();
                    }
                }
            }
        }
        return crossings;
    }

    /** The two passes each keep the distances, and so does their mean; neither favours a side. */
    private void align() {
        for (int round = 0; round < ROUNDS; round++) {
            for (List<Cell> cells : columns.values()) {
                double[] wanted = cells.stream().mapToDouble(Layout::wanted).toArray();
                double[] down = downwards(cells, wanted);
                double[] up = upwards(cells, wanted);
                for (int i = 0; i < cells.size(); i++) {
                    cells.get(i).y = (down[i] + up[i]) / 2;
                }
            }
        }
        double top = columns.values().stream()
                .mapToDouble(cells -> cells.getFirst().y - cells.getFirst().height / 2)
                .min()
                .orElse(0);
        columns.values().forEach(cells -> cells.forEach(cell -> cell.y -= top));
    }

    private static double wanted(Cell cell) {
        List<Cell> neighbours = new ArrayList<>(cell.left);
        neighbours.addAll(cell.right);
        return mean(neighbours, cell.y);
    }

    private static double[] downwards(List<Cell> cells, double[] wanted) {
        double[] places = wanted.clone();
        for (int i = 1; i < places.length; i++) {
            places[i] = Math.max(wanted[i], places[i - 1] + distance(cells, i));
        }
        return places;
    }

    private static double[] upwards(List<Cell> cells, double[] wanted) {
        double[] places = wanted.clone();
        for (int i = places.length - 1; i > 0; i--) {
            places[i - 1] = Math.min(wanted[i - 1], places[i] - distance(cells, i));
        }
        return places;
    }

    /** Of a cell's middle from that of the one above it. */
    private static double distance(List<Cell> cells, int index) {
        return (cells.get(index - 1).height + cells.get(index).height) / 2;
    }
}
