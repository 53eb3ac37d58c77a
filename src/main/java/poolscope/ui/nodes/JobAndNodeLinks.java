package poolscope.ui.nodes;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import poolscope.pool.node.PoolJob;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.PoolContentsText;

/// From a job to the nodes that it runs on, and from a node to its jobs: selected jobs mark their nodes, the menu of a
/// row opens the other table, and a chip above it says what is marked or left out, and takes it back.
final class JobAndNodeLinks {
    private final PoolContentsModel model;
    private final NodesAndJobsFilterModel filter;
    private final PoolContentsText words;
    private final Chip marked;
    private final Chip only;

    /// @param text
    ///            the label inside the box
    record Chip(HBox box, Label text) {
        void show(boolean isShown) {
            SceneNodeVisibility.show(box, isShown);
        }
    }

    /// @param marked
    ///            shown above the nodes while jobs mark some of them
    /// @param only
    ///            shown above the jobs while they are limited to those of a node
    JobAndNodeLinks(PoolContentsModel model, PoolContentsText words, Chip marked, Chip only) {
        this.model = model;
        filter = model.filter();
        this.words = words;
        this.marked = marked;
        this.only = only;
    }

    void install(PoolContentsTable<NodeTableRow> nodes, PoolContentsTable<PoolJob> jobs) {
        nodes.setAction(words.nodes().jobsOfNode(), row -> showJobs(row, jobs.view()));
        jobs.setAction(words.jobs().nodesOfJob(), job -> showNodes(job, nodes.view()));
        var selected = jobs.view().getSelectionModel().getSelectedItems();
        selected.addListener((ListChangeListener<PoolJob>) _ -> {
            if (!jobs.isFilling()) filter.mark(selected);
        });
    }

    private void showJobs(NodeTableRow row, TableView<PoolJob> jobs) {
        filter.limitTo(Optional.of(row.node()));
        model.tabProperty().set(PoolContentsModel.Tab.JOBS);
        jobs.requestFocus();
    }

    private void showNodes(PoolJob job, TableView<NodeTableRow> nodes) {
        filter.mark(List.of(job));
        model.tabProperty().set(PoolContentsModel.Tab.NODES);
        nodes.requestFocus();
    }

    void showChips() {
        var tab = model.tabProperty().get();
        var jobs = filter.markedProperty().get();
        if (!jobs.isEmpty()) marked.text().setText(words.jobs().marked(jobs));
        marked.show(tab == PoolContentsModel.Tab.NODES && !jobs.isEmpty());
        var node = filter.nodeProperty().get();
        node.ifPresent(one -> only.text().setText(words.jobs().only(one)));
        only.show(tab == PoolContentsModel.Tab.JOBS && node.isPresent());
    }
}
