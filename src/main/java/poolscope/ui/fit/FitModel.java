package poolscope.ui.fit;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import poolscope.live.Fleet;
import poolscope.live.PoolRow;
import poolscope.pool.Demand;
import poolscope.pool.Fit;
import poolscope.pool.Phrase;
import poolscope.pool.Pool;
import poolscope.ui.pools.PoolsModel;

/// What a job needs, as it is typed, and what came out. It lives as long as the window: nothing of it is remembered.
public final class FitModel {
    private static final BigDecimal MIB_PER_GIB = BigDecimal.valueOf(1024);

    private final PoolsModel pools;
    private final Fleet fleet;
    private final Map<Ask, StringProperty> typed = new EnumMap<>(Ask.class);
    private final StringProperty specification = new SimpleStringProperty(this, "specification", "");
    private final BooleanProperty onlyRunning = new SimpleBooleanProperty(this, "onlyRunning", true);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open", false);
    private final ReadOnlyObjectWrapper<Map<Ask, Flaw>> flaws = new ReadOnlyObjectWrapper<>(this, "flaws", Map.of());
    private final ReadOnlyObjectWrapper<Optional<Answer>> answer = new ReadOnlyObjectWrapper<>(this, "answer", Optional.empty());

    public FitModel(PoolsModel pools, Fleet fleet) {
        this.pools = pools;
        this.fleet = fleet;
        for (var ask : Ask.values()) {
            var text = new SimpleStringProperty(this, ask.name(), "");
            typed.put(ask, text);
            text.subscribe((_, _) -> ask());
        }
        specification.subscribe((_, _) -> ask());
        onlyRunning.subscribe((_, _) -> ask());
        open.subscribe((_, _) -> ask());
        pools.arrangementProperty().subscribe((_, _) -> tell());
        fleet.ledgerProperty().subscribe((_, _) -> tell());
    }

    /// What is typed for that number.
    public StringProperty typed(Ask ask) {
        return Objects.requireNonNull(typed.get(ask));
    }

    public StringProperty specificationProperty() {
        return specification;
    }

    public BooleanProperty onlyRunningProperty() {
        return onlyRunning;
    }

    /// Whether the form is open; while it is closed, nothing is asked.
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public void toggle() {
        open.set(!open.get());
    }

    /// Whether there was something to close.
    public boolean close() {
        boolean was = open.get();
        open.set(false);
        return was;
    }

    /// What is wrong with which number. While there is anything, what was asked before stands.
    public ReadOnlyObjectProperty<Map<Ask, Flaw>> flawsProperty() {
        return flaws.getReadOnlyProperty();
    }

    /// What came out; empty while nothing is asked.
    public ReadOnlyObjectProperty<Optional<Answer>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /// The pool to start the job in: the current one if it is shown and fits, else the best one. Empty when none fits.
    public Optional<Pool> chosen() {
        var demand = pools.demandProperty().get();
        return pools.currentProperty().get().map(PoolRow::pool).filter(pools::isShown)
                .filter(pool -> demand.isEmpty() || Fit.of(pool, demand.get()) instanceof Fit.Fits)
                .or(() -> answer.get().flatMap(Answer::best).filter(best -> best.fit() instanceof Fit.Fits)
                        .map(Answer.Best::pool));
    }

    /// What a form for jobs asks of a pool: its name, its id and its connection, parted by commas.
    public static String forJob(Pool pool) {
        return String.join(", ", List.of(pool.identity().name().asText(""), pool.identity().id().asText(""),
                pool.origin().connection()));
    }

    private void ask() {
        var wrong = new EnumMap<Ask, Flaw>(Ask.class);
        var numbers = new EnumMap<Ask, BigDecimal>(Ask.class);
        typed.forEach((ask, text) -> {
            ask.flaw(text.get()).ifPresent(flaw -> wrong.put(ask, flaw));
            ask.read(text.get()).ifPresent(number -> numbers.put(ask, number));
        });
        if (wrong.isEmpty() && isLessThanOneEach(number(numbers, Ask.ACCELERATORS), number(numbers, Ask.NODES)))
            wrong.put(Ask.ACCELERATORS, Flaw.FEWER_THAN_NODES);
        flaws.set(Map.copyOf(wrong));
        if (!open.get()) pools.demandProperty().set(Optional.empty());
        else if (wrong.isEmpty()) pools.demandProperty().set(Optional.of(demand(numbers)).filter(now -> !now.asksForNothing()));
    }

    /// Whoever asks for a part of a card means it.
    private static boolean isLessThanOneEach(BigDecimal accelerators, BigDecimal nodes) {
        boolean isWhole = accelerators.stripTrailingZeros().scale() <= 0;
        return isWhole && accelerators.signum() > 0 && accelerators.compareTo(nodes) < 0;
    }

    private Demand demand(Map<Ask, BigDecimal> numbers) {
        return new Demand(number(numbers, Ask.NODES).intValueExact(),
                new Demand.Amounts(number(numbers, Ask.CPU), number(numbers, Ask.MEMORY).multiply(MIB_PER_GIB),
                        number(numbers, Ask.ACCELERATORS)),
                Phrase.of(specification.get().strip()), onlyRunning.get());
    }

    private static BigDecimal number(Map<Ask, BigDecimal> numbers, Ask ask) {
        return numbers.getOrDefault(ask, BigDecimal.ZERO);
    }

    private void tell() {
        answer.set(Answer.of(pools.arrangement(), fleet.ledger()));
    }
}
