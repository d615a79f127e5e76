package cco.docs;

import cco.docs.Diagram.Arrow;
import cco.docs.Diagram.Box;
import cco.docs.Layout.Place;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The diagram as an SVG 1.1 image. Boxes bring their own ground and lines are of a middle grey or blue, so that it can
 * be read on a white page and on a black one.
 */
final class SvgPicture {

    private static final int ROW = 46;
    private static final int BOX_HEIGHT = 34;
    private static final int GAP = 64;
    private static final int MARGIN = 8;
    private static final double LETTER = 7.3;

    private static final String HEAD = """
            <svg xmlns="http://www.w3.org/2000/svg" width="%1$s" height="%2$s" viewBox="0 0 %1$s %2$s" role="img">
            <title>The modules of cco</title>
            <style>
            rect { fill: #dbeafe; stroke: #3b82f6 }
            .library { fill: #f1f5f9; stroke: #94a3b8 }
            text { fill: #0f172a; font: 12px ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace }
            text { text-anchor: middle }
            .service { fill: #1d4ed8; font-size: 10px }
            path { fill: none; stroke: #8292a6; stroke-width: 1.4; marker-end: url(#requires) }
            .provides { stroke: #4f8ff7; stroke-dasharray: 2 4; marker-end: url(#provides) }
            </style>
            <defs>
            <marker id="requires" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto">\
            <polygon points="0,0 8,4 0,8" fill="#8292a6"/></marker>
            <marker id="provides" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto">\
            <polygon points="0,0 8,4 0,8" fill="#4f8ff7"/></marker>
            </defs>
            """;

    private final Diagram diagram;
    private final Layout layout;
    private final SortedMap<Integer, Integer> widths = new TreeMap<>();

    private SvgPicture(Diagram diagram) {
        this.diagram = diagram;
        layout = new Layout(diagram.boxes().stream().map(Box::name).toList(), diagram.arrows());
        for (Box box : diagram.boxes()) {
            widths.merge(layout.box(box.name()).column(), width(box), Math::max);
        }
    }

    static String of(Diagram diagram) {
        return new SvgPicture(diagram).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        diagram.arrows().forEach(arrow -> text.append(line(arrow)));
        diagram.boxes().forEach(box -> text.append(box(box)));
        int right = left(widths.size()) - GAP + MARGIN;
        int bottom = (int) Math.ceil(layout.height() * ROW) + 2 * MARGIN;
        return HEAD.formatted(right, bottom) + text + "</svg>\n";
    }

    private String line(Arrow arrow) {
        List<Place> path = layout.path(arrow);
        int x = left(path.getFirst().column()) + width(arrow.from());
        StringBuilder line = new StringBuilder("M%s %s".formatted(x, y(path.getFirst())));
        for (int i = 1; i < path.size(); i++) {
            int from =
                    left(path.get(i - 1).column()) + widths.get(path.get(i - 1).column());
            int to = left(path.get(i).column());
            int middle = (from + to) / 2;
            int y = y(path.get(i));
            line.append(" H%s C%s %s %s %s %s %s".formatted(from, middle, y(path.get(i - 1)), middle, y, to, y));
        }
        String kind = arrow.isRequirement() ? "" : " class=\"provides\"";
        return "<path%s d=\"%s\"/>\n".formatted(kind, line);
    }

    private String box(Box box) {
        Place place = layout.box(box.name());
        int width = width(box);
        int x = left(place.column());
        String kind = box.isLibrary() ? " class=\"library\" rx=\"17\"" : " rx=\"4\"";
        String rectangle = "<rect%s x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n"
                .formatted(kind, x, y(place) - BOX_HEIGHT / 2, width, BOX_HEIGHT);
        String label = "<text%s x=\"%s\" y=\"%s\">%s</text>\n";
        String services = String.join(", ", box.services());
        int middle = x + width / 2;
        return services.isEmpty()
                ? rectangle + label.formatted("", middle, y(place) + 4, box.name())
                : rectangle
                        + label.formatted("", middle, y(place) - 2, box.name())
                        + label.formatted(" class=\"service\"", middle, y(place) + 11, services);
    }

    private int left(int column) {
        return MARGIN
                + widths.headMap(column).values().stream()
                        .mapToInt(width -> width + GAP)
                        .sum();
    }

    private static int y(Place place) {
        return MARGIN + (int) Math.round(place.y() * ROW);
    }

    private int width(String name) {
        return diagram.boxes().stream()
                .filter(box -> box.name().equals(name))
                .mapToInt(SvgPicture::width)
                .sum();
    }

    private static int width(Box box) {
        return 24 + (int) Math.ceil(box.name().length() * LETTER);
    }
}
