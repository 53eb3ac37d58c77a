package poolscope.start;

import poolscope.ui.ScreenModels.AnalysisModels;
import poolscope.ui.compare.CompareModel;
import poolscope.ui.details.DetailsModel;
import poolscope.ui.fit.FitModel;
import poolscope.ui.fit.NodeCheckModel;
import poolscope.ui.nodes.PoolContentsExportModel;
import poolscope.ui.nodes.PoolContentsModel;
import poolscope.ui.pools.PoolsTableModel;

/// Answers to questions about pools: details, nodes and jobs, comparison, room for a job.
final class AnalysisModelsComposition implements AutoCloseable {
    private final AnalysisModels models;

    AnalysisModelsComposition(SharedWindowServices shared, PoolsTableModel pools) {
        var observableTickedConnectionPools = shared.observableTickedConnectionPools();
        models = new AnalysisModels(new FitModel(pools),
                new NodeCheckModel(pools, observableTickedConnectionPools, shared.newJob()),
                new DetailsModel(pools, observableTickedConnectionPools, shared.newTask()), new CompareModel(pools),
                new PoolContentsModel(observableTickedConnectionPools, pools, shared.secondTicker(),
                        new PoolContentsModel.Readings(shared.newJob(), shared.newJob(), shared.newJob()),
                        new PoolContentsExportModel(shared.newFileWriter(), shared::forSpreadsheets)));
    }

    AnalysisModels models() {
        return models;
    }

    @Override
    public void close() {
        models.contents().close();
        models.nodeCheck().close();
    }
}
