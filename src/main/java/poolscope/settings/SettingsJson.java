package poolscope.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The settings as they stand in the file. Every key of ours is always written, so that two trees of ours have the
/// same shape.
final class SettingsJson implements JsonFileMapping<Settings> {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Override
    public String fileName() {
        return "settings.json";
    }

    @Override
    public Settings defaults() {
        return Settings.defaults();
    }

    @Override
    public Parsed<Settings> parse(ObjectNode root) {
        List<String> replaced = new ArrayList<>();
        JsonFieldReaderWithDefaults jsonFieldReaderWithDefaults = new JsonFieldReaderWithDefaults(root, replaced);
        jsonFieldReaderWithDefaults.whole("version", VERSION, 1, Integer.MAX_VALUE);
        Settings settings = new Settings(windowAppearance(jsonFieldReaderWithDefaults.section("look")),
                window(jsonFieldReaderWithDefaults.section("window")),
                TableLayoutJson.parse(jsonFieldReaderWithDefaults.section("table")),
                filter(jsonFieldReaderWithDefaults.section("filter")),
                jsonFieldReaderWithDefaults.word("refresh", RefreshInterval.MINUTE),
                jsonFieldReaderWithDefaults.text("view", Settings.FIRST_VIEW, TableLayout.LONGEST_ID),
                recentCommandsAndExport(jsonFieldReaderWithDefaults.section("habits")),
                ChangeTrackingSettingsJson.parse(jsonFieldReaderWithDefaults.section("changes")));
        return new Parsed<>(settings, replaced);
    }

    @Override
    public ObjectNode render(Settings settings) {
        ObjectNode root = NODES.objectNode();
        root.put("version", VERSION);
        root.set("look", render(settings.windowAppearance()));
        root.set("window", render(settings.window()));
        root.set("table", TableLayoutJson.render(settings.table()));
        root.set("filter", render(settings.filter()));
        root.put("refresh", JsonFieldReaderWithDefaults.wordOf(settings.refresh()));
        root.put("view", settings.view());
        root.set("habits", render(settings.recentCommandsAndExport()));
        root.set("changes", ChangeTrackingSettingsJson.render(settings.changes()));
        return root;
    }

    private static WindowAppearance windowAppearance(JsonFieldReaderWithDefaults jsonFieldReaderWithDefaults) {
        WindowAppearance defaults = WindowAppearance.defaults();
        return new WindowAppearance(jsonFieldReaderWithDefaults.word("language", defaults.language()),
                jsonFieldReaderWithDefaults.word("theme", defaults.theme()),
                jsonFieldReaderWithDefaults.word("accentColour", defaults.accentColour()),
                jsonFieldReaderWithDefaults.word("density", defaults.density()),
                jsonFieldReaderWithDefaults.whole("zoomPercent", defaults.zoomPercent(), WindowAppearance.SMALLEST_ZOOM,
                        WindowAppearance.LARGEST_ZOOM),
                jsonFieldReaderWithDefaults.word("timeZone", defaults.timeZone()),
                jsonFieldReaderWithDefaults.flag("estimatedEnds", defaults.estimatedEnds()));
    }

    private static ObjectNode render(WindowAppearance windowAppearance) {
        return NODES.objectNode()
                .put("language", JsonFieldReaderWithDefaults.wordOf(windowAppearance.language()))
                .put("theme", JsonFieldReaderWithDefaults.wordOf(windowAppearance.theme()))
                .put("accentColour", JsonFieldReaderWithDefaults.wordOf(windowAppearance.accentColour()))
                .put("density", JsonFieldReaderWithDefaults.wordOf(windowAppearance.density()))
                .put("zoomPercent", windowAppearance.zoomPercent())
                .put("timeZone", JsonFieldReaderWithDefaults.wordOf(windowAppearance.timeZone()))
                .put("estimatedEnds", windowAppearance.estimatedEnds());
    }

    private static WindowBoundsAndPaneVisibility window(JsonFieldReaderWithDefaults jsonFieldReaderWithDefaults) {
        WindowBoundsAndPaneVisibility defaults = WindowBoundsAndPaneVisibility.defaults();
        return new WindowBoundsAndPaneVisibility(
                jsonFieldReaderWithDefaults.take("bounds", defaults.bounds(), SettingsJson::bounds),
                jsonFieldReaderWithDefaults.flag("maximised", defaults.maximised()),
                jsonFieldReaderWithDefaults.flag("detailsShown", defaults.detailsShown()),
                jsonFieldReaderWithDefaults.number("detailsShare", defaults.detailsShare(),
                        WindowBoundsAndPaneVisibility.SMALLEST_SHARE, WindowBoundsAndPaneVisibility.LARGEST_SHARE),
                jsonFieldReaderWithDefaults.flag("sidebarShown", defaults.sidebarShown()),
                jsonFieldReaderWithDefaults.flag("welcomeShown", defaults.welcomeShown()),
                summaryVisibility(jsonFieldReaderWithDefaults, defaults.summaryVisibility()));
    }

    private static SummaryVisibility summaryVisibility(JsonFieldReaderWithDefaults jsonFieldReaderWithDefaults,
            SummaryVisibility defaults) {
        return new SummaryVisibility(jsonFieldReaderWithDefaults.flag("stripShown", defaults.strip()),
                jsonFieldReaderWithDefaults.flag("totalsShown", defaults.totals()),
                jsonFieldReaderWithDefaults.flag("chartsShown", defaults.charts()));
    }

    /// `[x, y, width, height]`, or `[]` if unset: one value, so that two instances can't mix their places.
    private static Optional<WindowBoundsAndPaneVisibility.Bounds> bounds(JsonNode node) {
        if (node.isArray() && node.isEmpty()) {
            return Optional.of(WindowBoundsAndPaneVisibility.Bounds.UNSET);
        }
        boolean fourNumbers = node.size() == 4 && node.valueStream().allMatch(JsonNode::isNumber);
        return Optional.of(node)
                .filter(_ -> fourNumbers)
                .map(it -> WindowBoundsAndPaneVisibility.Bounds.of(it.path(0).doubleValue(), it.path(1).doubleValue(),
                        it.path(2).doubleValue(), it.path(3).doubleValue()))
                .filter(WindowBoundsAndPaneVisibility.Bounds.At.class::isInstance);
    }

    private static ObjectNode render(WindowBoundsAndPaneVisibility window) {
        ArrayNode bounds = NODES.arrayNode();
        switch (window.bounds()) {
            case WindowBoundsAndPaneVisibility.Bounds.Unset _ -> {
            }
            case WindowBoundsAndPaneVisibility.Bounds.At at ->
                bounds.add(at.x()).add(at.y()).add(at.width()).add(at.height());
        }
        ObjectNode object = NODES.objectNode();
        object.set("bounds", bounds);
        return object.put("maximised", window.maximised())
                .put("detailsShown", window.detailsShown())
                .put("detailsShare", window.detailsShare())
                .put("sidebarShown", window.sidebarShown())
                .put("welcomeShown", window.welcomeShown())
                .put("stripShown", window.summaryVisibility().strip())
                .put("totalsShown", window.summaryVisibility().totals())
                .put("chartsShown", window.summaryVisibility().charts());
    }

    private static FilterTextAndHistory filter(JsonFieldReaderWithDefaults jsonFieldReaderWithDefaults) {
        return new FilterTextAndHistory(jsonFieldReaderWithDefaults.text("text", "", FilterTextAndHistory.LONGEST),
                jsonFieldReaderWithDefaults.texts("history", FilterTextAndHistory.LONGEST));
    }

    private static ObjectNode render(FilterTextAndHistory filter) {
        ArrayNode history = NODES.arrayNode();
        filter.history().forEach(history::add);
        ObjectNode object = NODES.objectNode().put("text", filter.text());
        object.set("history", history);
        return object;
    }

    private static RecentCommandsAndExport recentCommandsAndExport(
            JsonFieldReaderWithDefaults jsonFieldReaderWithDefaults) {
        RecentCommandsAndExport.Export defaults = RecentCommandsAndExport.defaults().export();
        return new RecentCommandsAndExport(jsonFieldReaderWithDefaults.texts("chosen", RecentCommandsAndExport.LONGEST),
                new RecentCommandsAndExport.Export(
                        jsonFieldReaderWithDefaults.text("exportRows", defaults.rows(),
                                RecentCommandsAndExport.Export.LONGEST),
                        jsonFieldReaderWithDefaults.text("exportColumns", defaults.columns(),
                                RecentCommandsAndExport.Export.LONGEST),
                        jsonFieldReaderWithDefaults.text("exportFormat", defaults.format(),
                                RecentCommandsAndExport.Export.LONGEST),
                        jsonFieldReaderWithDefaults.flag("exportForSpreadsheets", defaults.forSpreadsheets()),
                        jsonFieldReaderWithDefaults.flag("exportRawNames", defaults.rawNames()),
                        jsonFieldReaderWithDefaults.flag("exportAsShown", defaults.asShown()),
                        jsonFieldReaderWithDefaults.flag("exportWithSources", defaults.withSources())));
    }

    private static ObjectNode render(RecentCommandsAndExport recentCommandsAndExport) {
        ObjectNode object = NODES.objectNode();
        ArrayNode chosen = object.putArray("chosen");
        recentCommandsAndExport.chosen().forEach(chosen::add);
        RecentCommandsAndExport.Export export = recentCommandsAndExport.export();
        return object.put("exportRows", export.rows())
                .put("exportColumns", export.columns())
                .put("exportFormat", export.format())
                .put("exportForSpreadsheets", export.forSpreadsheets())
                .put("exportRawNames", export.rawNames())
                .put("exportAsShown", export.asShown())
                .put("exportWithSources", export.withSources());
    }
}
