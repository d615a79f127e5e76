import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** Two charts over the days after a release: requests per second, and the share of updated clients. */
final class FleetChart {

    private static final int LEFT = 58;
    private static final int WIDTH = 720;
    private static final int HEIGHT = 190;
    private static final int TOP_OF_REQUESTS = 58;
    private static final int TOP_OF_SHARES = 316;
    private static final int KEY_GAP = 44;
    private static final int KEY_LINE = 20;

    /** Below this rate, differences do not matter to a server. */
    private static final double LOWEST_RATE = 1;

    private static final double DECADES = 5;

    private static final String STYLE = """
            <style>
            text { fill: #57606a; font: 12px system-ui, sans-serif } .title { fill: #1f2328; font-weight: 600 }
            .axis { stroke: #d0d7de } polyline { fill: none; stroke-width: 1.6 } .key { stroke-width: 4 }
            .c0 { stroke: #0969da } .c1 { stroke: #1a7f37 } .c2 { stroke: #cf222e }
            .c2.rate { stroke-width: 0.8; opacity: 0.75 }
            @media (prefers-color-scheme: dark) {
              text { fill: #9198a1 } .title { fill: #f0f6fc } .axis { stroke: #3d444d } .paper { fill: #0d1117 }
              .c0 { stroke: #58a6ff } .c1 { stroke: #3fb950 } .c2 { stroke: #f85149 }
            }
            </style>
            """;

    private final StringBuilder svg = new StringBuilder();

    FleetChart(List<FleetLoad> loads) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 606\" width=\"800\" role=\"img\">\n")
                .append("<title>Clients after a release: requests per second, and the updated share</title>\n")
                .append(STYLE)
                .append("<rect class=\"paper\" width=\"800\" height=\"606\" rx=\"8\" fill=\"#fff\"/>\n");
        text(LEFT, 28, "title", "Requests per second, by the minute (logarithmic)");
        for (int decade = 0; decade <= DECADES; decade++) {
            line(rateAt(Math.pow(10, decade)), String.format(Locale.ROOT, "%,d", (int) Math.pow(10, decade)));
        }
        days(TOP_OF_REQUESTS);
        text(LEFT, TOP_OF_SHARES - 18, "title", "Updated clients");
        for (int percent = 0; percent <= 100; percent += 25) {
            line(shareAt(percent / 100.0), percent + " %");
        }
        days(TOP_OF_SHARES);
        for (int i = loads.size() - 1; i >= 0; i--) {
            rates(loads.get(i), i);
            shares(loads.get(i), i);
            key(loads.get(i), i);
        }
        svg.append("</svg>\n");
    }

    private void text(double x, double y, String style, String text) {
        svg.append(
                String.format(Locale.ROOT, "<text class=\"%s\" x=\"%.0f\" y=\"%.0f\">%s</text>%n", style, x, y, text));
    }

    private void line(double y, String label) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"axis\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>%n",
                LEFT,
                LEFT + WIDTH,
                y,
                y));
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n", LEFT - 6, y + 4, label));
    }

    private void days(int top) {
        int days = 14;
        DayOfWeek first = Fleet.RELEASE.atZone(ZoneOffset.UTC).getDayOfWeek();
        for (int day = 0; day < days; day++) {
            text(
                    LEFT + (day + 0.1) * WIDTH / days,
                    top + HEIGHT + 18,
                    "",
                    first.plus(day).getDisplayName(TextStyle.SHORT, Locale.ROOT));
        }
    }

    private static double rateAt(double rate) {
        double height = Math.log10(Math.max(rate, LOWEST_RATE) / LOWEST_RATE) / DECADES;
        return TOP_OF_REQUESTS + HEIGHT * (1 - height);
    }

    private static double shareAt(double share) {
        return TOP_OF_SHARES + HEIGHT * (1 - share);
    }

    /** Each column of the picture shows the least and the highest rate of its minutes. */
    private void rates(FleetLoad load, int number) {
        svg.append("<polyline class=\"rate c").append(number).append("\" points=\"");
        for (int column = 0; column < WIDTH; column++) {
            double least = Double.MAX_VALUE;
            double most = 0;
            for (int i = column * load.length() / WIDTH; i < (column + 1) * load.length() / WIDTH; i++) {
                least = Math.min(least, load.requests(i));
                most = Math.max(most, load.requests(i));
            }
            point(column, rateAt(column % 2 == 0 ? least : most));
            point(column, rateAt(column % 2 == 0 ? most : least));
        }
        svg.append("\"/>\n");
    }

    private void shares(FleetLoad load, int number) {
        double[] shares = load.shares();
        svg.append("<polyline class=\"c").append(number).append("\" points=\"");
        for (int column = 0; column < WIDTH; column++) {
            point(column, shareAt(shares[(column + 1) * shares.length / WIDTH - 1]));
        }
        svg.append("\"/>\n");
    }

    private void point(int column, double y) {
        svg.append(String.format(Locale.ROOT, "%d,%.1f ", LEFT + column, y));
    }

    private void key(FleetLoad load, int number) {
        int y = TOP_OF_SHARES + HEIGHT + KEY_GAP + number * KEY_LINE;
        svg.append(String.format(
                Locale.ROOT, "<polyline class=\"key c%d\" points=\"%d,%d %d,%d\"/>%n", number, LEFT, y, LEFT + 24, y));
        text(LEFT + 32, y + 4, "", load.scenario().title());
    }

    @Override
    public String toString() {
        return svg.toString();
    }
}
