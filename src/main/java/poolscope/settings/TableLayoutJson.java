package poolscope.settings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The table's layout as it stands in a file.
final class TableLayoutJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double USUAL_WIDTH = 120;
    /// Stands in files of versions that pin the column of the name at first; in older files nobody decided on it.
    private static final String IS_PINNING_CHOSEN = "pinningChosen";
    private static final String NAME = "cluster_name";

    private TableLayoutJson() {}

    static TableLayout parse(JsonFieldReaderWithDefaults jsonFieldReaderWithDefaults) {
        var columns = jsonFieldReaderWithDefaults.objects("columns", TableLayoutJson::column);
        boolean isPinningChosen = jsonFieldReaderWithDefaults.flag(IS_PINNING_CHOSEN, false);
        return new TableLayout(isPinningChosen ? columns : withNamePinned(columns),
                jsonFieldReaderWithDefaults.objects("sort", TableLayoutJson::sortBy),
                jsonFieldReaderWithDefaults.text("grouping", TableLayout.UNGROUPED, TableLayout.LONGEST_ID),
                new TreeSet<>(jsonFieldReaderWithDefaults.texts("chosen", TableLayout.LONGEST_ID)));
    }

    /// As the table of today begins, unless the name was moved or another column pinned.
    private static List<TableLayout.Column> withNamePinned(List<TableLayout.Column> columns) {
        boolean isUnmoved = !columns.isEmpty() && columns.getFirst().fieldId().equals(NAME);
        if (!isUnmoved || columns.stream().anyMatch(TableLayout.Column::pinned)) return columns;
        return columns.stream()
                .map(one -> one.fieldId().equals(NAME)
                        ? new TableLayout.Column(NAME, one.width(), one.shown(), true)
                        : one)
                .toList();
    }

    private static Optional<TableLayout.Column> column(JsonFieldReaderWithDefaults jsonFieldReaderWithDefaults) {
        double width = jsonFieldReaderWithDefaults.number("width", USUAL_WIDTH, TableLayout.Column.NARROWEST,
                TableLayout.Column.WIDEST);
        boolean shown = jsonFieldReaderWithDefaults.flag("shown", true);
        boolean pinned = jsonFieldReaderWithDefaults.flag("pinned", false);
        return fieldId(jsonFieldReaderWithDefaults).map(id -> new TableLayout.Column(id, width, shown, pinned));
    }

    private static Optional<TableLayout.SortBy> sortBy(JsonFieldReaderWithDefaults jsonFieldReaderWithDefaults) {
        boolean descending = jsonFieldReaderWithDefaults.flag("descending", false);
        return fieldId(jsonFieldReaderWithDefaults).map(id -> new TableLayout.SortBy(id, descending));
    }

    private static Optional<String> fieldId(JsonFieldReaderWithDefaults jsonFieldReaderWithDefaults) {
        return Optional.of(jsonFieldReaderWithDefaults.text(ThreeWayMerge.IDENTITY, "", TableLayout.LONGEST_ID))
                .filter(id -> !id.isEmpty());
    }

    static ObjectNode render(TableLayout table) {
        ArrayNode columns = NODES.arrayNode();
        table.columns()
                .forEach(column -> columns.addObject()
                        .put(ThreeWayMerge.IDENTITY, column.fieldId())
                        .put("width", column.width())
                        .put("shown", column.shown())
                        .put("pinned", column.pinned()));
        ArrayNode sort = NODES.arrayNode();
        table.sort()
                .forEach(by -> sort.addObject()
                        .put(ThreeWayMerge.IDENTITY, by.fieldId())
                        .put("descending", by.descending()));
        ObjectNode object = NODES.objectNode();
        object.set("columns", columns);
        object.set("sort", sort);
        object.put("grouping", table.grouping());
        object.put(IS_PINNING_CHOSEN, true);
        ArrayNode chosen = object.putArray("chosen");
        table.chosen().forEach(chosen::add);
        return object;
    }
}
