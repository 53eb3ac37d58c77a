package poolscope.ui.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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
import poolscope.export.ExportFile;
import poolscope.export.ExportFile.Existing;
import poolscope.export.ExportFileFailureReason;
import poolscope.export.FileWriteOutcome;
import poolscope.export.PoolsExportContent;
import poolscope.export.TranslatedValueLookup;
import poolscope.live.AllConnectionsStatus;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.pool.PoolField;
import poolscope.settings.RecentCommandsAndExport;
import poolscope.ui.parts.BackgroundFileWriter;
import poolscope.ui.pools.PoolsTableModel;

/// Writes pools to a file. It outlives the dialog, so a running export continues when the language changes.
public final class ExportModel implements AutoCloseable {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT);
    private static final int LONGEST_NAME = 60;
    /// More would hold up the window.
    static final int MOST_COPIED = 2_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /// Services that this class uses.
    ///
    /// @param zone
    ///            time zone of times, which are written with their offset
    /// @param program
    ///            name and version, for the file about the origin
    /// @param recentCommandsAndExport
    ///            the last choices
    public record Dependencies(PoolsTableModel pools, ObservableTickedConnectionPools observableTickedConnectionPools,
            Clock clock, Supplier<ZoneId> zone, String program,
            ObjectProperty<RecentCommandsAndExport> recentCommandsAndExport, BackgroundFileWriter fileWriter) {}

    /// The export under way, kept to be repeated when a question is answered.
    private record Order(Path file, Existing existing, Existing existingSources, PoolsExportContent poolsExportContent,
            ExportDialogChoices exportDialogChoices) {
        Order replacing() {
            return new Order(file, Existing.REPLACE, Existing.REPLACE, poolsExportContent, exportDialogChoices);
        }
    }

    private final Dependencies dependencies;
    private final ObjectProperty<ExportDialogChoices> exportDialogChoices;
    private final ReadOnlyObjectWrapper<ExportDialogState> state = new ReadOnlyObjectWrapper<>(this, "state",
            ExportDialogState.CHOOSING);
    private List<Order> orders = List.of();

    public ExportModel(Dependencies dependencies) {
        this.dependencies = dependencies;
        exportDialogChoices = new SimpleObjectProperty<>(this, "exportDialogChoices",
                ExportDialogChoices.of(dependencies.recentCommandsAndExport().get().export()));
        exportDialogChoices.subscribe((_, now) -> dependencies.recentCommandsAndExport()
                .set(dependencies.recentCommandsAndExport().get().withExport(now.remembered())));
        dependencies.recentCommandsAndExport()
                .subscribe((_, now) -> exportDialogChoices.set(ExportDialogChoices.of(now.export())));
        dependencies.fileWriter().outcomeProperty().subscribe((_, now) -> now.ifPresent(this::onOutcome));
        exportDialogChoices.subscribe((_, _) -> backToChoosing());
    }

    public ObjectProperty<ExportDialogChoices> exportDialogChoicesProperty() {
        return exportDialogChoices;
    }

    public ReadOnlyObjectProperty<ExportDialogState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Number of pools written so far.
    public ReadOnlyLongProperty progressProperty() {
        return dependencies.fileWriter().progressProperty();
    }

    /// Number of pools that these choices select.
    public int count(ExportDialogChoices.Rows rows) {
        return poolsOf(exportDialogChoices.get().withRows(rows)).count();
    }

    /// The connections whose query has a filter.
    public List<AllConnectionsStatus.SourceStatus> narrowed() {
        return dependencies.observableTickedConnectionPools().allConnectionsStatus().narrowed();
    }

    /// The connections with missing or outdated pools.
    public List<AllConnectionsStatus.SourceStatus> shortfalls() {
        return dependencies.observableTickedConnectionPools().allConnectionsStatus().shortfalls();
    }

    /// Resets the dialog to choosing, unless an export is running.
    public void open() {
        if (dependencies.fileWriter().isRunning()) return;
        state.set(ExportDialogState.CHOOSING);
        if (exportDialogChoices.get().rows() == ExportDialogChoices.Rows.SELECTED
                && count(ExportDialogChoices.Rows.SELECTED) == 0)
            exportDialogChoices.set(exportDialogChoices.get().withRows(ExportDialogChoices.Rows.FILTERED));
    }

    /// Whether to ask for a file now. Without any pool to write, a question comes first.
    public boolean mayAsk() {
        if (state.get() instanceof ExportDialogState.Empty || count(exportDialogChoices.get().rows()) > 0) return true;
        state.set(new ExportDialogState.Empty());
        return false;
    }

    /// The suggested file name: connection and time.
    public String suggestedName() {
        var lines = dependencies.observableTickedConnectionPools().allConnectionsStatus().lines();
        var of = lines.size() == 1 ? plain(lines.getFirst().serviceAndProject().name()) : "all";
        return "pools_" + of + "_" + MINUTE.format(dependencies.clock().instant().atZone(dependencies.zone().get()))
                + "." + exportDialogChoices.get().format().extension();
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
    /// @param words
    ///            the words of the screen, for rows as shown
    public void write(String chosen, Function<PoolField, String> names, TranslatedValueLookup words) {
        var wanted = exportDialogChoices.get();
        var chosenPools = poolsOf(wanted);
        var path = Path.of(chosen);
        boolean isNamed = String.valueOf(path.getFileName()).indexOf('.') > 0;
        var file = isNamed ? path : Path.of(chosen + "." + wanted.format().extension());
        start(new Order(file, isNamed ? Existing.REPLACE : Existing.KEEP, Existing.KEEP,
                chosenPools.content(chosenPools.pools(), names, words), wanted));
    }

    private ChosenPoolsForExport poolsOf(ExportDialogChoices wanted) {
        return new ChosenPoolsForExport(dependencies, wanted);
    }

    /// What a file would contain, as text for the clipboard.
    ///
    /// @param rows
    ///            how many pools the text has, at most [#MOST_COPIED]
    /// @param all
    ///            how many pools the file would have
    public record TextToCopy(String text, int rows, int all) {}

    /// The same as [#write], as text; not for a format that is no text.
    public TextToCopy textToCopy(Function<PoolField, String> names, TranslatedValueLookup words) {
        var chosenPools = poolsOf(exportDialogChoices.get());
        var all = chosenPools.pools();
        var copied = all.stream().limit(MOST_COPIED).toList();
        var out = new ByteArrayOutputStream();
        try {
            chosenPools.content(copied, names, words).writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the FX thread is not interrupted", e);
        }
        var text = out.toString(StandardCharsets.UTF_8);
        return new TextToCopy(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, copied.size(), all.size());
    }

    /// Answers [ExportDialogState.Existing] with yes.
    public void replace() {
        orders.stream().findFirst().ifPresent(order -> start(order.replacing()));
    }

    /// Cancels the export; an existing file stays unchanged.
    public void cancel() {
        dependencies.fileWriter().cancel();
        state.set(ExportDialogState.CHOOSING);
    }

    private void start(Order order) {
        orders = List.of(order);
        var file = ExportFile.at(order.file(), order.existing());
        var whole = order.exportDialogChoices().withSources()
                ? file.with(poolsOf(order.exportDialogChoices()).provenance(), order.existingSources())
                : file;
        state.set(new ExportDialogState.Writing());
        dependencies.fileWriter()
                .writeWithProgress(whole, progress -> withProgress(order.poolsExportContent(), progress));
    }

    /// The same request, with progress.
    private static PoolsExportContent withProgress(PoolsExportContent poolsExportContent, LongConsumer progress) {
        return new PoolsExportContent(poolsExportContent.format(), poolsExportContent.poolExportColumns(),
                () -> new ProgressIterator(poolsExportContent.pools().iterator(), progress),
                poolsExportContent.count());
    }

    private void onOutcome(FileWriteOutcome outcome) {
        state.set(outcome instanceof FileWriteOutcome.Failed(var failure, var file, var _)
                && failure == ExportFileFailureReason.EXISTS
                        ? new ExportDialogState.Existing(file)
                        : new ExportDialogState.Ended(outcome));
    }

    /// Any other choice answers a pending question with no.
    private void backToChoosing() {
        if (!(state.get() instanceof ExportDialogState.Writing)) state.set(ExportDialogState.CHOOSING);
    }

    @Override
    public void close() {
        dependencies.fileWriter().close();
    }
}
