package poolscope.ui.details;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import poolscope.pool.CommonFieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.ReportedNodeFlavor;
import poolscope.pool.table.PoolGroupIdentity;
import poolscope.pool.table.PoolTotals;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;

/// Totals and common values of several pools. Its nodes are reused and only their texts change, because it changes with
/// every filter.
public final class SeveralPoolsDetailsPane extends VBox {
    private static final List<PoolField> SUMS = List.of(PoolField.NODES, PoolField.UNAVAILABLE_NODES,
            PoolField.CPU_CORES, PoolField.MEMORY, PoolField.ACCELERATORS, PoolField.FREE_ACCELERATORS);

    private final Texts texts;
    private final PoolFieldText fields;
    private final Label title = new Label();
    private final Label note = new Label();
    private final Part sums;
    private final Part common;

    public SeveralPoolsDetailsPane(Texts texts, PoolFieldText fields) {
        this.texts = texts;
        this.fields = fields;
        sums = new Part(texts.format("details.totals"));
        common = new Part(texts.format("details.common"));
        title.setId("summary-title");
        title.getStyleClass().add("pool-name");
        title.setWrapText(true);
        note.setText(texts.format("details.nothing"));
        note.setWrapText(true);
        note.getStyleClass().add("note");
        getStyleClass().add("content");
    }

    /// For all pools shown.
    void show(PoolTotals poolTotals, DetailsContent.Count count) {
        title.setText(switch (count) {
            case KNOWN -> texts.format("details.shown", poolTotals.pools());
            case AWAITED -> texts.format("summary.waiting");
            case UNKNOWN -> texts.format("details.unknown");
        });
        SceneNodeVisibility.show(note, count != DetailsContent.Count.UNKNOWN && poolTotals.pools() > 0);
        sums.show(sums(poolTotals));
        put(Stream.of(title, note, sums));
    }

    /// For the selected pools.
    ///
    /// @param group
    ///            whose pools they are
    /// @param flavors
    ///            what one node of each specification has, as the service says
    void show(PoolTotals poolTotals, List<CommonFieldValue> values, Optional<PoolGroupIdentity> group,
            Map<String, ReportedNodeFlavor> flavors) {
        title.setText(group.map(key -> fields.groupHead(fields.groupName(key), poolTotals.pools()))
                .orElseGet(() -> texts.format("details.selected", poolTotals.pools())));
        sums.show(sums(poolTotals));
        common.show(values.stream().map(one -> common(one, flavors)).toList());
        put(Stream.of(title, sums, common));
    }

    private void put(Stream<Node> parts) {
        var now = parts.filter(node -> !(node instanceof Part part) || part.says()).toList();
        if (!getChildren().equals(now)) getChildren().setAll(now);
    }

    /// A sum of a field that no pool reports is left out.
    private List<Line> sums(PoolTotals poolTotals) {
        return SUMS.stream().filter(field -> poolTotals.of(field).known() > 0).map(field -> {
            var fieldSumOfPools = poolTotals.of(field);
            var text = withUnit(field, fields.totals().sum(field, poolTotals));
            return new Line(field, new DetailTextLine.Content(
                    fieldSumOfPools.unknown() > 0 ? texts.format("sum.unknown", text, fieldSumOfPools.unknown()) : text,
                    fields.totals().wholeSum(field, poolTotals)));
        }).toList();
    }

    private Line common(CommonFieldValue one, Map<String, ReportedNodeFlavor> flavors) {
        return new Line(one.field(),
                new DetailTextLine.Content(withUnit(one.field(), fields.cell(one.field(), one.fieldValue())),
                        one.field() == PoolField.SPECIFICATION
                                ? fields.specifications().whole(one.fieldValue(), flavors)
                                : fields.whole(one.field(), one.fieldValue())));
    }

    private String withUnit(PoolField field, String text) {
        return fields.unit(field).isEmpty() ? text : text + " " + fields.unit(field);
    }

    private record Line(PoolField field, DetailTextLine.Content content) {}

    /// Lines under a title.
    private final class Part extends VBox {
        private final Label heading;
        private final Map<PoolField, DetailTextLine> facts = new EnumMap<>(PoolField.class);

        Part(String text) {
            heading = new Label(text);
            heading.getStyleClass().add("section-title");
            getStyleClass().add("section");
            getChildren().add(heading);
        }

        boolean says() {
            return getChildren().size() > 1;
        }

        void show(List<Line> lines) {
            var now = Stream.concat(Stream.of(heading), lines.stream().map(this::fact)).toList();
            if (!getChildren().equals(now)) getChildren().setAll(now);
        }

        private DetailTextLine fact(Line line) {
            var detailTextLine = facts.computeIfAbsent(line.field, field -> newFact(field, line.content));
            detailTextLine.show(line.content);
            return detailTextLine;
        }

        private DetailTextLine newFact(PoolField field, DetailTextLine.Content content) {
            var detailTextLine = new DetailTextLine(
                    new DetailTextLine.Content(fields.name(field), fields.meaning(field)), content,
                    field.unit() == PoolField.Unit.ID);
            detailTextLine.keepSize();
            detailTextLine.setField(field);
            return detailTextLine;
        }
    }
}
