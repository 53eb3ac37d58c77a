package poolscope.ui.table;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.TableView;
import javafx.util.Subscription;
import poolscope.live.table.TableRowItem;
import poolscope.pool.PoolField;
import poolscope.pool.table.ArrangedPools;
import poolscope.pool.table.PoolTotals;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.pools.EmptyTableState;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TotalsAndChartsText;

/// Binds the totals row to the model and to the table above it.
final class TotalsRowUpdater {
    private final TotalsRow row;
    private final PoolsTableModel model;
    private final PoolFieldText fields;
    private final Texts texts;
    private final TotalsAndChartsText words;

    TotalsRowUpdater(TotalsRow row, PoolsTableModel model, Texts texts, PoolFieldText fields) {
        this.row = row;
        this.model = model;
        this.texts = texts;
        this.fields = fields;
        words = new TotalsAndChartsText(texts, fields);
    }

    Subscription install(TableView<TableRowItem> table, PinnedColumns pinned) {
        return Subscription.combine(row.follow(table),
                model.arrangedPoolsProperty().map(ArrangedPools::poolTotals).subscribe(this::showSums),
                model.emptyTableStateProperty()
                        .map(EmptyTableState::isCounted)
                        .subscribe((_, _) -> showSums(model.arrangedPools().poolTotals())),
                model.allConnectionsStatusProperty().subscribe(_ -> showWords()),
                model.summaryVisibility().subscribe(summaryVisibility -> {
                    SceneNodeVisibility.show(row, summaryVisibility.totals());
                }), pinned.scrolledProperty().subscribe(by -> row.scroll(by.doubleValue())));
    }

    private void showSums(PoolTotals sums) {
        row.show(sums, new TotalsRow.SumFormat() {
            @Override
            public List<String> of(PoolField field, PoolTotals poolTotals) {
                int decimals = model.decimals(field);
                return isCounted()
                        ? Stream.concat(Stream.of(words.total(field, poolTotals, decimals)),
                                fields.totals().formsInCell(field, poolTotals, decimals).stream()).toList()
                        : List.of("");
            }

            @Override
            public String whole(PoolField field, PoolTotals poolTotals) {
                return isCounted() ? fields.name(field) + ": " + fields.totals().wholeSum(field, poolTotals) : "";
            }
        });
        showWords();
    }

    private boolean isCounted() {
        return model.emptyTableStateProperty().get().isCounted();
    }

    private void showWords() {
        int pools = model.arrangedPools().size();
        row.show(new TotalsRow.Captions(isCounted() ? texts.format("totals.head", pools) : "",
                isCounted() ? texts.format("totals.head.short", pools) : "",
                isCounted() ? words.coverageNote(model.allConnectionsStatusProperty().get()) : ""));
    }
}
