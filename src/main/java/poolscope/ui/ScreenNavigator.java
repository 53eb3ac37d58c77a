package poolscope.ui;

import java.io.File;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import poolscope.connection.CredentialDiscovery.Finding;
import poolscope.connection.SavedConnection;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.watch.WatchRule;
import poolscope.settings.SharedViewFile;
import poolscope.settings.SummaryVisibility;
import poolscope.ui.ScreenLoader.Deferred;
import poolscope.ui.about.ReferenceScreenController;
import poolscope.ui.commands.MenuCommand;
import poolscope.ui.commands.PaletteCommands;
import poolscope.ui.commands.PaletteFields;
import poolscope.ui.commands.PaletteOwners;
import poolscope.ui.commands.PalettePools;
import poolscope.ui.commands.PlatformMenuShortcuts;
import poolscope.ui.commands.ShortcutSheet;
import poolscope.ui.commands.ShortcutsController;
import poolscope.ui.connections.ConnectionFormController;
import poolscope.ui.connections.ConnectionFormInitialState;
import poolscope.ui.filter.FilterBarController;
import poolscope.ui.main.MainController;
import poolscope.ui.main.UnsavedChangesController;
import poolscope.ui.navigation.ModalFormKind;
import poolscope.ui.navigation.Navigator;
import poolscope.ui.navigation.SavedViewQuestion;
import poolscope.ui.parts.ChoiceKeys;
import poolscope.ui.parts.ContextMenuKey;
import poolscope.ui.parts.UnusedKeys;
import poolscope.ui.savedviews.SavedViewFormController;
import poolscope.ui.savedviews.SavedViewsController;
import poolscope.ui.table.ColumnChooserController;
import poolscope.ui.text.PoolContentsColumn;
import poolscope.ui.text.ProgramFileNoticeText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.WatchRulesText;
import poolscope.ui.values.FieldValueListController;
import poolscope.ui.watch.WatchRuleFormController;

/// Opens the screens in one language; for another language they are made anew over the same models.
public final class ScreenNavigator implements Navigator, AutoCloseable {
    private final ScreenModels models;
    private final ScreenTextFormatters texts;
    private final ScreenLoader window;
    private final FormAndPopupLayers layers;
    private final PlatformMenuShortcuts platformMenuShortcuts = PlatformMenuShortcuts.ofThis();

    public ScreenNavigator(ScreenModels models, Texts texts, ZoneId zone) {
        this.models = models;
        this.texts = ScreenTextFormatters.of(texts, zone);
        var suppliers = new FxmlControllerFactory(models, this.texts, platformMenuShortcuts, this);
        window = new ScreenLoader(texts.bundle(), suppliers::create);
        layers = new FormAndPopupLayers(() -> new ScreenLoader(texts.bundle(), suppliers::create));
    }

    /// The main window's content, under the layers of forms and popups.
    Parent main() {
        var main = window.load("main/Main.fxml", List.of(
                new Deferred("lateWelcome", models.connections().welcome().shown(), "welcome/Welcome.fxml"),
                new Deferred("lateMoments", models.changes().moment().openProperty(), "main/ShownMoment.fxml"),
                new Deferred("lateCharts", models.pools().summary().summaryVisibility().map(SummaryVisibility::charts),
                        "summary/Charts.fxml"),
                new Deferred("lateFit", models.analysis().fit().openProperty(), "fit/Fit.fxml")));
        var all = new StackPane(main, layers.form(), layers.popup());
        new CopyFailedMessage(texts.words().format("copy.refused")).showIn(all);
        UnusedKeys.passOn(all);
        ChoiceKeys.install(all);
        ContextMenuKey.install(all);
        return all;
    }

    /// A part of the window that is made when it is first shown.
    Parent load(String screen) {
        return window.load(screen);
    }

    @Override
    public void newConnection() {
        showConnection(ConnectionFormInitialState.EMPTY);
    }

    @Override
    public void editConnection(SavedConnection connection) {
        showConnection(ConnectionFormInitialState.edit(connection));
    }

    @Override
    public void testConnection(SavedConnection connection) {
        showConnection(ConnectionFormInitialState.test(connection));
    }

    @Override
    public void duplicateConnection(SavedConnection connection) {
        showConnection(ConnectionFormInitialState.copy(connection));
    }

    @Override
    public void newConnection(Finding.Usable found) {
        showConnection(ConnectionFormInitialState.with(found));
    }

    private void showConnection(ConnectionFormInitialState initialState) {
        layers.showForm("connections/ConnectionForm.fxml", "",
                Map.of(ConnectionFormController.class,
                        () -> new ConnectionFormController(models.connections().form().apply(initialState),
                                texts.words(), this::closeForm)));
    }

    @Override
    public void show(ModalFormKind modalFormKind) {
        layers.showForm(modalFormKind.screen(), modalFormKind.first(), Map.of());
    }

    @Override
    public void showWatchForm(Optional<WatchRule> rule, boolean isFromList) {
        if (isFromList) closeForm();
        Runnable done = () -> {
            closeForm();
            if (isFromList) show(ModalFormKind.WATCH_RULES);
        };
        layers.showForm("watch/WatchForm.fxml", "#ruleName",
                Map.of(WatchRuleFormController.class, () -> new WatchRuleFormController(models.watch(), rule,
                        new WatchRulesText(texts.words(), texts.times()), texts.words(), done)));
    }

    @Override
    public void showValues(PoolField field, Optional<Node> header) {
        layers.showFormBelow(header, "values/ValueList.fxml",
                Map.of(FieldValueListController.class,
                        () -> new FieldValueListController(models.pools().values().apply(field), texts.words(),
                                texts.fields(), platformMenuShortcuts, this::closeForm)));
    }

    @Override
    public void showViewForm(SavedViewQuestion question) {
        layers.showForm("savedviews/ViewForm.fxml", "", Map.of(SavedViewFormController.class,
                () -> new SavedViewFormController(models.window().views(), question, texts.words(), this::closeForm)));
    }

    @Override
    public void showExport() {
        if (isFormOpen()) return;
        models.export().export().open();
        layers.showForm("export/Export.fxml", "", Map.of());
    }

    @Override
    public boolean isFormOpen() {
        return layers.isFormOpen();
    }

    /// Says what could not be saved, in place of an open form: it would be closed with the window.
    ///
    /// @param exit
    ///            closes the window all the same
    void showUnsavedChanges(Runnable exit) {
        if (layers.isForm(UnsavedChangesController.class)) return;
        closeForm();
        layers.showForm("main/UnsavedChanges.fxml", "#tryAgain",
                Map.of(UnsavedChangesController.class,
                        () -> new UnsavedChangesController(models.window().unsavedChanges(),
                                new ProgramFileNoticeText(texts.words()), this::closeForm, exit)));
    }

    void closeForm() {
        layers.closeForm();
    }

    @Override
    public void showPalette(List<MenuCommand> offered) {
        layers.closePopup();
        var pools = models.pools().list().allPools();
        models.window()
                .palette()
                .open(List.of(new PaletteCommands(offered, platformMenuShortcuts, texts.words()), new PaletteOwners(
                        pools, texts.words(),
                        owner -> models.pools().list().filter().setFilter(PoolFilter.is(PoolField.OWNER, owner))),
                        new PalettePools(pools, this::showPool)),
                        new PaletteFields(texts.words(), field -> showReference(field, field.id()), this::showColumn),
                        texts.words().list("palette.questionWords"));
        layers.showPopup("commands/Palette.fxml", "#sought", Map.of());
    }

    @Override
    public void showShortcuts(List<MenuCommand> offered) {
        layers.showPopup("commands/Shortcuts.fxml", "#shortcutSearch",
                Map.of(ShortcutsController.class,
                        () -> new ShortcutsController(new ShortcutSheet(offered, platformMenuShortcuts), texts.words(),
                                this::closePopup)));
    }

    @Override
    public void showColumns() {
        layers.showPopup("table/ColumnChooser.fxml", "#columnSearch",
                Map.of(ColumnChooserController.class, () -> new ColumnChooserController(models.pools().list(),
                        texts.fields(), texts.words(), this::showField, this::closePopup)));
    }

    @Override
    public void showFields() {
        layers.showPopup("about/FieldReference.fxml", "#fieldSearch", Map.of());
    }

    @Override
    public void showCardsByFamily() {
        layers.showPopup("summary/CardsByFamily.fxml", "#cardsScroll", Map.of());
    }

    @Override
    public void showField(PoolField field) {
        showReference(field, "");
    }

    /// Shows what a column of a list inside a pool means.
    void showColumn(PoolContentsColumn column) {
        showReference(column, "");
    }

    private void showReference(Enum<?> subject, String search) {
        layers.showPopup("about/FieldReference.fxml", "#fieldSearch",
                Map.of(ReferenceScreenController.class, () -> new ReferenceScreenController(texts.words(),
                        Optional.of(subject), search, models.pools().list().filter()::setText, this::closePopup)));
    }

    @Override
    public void showAbout() {
        layers.showPopup("about/About.fxml", "#aboutText", Map.of());
    }

    void closePopup() {
        layers.closePopup();
    }

    /// The window that the menus and forms act on.
    MainController mainController() {
        return window.controller(MainController.class).orElseThrow();
    }

    /// Selects that pool in the table and shows its details.
    void showPool(Pool pool) {
        mainController().showPool(pool);
    }

    /// Selects that pool in the table.
    void selectPool(Pool pool) {
        mainController().selectPool(pool);
    }

    /// Closes the form, then selects that pool in the table.
    void showPoolFromForm(Pool pool) {
        closeForm();
        showPool(pool);
    }

    /// Asks for the file of a saved view and opens it.
    void openView() {
        window.controller(SavedViewsController.class).ifPresent(SavedViewsController::open);
    }

    /// Opens a file that somebody sent: a view by the ending of its name, otherwise a snapshot.
    void openFile(File file) {
        if (file.getName().endsWith(SharedViewFile.ENDING))
            window.controller(SavedViewsController.class).ifPresent(bar -> bar.open(file));
        else
            models.export().snapshots().open(file.getPath());
    }

    /// Whether forms come and go at once instead of moving.
    void setStill(boolean still) {
        layers.setStill(still);
    }

    /// Puts the focus into the filter bar.
    void focusFirst() {
        window.controller(FilterBarController.class).ifPresent(FilterBarController::focus);
    }

    void focusTable() {
        window.controller(MainController.class).ifPresent(MainController::focusTable);
    }

    boolean isFilterFocused() {
        return window.controller(FilterBarController.class).filter(FilterBarController::isFocused).isPresent();
    }

    /// Removes the controllers' listeners from the models, which outlive the screens.
    @Override
    public void close() {
        layers.close();
        window.close();
    }
}
