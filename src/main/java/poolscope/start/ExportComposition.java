package poolscope.start;

import poolscope.api.ProgramVersion;
import poolscope.live.ObservableConnections;
import poolscope.settings.Settings;
import poolscope.ui.ScreenModels.ExportModels;
import poolscope.ui.ScreenModels.FileDialogs;
import poolscope.ui.export.CopyModel;
import poolscope.ui.export.ExportModel;
import poolscope.ui.main.SnapshotFileModel;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.pools.ShownPointInTimeModel;

/// How pools leave the program, as files and by the clipboard, and come back from a file.
final class ExportComposition implements AutoCloseable {
    private final ExportModels models;

    ExportComposition(SharedWindowServices shared, PoolsTableModel pools, ObservableConnections connections,
            ShownPointInTimeModel moment, FileDialogs dialogs) {
        var export = new ExportModel(new ExportModel.Dependencies(pools, shared.observableTickedConnectionPools(),
                shared.clock(), shared::zone, ProgramVersion.nameAndNumber(),
                shared.settings().part(Settings::recentCommandsAndExport, Settings::withRecentCommandsAndExport),
                shared.newFileWriter()));
        var copies = new CopyModel(new CopyModel.Dependencies(pools, shared.observableTickedConnectionPools(),
                shared.secondTicker(), shared::zone, one -> connections.saved().query(one), shared.newJob()));
        var snapshots = new SnapshotFileModel(shared.observableTickedConnectionPools(), moment, shared.clock(),
                shared.newFileWriter(), shared.newJob());
        models = new ExportModels(export, copies, snapshots, dialogs);
    }

    ExportModels models() {
        return models;
    }

    @Override
    public void close() {
        models.export().close();
        models.copies().close();
        models.snapshots().close();
    }
}
