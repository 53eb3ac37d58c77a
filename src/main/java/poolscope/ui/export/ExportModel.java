package poolscope.ui.export;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import poolscope.export.ExportColumns;
import poolscope.export.ExportFile;
import poolscope.export.ExportFile.Existing;
import poolscope.export.ExportObstacle;
import poolscope.export.ExportRequest;
import poolscope.export.Provenance;
import poolscope.live.Fleet;
import poolscope.live.Job;
import poolscope.live.Job.State;
import poolscope.live.SourcesStatus;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.settings.RecentChoices;
import poolscope.ui.pools.PoolsModel;

/// Writes pools to a file: what was chosen, and how the writing goes. It outlives the dialog, so what is being written
/// is written to its end when the language changes in between.
public final class ExportModel implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ExportModel.class.getName());
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT);
    private static final int LONGEST_NAME = 60;

    /// What this class works with.
    ///
    /// @param zone
    ///            in which times are written, with their offset
    /// @param program
    ///            name and version, for the account
    /// @param recentChoices
    ///            what was chosen last time
    public record Parts(PoolsModel pools, Fleet fleet, Clock clock, Supplier<ZoneId> zone, String program,
            ObjectProperty<RecentChoices> recentChoices, Job<Long> job) {}

    /// What is being written, so that it can be done again when a question is answered.
    private record Order(Path file, Existing existing, Existing existingSources, ExportRequest exportRequest,
            ExportChoices exportChoices) {
        Order replacing() {
            return new Order(file, Existing.REPLACE, Existing.REPLACE, exportRequest, exportChoices);
        }
    }

    private final Parts parts;
    private final ObjectProperty<ExportChoices> exportChoices;
    private final ReadOnlyObjectWrapper<ExportState> state = new ReadOnlyObjectWrapper<>(this, "state",
            ExportState.CHOOSING);
    private List<Order> orders = List.of();

    public ExportModel(Parts parts) {
        this.parts = parts;
        exportChoices = new SimpleObjectProperty<>(this, "choices",
                ExportChoices.of(parts.recentChoices().get().export()));
        exportChoices.subscribe(
                (_, now) -> parts.recentChoices().set(parts.recentChoices().get().withExport(now.remembered())));
        parts.job().stateProperty().subscribe((_, now) -> onStateChanged(now));
        exportChoices.subscribe((_, _) -> reconsider());
    }

    public ObjectProperty<ExportChoices> exportChoicesProperty() {
        return exportChoices;
    }

    public ReadOnlyObjectProperty<ExportState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// How many pools are written.
    public ReadOnlyLongProperty progressProperty() {
        return parts.job().progressProperty();
    }

    /// How many pools these choices select.
    public int count(ExportChoices.Rows rows) {
        return switch (rows) {
            case FILTERED -> parts.pools().arrangement().size();
            case SELECTED -> parts.pools().selection().count();
            case ALL -> parts.fleet().poolsProperty().get().size();
        };
    }

    /// The connections of which the service was asked for a part of the list only.
    public List<SourcesStatus.SourceStatus> narrowed() {
        return parts.fleet().sourcesStatus().narrowed();
    }

    /// The connections of which something is missing or out of date.
    public List<SourcesStatus.SourceStatus> shortfalls() {
        return parts.fleet().sourcesStatus().shortfalls();
    }

    /// Resets the dialog to choosing, unless an export is running.
    public void open() {
        if (parts.job().isRunning()) return;
        state.set(ExportState.CHOOSING);
        if (exportChoices.get().rows() == ExportChoices.Rows.SELECTED && count(ExportChoices.Rows.SELECTED) == 0)
            exportChoices.set(exportChoices.get().withRows(ExportChoices.Rows.FILTERED));
    }

    /// Whether a file may be asked for now. When there is no pool to write, that is a question first.
    public boolean mayAsk() {
        if (state.get() instanceof ExportState.Empty || count(exportChoices.get().rows()) > 0) return true;
        state.set(new ExportState.Empty());
        return false;
    }

    /// What the file may be called: which connection, and when.
    public String suggestedName() {
        var lines = parts.fleet().sourcesStatus().lines();
        var of = lines.size() == 1 ? plain(lines.getFirst().connection().name()) : "all";
        return "pools_" + of + "_" + MINUTE.format(parts.clock().instant().atZone(parts.zone().get())) + "."
                + exportChoices.get().format().extension();
    }

    /// What every system takes as a part of a file's name.
    private static String plain(String name) {
        var text = name.replaceAll("[^\\p{L}\\p{N}.-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        return text.substring(0, Math.min(text.length(), LONGEST_NAME));
    }

    /// Writes to that file, which the operator chose and, if there was one, agreed to replace. A name without an ending
    /// gets the format's; nobody was asked about that one.
    ///
    /// @param names
    ///            what stands above the columns, unless the API's names were chosen
    public void write(String chosen, Function<PoolField, String> names) {
        var wanted = exportChoices.get();
        var path = Path.of(chosen);
        boolean isNamed = String.valueOf(path.getFileName()).indexOf('.') > 0;
        var file = isNamed ? path : Path.of(chosen + "." + wanted.format().extension());
        var exportColumns = new ExportColumns(fields(wanted.columns()), wanted.rawNames() ? PoolField::id : names,
                parts.zone().get(), wanted.disarms());
        start(new Order(file, isNamed ? Existing.REPLACE : Existing.KEEP, Existing.KEEP,
                new ExportRequest(wanted.format(), exportColumns, pools(wanted.rows())), wanted));
    }

    /// The answer to [ExportState.Existing]: yes.
    public void replace() {
        orders.stream().findFirst().ifPresent(order -> start(order.replacing()));
    }

    /// Stops writing; what was there before stays.
    public void cancel() {
        parts.job().cancel();
        state.set(ExportState.CHOOSING);
    }

    private List<PoolField> fields(ExportChoices.Columns columns) {
        return switch (columns) {
            case SHOWN -> parts.pools().shownFields();
            case ALL -> Arrays.asList(PoolField.values());
        };
    }

    private List<Pool> pools(ExportChoices.Rows rows) {
        return switch (rows) {
            case FILTERED -> parts.pools().shownPools();
            case SELECTED -> parts.pools().selectedPools();
            case ALL -> parts.pools().allPools();
        };
    }

    private void start(Order order) {
        orders = List.of(order);
        var file = ExportFile.at(order.file(), order.existing());
        var whole = order.exportChoices().withSources()
                ? file.with(sources(order.exportChoices().rows()), order.existingSources())
                : file;
        state.set(new ExportState.Writing());
        parts.job().start(progress -> whole.write(withProgress(order.exportRequest(), progress)));
    }

    private Provenance sources(ExportChoices.Rows rows) {
        return new Provenance(parts.program(), parts.clock().instant(), rows.name().toLowerCase(java.util.Locale.ROOT),
                parts.pools().filter().filterProperty().get().print(),
                parts.fleet().sourcesStatus().lines().stream().map(ExportSources::of).toList());
    }

    /// The same request, reporting progress.
    private static ExportRequest withProgress(ExportRequest exportRequest, LongConsumer progress) {
        return new ExportRequest(exportRequest.format(), exportRequest.exportColumns(),
                () -> new ProgressIterator(exportRequest.pools().iterator(), progress), exportRequest.count());
    }

    private void onStateChanged(State<Long> now) {
        switch (now) {
            case State.Idle<Long> _, State.Running<Long> _ -> {
            }
            case State.Done<Long>(Long written) -> state.set(new ExportState.Written(written, file()));
            case State.Failed<Long>(IOException e) -> state.set(failed(e));
            case State.Failed<Long>(Throwable e) -> {
                LOG.log(System.Logger.Level.ERROR, "Writing pools ended in an error of this program", e);
                state.set(new ExportState.Failed(ExportObstacle.OTHER, file(), String.valueOf(e.getMessage())));
            }
        }
    }

    private ExportState failed(IOException e) {
        var exportObstacle = ExportObstacle.of(e, Path.of(file()));
        if (exportObstacle != ExportObstacle.EXISTS)
            return new ExportState.Failed(exportObstacle, file(), String.valueOf(reason(e)));
        return new ExportState.Existing(
                e instanceof FileSystemException it && it.getFile() != null ? it.getFile() : file());
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException it && it.getReason() != null
                ? it.getReason()
                : String.valueOf(e.getMessage());
    }

    private String file() {
        return orders.stream().findFirst().map(order -> order.file().toString()).orElse("");
    }

    /// Another choice answers no to whatever was asked.
    private void reconsider() {
        if (!(state.get() instanceof ExportState.Writing)) state.set(ExportState.CHOOSING);
    }

    @Override
    public void close() {
        parts.job().close();
    }
}
