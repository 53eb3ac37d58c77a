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
final class SettingsJson implements JsonMapping<Settings> {

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
        JsonFields jsonFields = new JsonFields(root, replaced);
        jsonFields.whole("version", VERSION, 1, Integer.MAX_VALUE);
        Settings settings = new Settings(look(jsonFields.section("look")), window(jsonFields.section("window")),
                TableLayoutJson.parse(jsonFields.section("table")), filter(jsonFields.section("filter")),
                jsonFields.word("refresh", RefreshInterval.MINUTE),
                jsonFields.text("view", Settings.FIRST_VIEW, TableLayout.LONGEST_ID),
                habits(jsonFields.section("habits")));
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
        root.put("refresh", JsonFields.wordOf(settings.refresh()));
        root.put("view", settings.view());
        root.set("habits", render(settings.recentChoices()));
        return root;
    }

    private static Appearance look(JsonFields jsonFields) {
        Appearance usual = Appearance.defaults();
        return new Appearance(jsonFields.word("language", usual.language()), jsonFields.word("theme", usual.theme()),
                jsonFields.word("density", usual.density()),
                jsonFields.whole("zoomPercent", usual.zoomPercent(), Appearance.SMALLEST_ZOOM, Appearance.LARGEST_ZOOM),
                jsonFields.word("timeZone", usual.timeZone()));
    }

    private static ObjectNode render(Appearance appearance) {
        return NODES.objectNode()
                .put("language", JsonFields.wordOf(appearance.language()))
                .put("theme", JsonFields.wordOf(appearance.theme()))
                .put("density", JsonFields.wordOf(appearance.density()))
                .put("zoomPercent", appearance.zoomPercent())
                .put("timeZone", JsonFields.wordOf(appearance.timeZone()));
    }

    private static WindowBounds window(JsonFields jsonFields) {
        WindowBounds usual = WindowBounds.defaults();
        return new WindowBounds(jsonFields.take("bounds", usual.bounds(), SettingsJson::bounds),
                jsonFields.flag("maximised", usual.maximised()), jsonFields.flag("detailsShown", usual.detailsShown()),
                jsonFields.number("detailsShare", usual.detailsShare(), WindowBounds.SMALLEST_SHARE,
                        WindowBounds.LARGEST_SHARE),
                jsonFields.flag("sidebarShown", usual.sidebarShown()),
                jsonFields.flag("welcomeShown", usual.welcomeShown()), figures(jsonFields, usual.visibleSummaries()));
    }

    private static VisibleSummaries figures(JsonFields jsonFields, VisibleSummaries usual) {
        return new VisibleSummaries(jsonFields.flag("stripShown", usual.strip()),
                jsonFields.flag("totalsShown", usual.totals()), jsonFields.flag("chartsShown", usual.charts()));
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
                .put("stripShown", window.visibleSummaries().strip())
                .put("totalsShown", window.visibleSummaries().totals())
                .put("chartsShown", window.visibleSummaries().charts());
    }

    private static FilterHistory filter(JsonFields jsonFields) {
        return new FilterHistory(jsonFields.text("text", "", FilterHistory.LONGEST),
                jsonFields.texts("history", FilterHistory.LONGEST));
    }

    private static ObjectNode render(FilterHistory filter) {
        ArrayNode history = NODES.arrayNode();
        filter.history().forEach(history::add);
        ObjectNode object = NODES.objectNode().put("text", filter.text());
        object.set("history", history);
        return object;
    }

    private static RecentChoices habits(JsonFields jsonFields) {
        RecentChoices.Export usual = RecentChoices.defaults().export();
        return new RecentChoices(jsonFields.texts("chosen", RecentChoices.LONGEST),
                new RecentChoices.Export(jsonFields.text("exportRows", usual.rows(), RecentChoices.Export.LONGEST),
                        jsonFields.text("exportColumns", usual.columns(), RecentChoices.Export.LONGEST),
                        jsonFields.text("exportFormat", usual.format(), RecentChoices.Export.LONGEST),
                        jsonFields.flag("exportForSpreadsheets", usual.forSpreadsheets()),
                        jsonFields.flag("exportRawNames", usual.rawNames()),
                        jsonFields.flag("exportWithSources", usual.withSources())));
    }

    private static ObjectNode render(RecentChoices recentChoices) {
        ObjectNode object = NODES.objectNode();
        ArrayNode chosen = object.putArray("chosen");
        recentChoices.chosen().forEach(chosen::add);
        RecentChoices.Export export = recentChoices.export();
        return object.put("exportRows", export.rows())
                .put("exportColumns", export.columns())
                .put("exportFormat", export.format())
                .put("exportForSpreadsheets", export.forSpreadsheets())
                .put("exportRawNames", export.rawNames())
                .put("exportWithSources", export.withSources());
    }
}
