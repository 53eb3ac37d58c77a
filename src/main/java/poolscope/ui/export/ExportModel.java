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

/// Writes pools to a file. It outlives the dialog, so a running export continues when the language changes.
public final class ExportModel implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ExportModel.class.getName());
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT);
    private static final int LONGEST_NAME = 60;

    /// Services that this class uses.
    ///
    /// @param zone
    ///            time zone of times, which are written with their offset
    /// @param program
    ///            name and version, for the file about the origin
    /// @param recentChoices
    ///            the last choices
    public record Dependencies(PoolsModel pools, Fleet fleet, Clock clock, Supplier<ZoneId> zone, String program,
            ObjectProperty<RecentChoices> recentChoices, Job<Long> job) {}

    /// The export under way, kept to be repeated when a question is answered.
    private record Order(Path file, Existing existing, Existing existingSources, ExportRequest exportRequest,
            ExportChoices exportChoices) {
        Order replacing() {
            return new Order(file, Existing.REPLACE, Existing.REPLACE, exportRequest, exportChoices);
        }
    }

    private final Dependencies dependencies;
    private final ObjectProperty<ExportChoices> exportChoices;
    private final ReadOnlyObjectWrapper<ExportState> state = new ReadOnlyObjectWrapper<>(this, "state",
            ExportState.CHOOSING);
    private List<Order> orders = List.of();

    public ExportModel(Dependencies dependencies) {
        this.dependencies = dependencies;
        exportChoices = new SimpleObjectProperty<>(this, "choices",
                ExportChoices.of(dependencies.recentChoices().get().export()));
        exportChoices.subscribe((_, now) -> dependencies.recentChoices()
                .set(dependencies.recentChoices().get().withExport(now.remembered())));
        dependencies.job().stateProperty().subscribe((_, now) -> onStateChanged(now));
        exportChoices.subscribe((_, _) -> backToChoosing());
    }

    public ObjectProperty<ExportChoices> exportChoicesProperty() {
        return exportChoices;
    }

    public ReadOnlyObjectProperty<ExportState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Number of pools written so far.
    public ReadOnlyLongProperty progressProperty() {
        return dependencies.job().progressProperty();
    }

    /// Number of pools that these choices select.
    public int count(ExportChoices.Rows rows) {
        return switch (rows) {
            case FILTERED -> dependencies.pools().arrangement().size();
            case SELECTED -> dependencies.pools().selection().count();
            case ALL -> dependencies.fleet().poolsProperty().get().size();
        };
    }

    /// The connections whose query has a filter.
    public List<SourcesStatus.SourceStatus> narrowed() {
        return dependencies.fleet().sourcesStatus().narrowed();
    }

    /// The connections with missing or outdated pools.
    public List<SourcesStatus.SourceStatus> shortfalls() {
        return dependencies.fleet().sourcesStatus().shortfalls();
    }

    /// Resets the dialog to choosing, unless an export is running.
    public void open() {
        if (dependencies.job().isRunning()) return;
        state.set(ExportState.CHOOSING);
        if (exportChoices.get().rows() == ExportChoices.Rows.SELECTED && count(ExportChoices.Rows.SELECTED) == 0)
            exportChoices.set(exportChoices.get().withRows(ExportChoices.Rows.FILTERED));
    }

    /// Whether to ask for a file now. Without any pool to write, a question comes first.
    public boolean mayAsk() {
        if (state.get() instanceof ExportState.Empty || count(exportChoices.get().rows()) > 0) return true;
        state.set(new ExportState.Empty());
        return false;
    }

    /// The suggested file name: connection and time.
    public String suggestedName() {
        var lines = dependencies.fleet().sourcesStatus().lines();
        var of = lines.size() == 1 ? plain(lines.getFirst().connection().name()) : "all";
        return "pools_" + of + "_" + MINUTE.format(dependencies.clock().instant().atZone(dependencies.zone().get()))
                + "." + exportChoices.get().format().extension();
    }

    /// Replaces characters that are not allowed in file names of some system.
    private static String plain(String name) {
        var text = name.replaceAll("[^\\p{L}\\p{N}.-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        return text.substring(0, Math.min(text.length(), LONGEST_NAME));
    }

    /// Writes to that file, which the operator chose and, if it existed, agreed to replace. A name without extension
    /// gets that of the format; replacing that file is a question of its own.
    ///
    /// @param names
    ///            column names, unless the API's names were chosen
    public void write(String chosen, Function<PoolField, String> names) {
        var wanted = exportChoices.get();
        var path = Path.of(chosen);
        boolean isNamed = String.valueOf(path.getFileName()).indexOf('.') > 0;
        var file = isNamed ? path : Path.of(chosen + "." + wanted.format().extension());
        var exportColumns = new ExportColumns(fields(wanted.columns()), wanted.rawNames() ? PoolField::id : names,
                dependencies.zone().get(), wanted.escapesFormulas());
        start(new Order(file, isNamed ? Existing.REPLACE : Existing.KEEP, Existing.KEEP,
                new ExportRequest(wanted.format(), exportColumns, pools(wanted.rows())), wanted));
    }

    /// Answers [ExportState.Existing] with yes.
    public void replace() {
        orders.stream().findFirst().ifPresent(order -> start(order.replacing()));
    }

    /// Cancels the export; an existing file stays unchanged.
    public void cancel() {
        dependencies.job().cancel();
        state.set(ExportState.CHOOSING);
    }

    private List<PoolField> fields(ExportChoices.Columns columns) {
        return switch (columns) {
            case SHOWN -> dependencies.pools().shownFields();
            case ALL -> Arrays.asList(PoolField.values());
        };
    }

    private List<Pool> pools(ExportChoices.Rows rows) {
        return switch (rows) {
            case FILTERED -> dependencies.pools().shownPools();
            case SELECTED -> dependencies.pools().selectedPools();
            case ALL -> dependencies.pools().allPools();
        };
    }

    private void start(Order order) {
        orders = List.of(order);
        var file = ExportFile.at(order.file(), order.existing());
        var whole = order.exportChoices().withSources()
                ? file.with(sources(order.exportChoices().rows()), order.existingSources())
                : file;
        state.set(new ExportState.Writing());
        dependencies.job().start(progress -> whole.write(withProgress(order.exportRequest(), progress)));
    }

    private Provenance sources(ExportChoices.Rows rows) {
        return new Provenance(dependencies.program(), dependencies.clock().instant(),
                rows.name().toLowerCase(java.util.Locale.ROOT),
                dependencies.pools().filter().filterProperty().get().print(),
                dependencies.fleet().sourcesStatus().lines().stream().map(ExportSources::of).toList());
    }

    /// The same request, with progress.
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

    /// Any other choice answers a pending question with no.
    private void backToChoosing() {
        if (!(state.get() instanceof ExportState.Writing)) state.set(ExportState.CHOOSING);
    }

    @Override
    public void close() {
        dependencies.job().close();
    }
}
