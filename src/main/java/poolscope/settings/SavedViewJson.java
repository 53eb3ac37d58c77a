package poolscope.settings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A view as it stands in its file, the same in the folder of views and in one that is sent to somebody. There is no
/// place for a secret, an address or a project in it.
///
/// @param id
///            of the view, which the file does not repeat: it is the file's name
/// @param fileName
///            with the ending
record SavedViewJson(String id, String fileName) implements JsonFileMapping<Optional<SavedView>> {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST_CONNECTION = 200;
    private static final int LAST_PLACE = 1_000_000;

    /// The words of the file for the kinds of [SavedView.Scope].
    private enum Which {
        TICKED, NAMED, GROUP
    }

    @Override
    public Optional<SavedView> defaults() {
        return Optional.empty();
    }

    /// No view at all when something in it makes no sense: with half of its filter it would show other pools under the
    /// same name.
    @Override
    public Parsed<Optional<SavedView>> parse(ObjectNode root) {
        List<String> replaced = new ArrayList<>();
        JsonFieldReaderWithDefaults jsonFieldReaderWithDefaults = new JsonFieldReaderWithDefaults(root, replaced);
        jsonFieldReaderWithDefaults.whole("version", VERSION, 1, Integer.MAX_VALUE);
        String name = jsonFieldReaderWithDefaults.text("name", "", SavedView.LONGEST_NAME);
        if (!SavedView.isName(name) && !replaced.contains("name")) {
            replaced.add("name");
        }
        SavedView.Scope scope = scope(jsonFieldReaderWithDefaults.section("connections"));
        String filter = jsonFieldReaderWithDefaults.text("filter", "", FilterTextAndHistory.LONGEST);
        TableLayout table = TableLayoutJson.parse(jsonFieldReaderWithDefaults.section("table"));
        int place = jsonFieldReaderWithDefaults.whole("place", 0, 0, LAST_PLACE);
        return new Parsed<>(replaced.isEmpty()
                ? Optional.of(new SavedView(id, name, scope, filter, table, place))
                : Optional.empty(), replaced);
    }

    @Override
    public ObjectNode render(Optional<SavedView> savedView) {
        ObjectNode root = NODES.objectNode().put("version", VERSION);
        savedView.ifPresent(it -> {
            root.put("name", it.name());
            root.set("connections", render(it.scope()));
            root.put("filter", it.filter());
            root.set("table", TableLayoutJson.render(it.table()));
            root.put("place", it.place());
        });
        return root;
    }

    private static SavedView.Scope scope(JsonFieldReaderWithDefaults jsonFieldReaderWithDefaults) {
        return switch (jsonFieldReaderWithDefaults.word("which", Which.TICKED)) {
            case TICKED -> SavedView.Scope.AS_TICKED;
            case NAMED -> new SavedView.Scope.Named(jsonFieldReaderWithDefaults.texts("names", LONGEST_CONNECTION));
            case GROUP -> new SavedView.Scope.Group(jsonFieldReaderWithDefaults.text("group", "", LONGEST_CONNECTION));
        };
    }

    private static ObjectNode render(SavedView.Scope scope) {
        return switch (scope) {
            case SavedView.Scope.AsTicked _ -> scope(Which.TICKED, List.of(), "");
            case SavedView.Scope.Named(List<String> names) -> scope(Which.NAMED, names, "");
            case SavedView.Scope.Group(String name) -> scope(Which.GROUP, List.of(), name);
        };
    }

    private static ObjectNode scope(Which which, List<String> names, String group) {
        ObjectNode object = NODES.objectNode().put("which", JsonFieldReaderWithDefaults.wordOf(which));
        ArrayNode array = object.putArray("names");
        names.forEach(array::add);
        return object.put("group", group);
    }
}
