package poolscope.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What one benchmark measured: a table and, if it grows with something, a plot. [BenchReport] puts all sections
/// together.
///
/// A section is written to the folder of the system property `bench.folder`, when it is set; a benchmark can also be run
/// by itself, and only prints then.
public final class BenchSection {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Content content;

    /// What is written to the file.
    ///
    /// @param order
    ///            of the sections in the report
    /// @param notes
    ///            what was measured and how, a sentence each
    public record Content(int order, String title, List<String> notes, List<String> columns, List<List<String>> rows,
            List<Plot> plots) {}

    /// Values of several series that grow with something; both axes are logarithmic.
    ///
    /// @param series
    ///            y by x, both more than zero
    public record Plot(String name, String xLabel, String yLabel, Map<String, TreeMap<Double, Double>> series) {}

    private BenchSection(Content content) {
        this.content = content;
    }

    public static BenchSection of(int order, String title, List<String> columns, String... notes) {
        return new BenchSection(
                new Content(order, title, List.of(notes), columns, new ArrayList<>(), new ArrayList<>()));
    }

    public BenchSection row(List<String> cells) {
        if (cells.size() != content.columns().size())
            throw new IllegalArgumentException(cells + " are not " + content.columns().size() + " cells");
        content.rows().add(List.copyOf(cells));
        return this;
    }

    /// Adds a plot; its points are added to the series.
    public Plot plot(String name, String xLabel, String yLabel) {
        var plot = new Plot(name, xLabel, yLabel, new LinkedHashMap<>());
        content.plots().add(plot);
        return plot;
    }

    public static void point(Plot plot, String series, double x, double y) {
        if (x > 0 && y > 0) plot.series().computeIfAbsent(series, _ -> new TreeMap<>()).put(x, y);
    }

    /// Writes the section for the report, if one is made.
    public void save() throws IOException {
        var folder = Optional.ofNullable(System.getProperty("bench.folder"));
        if (folder.isEmpty()) return;
        var sections = Files.createDirectories(Path.of(folder.get(), "sections"));
        JSON.writeValue(sections.resolve(content.order() + ".json").toFile(), content);
    }

    static Content read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), Content.class);
    }
}
