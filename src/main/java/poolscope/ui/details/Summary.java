package poolscope.ui.details;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import poolscope.pool.InCommon;
import poolscope.pool.PoolField;
import poolscope.pool.Totals;
import poolscope.ui.text.FieldText;
import poolscope.ui.text.Texts;

/// What several pools add up to, and what they have in common. Its parts stay and their words change: it follows every filter.
public final class Summary extends VBox {
    private static final List<PoolField> SUMS = List.of(PoolField.NODES, PoolField.UNAVAILABLE_NODES, PoolField.CPU_CORES,
            PoolField.MEMORY, PoolField.ACCELERATORS);

    private final Texts texts;
    private final FieldText fields;
    private final Label title = new Label();
    private final Label note = new Label();
    private final Part sums;
    private final Part common;

    public Summary(Texts texts, FieldText fields) {
        this.texts = texts;
        this.fields = fields;
        sums = new Part(texts.say("details.totals"));
        common = new Part(texts.say("details.common"));
        title.setId("summary-title");
        title.getStyleClass().add("pool-name");
        title.setWrapText(true);
        note.setText(texts.say("details.nothing"));
        note.setWrapText(true);
        note.getStyleClass().add("note");
        getStyleClass().add("content");
    }

    /// Of all pools shown.
    void show(Totals totals, boolean counted) {
        title.setText(counted ? texts.say("details.shown", totals.pools()) : texts.say("summary.waiting"));
        sums.show(sums(totals));
        put(Stream.of(title, note, sums));
    }

    /// Of the selected ones.
    void show(Totals totals, List<InCommon> values) {
        title.setText(texts.say("details.selected", totals.pools()));
        sums.show(sums(totals));
        common.show(values.stream().map(this::common).toList());
        put(Stream.of(title, sums, common));
    }

    private void put(Stream<Node> parts) {
        var now = parts.filter(node -> !(node instanceof Part part) || part.says()).toList();
        if (!getChildren().equals(now)) getChildren().setAll(now);
    }

    /// Of what no pool says there is no sum: it is left out.
    private List<Line> sums(Totals totals) {
        return SUMS.stream().filter(field -> totals.of(field).known() > 0).map(field -> {
            var sum = totals.of(field);
            var text = withUnit(field, fields.sum(field, totals));
            return new Line(field, new Fact.Said(
                    sum.unknown() > 0 ? texts.say("sum.unknown", text, sum.unknown()) : text, fields.wholeSum(field, totals)));
        }).toList();
    }

    private Line common(InCommon one) {
        return new Line(one.field(), new Fact.Said(withUnit(one.field(), fields.cell(one.field(), one.value())),
                fields.whole(one.field(), one.value())));
    }

    private String withUnit(PoolField field, String text) {
        return fields.unit(field).isEmpty() ? text : text + " " + fields.unit(field);
    }

    private record Line(PoolField field, Fact.Said said) {}

    /// Lines under a title.
    private final class Part extends VBox {
        private final Label heading;
        private final Map<PoolField, Fact> facts = new EnumMap<>(PoolField.class);

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

        private Fact fact(Line line) {
            var fact = facts.computeIfAbsent(line.field,
                    field -> new Fact(new Fact.Said(fields.name(field), fields.meaning(field)), line.said));
            fact.show(line.said);
            return fact;
        }
    }
}
