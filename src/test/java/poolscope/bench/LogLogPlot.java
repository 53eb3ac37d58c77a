package poolscope.bench;

import java.util.List;
import java.util.Locale;
import poolscope.bench.BenchSection.Plot;

/// Draws a [Plot] as SVG: a line a series, both axes logarithmic with a line a power of ten.
final class LogLogPlot {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;
    private static final int LEFT = 70;
    private static final int RIGHT = 230;
    private static final int TOP = 20;
    private static final int BOTTOM = 50;
    private static final int LEGEND_LINE = 18;
    private static final List<String> COLOURS = List.of("#2563eb", "#d97706", "#059669", "#dc2626", "#7c3aed",
            "#0891b2", "#be185d", "#4b5563", "#65a30d", "#b45309", "#1e3a8a", "#9f1239");

    private final Plot plot;
    private final StringBuilder svg = new StringBuilder();
    private final double fromX;
    private final double toX;
    private final double fromY;
    private final double toY;

    private LogLogPlot(Plot plot) {
        this.plot = plot;
        var points = plot.series().values().stream().flatMap(series -> series.entrySet().stream()).toList();
        fromX = Math.floor(Math.log10(points.stream().mapToDouble(point -> point.getKey()).min().orElse(1)));
        toX = Math.max(fromX + 1,
                Math.ceil(Math.log10(points.stream().mapToDouble(point -> point.getKey()).max().orElse(10))));
        fromY = Math.floor(Math.log10(points.stream().mapToDouble(point -> point.getValue()).min().orElse(1)));
        toY = Math.max(fromY + 1,
                Math.ceil(Math.log10(points.stream().mapToDouble(point -> point.getValue()).max().orElse(10))));
    }

    static String svg(Plot plot) {
        return new LogLogPlot(plot).draw();
    }

    private String draw() {
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
                WIDTH, HEIGHT);
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
        for (double power = fromX; power <= toX; power++) {
            line(x(power), TOP, x(power), HEIGHT - BOTTOM, "#e5e7eb", 1);
            text(x(power), HEIGHT - BOTTOM + 16.0, "middle", label(power));
        }
        for (double power = fromY; power <= toY; power++) {
            line(LEFT, y(power), WIDTH - RIGHT, y(power), "#e5e7eb", 1);
            text(LEFT - 6.0, y(power) + 4, "end", label(power));
        }
        text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12.0, "middle", plot.xLabel());
        text(LEFT, TOP - 6.0, "start", plot.yLabel());
        int at = 0;
        for (var series : plot.series().entrySet()) {
            drawSeries(series.getKey(), series.getValue().entrySet().stream().toList(), at);
            at++;
        }
        return svg.append("</svg>\n").toString();
    }

    private void drawSeries(String name, List<java.util.Map.Entry<Double, Double>> points, int at) {
        var colour = COLOURS.get(at % COLOURS.size());
        for (int i = 0; i < points.size(); i++) {
            double x = x(Math.log10(points.get(i).getKey()));
            double y = y(Math.log10(points.get(i).getValue()));
            add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>", x, y, colour);
            if (i > 0)
                line(x(Math.log10(points.get(i - 1).getKey())), y(Math.log10(points.get(i - 1).getValue())), x, y,
                        colour, 2);
        }
        double legend = TOP + 6.0 + at * LEGEND_LINE;
        line(WIDTH - RIGHT + 12.0, legend, WIDTH - RIGHT + 32.0, legend, colour, 2);
        text(WIDTH - RIGHT + 38.0, legend + 4, "start", name);
    }

    private double x(double power) {
        return LEFT + (power - fromX) / (toX - fromX) * (WIDTH - RIGHT - LEFT);
    }

    private double y(double power) {
        return HEIGHT - BOTTOM - (power - fromY) / (toY - fromY) * (HEIGHT - BOTTOM - TOP);
    }

    private static String label(double power) {
        return power >= 0
                ? String.format(Locale.ROOT, "%,.0f", Math.pow(10, power))
                : String.format(Locale.ROOT, "%.3g", Math.pow(10, power));
    }

    private void line(double x1, double y1, double x2, double y2, String colour, int width) {
        add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%d\"/>", x1, y1, x2, y2,
                colour, width);
    }

    private void text(double x, double y, String anchor, String text) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor,
                text.replace("&", "&amp;").replace("<", "&lt;"));
    }

    private void add(String pattern, Object... arguments) {
        svg.append(String.format(Locale.ROOT, pattern, arguments)).append('\n');
    }
}
