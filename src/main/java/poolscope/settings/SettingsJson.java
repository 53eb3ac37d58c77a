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
final class SettingsJson implements SettingJsonMapping<Settings> {

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
        JsonFieldReader jsonFieldReader = new JsonFieldReader(root, replaced);
        jsonFieldReader.whole("version", VERSION, 1, Integer.MAX_VALUE);
        Settings settings = new Settings(look(jsonFieldReader.section("look")),
                window(jsonFieldReader.section("window")), TableLayoutJson.parse(jsonFieldReader.section("table")),
                filter(jsonFieldReader.section("filter")), jsonFieldReader.word("refresh", RefreshInterval.MINUTE),
                jsonFieldReader.text("view", Settings.FIRST_VIEW, TableLayout.LONGEST_ID),
                habits(jsonFieldReader.section("habits")),
                ChangeTrackingSettingsJson.parse(jsonFieldReader.section("changes")));
        return new Parsed<>(settings, replaced);
    }

    @Override
    public ObjectNode render(Settings settings) {
        ObjectNode root = NODES.objectNode();
        root.put("version", VERSION);
        root.set("look", render(settings.appearance()));
        root.set("window", render(settings.window()));
        root.set("table", TableLayoutJson.render(settings.table()));
        root.set("filter", render(settings.filter()));
        root.put("refresh", JsonFieldReader.wordOf(settings.refresh()));
        root.put("view", settings.view());
        root.set("habits", render(settings.recentCommandsAndExport()));
        root.set("changes", ChangeTrackingSettingsJson.render(settings.changes()));
        return root;
    }

    private static Appearance look(JsonFieldReader jsonFieldReader) {
        Appearance usual = Appearance.defaults();
        return new Appearance(jsonFieldReader.word("language", usual.language()),
                jsonFieldReader.word("theme", usual.theme()), jsonFieldReader.word("density", usual.density()),
                jsonFieldReader.whole("zoomPercent", usual.zoomPercent(), Appearance.SMALLEST_ZOOM,
                        Appearance.LARGEST_ZOOM),
                jsonFieldReader.word("timeZone", usual.timeZone()),
                jsonFieldReader.flag("estimatedEnds", usual.estimatedEnds()));
    }

    private static ObjectNode render(Appearance appearance) {
        return NODES.objectNode()
                .put("language", JsonFieldReader.wordOf(appearance.language()))
                .put("theme", JsonFieldReader.wordOf(appearance.theme()))
                .put("density", JsonFieldReader.wordOf(appearance.density()))
                .put("zoomPercent", appearance.zoomPercent())
                .put("timeZone", JsonFieldReader.wordOf(appearance.timeZone()))
                .put("estimatedEnds", appearance.estimatedEnds());
    }

    private static WindowBounds window(JsonFieldReader jsonFieldReader) {
        WindowBounds usual = WindowBounds.defaults();
        return new WindowBounds(jsonFieldReader.take("bounds", usual.bounds(), SettingsJson::bounds),
                jsonFieldReader.flag("maximised", usual.maximised()),
                jsonFieldReader.flag("detailsShown", usual.detailsShown()),
                jsonFieldReader.number("detailsShare", usual.detailsShare(), WindowBounds.SMALLEST_SHARE,
                        WindowBounds.LARGEST_SHARE),
                jsonFieldReader.flag("sidebarShown", usual.sidebarShown()),
                jsonFieldReader.flag("welcomeShown", usual.welcomeShown()),
                figures(jsonFieldReader, usual.summaryVisibility()));
    }

    private static SummaryVisibility figures(JsonFieldReader jsonFieldReader, SummaryVisibility usual) {
        return new SummaryVisibility(jsonFieldReader.flag("stripShown", usual.strip()),
                jsonFieldReader.flag("totalsShown", usual.totals()),
                jsonFieldReader.flag("chartsShown", usual.charts()));
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

    private static FilterHistory filter(JsonFieldReader jsonFieldReader) {
        return new FilterHistory(jsonFieldReader.text("text", "", FilterHistory.LONGEST),
                jsonFieldReader.texts("history", FilterHistory.LONGEST));
    }

    private static ObjectNode render(FilterHistory filter) {
        ArrayNode history = NODES.arrayNode();
        filter.history().forEach(history::add);
        ObjectNode object = NODES.objectNode().put("text", filter.text());
        object.set("history", history);
        return object;
    }

    private static RecentCommandsAndExport habits(JsonFieldReader jsonFieldReader) {
        RecentCommandsAndExport.Export usual = RecentCommandsAndExport.defaults().export();
        return new RecentCommandsAndExport(jsonFieldReader.texts("chosen", RecentCommandsAndExport.LONGEST),
                new RecentCommandsAndExport.Export(
                        jsonFieldReader.text("exportRows", usual.rows(), RecentCommandsAndExport.Export.LONGEST),
                        jsonFieldReader.text("exportColumns", usual.columns(), RecentCommandsAndExport.Export.LONGEST),
                        jsonFieldReader.text("exportFormat", usual.format(), RecentCommandsAndExport.Export.LONGEST),
                        jsonFieldReader.flag("exportForSpreadsheets", usual.forSpreadsheets()),
                        jsonFieldReader.flag("exportRawNames", usual.rawNames()),
                        jsonFieldReader.flag("exportAsShown", usual.asShown()),
                        jsonFieldReader.flag("exportWithSources", usual.withSources())));
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
