package poolscope.settings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.TreeSet;

/// The table's layout as it stands in a file.
final class TableJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double USUAL_WIDTH = 120;

    private TableJson() {}

    static TableLayout parse(Fields fields) {
        return new TableLayout(fields.objects("columns", TableJson::column), fields.objects("sort", TableJson::sortBy),
                fields.text("grouping", TableLayout.UNGROUPED, TableLayout.LONGEST_ID),
                new TreeSet<>(fields.texts("chosen", TableLayout.LONGEST_ID)));
    }

    private static Optional<TableLayout.Column> column(Fields fields) {
        double width = fields.number("width", USUAL_WIDTH, TableLayout.Column.NARROWEST, TableLayout.Column.WIDEST);
        boolean shown = fields.flag("shown", true);
        boolean pinned = fields.flag("pinned", false);
        return fieldId(fields).map(id -> new TableLayout.Column(id, width, shown, pinned));
    }

    private static Optional<TableLayout.SortBy> sortBy(Fields fields) {
        boolean descending = fields.flag("descending", false);
        return fieldId(fields).map(id -> new TableLayout.SortBy(id, descending));
    }

    private static Optional<String> fieldId(Fields fields) {
        return Optional.of(fields.text(Merge.IDENTITY, "", TableLayout.LONGEST_ID)).filter(id -> !id.isEmpty());
    }

    static ObjectNode render(TableLayout table) {
        ArrayNode columns = NODES.arrayNode();
        table.columns().forEach(column -> columns.addObject().put(Merge.IDENTITY, column.fieldId()).put("width", column.width())
                .put("shown", column.shown()).put("pinned", column.pinned()));
        ArrayNode sort = NODES.arrayNode();
        table.sort().forEach(by -> sort.addObject().put(Merge.IDENTITY, by.fieldId()).put("descending", by.descending()));
        ObjectNode object = NODES.objectNode();
        object.set("columns", columns);
        object.set("sort", sort);
        object.put("grouping", table.grouping());
        ArrayNode chosen = object.putArray("chosen");
        table.chosen().forEach(chosen::add);
        return object;
    }
}
