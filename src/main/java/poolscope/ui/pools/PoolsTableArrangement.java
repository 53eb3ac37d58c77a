package poolscope.ui.pools;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import poolscope.live.changes.PoolChanges;
import poolscope.live.changes.PoolsWithChanges;
import poolscope.live.table.TableArranger;
import poolscope.pool.PoolField;
import poolscope.pool.fit.JobDemand;
import poolscope.pool.fit.NodeFits;
import poolscope.pool.table.PoolTotals;
import poolscope.pool.table.SortOrder;
import poolscope.pool.table.TableQuery;

/// Has the rows arranged anew whenever there are other pools, or something else is asked of them: another filter, order
/// or grouping, the demand of a job, an earlier moment.
final class PoolsTableArrangement {
    private final TableArranger tableArranger;
    private final ObservableValue<PoolsWithChanges> poolsWithChanges;
    private final Asked asked;
    private final ObjectProperty<Optional<JobDemand>> jobDemand = new SimpleObjectProperty<>(this, "jobDemand",
            Optional.empty());
    private final ObjectProperty<NodeFits> nodeFits = new SimpleObjectProperty<>(this, "nodeFits", NodeFits.NONE);
    private final ObjectProperty<Optional<EarlierPoolSet>> earlierPools = new SimpleObjectProperty<>(this,
            "earlierPools", Optional.empty());
    private final ReadOnlyObjectWrapper<PoolChanges> shownChanges;

    /// What the operator asks of the table.
    ///
    /// @param shownFields
    ///            the fields that have a column
    record Asked(FilterModel filter, ObservableValue<SortOrder> sortOrder, PoolGroupingModel groups,
            Supplier<List<PoolField>> shownFields) {}

    PoolsTableArrangement(TableArranger tableArranger, ObservableValue<PoolsWithChanges> poolsWithChanges,
            Asked asked) {
        this.tableArranger = tableArranger;
        this.poolsWithChanges = poolsWithChanges;
        this.asked = asked;
        shownChanges = new ReadOnlyObjectWrapper<>(this, "shownChanges", poolsWithChanges.getValue().changes());
    }

    ObjectProperty<Optional<JobDemand>> jobDemandProperty() {
        return jobDemand;
    }

    ObjectProperty<NodeFits> nodeFitsProperty() {
        return nodeFits;
    }

    ObjectProperty<Optional<EarlierPoolSet>> earlierPoolsProperty() {
        return earlierPools;
    }

    ReadOnlyObjectProperty<PoolChanges> shownChangesProperty() {
        return shownChanges.getReadOnlyProperty();
    }

    /// Arranges at each change, until it is unsubscribed from.
    Subscription follow() {
        var following = poolsWithChanges.subscribe((_, now) -> {
            if (isShown(now)) shownChanges.set(now.changes());
            else
                arrange();
        })
                .and(tableArranger.arrangedPoolsProperty()
                        .subscribe((_, _) -> shownChanges.set(poolsWithChanges.getValue().changes())));
        for (var each : List.<ObservableValue<?>>of(earlierPools, asked.filter().filterProperty(), asked.sortOrder(),
                asked.groups().groupCollapseStateProperty(), asked.groups().poolGroupingCriterionProperty(), jobDemand,
                nodeFits))
            following = following.and(each.subscribe((_, _) -> arrange()));
        return following;
    }

    /// Arranges the pools that are known already.
    void begin() {
        if (!poolsWithChanges.getValue().pools().pools().isEmpty()) arrange();
    }

    /// Whether the table has these pools, and lines for those that are gone, already: only marks may be different.
    private boolean isShown(PoolsWithChanges now) {
        return tableArranger.arrangedPools().set() == now.pools()
                && shownChanges.get().gone().equals(now.changes().gone());
    }

    private void arrange() {
        var now = poolsWithChanges.getValue();
        var earlier = earlierPools.get();
        tableArranger.arrange(new TableArranger.Request(earlier.map(EarlierPoolSet::set).orElse(now.pools()),
                new TableQuery(asked.filter().filterProperty().get(), asked.sortOrder().getValue(),
                        asked.groups().poolGroupingCriterion(), jobDemand.get(),
                        earlier.isPresent() ? NodeFits.NONE : nodeFits.get()),
                asked.groups().groupCollapseState(), earlier.isPresent() ? List.of() : now.changes().gone(),
                measuredFields()));
    }

    /// The fields that have a column; a demand has columns of amounts that are not remembered as shown.
    private List<PoolField> measuredFields() {
        var shown = asked.shownFields().get();
        return jobDemand.get().isEmpty()
                ? shown
                : Stream.concat(shown.stream(), PoolTotals.fields().stream()).distinct().toList();
    }
}
