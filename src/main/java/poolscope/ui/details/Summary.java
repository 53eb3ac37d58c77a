package poolscope.ui.details;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import poolscope.pool.InCommon;
import poolscope.pool.PoolField;
import poolscope.pool.Totals;
import poolscope.ui.text.FieldText;
import poolscope.ui.text.Texts;

/// What several pools add up to, and what they have in common.
final class Summary extends VBox {
    private final Texts texts;
    private final FieldText fields;

    Summary(Texts texts, FieldText fields) {
        this.texts = texts;
        this.fields = fields;
        getStyleClass().add("content");
    }

    void show(Totals totals) {
        getChildren().setAll(head(texts.say("details.shown", totals.pools())), note(texts.say("details.nothing")));
        add("details.totals", sums(totals));
    }

    void show(Totals totals, List<InCommon> common) {
        getChildren().setAll(head(texts.say("details.selected", totals.pools())));
        add("details.totals", sums(totals));
        add("details.common", common.stream().map(this::common).toList());
    }

    private void add(String key, List<Fact> facts) {
        if (facts.isEmpty()) return;
        var title = new Label(texts.say(key));
        title.getStyleClass().add("section-title");
        var section = new VBox(title);
        section.getStyleClass().add("section");
        section.getChildren().addAll(facts);
        getChildren().add(section);
    }

    /// Of what no pool says there is no sum: it is left out.
    private List<Fact> sums(Totals totals) {
        return Stream.of(PoolField.NODES, PoolField.UNAVAILABLE_NODES, PoolField.CPU_CORES, PoolField.MEMORY,
                PoolField.ACCELERATORS).filter(field -> totals.of(field).known() > 0).map(field -> {
                    var sum = totals.of(field);
                    var text = withUnit(field, fields.cell(field, sum.total()));
                    return new Fact(new Fact.Said(fields.name(field), fields.meaning(field)),
                            new Fact.Said(sum.unknown() > 0 ? texts.say("sum.unknown", text, sum.unknown()) : text,
                                    fields.wholeSum(field, sum)));
                }).toList();
    }

    private Fact common(InCommon one) {
        return new Fact(new Fact.Said(fields.name(one.field()), fields.meaning(one.field())),
                new Fact.Said(withUnit(one.field(), fields.cell(one.field(), one.value())),
                        fields.whole(one.field(), one.value())));
    }

    private String withUnit(PoolField field, String text) {
        return fields.unit(field).isEmpty() ? text : text + " " + fields.unit(field);
    }

    private static Node head(String text) {
        var head = new Label(text);
        head.setId("summary-title");
        head.getStyleClass().add("pool-name");
        return head;
    }

    private static Node note(String text) {
        var note = new Label(text);
        note.setWrapText(true);
        note.getStyleClass().add("note");
        return note;
    }
}
