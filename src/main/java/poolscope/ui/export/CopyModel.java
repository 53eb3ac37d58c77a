package poolscope.ui.export;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import poolscope.connection.PoolQuery;
import poolscope.connection.ServiceAndProject;
import poolscope.export.PoolExportColumns;
import poolscope.export.PoolsClipboardText;
import poolscope.export.TranslatedValueLookup;
import poolscope.live.AllConnectionsStatus;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.background.BackgroundJob;
import poolscope.live.background.BackgroundJob.State;
import poolscope.live.background.SecondTicker;
import poolscope.live.table.PoolRow;
import poolscope.pool.ApiGeneration;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.table.ArrangedPools;
import poolscope.ui.pools.PoolsTableModel;

/// Copies pools as text: the selected ones in the order shown, or the current one. The text is created in
/// the background.
public final class CopyModel implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CopyModel.class.getName());
    /// The most rows of a list for a ticket.
    static final int MOST_IN_TICKET = 200;
    private static final Duration SHOWN_FOR = Duration.ofSeconds(5);

    /// The format of the copy.
    public enum Kind {
        /// Rows of tab-separated cells, without a header.
        ROWS,
        /// The same under the columns' names.
        WITH_HEADER,
        /// The same with the words and units of the screen.
        AS_SHOWN,
        /// The current column, a value per line.
        LINES,
        /// The current column, separated by commas.
        COMMA_LIST,
        /// The current cell in full.
        CELL,
        /// All that is known of each pool, a field per line.
        DETAILS,
        /// What is on screen and where it comes from, in Markdown.
        TICKET,
        /// The objects that the service sent.
        JSON,
        /// A table in Markdown.
        MARKDOWN,
        /// The request that lists them, for curl.
        CURL,
        /// The same request for the vendor's command line tool.
        HCLOUD
    }

    /// Result of a copy.
    public sealed interface Outcome {
        Instant at();
    }

    /// The text is on the clipboard.
    ///
    /// @param rows
    ///            how many pools the text has
    /// @param all
    ///            how many pools there were to copy; more than the rows when the text has only the first of them
    public record Copied(Kind kind, int rows, int all, Instant at) implements Outcome {}

    /// The clipboard refused the text.
    public record Refused(Instant at) implements Outcome {}

    /// There was nothing to copy: no pool is selected, and none is current.
    public record Nothing(Instant at) implements Outcome {}

    /// Services that this class uses.
    ///
    /// @param zone
    ///            time zone of times, which are written with their offset
    /// @param queries
    ///            the query of a connection
    public record Dependencies(PoolsTableModel pools, ObservableTickedConnectionPools observableTickedConnectionPools,
            SecondTicker secondTicker, Supplier<ZoneId> zone, Function<ServiceAndProject, PoolQuery> queries,
            BackgroundJob<Ready> backgroundJob) {}

    /// A text to be put on the clipboard.
    ///
    /// @param rows
    ///            as of [Copied]
    /// @param all
    ///            as of [Copied]
    public record Ready(Kind kind, int rows, int all, String text, Predicate<String> clipboard) {
        /// With all pools that there were to copy.
        Ready(Kind kind, int rows, String text, Predicate<String> clipboard) {
            this(kind, rows, rows, text, clipboard);
        }
    }

    private final Dependencies dependencies;
    private final Subscription ticking;
    private final ReadOnlyObjectWrapper<Optional<Outcome>> copied = new ReadOnlyObjectWrapper<>(this, "copied",
            Optional.empty());
    private final ReadOnlyBooleanWrapper isListed = new ReadOnlyBooleanWrapper(this, "isListed", false);
    private final ReadOnlyBooleanWrapper isListedByV2 = new ReadOnlyBooleanWrapper(this, "isListedByV2", false);

    public CopyModel(Dependencies dependencies) {
        this.dependencies = dependencies;
        dependencies.backgroundJob().stateProperty().subscribe((_, now) -> onStateChanged(now));
        dependencies.pools().currentProperty().subscribe(_ -> updateListed());
        // Many selected pools are looked through after a pause in the changes of the selection.
        dependencies.pools().selectedTotalsProperty().subscribe(_ -> updateListed());
        ticking = dependencies.secondTicker().nowProperty().subscribe((_, now) -> {
            if (copied.get().filter(last -> last.at().plus(SHOWN_FOR).isBefore(now)).isPresent())
                copied.set(Optional.empty());
        });
    }

    /// The result of the last copy, for a short time.
    public ReadOnlyObjectProperty<Optional<Outcome>> copiedProperty() {
        return copied.getReadOnlyProperty();
    }

    /// Reports what another part of the window has copied.
    public void reportCopied(Kind kind, int rows) {
        copied.set(Optional.of(new Copied(kind, rows, rows, dependencies.secondTicker().nowProperty().get())));
    }

    /// Copies in this format, if there is anything to copy.
    ///
    /// @param names
    ///            column names of the header
    /// @param clipboard
    ///            takes the text on the FX thread, and returns whether that succeeded
    /// @param words
    ///            the words of the screen, for [Kind#AS_SHOWN]
    public void copy(Kind kind, Function<PoolField, String> names, TranslatedValueLookup words,
            Predicate<String> clipboard) {
        var pools = switch (kind) {
            case CELL -> current();
            case HCLOUD -> chosen().stream().filter(CopyModel::isOfV2).toList();
            default -> chosen();
        };
        if (pools.isEmpty()) {
            copied.set(Optional.of(new Nothing(dependencies.secondTicker().nowProperty().get())));
            return;
        }
        boolean inWords = kind == Kind.AS_SHOWN || kind == Kind.DETAILS;
        var fields = kind == Kind.DETAILS ? dependencies.pools().fields() : dependencies.pools().shownFields();
        var poolsClipboardText = new PoolsClipboardText(pools, new PoolExportColumns(fields, names,
                dependencies.zone().get(), true, Optional.of(words).filter(_ -> inWords)));
        var field = field();
        var requests = PoolListRequests.of(pools, dependencies.observableTickedConnectionPools().allConnectionsStatus(),
                dependencies.queries());
        dependencies.backgroundJob()
                .start(_ -> new Ready(kind, pools.size(), text(kind, poolsClipboardText, field, requests), clipboard));
    }

    /// Copies the pools on screen, also when there is none, with what stands above them.
    ///
    /// @param head
    ///            of these pools, of which only that many are listed, from these connections
    public void copyForTicket(TicketHead head, Function<PoolField, String> names, TranslatedValueLookup words,
            Predicate<String> clipboard) {
        var pools = dependencies.pools();
        var shown = pools.shownPools();
        var listed = shown.stream().limit(MOST_IN_TICKET).toList();
        var table = new PoolsClipboardText(listed, new PoolExportColumns(pools.shownFields(), names,
                dependencies.zone().get(), false, Optional.of(words)));
        var above = head.of(pools.arrangedPools(), listed.size(), pools.allConnectionsStatusProperty().get());
        dependencies.backgroundJob()
                .start(_ -> new Ready(Kind.TICKET, listed.size(), shown.size(),
                        above + "\n\n" + table.markdown() + "\n", clipboard));
    }

    /// Describes a list of pools.
    @FunctionalInterface
    public interface TicketHead {
        /// @param listed
        ///            how many of the pools shown are in the list
        String of(ArrangedPools shown, int listed, AllConnectionsStatus sources);
    }

    /// The pools whose column is copied.
    public enum ColumnScope {
        SELECTED, SHOWN, ALL
    }

    /// Copies that column of those pools, a value per line.
    public void copyColumn(PoolField field, ColumnScope columnScope, Predicate<String> clipboard) {
        var pools = switch (columnScope) {
            case SELECTED -> dependencies.pools().selectedPools();
            case SHOWN -> dependencies.pools().shownPools();
            case ALL -> dependencies.pools().allPools();
        };
        if (pools.isEmpty()) return;
        var poolsClipboardText = new PoolsClipboardText(pools,
                new PoolExportColumns(List.of(field), PoolField::id, dependencies.zone().get(), true));
        dependencies.backgroundJob()
                .start(_ -> new Ready(Kind.LINES, pools.size(), poolsClipboardText.lines(field), clipboard));
    }

    /// Whether one of the pools to be copied is listed by a ticked connection, and not only in a file: then there is a
    /// request for it.
    public ReadOnlyBooleanProperty isListedProperty() {
        return isListed.getReadOnlyProperty();
    }

    /// Whether one of these is of v2: hcloud lists no others.
    public ReadOnlyBooleanProperty isListedByV2Property() {
        return isListedByV2.getReadOnlyProperty();
    }

    private void updateListed() {
        var ids = dependencies.observableTickedConnectionPools()
                .sources()
                .stream()
                .map(source -> source.serviceAndProject().id())
                .toList();
        Predicate<Pool> listed = pool -> ids.contains(pool.poolOrigin().connectionId());
        isListed.set(chosen().stream().anyMatch(listed));
        isListedByV2.set(chosen().stream().anyMatch(pool -> isOfV2(pool) && listed.test(pool)));
    }

    private static boolean isOfV2(Pool pool) {
        return pool.poolOrigin().api() == ApiGeneration.V2;
    }

    private List<Pool> chosen() {
        var selected = dependencies.pools().selectedPools();
        return selected.isEmpty() ? current() : selected;
    }

    private List<Pool> current() {
        var current = dependencies.pools().currentProperty().get().map(PoolRow::pool).map(List::of);
        return current.orElseGet(() -> dependencies.pools().selectedPools().stream().limit(1).toList());
    }

    /// The current column, or the first one.
    private PoolField field() {
        return dependencies.pools()
                .currentColumnProperty()
                .get()
                .or(() -> dependencies.pools().shownFields().stream().findFirst())
                .orElse(PoolField.NAME);
    }

    private static String text(Kind kind, PoolsClipboardText poolsClipboardText, PoolField field,
            PoolListRequests poolListRequests) throws InterruptedException {
        return switch (kind) {
            case ROWS -> poolsClipboardText.rows();
            case WITH_HEADER, AS_SHOWN -> poolsClipboardText.rowsWithHeader();
            case LINES -> poolsClipboardText.lines(field);
            case COMMA_LIST -> poolsClipboardText.commaList(field);
            case CELL -> PoolsClipboardText.cell(poolsClipboardText.pools().getFirst(), field,
                    poolsClipboardText.poolExportColumns());
            case DETAILS -> poolsClipboardText.details();
            case JSON -> poolsClipboardText.json();
            case TICKET, MARKDOWN -> poolsClipboardText.markdown();
            case CURL -> poolListRequests.asCurl();
            case HCLOUD -> poolListRequests.asHcloud();
        };
    }

    private void onStateChanged(State<Ready> state) {
        switch (state) {
            case State.Idle<Ready> _, State.Running<Ready> _ -> {
            }
            case State.Done<Ready>(Ready ready) -> {
                dependencies.backgroundJob().cancel();
                var now = dependencies.secondTicker().now();
                copied.set(Optional.of(ready.clipboard().test(ready.text())
                        ? new Copied(ready.kind(), ready.rows(), ready.all(), now)
                        : new Refused(now)));
            }
            case State.Failed<Ready>(Throwable e) -> LOG.log(System.Logger.Level.ERROR, "Pools could not be copied", e);
        }
    }

    @Override
    public void close() {
        ticking.unsubscribe();
        dependencies.backgroundJob().cancel();
    }
}
