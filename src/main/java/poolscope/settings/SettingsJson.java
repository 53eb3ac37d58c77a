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
        SettingsJsonFieldReader settingsJsonFieldReader = new SettingsJsonFieldReader(root, replaced);
        settingsJsonFieldReader.whole("version", VERSION, 1, Integer.MAX_VALUE);
        Settings settings = new Settings(look(settingsJsonFieldReader.section("look")),
                window(settingsJsonFieldReader.section("window")),
                TableLayoutJson.parse(settingsJsonFieldReader.section("table")),
                filter(settingsJsonFieldReader.section("filter")),
                settingsJsonFieldReader.word("refresh", RefreshInterval.MINUTE),
                settingsJsonFieldReader.text("view", Settings.FIRST_VIEW, TableLayout.LONGEST_ID),
                habits(settingsJsonFieldReader.section("habits")),
                ChangeTrackingSettingsJson.parse(settingsJsonFieldReader.section("changes")));
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
        root.put("refresh", SettingsJsonFieldReader.wordOf(settings.refresh()));
        root.put("view", settings.view());
        root.set("habits", render(settings.recentCommandsAndExport()));
        root.set("changes", ChangeTrackingSettingsJson.render(settings.changes()));
        return root;
    }

    private static WindowAppearance look(SettingsJsonFieldReader settingsJsonFieldReader) {
        WindowAppearance usual = WindowAppearance.defaults();
        return new WindowAppearance(settingsJsonFieldReader.word("language", usual.language()),
                settingsJsonFieldReader.word("theme", usual.theme()),
                settingsJsonFieldReader.word("accentColour", usual.accentColour()),
                settingsJsonFieldReader.word("density", usual.density()),
                settingsJsonFieldReader.whole("zoomPercent", usual.zoomPercent(), WindowAppearance.SMALLEST_ZOOM,
                        WindowAppearance.LARGEST_ZOOM),
                settingsJsonFieldReader.word("timeZone", usual.timeZone()),
                settingsJsonFieldReader.flag("estimatedEnds", usual.estimatedEnds()));
    }

    private static ObjectNode render(WindowAppearance windowAppearance) {
        return NODES.objectNode()
                .put("language", SettingsJsonFieldReader.wordOf(windowAppearance.language()))
                .put("theme", SettingsJsonFieldReader.wordOf(windowAppearance.theme()))
                .put("accentColour", SettingsJsonFieldReader.wordOf(windowAppearance.accentColour()))
                .put("density", SettingsJsonFieldReader.wordOf(windowAppearance.density()))
                .put("zoomPercent", windowAppearance.zoomPercent())
                .put("timeZone", SettingsJsonFieldReader.wordOf(windowAppearance.timeZone()))
                .put("estimatedEnds", windowAppearance.estimatedEnds());
    }

    private static WindowBounds window(SettingsJsonFieldReader settingsJsonFieldReader) {
        WindowBounds usual = WindowBounds.defaults();
        return new WindowBounds(settingsJsonFieldReader.take("bounds", usual.bounds(), SettingsJson::bounds),
                settingsJsonFieldReader.flag("maximised", usual.maximised()),
                settingsJsonFieldReader.flag("detailsShown", usual.detailsShown()),
                settingsJsonFieldReader.number("detailsShare", usual.detailsShare(), WindowBounds.SMALLEST_SHARE,
                        WindowBounds.LARGEST_SHARE),
                settingsJsonFieldReader.flag("sidebarShown", usual.sidebarShown()),
                settingsJsonFieldReader.flag("welcomeShown", usual.welcomeShown()),
                figures(settingsJsonFieldReader, usual.summaryVisibility()));
    }

    private static SummaryVisibility figures(SettingsJsonFieldReader settingsJsonFieldReader, SummaryVisibility usual) {
        return new SummaryVisibility(settingsJsonFieldReader.flag("stripShown", usual.strip()),
                settingsJsonFieldReader.flag("totalsShown", usual.totals()),
                settingsJsonFieldReader.flag("chartsShown", usual.charts()));
    }

    /// `[x, y, width, height]`, or `[]` if unset: one value, so that two instances can't mix their places.
    private static Optional<WindowBounds.Bounds> bounds(JsonNode node) {
        if (node.isArray() && node.isEmpty()) {
            return Optional.of(WindowBounds.Bounds.UNSET);
        }
        boolean fourNumbers = node.size() == 4 && node.valueStream().allMatch(JsonNode::isNumber);
        return Optional.of(node)
                .filter(_ -> fourNumbers)
                .map(it -> WindowBounds.Bounds.of(it.path(0).doubleValue(), it.path(1).doubleValue(),
                        it.path(2).doubleValue(), it.path(3).doubleValue()))
                .filter(WindowBounds.Bounds.At.class::isInstance);
    }

    private static ObjectNode render(WindowBounds window) {
        ArrayNode bounds = NODES.arrayNode();
        switch (window.bounds()) {
            case WindowBounds.Bounds.Unset _ -> {
            }
            case WindowBounds.Bounds.At at -> bounds.add(at.x()).add(at.y()).add(at.width()).add(at.height());
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

    private static FilterHistory filter(SettingsJsonFieldReader settingsJsonFieldReader) {
        return new FilterHistory(settingsJsonFieldReader.text("text", "", FilterHistory.LONGEST),
                settingsJsonFieldReader.texts("history", FilterHistory.LONGEST));
    }

    private static ObjectNode render(FilterHistory filter) {
        ArrayNode history = NODES.arrayNode();
        filter.history().forEach(history::add);
        ObjectNode object = NODES.objectNode().put("text", filter.text());
        object.set("history", history);
        return object;
    }

    private static RecentCommandsAndExport habits(SettingsJsonFieldReader settingsJsonFieldReader) {
        RecentCommandsAndExport.Export usual = RecentCommandsAndExport.defaults().export();
        return new RecentCommandsAndExport(settingsJsonFieldReader.texts("chosen", RecentCommandsAndExport.LONGEST),
                new RecentCommandsAndExport.Export(
                        settingsJsonFieldReader.text("exportRows", usual.rows(),
                                RecentCommandsAndExport.Export.LONGEST),
                        settingsJsonFieldReader.text("exportColumns", usual.columns(),
                                RecentCommandsAndExport.Export.LONGEST),
                        settingsJsonFieldReader.text("exportFormat", usual.format(),
                                RecentCommandsAndExport.Export.LONGEST),
                        settingsJsonFieldReader.flag("exportForSpreadsheets", usual.forSpreadsheets()),
                        settingsJsonFieldReader.flag("exportRawNames", usual.rawNames()),
                        settingsJsonFieldReader.flag("exportAsShown", usual.asShown()),
                        settingsJsonFieldReader.flag("exportWithSources", usual.withSources())));
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
