package poolscope.settings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A view as it stands in its file, the same in the folder of views and in one that is sent to somebody. There is no place for a
/// secret, an address or a project in it.
///
/// @param id
///            of the view, which the file does not repeat: it is the file's name
/// @param fileName
///            with the ending
record ViewJson(String id, String fileName) implements JsonForm<Optional<View>> {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST_CONNECTION = 200;
    private static final int LAST_PLACE = 1_000_000;

    /// The words of the file for the kinds of [View.Scope].
    private enum Which {
        TICKED, NAMED, GROUP
    }

    @Override
    public Optional<View> defaults() {
        return Optional.empty();
    }

    /// No view at all when something in it makes no sense: with half of its filter it would show other pools under the same name.
    @Override
    public Parsed<Optional<View>> parse(ObjectNode root) {
        List<String> replaced = new ArrayList<>();
        Fields fields = new Fields(root, replaced);
        fields.whole("version", VERSION, 1, Integer.MAX_VALUE);
        String name = fields.text("name", "", View.LONGEST_NAME);
        if (!View.isName(name) && !replaced.contains("name")) {
            replaced.add("name");
        }
        View.Scope scope = scope(fields.section("connections"));
        String filter = fields.text("filter", "", FilterMemory.LONGEST);
        TableLayout table = TableJson.parse(fields.section("table"));
        int place = fields.whole("place", 0, 0, LAST_PLACE);
        return new Parsed<>(
                replaced.isEmpty() ? Optional.of(new View(id, name, scope, filter, table, place)) : Optional.empty(), replaced);
    }

    @Override
    public ObjectNode render(Optional<View> view) {
        ObjectNode root = NODES.objectNode().put("version", VERSION);
        view.ifPresent(it -> {
            root.put("name", it.name());
            root.set("connections", render(it.scope()));
            root.put("filter", it.filter());
            root.set("table", TableJson.render(it.table()));
            root.put("place", it.place());
        });
        return root;
    }

    private static View.Scope scope(Fields fields) {
        return switch (fields.word("which", Which.TICKED)) {
            case TICKED -> View.Scope.AS_TICKED;
            case NAMED -> new View.Scope.Named(fields.texts("names", LONGEST_CONNECTION));
            case GROUP -> new View.Scope.Group(fields.text("group", "", LONGEST_CONNECTION));
        };
    }

    private static ObjectNode render(View.Scope scope) {
        return switch (scope) {
            case View.Scope.AsTicked _ -> scope(Which.TICKED, List.of(), "");
            case View.Scope.Named(List<String> names) -> scope(Which.NAMED, names, "");
            case View.Scope.Group(String name) -> scope(Which.GROUP, List.of(), name);
        };
    }

    private static ObjectNode scope(Which which, List<String> names, String group) {
        ObjectNode object = NODES.objectNode().put("which", Fields.wordOf(which));
        ArrayNode array = object.putArray("names");
        names.forEach(array::add);
        return object.put("group", group);
    }
}
