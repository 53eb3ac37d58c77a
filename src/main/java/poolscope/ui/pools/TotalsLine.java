package poolscope.ui.pools;

import poolscope.ui.parts.Parts;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.util.Subscription;
import poolscope.live.Line;
import poolscope.pool.Arrangement;
import poolscope.pool.PoolField;
import poolscope.pool.Totals;
import poolscope.ui.text.FieldText;
import poolscope.ui.text.SummaryText;
import poolscope.ui.text.Texts;

/// Wires the line of sums to the model and to the table over it.
final class TotalsLine {
    private final TotalsRow row;
    private final PoolsModel model;
    private final FieldText fields;
    private final Texts texts;
    private final SummaryText words;

    TotalsLine(TotalsRow row, PoolsModel model, Texts texts, FieldText fields) {
        this.row = row;
        this.model = model;
        this.texts = texts;
        this.fields = fields;
        words = new SummaryText(texts, fields);
    }

    Subscription install(TableView<Line> table, PinnedColumns pinned) {
        return Subscription.combine(row.follow(table),
                model.arrangementProperty().map(Arrangement::totals).subscribe(this::showSums),
                model.stageProperty().map(Stage::isCounted).subscribe((_, _) -> showSums(model.arrangement().totals())),
                model.ledgerProperty().subscribe(_ -> showWords()), model.figures().subscribe(figures -> {
                    Parts.show(row, figures.totals());
                }), pinned.scrolledProperty().subscribe(by -> row.scroll(by.doubleValue())));
    }

    private void showSums(Totals sums) {
        row.show(sums, new TotalsRow.Words() {
            @Override
            public List<String> of(PoolField field, Totals totals) {
                int decimals = model.decimals(field);
                return isCounted()
                        ? List.of(words.total(field, totals, decimals), words.rounded(field, totals),
                                words.brief(field, totals, decimals))
                        : List.of("");
            }

            @Override
            public String whole(PoolField field, Totals totals) {
                return isCounted() ? fields.name(field) + ": " + fields.wholeSum(field, totals) : "";
            }
        });
        showWords();
    }

    private boolean isCounted() {
        return model.stageProperty().get().isCounted();
    }

    private void showWords() {
        row.show(new TotalsRow.Said(isCounted() ? texts.say("totals.head", model.arrangement().size()) : "",
                words.account(model.ledgerProperty().get())));
    }
}
