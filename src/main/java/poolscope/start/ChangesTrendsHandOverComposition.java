package poolscope.start;

import java.time.Duration;
import poolscope.live.FolderOpener;
import poolscope.live.background.Debouncer;
import poolscope.ui.ScreenModels.ChangeModels;
import poolscope.ui.ScreenModels.TrendModels;
import poolscope.ui.changes.ChangeLogModel;
import poolscope.ui.changes.SnapshotToCompareWithModel;
import poolscope.ui.details.SelectedPoolChangesModel;
import poolscope.ui.handover.HandOverModel;
import poolscope.ui.pools.ChangedPoolsModel;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.pools.ShownPointInTimeModel;
import poolscope.ui.settings.HistoryStorageModel;
import poolscope.ui.trends.TrendsExportModel;
import poolscope.ui.trends.TrendsModel;

/// What the window shows of earlier moments: changes, trends, hand-over, an earlier list of pools.
final class ChangesTrendsHandOverComposition implements AutoCloseable {
    /// Connections that are refreshed together mostly answer within this time.
    private static final Duration REFRESH_PAUSE = Duration.ofMillis(300);

    private final ChangeModels models;

    ChangesTrendsHandOverComposition(SharedWindowServices shared, HistoryRecordingComposition history,
            PoolsTableModel pools, FolderOpener folderOpener) {
        var clock = shared.clock();
        var observableTickedConnectionPools = shared.observableTickedConnectionPools();
        var poolHistory = history.recorder().poolHistory();
        var marks = new ChangedPoolsModel(history.tracker(), pools, shared.settings(), clock);
        var handOver = new HandOverModel(
                new HandOverModel.Sources(observableTickedConnectionPools, history.recorder().newestProperty(),
                        poolHistory, pools, marks, clock),
                new HandOverModel.Work(Debouncer.of(REFRESH_PAUSE), shared.newTask(), shared.newTask(), shared.newJob(),
                        shared.newFileWriter()));
        var moment = new ShownPointInTimeModel(pools,
                new ShownPointInTimeModel.Past(observableTickedConnectionPools, history.recorder()),
                new ShownPointInTimeModel.Work(shared.newTask(), shared.newTask()));
        var trends = new TrendModels(
                new TrendsModel(pools, new TrendsModel.Past(observableTickedConnectionPools, poolHistory, clock),
                        shared.newTask()),
                new TrendsExportModel(shared.newFileWriter(), shared::zone, shared::forSpreadsheets));
        models = new ChangeModels(marks,
                new ChangeLogModel(marks, pools,
                        new ChangeLogModel.Past(observableTickedConnectionPools, poolHistory, clock), shared.newTask()),
                new SnapshotToCompareWithModel(observableTickedConnectionPools, marks, shared.newJob()),
                new SelectedPoolChangesModel(pools, marks, new SelectedPoolChangesModel.Past(poolHistory, clock),
                        shared.newTask()),
                new HistoryStorageModel(history.recorder(), shared.settings(), folderOpener), moment, handOver, trends);
    }

    ChangeModels models() {
        return models;
    }

    @Override
    public void close() {
        models.snapshotBase().close();
        models.ofPool().close();
        models.handOver().close();
        models.moment().close();
        models.trends().model().close();
        models.trends().export().close();
    }
}
