package poolscope.ui.table;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.connection.ServiceAndProject;
import poolscope.live.table.TableRowItem;
import poolscope.ui.commands.PlatformMenuShortcuts;
import poolscope.ui.export.CopyMenu;
import poolscope.ui.navigation.Navigator;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.pools.EmptyTableState;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.text.AccessibleTableText;
import poolscope.ui.text.EmptyTableText;
import poolscope.ui.text.EmptyTableText.Message;
import poolscope.ui.text.FitResultText;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;

/// The table of pools: rows, columns, sort, selection, and what is shown instead of rows.
public final class PoolsTableController implements AutoCloseable {
    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

    private final PoolsTableModel model;
    private final TableChangeMarks changes;
    private final TableColumns columns;
    private final ColumnMenus menus;
    private final Texts texts;
    private final PoolFieldText fields;
    private final EmptyTableText emptyTable;
    private final Actions actions;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private Button chooseColumns;
    @FXML
    private TableView<TableRowItem> table;
    @FXML
    private TotalsRow totals;
    @FXML
    private Region columnFade;
    @FXML
    private ScrollPane emptyState;
    @FXML
    private VBox emptyStateContent;
    @FXML
    private Label emptyStateSentence;
    @FXML
    private Label emptyStateAdvice;
    @FXML
    private Button emptyStateAction;
    @FXML
    private Button emptyStateEdit;

    /// Actions outside the table.
    ///
    /// @param showDetails
    ///            opens the details of the current pool
    /// @param navigator
    ///            opens the list of a field's values
    /// @param copies
    ///            copies pools to the clipboard
    /// @param emptyStateActions
    ///            actions shown when there are no rows
    public record Actions(Runnable refresh, Runnable showDetails, Navigator navigator, CopyMenu copies,
            EmptyStateActions emptyStateActions) {}

    /// Actions when nothing is ticked, or a sign-in was refused.
    ///
    /// @param edit
    ///            opens the form of the connection with that id
    /// @param now
    ///            the time, second by second
    public record EmptyStateActions(Runnable tickAll, Predicate<String> isSaved, Consumer<String> edit,
            ObservableValue<Instant> now) {}

    public PoolsTableController(PoolsTableModel model, TableChangeMarks changes, Texts texts, PoolFieldText fields,
            EmptyTableText emptyTable, Actions actions) {
        this.model = model;
        this.changes = changes;
        this.texts = texts;
        this.fields = fields;
        columns = new TableColumns(model, new TableColumns.Formatters(fields, new AccessibleTableText(texts, fields)),
                new FitResultText(texts, fields), changes);
        menus = new ColumnMenus(model, columns, texts, fields, actions);
        this.emptyTable = emptyTable;
        this.actions = actions;
    }

    @FXML
    private void initialize() {
        table.setItems(model.rows());
        var pinned = new PinnedColumns(table);
        var pinning = pinned.install();
        table.setRowFactory(_ -> new PoolTableRowControl(model, changes, fields, pinned));
        menus.install(table);
        new RowMenu(model, changes, actions.copies(), texts, fields).install(table, actions.showDetails());
        new ColumnAutoSize(table, model, fields).install();
        subscriptions = Subscription.combine(pinning, columns.install(table),
                new TableSelectionHandler(table, model, actions.showDetails()).install(),
                new TableScrollPosition(table, model).install(),
                new HeaderBesideColumnChooser(table, pinned, chooseColumns).install(),
                new CutColumnFade(table, pinned, columnFade).install(), new CurrentCellMarker(table, model).install(),
                new TotalsRowUpdater(totals, model, texts, fields).install(table, pinned),
                model.emptyTableStateProperty().subscribe(this::show),
                actions.emptyStateActions().now().subscribe((_, _) -> showSilence()),
                // centered vertically; fitToHeight would not scroll long texts
                emptyState.viewportBoundsProperty()
                        .subscribe(room -> emptyStateContent.setMinHeight(room.getHeight())));
    }

    /// Opens the list of values of the current column.
    public void showValues() {
        model.currentColumnProperty().get().ifPresent(menus::showValues);
    }

    /// A check item for each column, for a menu.
    public List<MenuItem> columnItems() {
        return menus.all();
    }

    /// Fills the menu of groupings.
    public void fillGroupings(Menu menu, PlatformMenuShortcuts platformMenuShortcuts) {
        new GroupMenu(model.groups(), texts, platformMenuShortcuts).fill(menu);
    }

    @FXML
    private void chooseColumns() {
        actions.navigator().showColumns();
    }

    private void showSilence() {
        if (model.emptyTableStateProperty().get() instanceof EmptyTableState.Waiting waiting) show(waiting);
    }

    private void show(EmptyTableState now) {
        var message = switch (now) {
            case EmptyTableState.Rows _ -> Message.NOTHING;
            case EmptyTableState.Unticked _ -> emptyTable.unticked();
            case EmptyTableState.Waiting waiting ->
                silent(waiting)
                        .map(line -> emptyTable.silent(line.serviceAndProject().name(),
                                line.serviceAndProject().address(), line.state().since()))
                        .orElseGet(emptyTable::waiting);
            case EmptyTableState.Hidden(int pools) -> emptyTable.hidden(pools);
            case EmptyTableState.Failed failed when isToBeEdited(failed) ->
                emptyTable.refused(failed.serviceAndProject().name(), failed.state());
            case EmptyTableState.Failed(var serviceAndProject, var state) ->
                emptyTable.failed(serviceAndProject.name(), state);
            case EmptyTableState.Broken(var serviceAndProject, var state) ->
                emptyTable.broken(serviceAndProject.name(), state);
            case EmptyTableState.Unproven(var serviceAndProject) -> emptyTable.unproven(serviceAndProject.name());
            case EmptyTableState.Stopped _ -> emptyTable.stopped();
            case EmptyTableState.Empty(var serviceAndProject, var asked, var narrowing, var onlyAsked) ->
                narrowing.isEmpty()
                        ? emptyTable.empty(serviceAndProject.name(), serviceAndProject.projectId(), asked, onlyAsked)
                        : emptyTable.emptyNarrowed(serviceAndProject.name(), serviceAndProject.projectId(), asked,
                                narrowing);
        };
        emptyStateSentence.setText(message.sentence());
        emptyStateAdvice.setText(message.advice());
        SceneNodeVisibility.show(emptyStateAdvice, !message.advice().isEmpty());
        emptyStateAction.setText(message.action());
        SceneNodeVisibility.show(emptyStateAction, !message.action().isEmpty());
        emptyStateAction.setOnAction(_ -> act(now));
        offerEdit(now);
        SceneNodeVisibility.show(emptyState, !(now instanceof EmptyTableState.Rows));
        table.pseudoClassStateChanged(WAITING, now.isWaiting());
    }

    /// Any failure may come from what the connection says, and no answer or no pool too: a wrong port, a missing proxy,
    /// another project.
    private void offerEdit(EmptyTableState now) {
        var offered = switch (now) {
            case EmptyTableState.Failed failed when !isToBeEdited(failed) -> Optional.of(failed.serviceAndProject());
            case EmptyTableState.Waiting waiting -> silent(waiting).map(EmptyTableState.Unanswered::serviceAndProject);
            case EmptyTableState.Stopped(var connection) -> Optional.of(connection);
            case EmptyTableState.Empty empty -> Optional.of(empty.serviceAndProject());
            case EmptyTableState.Unproven(var connection) -> Optional.of(connection);
            case EmptyTableState.Failed _, EmptyTableState.Broken _, EmptyTableState.Rows _, EmptyTableState.Unticked _,
                    EmptyTableState.Hidden _ ->
                Optional.<ServiceAndProject>empty();
        };
        var editable = offered.filter(this::isSaved);
        SceneNodeVisibility.show(emptyStateEdit, editable.isPresent());
        editable.ifPresent(one -> emptyStateEdit.setOnAction(_ -> edit(one)));
    }

    private Optional<EmptyTableState.Unanswered> silent(EmptyTableState.Waiting waiting) {
        return waiting.unanswered().filter(line -> line.state().isSilent(actions.emptyStateActions().now().getValue()));
    }

    private boolean isSaved(ServiceAndProject connection) {
        return actions.emptyStateActions().isSaved().test(connection.id());
    }

    private void edit(ServiceAndProject connection) {
        actions.emptyStateActions().edit().accept(connection.id());
    }

    private void act(EmptyTableState now) {
        switch (now) {
            case EmptyTableState.Hidden _ -> model.filter().clear();
            case EmptyTableState.Unticked _ -> actions.emptyStateActions().tickAll().run();
            case EmptyTableState.Failed failed when isToBeEdited(failed) -> edit(failed.serviceAndProject());
            case EmptyTableState.Failed _, EmptyTableState.Rows _, EmptyTableState.Waiting _, EmptyTableState.Broken _,
                    EmptyTableState.Stopped _, EmptyTableState.Empty _, EmptyTableState.Unproven _ ->
                actions.refresh().run();
        }
    }

    private boolean isToBeEdited(EmptyTableState.Failed failed) {
        return failed.asksForSignIn() && isSaved(failed.serviceAndProject());
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
