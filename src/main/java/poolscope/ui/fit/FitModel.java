package poolscope.ui.fit;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import poolscope.live.table.PoolRow;
import poolscope.pool.Pool;
import poolscope.pool.filter.TextMatcher;
import poolscope.pool.fit.FitResult;
import poolscope.pool.fit.JobDemand;
import poolscope.ui.pools.PoolsTableModel;

/// The typed demand of a job, and the result. Nothing of it is stored.
public final class FitModel {
    private static final BigDecimal MIB_PER_GIB = BigDecimal.valueOf(1024);

    private final PoolsTableModel pools;
    private final Map<DemandField, StringProperty> typed = new EnumMap<>(DemandField.class);
    private final StringProperty specification = new SimpleStringProperty(this, "specification", "");
    private final ObjectProperty<DemandPerNodeOrTotal> demandPerNodeOrTotal = new SimpleObjectProperty<>(this,
            "demandPerNodeOrTotal", DemandPerNodeOrTotal.PER_NODE);
    private final BooleanProperty onlyRunning = new SimpleBooleanProperty(this, "onlyRunning", true);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open", false);
    private final ReadOnlyObjectWrapper<Map<DemandField, DemandFieldError>> errors = new ReadOnlyObjectWrapper<>(this,
            "errors", Map.of());
    private final ReadOnlyObjectWrapper<Optional<FitFinderResult>> fitFinderResult = new ReadOnlyObjectWrapper<>(this,
            "fitFinderResult", Optional.empty());
    private final ReadOnlyBooleanWrapper computing = new ReadOnlyBooleanWrapper(this, "computing", false);

    public FitModel(PoolsTableModel pools) {
        this.pools = pools;
        for (var demandField : DemandField.values()) {
            var text = new SimpleStringProperty(this, demandField.name(), "");
            typed.put(demandField, text);
            text.subscribe((_, _) -> ask());
        }
        specification.subscribe((_, _) -> ask());
        demandPerNodeOrTotal.subscribe((_, _) -> ask());
        onlyRunning.subscribe((_, _) -> ask());
        open.subscribe((_, _) -> ask());
        pools.jobDemandProperty().subscribe((_, _) -> updateComputing());
        pools.arrangedPoolsProperty().subscribe((_, _) -> publish());
        pools.allConnectionsStatusProperty().subscribe((_, _) -> publish());
    }

    /// The typed text of a field.
    public StringProperty typed(DemandField demandField) {
        return Objects.requireNonNull(typed.get(demandField));
    }

    /// Asks for that many cards on each node. A blank text changes only what the amounts are of.
    void askForCardsPerNode(String cards) {
        demandPerNodeOrTotal.set(DemandPerNodeOrTotal.PER_NODE);
        if (!cards.isBlank()) typed(DemandField.ACCELERATORS).set(cards);
    }

    public StringProperty specificationProperty() {
        return specification;
    }

    /// What the typed amounts are of.
    public ObjectProperty<DemandPerNodeOrTotal> demandPerNodeOrTotalProperty() {
        return demandPerNodeOrTotal;
    }

    public BooleanProperty onlyRunningProperty() {
        return onlyRunning;
    }

    /// Whether the form is open; while it is closed, there is no demand.
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public void toggle() {
        open.set(!open.get());
    }

    /// Closes the form; returns whether it was open.
    public boolean close() {
        boolean was = open.get();
        open.set(false);
        return was;
    }

    /// The errors of the fields. While there is one, the previous demand stays in effect.
    public ReadOnlyObjectProperty<Map<DemandField, DemandFieldError>> errorsProperty() {
        return errors.getReadOnlyProperty();
    }

    /// The result; empty without a demand.
    public ReadOnlyObjectProperty<Optional<FitFinderResult>> fitFinderResultProperty() {
        return fitFinderResult.getReadOnlyProperty();
    }

    /// Whether there is a demand whose result is not there yet.
    ReadOnlyBooleanProperty computingProperty() {
        return computing.getReadOnlyProperty();
    }

    private void updateComputing() {
        computing.set(pools.jobDemandProperty().get().isPresent() && !isAnswered());
    }

    /// Whether the pools shown are in the order of the current demand.
    boolean isAnswered() {
        return pools.arrangedPools().tableQuery().jobDemand().equals(pools.jobDemandProperty().get());
    }

    /// The pool proposed for the job: the current one if it is shown and fits, else the best one. Empty when none fits.
    public Optional<Pool> proposedPool() {
        var query = pools.arrangedPools().tableQuery();
        return pools.currentProperty()
                .get()
                .map(PoolRow::pool)
                .filter(pools::isShown)
                .filter(pool -> query.fitOf(pool).map(FitResult::hasRoom).orElse(true))
                .or(() -> fitFinderResult.get()
                        .flatMap(FitFinderResult::best)
                        .filter(best -> best.fitResult().hasRoom())
                        .map(FitFinderResult.Best::pool));
    }

    /// Name, id and connection of the proposed pool, separated by commas, to be pasted into a job's form.
    public static String forJob(Pool pool) {
        return String.join(", ", List.of(pool.poolNamesAndOwner().name().asText(""),
                pool.poolNamesAndOwner().id().asText(""), pool.poolOrigin().connection()));
    }

    private void ask() {
        var wrong = new EnumMap<DemandField, DemandFieldError>(DemandField.class);
        var numbers = new EnumMap<DemandField, BigDecimal>(DemandField.class);
        typed.forEach((demandField, text) -> {
            demandField.error(text.get()).ifPresent(demandFieldError -> wrong.put(demandField, demandFieldError));
            demandField.read(text.get()).ifPresent(number -> numbers.put(demandField, number));
        });
        if (wrong.isEmpty() && demandPerNodeOrTotal.get() == DemandPerNodeOrTotal.IN_ALL
                && isLessThanOneEach(number(numbers, DemandField.ACCELERATORS), number(numbers, DemandField.NODES)))
            wrong.put(DemandField.ACCELERATORS, DemandFieldError.FEWER_THAN_NODES);
        errors.set(Map.copyOf(wrong));
        if (!open.get()) pools.jobDemandProperty().set(Optional.empty());
        else if (wrong.isEmpty())
            pools.jobDemandProperty().set(Optional.of(demand(numbers)).filter(now -> !now.asksForNothing()));
    }

    /// Fractions are not an error: a job can use a part of a card.
    private static boolean isLessThanOneEach(BigDecimal accelerators, BigDecimal nodes) {
        boolean isWhole = accelerators.stripTrailingZeros().scale() <= 0;
        return isWhole && accelerators.signum() > 0 && accelerators.compareTo(nodes) < 0;
    }

    private JobDemand demand(Map<DemandField, BigDecimal> numbers) {
        int typedNodes = number(numbers, DemandField.NODES).intValueExact();
        boolean isOfOneNode = demandPerNodeOrTotal.get() == DemandPerNodeOrTotal.PER_NODE && typedNodes == 0
                && hasAmount(numbers);
        int nodes = isOfOneNode ? 1 : typedNodes;
        var factor = demandPerNodeOrTotal.get() == DemandPerNodeOrTotal.PER_NODE
                ? BigDecimal.valueOf(nodes)
                : BigDecimal.ONE;
        return new JobDemand(nodes,
                new JobDemand.Amounts(number(numbers, DemandField.CPU).multiply(factor),
                        number(numbers, DemandField.MEMORY).multiply(MIB_PER_GIB).multiply(factor),
                        number(numbers, DemandField.ACCELERATORS).multiply(factor)),
                TextMatcher.of(specification.get().strip()), onlyRunning.get());
    }

    private static boolean hasAmount(Map<DemandField, BigDecimal> numbers) {
        return Stream.of(DemandField.CPU, DemandField.MEMORY, DemandField.ACCELERATORS)
                .anyMatch(field -> number(numbers, field).signum() > 0);
    }

    private static BigDecimal number(Map<DemandField, BigDecimal> numbers, DemandField demandField) {
        return numbers.getOrDefault(demandField, BigDecimal.ZERO);
    }

    private void publish() {
        fitFinderResult.set(FitFinderResult.of(pools.arrangedPools(), pools.allConnectionsStatusProperty().get()));
        updateComputing();
    }
}
