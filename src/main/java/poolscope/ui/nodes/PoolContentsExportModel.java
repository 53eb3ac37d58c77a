package poolscope.ui.nodes;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import poolscope.export.EventExportColumns;
import poolscope.export.ExportFile;
import poolscope.export.ExportFormat;
import poolscope.export.ExportTableLayout;
import poolscope.export.FileWriteOutcome;
import poolscope.export.JobExportColumns;
import poolscope.export.NodeExportColumns;
import poolscope.export.PoolContentsRow;
import poolscope.export.RowListExportContent;
import poolscope.pool.Pool;
import poolscope.pool.node.PoolEvent;
import poolscope.pool.node.PoolJob;
import poolscope.pool.node.PoolNode;
import poolscope.ui.parts.BackgroundFileWriter;

/// Writes the nodes, jobs or events in view to a file; nodes and jobs with the columns of the command line's export.
public final class PoolContentsExportModel implements AutoCloseable {
    private static final int LONGEST_NAME = 60;

    private final BackgroundFileWriter fileWriter;
    private final BooleanSupplier forSpreadsheets;

    /// @param forSpreadsheets
    ///            whether spreadsheets are kept from guessing what a cell is, as was last chosen for pools
    public PoolContentsExportModel(BackgroundFileWriter fileWriter, BooleanSupplier forSpreadsheets) {
        this.fileWriter = fileWriter;
        this.forSpreadsheets = forSpreadsheets;
    }

    /// How the last export ended; empty while there was none, and while one runs.
    ReadOnlyObjectProperty<Optional<FileWriteOutcome>> outcomeProperty() {
        return fileWriter.outcomeProperty();
    }

    /// Forgets how the last export ended, because another list is shown.
    void clear() {
        fileWriter.clear();
    }

    /// The suggested name of a file.
    ///
    /// @param list
    ///            `nodes`, `jobs` or `events`
    static String suggestedName(String list, Pool pool) {
        var name = pool.poolNamesAndOwner()
                .name()
                .asText("")
                .replaceAll("[^\\p{L}\\p{N}.-]+", "-")
                .replaceAll("^[-.]+", "");
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

    private <T> void write(String chosen, ExportTableLayout<PoolContentsRow<T>> layout, Pool pool, List<T> items) {
        var named = ExportFormat.ofName(Path.of(chosen));
        var rows = new RowListExportContent<>(named.orElse(ExportFormat.CSV), layout,
                items.stream().map(item -> new PoolContentsRow<>(pool, item)).toList());
        fileWriter.write(ExportFile.chosen(chosen, named.isPresent(), ".csv"), rows);
    }

    @Override
    public void close() {
        fileWriter.close();
    }
}
