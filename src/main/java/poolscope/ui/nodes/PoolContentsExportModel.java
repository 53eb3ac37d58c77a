package poolscope.ui.nodes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.export.EventExportColumns;
import poolscope.export.ExportFailure;
import poolscope.export.ExportFile;
import poolscope.export.ExportFile.Existing;
import poolscope.export.ExportFormat;
import poolscope.export.ExportRowLayout;
import poolscope.export.JobExportColumns;
import poolscope.export.NodeExportColumns;
import poolscope.export.PoolContentsRow;
import poolscope.export.RowListExportContent;
import poolscope.live.background.BackgroundJob;
import poolscope.pool.Pool;
import poolscope.pool.node.PoolEvent;
import poolscope.pool.node.PoolJob;
import poolscope.pool.node.PoolNode;

/// Writes the nodes, jobs or events in view to a file; nodes and jobs with the columns of the command line's export.
public final class PoolContentsExportModel implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PoolContentsExportModel.class.getName());
    private static final int LONGEST_NAME = 60;

    /// How the last export ended.
    public sealed interface Outcome {
        String file();
    }

    /// The file was written.
    record Written(long rows, String file) implements Outcome {}

    /// The file was not written.
    ///
    /// @param reason
    ///            in the system's words
    record Failed(ExportFailure obstacle, String file, String reason) implements Outcome {}

    private final BackgroundJob<Long> backgroundJob;
    private final BooleanSupplier forSpreadsheets;
    private final ReadOnlyObjectWrapper<Optional<Outcome>> outcome = new ReadOnlyObjectWrapper<>(this, "outcome",
            Optional.empty());
    private Path file = Path.of("");

    /// @param forSpreadsheets
    ///            whether spreadsheets are kept from guessing what a cell is, as was last chosen for pools
    public PoolContentsExportModel(BackgroundJob<Long> backgroundJob, BooleanSupplier forSpreadsheets) {
        this.backgroundJob = backgroundJob;
        this.forSpreadsheets = forSpreadsheets;
        backgroundJob.stateProperty().subscribe((_, now) -> onStateChanged(now));
    }

    /// How the last export ended; empty while there was none, and while one runs.
    ReadOnlyObjectProperty<Optional<Outcome>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /// Another list is in view: what was said of the last export does not belong to it.
    void clear() {
        if (!backgroundJob.isRunning()) outcome.set(Optional.empty());
    }

    /// The suggested name of a file.
    ///
    /// @param list
    ///            `nodes`, `jobs` or `events`
    static String suggestedName(String list, Pool pool) {
        var name = pool.poolIdentity().name().asText("").replaceAll("[^\\p{L}\\p{N}.-]+", "-").replaceAll("^[-.]+", "");
        return list + "_" + name.substring(0, Math.min(name.length(), LONGEST_NAME)) + ".csv";
    }

    void writeNodes(String chosen, Pool pool, List<PoolNode> nodes) {
        write(chosen, NodeExportColumns.layout(forSpreadsheets.getAsBoolean()), pool, nodes);
    }

    void writeJobs(String chosen, Pool pool, List<PoolJob> jobs) {
        write(chosen, JobExportColumns.layout(forSpreadsheets.getAsBoolean()), pool, jobs);
    }

    void writeEvents(String chosen, Pool pool, List<PoolEvent> events) {
        write(chosen, EventExportColumns.layout(forSpreadsheets.getAsBoolean()), pool, events);
    }

    /// The operator agreed to replace the file of that name. A name that no format knows gets the ending of CSV, and
    /// then no file is replaced.
    private <T> void write(String chosen, ExportRowLayout<PoolContentsRow<T>> layout, Pool pool, List<T> items) {
        var named = ExportFormat.ofName(Path.of(chosen));
        file = named.isPresent() ? Path.of(chosen) : Path.of(chosen + ".csv");
        var rows = new RowListExportContent<>(named.orElse(ExportFormat.CSV), layout,
                items.stream().map(item -> new PoolContentsRow<>(pool, item)).toList());
        var target = ExportFile.at(file, named.isPresent() ? Existing.REPLACE : Existing.KEEP);
        outcome.set(Optional.empty());
        backgroundJob.start(_ -> target.write(rows));
    }

    private void onStateChanged(BackgroundJob.State<Long> state) {
        switch (state) {
            case BackgroundJob.State.Idle<Long> _, BackgroundJob.State.Running<Long> _ -> {
            }
            case BackgroundJob.State.Done<Long>(Long rows) ->
                outcome.set(Optional.of(new Written(rows, file.toString())));
            case BackgroundJob.State.Failed<Long>(IOException e) ->
                outcome.set(Optional.of(new Failed(ExportFailure.of(e, file), file.toString(), text(e))));
            case BackgroundJob.State.Failed<Long>(Throwable e) -> {
                LOG.log(System.Logger.Level.ERROR, "Writing nodes, jobs or events ended in an error of this program",
                        e);
                outcome.set(Optional.of(new Failed(ExportFailure.OTHER, file.toString(), text(e))));
            }
        }
    }

    private static String text(Throwable e) {
        return String.valueOf(e.getMessage());
    }

    @Override
    public void close() {
        backgroundJob.close();
    }
}
