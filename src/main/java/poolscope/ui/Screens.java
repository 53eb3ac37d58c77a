package poolscope.ui;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXMLLoader;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import poolscope.connection.CredentialDiscovery.Finding;
import poolscope.connection.SavedConnection;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.watch.WatchRule;
import poolscope.settings.VisibleSummaries;
import poolscope.ui.about.AboutModel;
import poolscope.ui.changes.ChangeLogModel;
import poolscope.ui.commands.Command;
import poolscope.ui.commands.KeyBindings;
import poolscope.ui.commands.PaletteCommands;
import poolscope.ui.commands.PaletteModel;
import poolscope.ui.commands.PalettePools;
import poolscope.ui.commands.PopupLayer;
import poolscope.ui.commands.ShortcutSheet;
import poolscope.ui.commands.ShortcutsController;
import poolscope.ui.compare.CompareModel;
import poolscope.ui.connections.ConnectionFormController;
import poolscope.ui.connections.ConnectionFormModel;
import poolscope.ui.connections.ConnectionFormModel.InitialState;
import poolscope.ui.connections.ConnectionListModel;
import poolscope.ui.connections.RequestLogModel;
import poolscope.ui.details.DetailsModel;
import poolscope.ui.details.PoolChangesModel;
import poolscope.ui.export.CopyModel;
import poolscope.ui.export.ExportModel;
import poolscope.ui.export.SaveDialog;
import poolscope.ui.filter.FilterBarController;
import poolscope.ui.fit.FitModel;
import poolscope.ui.fit.NodeCheckModel;
import poolscope.ui.handover.HandOverModel;
import poolscope.ui.main.HistoryModel;
import poolscope.ui.main.MainController;
import poolscope.ui.main.MainModel;
import poolscope.ui.navigation.Navigator;
import poolscope.ui.navigation.SavedViewQuestion;
import poolscope.ui.nodes.PoolContentsModel;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.DeferredNode;
import poolscope.ui.pools.ChangesModel;
import poolscope.ui.pools.FilterMatchCountModel;
import poolscope.ui.pools.PoolsModel;
import poolscope.ui.pools.ShownMomentModel;
import poolscope.ui.savedviews.SavedViewsController;
import poolscope.ui.savedviews.SavedViewsModel;
import poolscope.ui.savedviews.ViewFormController;
import poolscope.ui.summary.SummaryModel;
import poolscope.ui.text.Texts;
import poolscope.ui.text.WatchText;
import poolscope.ui.trends.TrendsExportModel;
import poolscope.ui.trends.TrendsModel;
import poolscope.ui.values.FieldValueListController;
import poolscope.ui.values.ValueListModel;
import poolscope.ui.watch.WatchFormController;
import poolscope.ui.watch.WatchModel;
import poolscope.ui.welcome.WelcomeModel;

/// Loads and opens the screens in one language; for another language they are made anew over the same models.
public final class Screens implements Navigator, AutoCloseable {
    /// What the screens show; outlives them.
    ///
    /// @param form
    ///            makes the model of a connection's form
    /// @param values
    ///            makes the model of the list of a field's values
    public record Models(MainModel main, PoolsModel pools, FilterMatchCountModel advice, SummaryModel summary,
            SavedViewsModel views, ConnectionListModel sources, RequestLogModel requests, PaletteModel palette,
            WelcomeModel welcome, AboutModel about, HistoryModel history,
            Function<InitialState, ConnectionFormModel> form, Function<PoolField, ValueListModel> values,
            Leaving leaving, Study study) {}

    /// How pools leave the program.
    ///
    /// @param saveDialog
    ///            asks for a file
    public record Leaving(ExportModel export, CopyModel copies, HandOverModel handOver, SaveDialog saveDialog) {}

    /// What answers questions about pools.
    public record Study(FitModel fit, NodeCheckModel nodeCheck, DetailsModel details, CompareModel compare,
            PoolContentsModel contents, Changes changes, WatchModel watch) {}

    /// Trends, and their files.
    public record Trends(TrendsModel model, TrendsExportModel export) {}

    /// The marks of changes, their log, the last ones of a pool, trends, and the moment that is shown.
    public record Changes(ChangesModel marks, ChangeLogModel log, PoolChangesModel ofPool, Trends trends,
            ShownMomentModel moment) {}

    private final Models models;
    private final ScreenTexts texts;
    private final ControllerSuppliers suppliers;
    private final List<AutoCloseable> controllers = new ArrayList<>();
    private final ModalFormLayer modalFormLayer = new ModalFormLayer();
    private final List<AutoCloseable> controllersOfForm = new ArrayList<>();
    private final PopupLayer popupLayer = new PopupLayer();
    private final List<AutoCloseable> controllersOfPopup = new ArrayList<>();
    private final KeyBindings keyBindings = KeyBindings.ofThis();

    public Screens(Models models, Texts texts, ZoneId zone) {
        this.models = models;
        this.texts = ScreenTexts.of(texts, zone);
        suppliers = new ControllerSuppliers(models, this.texts, keyBindings, this);
    }

    /// The main window's content, under the layers of forms and popups.
    Parent main() {
        var loader = loader("main/Main.fxml", controllers, Map.of());
        var main = load(loader);
        late(loader, "lateWelcome", models.welcome().shown(), "welcome/Welcome.fxml");
        late(loader, "lateCharts", models.summary().visibleSummaries().map(VisibleSummaries::charts),
                "summary/Charts.fxml");
        late(loader, "lateFit", models.study().fit().openProperty(), "fit/Fit.fxml");
        var refused = new CopyRefusedNote(texts.words().format("copy.refused"));
        StackPane.setAlignment(refused, Pos.BOTTOM_CENTER);
        var all = new StackPane(main, modalFormLayer, popupLayer, refused);
        all.addEventHandler(ClipboardText.REFUSED, _ -> refused.show());
        return all;
    }

    private void late(FXMLLoader loader, String place, ObservableValue<Boolean> wanted, String screen) {
        if (loader.getNamespace().get(place) instanceof DeferredNode deferredNode)
            controllers.add(deferredNode.createWhen(wanted, () -> load(screen))::unsubscribe);
    }

    /// A part of the window that is made when it is first shown.
    Parent load(String screen) {
        return load(loader(screen, controllers, Map.of()));
    }

    /// @param given
    ///            makes the controllers that depend on what the screen is opened with
    private FXMLLoader loader(String screen, List<AutoCloseable> into,
            Map<Class<?>, Supplier<? extends AutoCloseable>> given) {
        var loader = new FXMLLoader(Screens.class.getResource(screen), texts.words().bundle());
        loader.setControllerFactory(type -> {
            var supplier = given.get(type);
            var made = supplier == null ? suppliers.create(type) : supplier.get();
            into.add(made);
            return made;
        });
        return loader;
    }

    private static Parent load(FXMLLoader loader) {
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void newConnection() {
        open(InitialState.EMPTY);
    }

    @Override
    public void editConnection(SavedConnection connection) {
        open(InitialState.edit(connection));
    }

    @Override
    public void testConnection(SavedConnection connection) {
        open(InitialState.test(connection));
    }

    @Override
    public void duplicateConnection(SavedConnection connection) {
        open(InitialState.copy(connection));
    }

    @Override
    public void newConnection(Finding.Usable found) {
        open(InitialState.with(found));
    }

    @Override
    public void showRequests() {
        showForm("connections/RequestLog.fxml", Map.of());
    }

    @Override
    public void showHandOver() {
        showForm("handover/HandOver.fxml", "#preview", Map.of());
    }

    @Override
    public void showChanges() {
        showForm("changes/ChangeLog.fxml", "#lines", Map.of());
    }

    @Override
    public void showWatchForm(Optional<WatchRule> rule, boolean isFromList) {
        if (isFromList) closeForm();
        Runnable done = () -> {
            closeForm();
            if (isFromList) showWatchRules();
        };
        showForm("watch/WatchForm.fxml", "#ruleName",
                Map.of(WatchFormController.class, () -> new WatchFormController(models.study().watch(), rule,
                        new WatchText(texts.words(), texts.times()), texts.words(), done)));
    }

    @Override
    public void showWatchRules() {
        showForm("watch/WatchRules.fxml", "#rules", Map.of());
    }

    @Override
    public void showValues(PoolField field) {
        showForm("values/ValueList.fxml",
                Map.of(FieldValueListController.class, () -> new FieldValueListController(models.values().apply(field),
                        texts.words(), texts.fields(), this::closeForm)));
    }

    @Override
    public void showViewForm(SavedViewQuestion question) {
        showForm("savedviews/ViewForm.fxml", Map.of(ViewFormController.class,
                () -> new ViewFormController(models.views(), question, texts.words(), this::closeForm)));
    }

    @Override
    public void showPalette(List<Command> offered, Consumer<Pool> jump) {
        popupLayer.hide();
        models.palette()
                .open(List.of(new PaletteCommands(offered, keyBindings),
                        new PalettePools(models.pools().allPools(), jump)));
        showPopup("commands/Palette.fxml", "#sought", Map.of());
    }

    @Override
    public void showShortcuts(List<Command> offered) {
        showPopup("commands/Shortcuts.fxml", "#scroll",
                Map.of(ShortcutsController.class, () -> new ShortcutsController(new ShortcutSheet(offered, keyBindings),
                        texts.words(), this::closePopup)));
    }

    @Override
    public void showFields() {
        showPopup("about/FieldReference.fxml", "#fieldsScroll", Map.of());
    }

    @Override
    public boolean isFormOpen() {
        return modalFormLayer.isShown();
    }

    @Override
    public void showAbout() {
        showPopup("about/About.fxml", "#aboutText", Map.of());
    }

    /// Not over a form, which a chosen command could not act behind.
    ///
    /// @param first
    ///            the node that gets the focus
    private void showPopup(String screen, String first, Map<Class<?>, Supplier<? extends AutoCloseable>> given) {
        if (modalFormLayer.isShown()) return;
        popupLayer.hide();
        var content = load(loader(screen, controllersOfPopup, given));
        popupLayer.show(content, content.lookup(first), () -> close(controllersOfPopup));
    }

    @Override
    public void showExport() {
        if (modalFormLayer.isShown()) return;
        models.leaving().export().open();
        showForm("export/Export.fxml", Map.of());
    }

    @Override
    public void showTrends() {
        showForm("trends/Trends.fxml", "#trendDay", Map.of());
    }

    @Override
    public void showComparison() {
        showForm("compare/Compare.fxml", Map.of());
    }

    private void open(InitialState initialState) {
        showForm("connections/ConnectionForm.fxml", Map.of(ConnectionFormController.class,
                () -> new ConnectionFormController(models.form().apply(initialState), texts.words(), this::closeForm)));
    }

    /// One at a time: menu shortcuts work while a form is open too, and would discard what is typed into it.
    private void showForm(String screen, Map<Class<?>, Supplier<? extends AutoCloseable>> given) {
        showForm(screen, "", given);
    }

    /// @param first
    ///            selects the node that gets the focus; empty for the first that takes it
    private void showForm(String screen, String first, Map<Class<?>, Supplier<? extends AutoCloseable>> given) {
        if (modalFormLayer.isShown()) return;
        popupLayer.hide();
        var form = load(loader(screen, controllersOfForm, given));
        modalFormLayer.show(form, Optional.ofNullable(first.isEmpty() ? null : form.lookup(first)),
                () -> close(controllersOfForm));
    }

    void closeForm() {
        modalFormLayer.hide();
    }

    /// Selects that pool in the table and shows its details.
    void showPool(Pool pool) {
        controllers.stream()
                .flatMap(one -> one instanceof MainController window ? Stream.of(window) : Stream.empty())
                .findFirst()
                .ifPresent(window -> window.showPool(pool));
    }

    /// Closes the form, then selects that pool in the table.
    void showPoolFromForm(Pool pool) {
        closeForm();
        showPool(pool);
    }

    void closePopup() {
        popupLayer.hide();
    }

    /// Asks for the file of a saved view and opens it.
    void openView() {
        viewsBar().ifPresent(SavedViewsController::open);
    }

    /// Whether forms come and go at once instead of moving.
    void setStill(boolean still) {
        modalFormLayer.setStill(still);
    }

    /// Puts the focus into the filter bar.
    void focusFirst() {
        for (var controller : controllers)
            if (controller instanceof FilterBarController bar) bar.focus();
    }

    void openView(File file) {
        viewsBar().ifPresent(bar -> bar.open(file));
    }

    private Optional<SavedViewsController> viewsBar() {
        return controllers.stream()
                .flatMap(one -> one instanceof SavedViewsController bar ? Stream.of(bar) : Stream.empty())
                .findFirst();
    }

    /// Removes the controllers' listeners from the models, which outlive the screens.
    @Override
    public void close() {
        close(controllersOfPopup);
        close(controllersOfForm);
        close(controllers);
    }

    private static void close(List<AutoCloseable> controllers) {
        try {
            for (var controller : controllers)
                controller.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        controllers.clear();
    }
}
