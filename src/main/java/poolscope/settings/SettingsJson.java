package poolscope.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The settings as they stand in the file. Every key of ours is always written, so that two trees of ours have the same shape.
final class SettingsJson implements JsonForm<Settings> {

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
        Fields fields = new Fields(root, replaced);
        fields.whole("version", VERSION, 1, Integer.MAX_VALUE);
        Settings settings = new Settings(look(fields.section("look")), window(fields.section("window")),
                TableJson.parse(fields.section("table")), filter(fields.section("filter")),
                fields.word("refresh", RefreshEvery.MINUTE),
                fields.text("view", Settings.FIRST_VIEW, TableLayout.LONGEST_ID), habits(fields.section("habits")));
        return new Parsed<>(settings, replaced);
    }

    @Override
    public ObjectNode render(Settings settings) {
        ObjectNode root = NODES.objectNode();
        root.put("version", VERSION);
        root.set("look", render(settings.look()));
        root.set("window", render(settings.window()));
        root.set("table", TableJson.render(settings.table()));
        root.set("filter", render(settings.filter()));
        root.put("refresh", Fields.wordOf(settings.refresh()));
        root.put("view", settings.view());
        root.set("habits", render(settings.habits()));
        return root;
    }

    private static Look look(Fields fields) {
        Look usual = Look.defaults();
        return new Look(fields.word("language", usual.language()), fields.word("theme", usual.theme()),
                fields.word("density", usual.density()),
                fields.whole("zoomPercent", usual.zoomPercent(), Look.SMALLEST_ZOOM, Look.LARGEST_ZOOM),
                fields.word("timeZone", usual.timeZone()));
    }

    private static ObjectNode render(Look look) {
        return NODES.objectNode().put("language", Fields.wordOf(look.language())).put("theme", Fields.wordOf(look.theme()))
                .put("density", Fields.wordOf(look.density())).put("zoomPercent", look.zoomPercent())
                .put("timeZone", Fields.wordOf(look.timeZone()));
    }

    private static WindowPlace window(Fields fields) {
        WindowPlace usual = WindowPlace.defaults();
        return new WindowPlace(fields.take("bounds", usual.bounds(), SettingsJson::bounds),
                fields.flag("maximised", usual.maximised()), fields.flag("detailsShown", usual.detailsShown()),
                fields.number("detailsShare", usual.detailsShare(), WindowPlace.SMALLEST_SHARE, WindowPlace.LARGEST_SHARE),
                fields.flag("sidebarShown", usual.sidebarShown()), fields.flag("welcomeShown", usual.welcomeShown()),
                figures(fields, usual.figures()));
    }

    private static Figures figures(Fields fields, Figures usual) {
        return new Figures(fields.flag("stripShown", usual.strip()), fields.flag("totalsShown", usual.totals()),
                fields.flag("chartsShown", usual.charts()));
    }

    /// `[x, y, width, height]`, or `[]` if unset: one value, so that two instances can't mix their places.
    private static Optional<WindowPlace.Bounds> bounds(JsonNode node) {
        if (node.isArray() && node.isEmpty()) {
            return Optional.of(WindowPlace.Bounds.UNSET);
        }
        boolean fourNumbers = node.size() == 4 && node.valueStream().allMatch(JsonNode::isNumber);
        return Optional.of(node).filter(_ -> fourNumbers)
                .map(it -> WindowPlace.Bounds.of(it.path(0).doubleValue(), it.path(1).doubleValue(), it.path(2).doubleValue(),
                        it.path(3).doubleValue()))
                .filter(WindowPlace.Bounds.At.class::isInstance);
    }

    private static ObjectNode render(WindowPlace window) {
        ArrayNode bounds = NODES.arrayNode();
        switch (window.bounds()) {
            case WindowPlace.Bounds.Unset _ -> {
            }
            case WindowPlace.Bounds.At at -> bounds.add(at.x()).add(at.y()).add(at.width()).add(at.height());
        }
        ObjectNode object = NODES.objectNode();
        object.set("bounds", bounds);
        return object.put("maximised", window.maximised()).put("detailsShown", window.detailsShown())
                .put("detailsShare", window.detailsShare()).put("sidebarShown", window.sidebarShown())
                .put("welcomeShown", window.welcomeShown()).put("stripShown", window.figures().strip())
                .put("totalsShown", window.figures().totals()).put("chartsShown", window.figures().charts());
    }

    private static FilterMemory filter(Fields fields) {
        return new FilterMemory(fields.text("text", "", FilterMemory.LONGEST),
                fields.texts("history", FilterMemory.LONGEST));
    }

    private static ObjectNode render(FilterMemory filter) {
        ArrayNode history = NODES.arrayNode();
        filter.history().forEach(history::add);
        ObjectNode object = NODES.objectNode().put("text", filter.text());
        object.set("history", history);
        return object;
    }

    private static Habits habits(Fields fields) {
        Habits.Export usual = Habits.defaults().export();
        return new Habits(fields.texts("chosen", Habits.LONGEST),
                new Habits.Export(fields.text("exportRows", usual.rows(), Habits.Export.LONGEST),
                        fields.text("exportColumns", usual.columns(), Habits.Export.LONGEST),
                        fields.text("exportFormat", usual.format(), Habits.Export.LONGEST),
                        fields.flag("exportForSpreadsheets", usual.forSpreadsheets()),
                        fields.flag("exportRawNames", usual.rawNames()),
                        fields.flag("exportWithSources", usual.withSources())));
    }

    private static ObjectNode render(Habits habits) {
        ObjectNode object = NODES.objectNode();
        ArrayNode chosen = object.putArray("chosen");
        habits.chosen().forEach(chosen::add);
        Habits.Export export = habits.export();
        return object.put("exportRows", export.rows()).put("exportColumns", export.columns())
                .put("exportFormat", export.format()).put("exportForSpreadsheets", export.forSpreadsheets())
                .put("exportRawNames", export.rawNames()).put("exportWithSources", export.withSources());
    }
}
