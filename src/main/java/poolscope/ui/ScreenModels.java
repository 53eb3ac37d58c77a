package poolscope.ui;

import java.util.function.Function;
import poolscope.pool.PoolField;
import poolscope.ui.about.AboutModel;
import poolscope.ui.changes.ChangeLogModel;
import poolscope.ui.changes.SnapshotToCompareWithModel;
import poolscope.ui.commands.PaletteModel;
import poolscope.ui.compare.CompareModel;
import poolscope.ui.connections.ConnectionFormInitialState;
import poolscope.ui.connections.ConnectionFormModel;
import poolscope.ui.connections.ConnectionListModel;
import poolscope.ui.connections.RequestLogModel;
import poolscope.ui.details.DetailsModel;
import poolscope.ui.details.SelectedPoolChangesModel;
import poolscope.ui.export.CopyModel;
import poolscope.ui.export.ExportModel;
import poolscope.ui.export.OpenDialog;
import poolscope.ui.export.SaveDialog;
import poolscope.ui.fit.FitModel;
import poolscope.ui.fit.NodeCheckModel;
import poolscope.ui.handover.HandOverModel;
import poolscope.ui.main.FileNoticesModel;
import poolscope.ui.main.MainWindowModel;
import poolscope.ui.main.SnapshotFileModel;
import poolscope.ui.main.UnsavedChangesModel;
import poolscope.ui.nodes.PoolContentsModel;
import poolscope.ui.pools.ChangedPoolsModel;
import poolscope.ui.pools.FilterMatchCountModel;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.pools.ShownPointInTimeModel;
import poolscope.ui.savedviews.SavedViewsModel;
import poolscope.ui.settings.HistoryStorageModel;
import poolscope.ui.settings.SettingsModel;
import poolscope.ui.summary.SummaryStripModel;
import poolscope.ui.trends.TrendsExportModel;
import poolscope.ui.trends.TrendsModel;
import poolscope.ui.values.FieldValueListModel;
import poolscope.ui.watch.WatchRulesModel;
import poolscope.ui.welcome.WelcomeModel;

/// The models of all screens, which outlive the screens. Each group is made by the class of `start` of that name.
public record ScreenModels(WindowModels window, PoolModels pools, ConnectionModels connections, ChangeModels changes,
        AnalysisModels analysis, ExportModels export, WatchRulesModel watch) {
    /// The window itself, its notices, saved views, the command palette, *About*, what could not be saved at the end,
    /// and the form of settings.
    public record WindowModels(MainWindowModel main, FileNoticesModel notices, SavedViewsModel views,
            PaletteModel palette, AboutModel about, UnsavedChangesModel unsavedChanges, SettingsModel settings,
            WindowCommands commands) {}

    /// What concerns other windows than this one.
    ///
    /// @param openWindow
    ///            opens another window beside this one
    /// @param quit
    ///            closes all windows
    public record WindowCommands(Runnable openWindow, Runnable quit) {}

    /// The table of pools.
    ///
    /// @param filterMatchCounts
    ///            how many pools other filters would show
    /// @param values
    ///            makes the model of the list of a field's values
    public record PoolModels(PoolsTableModel list, FilterMatchCountModel filterMatchCounts, SummaryStripModel summary,
            Function<PoolField, FieldValueListModel> values) {}

    /// Connections.
    ///
    /// @param form
    ///            makes the model of a connection's form
    public record ConnectionModels(ConnectionListModel list, RequestLogModel requests,
            Function<ConnectionFormInitialState, ConnectionFormModel> form, WelcomeModel welcome) {}

    /// Earlier moments and what changed since.
    ///
    /// @param marks
    ///            the changes marked in the table
    /// @param ofPool
    ///            the last changes of one pool
    /// @param history
    ///            the files of the history
    /// @param snapshotBase
    ///            reads files to compare with
    /// @param moment
    ///            the earlier moment that the table shows
    public record ChangeModels(ChangedPoolsModel marks, ChangeLogModel log, SnapshotToCompareWithModel snapshotBase,
            SelectedPoolChangesModel ofPool, HistoryStorageModel history, ShownPointInTimeModel moment,
            HandOverModel handOver, TrendModels trends) {}

    /// Trends, and their files.
    public record TrendModels(TrendsModel model, TrendsExportModel export) {}

    /// Answers to questions about pools.
    public record AnalysisModels(FitModel fit, NodeCheckModel nodeCheck, DetailsModel details, CompareModel compare,
            PoolContentsModel contents) {}

    /// Files and the clipboard.
    public record ExportModels(ExportModel export, CopyModel copies, SnapshotFileModel snapshots,
            FileDialogs dialogs) {}

    /// The dialogs that ask for a file to write, and for one to read.
    public record FileDialogs(SaveDialog save, OpenDialog open) {}
}
