package poolscope.start;

import poolscope.api.ProgramVersion;
import poolscope.live.ObservableConnections;
import poolscope.settings.Settings;
import poolscope.ui.ScreenModels.ExportModels;
import poolscope.ui.export.CopyModel;
import poolscope.ui.export.ExportModel;
import poolscope.ui.export.SaveDialog;
import poolscope.ui.pools.PoolsModel;

/// How pools leave the program: files and the clipboard.
final class ExportComposition implements AutoCloseable {
    private final ExportModels models;

    ExportComposition(SharedServices shared, PoolsModel pools, ObservableConnections connections,
            SaveDialog saveDialog) {
        var export = new ExportModel(new ExportModel.Dependencies(pools, shared.poolSources(), shared.clock(),
                shared::zone, ProgramVersion.nameAndNumber(),
                shared.settings().part(Settings::recentCommandsAndExport, Settings::withHabits),
                shared.newFileWriter()));
        var copies = new CopyModel(new CopyModel.Dependencies(pools, shared.poolSources(), shared.secondTicker(),
                shared::zone, one -> connections.saved().query(one), shared.newJob()));
        models = new ExportModels(export, copies, saveDialog);
    }

    ExportModels models() {
        return models;
    }

    @Override
    public void close() {
        models.export().close();
        models.copies().close();
    }
}
