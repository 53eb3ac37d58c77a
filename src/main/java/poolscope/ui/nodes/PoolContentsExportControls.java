package poolscope.ui.nodes;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.util.Subscription;
import poolscope.pool.Pool;
import poolscope.pool.node.PoolEvent;
import poolscope.pool.node.PoolJob;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.PoolContentsText;

/// The button that exports the rows in view, and the sentence about what became of it.
final class PoolContentsExportControls {
    private final PoolContentsExportModel model;
    private final PoolContentsText words;
    private final BiFunction<String, String, Optional<String>> saveDialog;

    /// @param saveDialog
    ///            asks for a file, given the title of the dialog and the suggested name; empty when it was cancelled
    PoolContentsExportControls(PoolContentsExportModel model, PoolContentsText words,
            BiFunction<String, String, Optional<String>> saveDialog) {
        this.model = model;
        this.words = words;
        this.saveDialog = saveDialog;
    }

    Subscription connect(Label sentence) {
        return model.outcomeProperty().subscribe(outcome -> {
            sentence.setText(outcome.map(words::exported).orElse(""));
            SceneNodeVisibility.show(sentence, outcome.isPresent());
        });
    }

    void exportNodes(Pool pool, TableView<NodeTableRow> table) {
        var nodes = table.getItems().stream().map(NodeTableRow::node).toList();
        ask("nodes", pool).ifPresent(file -> model.writeNodes(file, pool, nodes));
    }

    void exportJobs(Pool pool, TableView<PoolJob> table) {
        var jobs = List.copyOf(table.getItems());
        ask("jobs", pool).ifPresent(file -> model.writeJobs(file, pool, jobs));
    }

    void exportEvents(Pool pool, TableView<PoolEvent> table) {
        var events = List.copyOf(table.getItems());
        ask("events", pool).ifPresent(file -> model.writeEvents(file, pool, events));
    }

    private Optional<String> ask(String list, Pool pool) {
        return saveDialog.apply(words.exportTitle(list), PoolContentsExportModel.suggestedName(list, pool));
    }
}
