package poolscope.ui;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXMLLoader;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import poolscope.connection.CredentialDiscovery.Finding;
import poolscope.connection.SavedConnection;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.settings.VisibleSummaries;
import poolscope.ui.about.AboutController;
import poolscope.ui.about.AboutModel;
import poolscope.ui.about.FieldsController;
import poolscope.ui.commands.Command;
import poolscope.ui.commands.KeyBindings;
import poolscope.ui.commands.Overlays;
import poolscope.ui.commands.PaletteCommands;
import poolscope.ui.commands.PaletteController;
import poolscope.ui.commands.PaletteModel;
import poolscope.ui.commands.PalettePools;
import poolscope.ui.commands.PopupLayer;
import poolscope.ui.commands.ShortcutSheet;
import poolscope.ui.commands.ShortcutsController;
import poolscope.ui.compare.CompareController;
import poolscope.ui.compare.CompareModel;
import poolscope.ui.compare.PinnedPoolsController;
import poolscope.ui.connections.ConnectionCommands;
import poolscope.ui.connections.ConnectionFormController;
import poolscope.ui.connections.ConnectionFormModel;
import poolscope.ui.connections.ConnectionFormModel.Begin;
import poolscope.ui.connections.ConnectionListController;
import poolscope.ui.connections.ConnectionListModel;
import poolscope.ui.connections.ConnectionsMenu;
import poolscope.ui.connections.Forms;
import poolscope.ui.connections.PoolQueryController;
import poolscope.ui.connections.RequestLogController;
import poolscope.ui.connections.RequestLogModel;
import poolscope.ui.details.DetailsController;
import poolscope.ui.details.DetailsModel;
import poolscope.ui.details.PoolDetailsController;
import poolscope.ui.details.SelectionSummary;
import poolscope.ui.export.CopyMenu;
import poolscope.ui.export.CopyModel;
import poolscope.ui.export.ExportController;
import poolscope.ui.export.ExportModel;
import poolscope.ui.export.SaveDialog;
import poolscope.ui.filter.FilterBarController;
import poolscope.ui.filter.RelaxFilterController;
import poolscope.ui.filter.StatusListController;
import poolscope.ui.fit.FitController;
import poolscope.ui.fit.FitModel;
import poolscope.ui.main.EditMenuController;
import poolscope.ui.main.FileMenuController;
import poolscope.ui.main.GoMenuController;
import poolscope.ui.main.HelpMenuController;
import poolscope.ui.main.MainController;
import poolscope.ui.main.MainModel;
import poolscope.ui.main.MenusController;
import poolscope.ui.main.NarrowedListController;
import poolscope.ui.main.NoticesController;
import poolscope.ui.main.SourcesStatusController;
import poolscope.ui.main.StatusBarController;
import poolscope.ui.main.ToolsMenuController;
import poolscope.ui.main.ViewMenuController;
import poolscope.ui.nodes.PoolContentsController;
import poolscope.ui.nodes.PoolContentsModel;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.DeferredNode;
import poolscope.ui.pools.FilterAdviceModel;
import poolscope.ui.pools.PoolsModel;
import poolscope.ui.savedviews.SavedViewsController;
import poolscope.ui.savedviews.SavedViewsModel;
import poolscope.ui.savedviews.ViewFormController;
import poolscope.ui.savedviews.ViewForms;
import poolscope.ui.savedviews.ViewQuestion;
import poolscope.ui.summary.ChartsController;
import poolscope.ui.summary.SummaryController;
import poolscope.ui.summary.SummaryModel;
import poolscope.ui.table.PoolsController;
import poolscope.ui.text.CompareText;
import poolscope.ui.text.FailureText;
import poolscope.ui.text.FieldText;
import poolscope.ui.text.FilterText;
import poolscope.ui.text.FitText;
import poolscope.ui.text.FolderText;
import poolscope.ui.text.NodeText;
import poolscope.ui.text.NoticeText;
import poolscope.ui.text.StateText;
import poolscope.ui.text.SummaryText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TimeText;
import poolscope.ui.values.ValueListController;
import poolscope.ui.values.ValueListModel;
import poolscope.ui.values.ValueListOpener;
import poolscope.ui.welcome.WelcomeController;
import poolscope.ui.welcome.WelcomeModel;

/// Builds the screens in one language. Another language means other views over the same models.
public final class Screens implements Forms, ValueListOpener, ViewForms, Overlays, AutoCloseable {
    /// What the screens show; outlives them.
    ///
    /// @param form
    ///            makes the model of a connection's form
    /// @param values
    ///            makes the model of the list of a field's values
    public record Models(MainModel main, PoolsModel pools, FilterAdviceModel advice, SummaryModel summary,
            SavedViewsModel views, ConnectionListModel sources, RequestLogModel requests, PaletteModel palette,
            WelcomeModel welcome, AboutModel about, Function<Begin, ConnectionFormModel> form,
            Function<PoolField, ValueListModel> values, Leaving leaving, Study study) {}

    /// How pools leave the program.
    ///
    /// @param saveDialog
    ///            asks for a file
    public record Leaving(ExportModel export, CopyModel copies, SaveDialog saveDialog) {}

    /// What answers questions about pools.
    public record Study(FitModel fit, DetailsModel details, CompareModel compare, PoolContentsModel contents) {}

    private final Models models;
    private final Texts texts;
    private final FieldText fields;
    private final TimeText times;
    private final FilterText filters;
    private final StateText states;
    private final List<AutoCloseable> controllers = new ArrayList<>();
    private final ModalLayer modalLayer = new ModalLayer();
    private final List<AutoCloseable> controllersOver = new ArrayList<>();
    private final PopupLayer popupLayer = new PopupLayer();
    private final List<AutoCloseable> controllersOverlay = new ArrayList<>();
    private final KeyBindings keyBindings = KeyBindings.ofThis();
    private @Nullable MainController frame;
    private List<Command> commands = List.of();
    private Begin begin = Begin.EMPTY;
    private PoolField listed = PoolField.NAME;
    private ViewQuestion asked = new ViewQuestion.SaveAs();

    public Screens(Models models, Texts texts, ZoneId zone) {
        this.models = models;
        this.texts = texts;
        fields = new FieldText(texts, zone);
        times = new TimeText(texts, zone);
        filters = new FilterText(texts);
        states = new StateText(texts, times, new FailureText(texts));
    }

    /// The main window's content, with room for a form over it. What is not seen in its first frame waits for
    /// [#complete].
    ///
    /// @param wanted
    ///            called when that is about to be needed, perhaps several times
    Parent main(Runnable wanted) {
        var loader = loader("main/Main.fxml", controllers);
        var main = load(loader);
        late(loader, "lateWelcome", models.welcome().shown(), "welcome/Welcome.fxml");
        late(loader, "lateCharts", models.summary().visibleSummaries().map(VisibleSummaries::charts),
                "summary/Charts.fxml");
        late(loader, "lateFit", models.study().fit().openProperty(), "fit/Fit.fxml");
        frame = loader.getController();
        frame.whenMenusAreWanted(wanted);
        var refused = new CopyRefusedNote(texts.format("copy.refused"));
        StackPane.setAlignment(refused, Pos.BOTTOM_CENTER);
        var all = new StackPane(main, modalLayer, popupLayer, refused);
        all.addEventHandler(ClipboardText.REFUSED, _ -> refused.show());
        return all;
    }

    /// Makes what nobody sees in the first frame.
    void complete() {
        var loader = loader("main/Menus.fxml", controllers);
        var menus = load(loader);
        if (frame != null) frame.put(menus, loader.getController());
    }

    private void late(FXMLLoader loader, String place, ObservableValue<Boolean> wanted, String screen) {
        if (loader.getNamespace().get(place) instanceof DeferredNode deferredNode)
            controllers.add(deferredNode.when(wanted, () -> load(screen, controllers))::unsubscribe);
    }

    private Parent load(String screen, List<AutoCloseable> into) {
        return load(loader(screen, into));
    }

    private FXMLLoader loader(String screen, List<AutoCloseable> into) {
        var loader = new FXMLLoader(Screens.class.getResource(screen), texts.bundle());
        loader.setControllerFactory(type -> {
            var made = make(type);
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
    public void create() {
        open(Begin.EMPTY);
    }

    @Override
    public void edit(SavedConnection connection) {
        open(Begin.edit(connection));
    }

    @Override
    public void test(SavedConnection connection) {
        open(Begin.test(connection));
    }

    @Override
    public void duplicate(SavedConnection connection) {
        open(Begin.copy(connection));
    }

    @Override
    public void create(Finding.Usable begun) {
        open(Begin.with(begun));
    }

    @Override
    public void showRequests() {
        showOver("connections/RequestLog.fxml");
    }

    @Override
    public void showValues(PoolField field) {
        if (modalLayer.isShown()) return;
        listed = field;
        showOver("values/ValueList.fxml");
    }

    @Override
    public void ask(ViewQuestion question) {
        if (modalLayer.isShown()) return;
        asked = question;
        showOver("savedviews/ViewForm.fxml");
    }

    @Override
    public void showPalette(List<Command> offered, Consumer<Pool> jump) {
        popupLayer.hide();
        models.palette()
                .open(List.of(new PaletteCommands(offered, keyBindings),
                        new PalettePools(models.pools().allPools(), jump)));
        showOverlay("commands/Palette.fxml", "#sought");
    }

    @Override
    public void showShortcuts(List<Command> offered) {
        popupLayer.hide();
        commands = offered;
        showOverlay("commands/Shortcuts.fxml", "#scroll");
    }

    @Override
    public void showFields() {
        showOverlay("about/Fields.fxml", "#fieldsScroll");
    }

    @Override
    public boolean isFormOpen() {
        return modalLayer.isShown();
    }

    @Override
    public void showAbout() {
        showOverlay("about/About.fxml", "#aboutText");
    }

    /// Not over a form: it would have to give way to what is chosen.
    private void showOverlay(String screen, String first) {
        if (modalLayer.isShown()) return;
        popupLayer.hide();
        var content = load(screen, controllersOverlay);
        popupLayer.show(content, content.lookup(first), () -> close(controllersOverlay));
    }

    @Override
    public void showExport() {
        if (modalLayer.isShown()) return;
        models.leaving().export().open();
        showOver("export/Export.fxml");
    }

    @Override
    public void showComparison() {
        showOver("compare/Compare.fxml");
    }

    private void open(Begin with) {
        if (modalLayer.isShown()) return;
        begin = with;
        showOver("connections/ConnectionForm.fxml");
    }

    /// One at a time: keys of the menu work over a form too, and what is typed into it must not be lost to them.
    private void showOver(String screen) {
        if (modalLayer.isShown()) return;
        popupLayer.hide();
        modalLayer.show(load(screen, controllersOver), () -> close(controllersOver));
    }

    /// Whether forms come and go at once instead of moving.
    void setStill(boolean still) {
        modalLayer.setStill(still);
    }

    /// Puts the cursor where operators begin: into the filter bar.
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

    private AutoCloseable make(Class<?> type) {
        if (type == MainController.class)
            return new MainController(models.main(),
                    new MainController.Tables(models.pools(), models.study().fit(), models.study().contents()), this);
        if (type == MenusController.class) return new MenusController(keyBindings, this);
        if (type == FileMenuController.class)
            return new FileMenuController(models.main(), new ConnectionCommands(models.sources(), texts, this), texts,
                    this);
        if (type == EditMenuController.class)
            return new EditMenuController(models.pools(), new CopyMenu(models.leaving().copies(), texts, fields),
                    keyBindings, texts);
        if (type == ViewMenuController.class)
            return new ViewMenuController(models.main(), models.pools(), models.views(), texts);
        if (type == GoMenuController.class)
            return new GoMenuController(models.pools(), new ConnectionsMenu(models.sources(), texts), texts);
        if (type == ToolsMenuController.class)
            return new ToolsMenuController(models.pools(),
                    new ToolsMenuController.Finding(models.study().fit(), models.study().compare()), texts, this);
        if (type == HelpMenuController.class) return new HelpMenuController(this, this, models.about()::openFolder);
        if (type == FitController.class)
            return new FitController(models.study().fit(), texts, new FitText(texts, fields),
                    new SummaryText(texts, fields));
        if (type == PinnedPoolsController.class)
            return new PinnedPoolsController(models.study().compare(), texts, new CompareText(texts, fields),
                    this::showComparison);
        if (type == CompareController.class)
            return new CompareController(models.study().compare(),
                    new CompareController.Words(texts, fields, new CompareText(texts, fields)), modalLayer::hide);
        if (type == PaletteController.class) return new PaletteController(models.palette(), texts, popupLayer::hide);
        if (type == ShortcutsController.class)
            return new ShortcutsController(new ShortcutSheet(commands, keyBindings), texts, popupLayer::hide);
        if (type == StatusBarController.class)
            return new StatusBarController(models.main(), models.pools(), models.leaving().copies(),
                    new StatusBarController.Words(texts, fields, states));
        if (type == NoticesController.class)
            return new NoticesController(models.main(), new NoticeText(texts), new FolderText(texts));
        if (type == AboutController.class) return new AboutController(models.about(), texts, popupLayer::hide);
        if (type == FieldsController.class) return new FieldsController(texts, popupLayer::hide);
        if (type == WelcomeController.class)
            return new WelcomeController(models.welcome(), texts, this,
                    () -> viewsBar().ifPresent(SavedViewsController::open));
        if (type == NarrowedListController.class) return new NarrowedListController(models.main(), texts, states);
        if (type == SourcesStatusController.class) return new SourcesStatusController(models.main(), texts, states);
        if (type == ConnectionListController.class)
            return new ConnectionListController(models.sources(), texts, states, this);
        if (type == RequestLogController.class)
            return new RequestLogController(models.requests(), texts, times, modalLayer::hide);
        if (type == PoolQueryController.class) return new PoolQueryController(texts);
        if (type == ConnectionFormController.class)
            return new ConnectionFormController(models.form().apply(begin), texts, modalLayer::hide);
        if (type == ValueListController.class)
            return new ValueListController(models.values().apply(listed), texts, fields, modalLayer::hide);
        if (type == FilterBarController.class) return new FilterBarController(models.pools(), models.advice(), filters);
        if (type == RelaxFilterController.class)
            return new RelaxFilterController(models.pools(), models.advice(), filters);
        if (type == SavedViewsController.class) return new SavedViewsController(models.views(), texts, this);
        if (type == ViewFormController.class)
            return new ViewFormController(models.views(), asked, texts, modalLayer::hide);
        if (type == ExportController.class)
            return new ExportController(models.leaving().export(), new ExportController.Words(texts, fields, states),
                    models.leaving().saveDialog(), modalLayer::hide);
        if (type == SummaryController.class) return new SummaryController(models.summary(), texts, fields);
        if (type == ChartsController.class) return new ChartsController(models.summary(), texts, fields);
        if (type == StatusListController.class) return new StatusListController(models.pools(), texts, fields);
        if (type == DetailsController.class)
            return new DetailsController(models.study().details(), new SelectionSummary(texts, fields),
                    () -> load("details/PoolDetails.fxml", controllers));
        if (type == PoolDetailsController.class)
            return new PoolDetailsController(models.study().details(),
                    new PoolDetailsController.Inside(models.study().contents(),
                            () -> load("nodes/PoolContents.fxml", controllers)),
                    texts, fields, times);
        if (type == PoolContentsController.class)
            return new PoolContentsController(models.study().contents(), new NodeText(texts, times));
        if (type == PoolsController.class)
            return new PoolsController(models.pools(), texts, fields, states,
                    new PoolsController.Intents(models.main()::refresh, models.main()::showDetails, this,
                            new CopyMenu(models.leaving().copies(), texts, fields),
                            new PoolsController.Mending(models.sources()::tickAll,
                                    id -> models.sources().saved(id).isPresent(),
                                    id -> models.sources().saved(id).ifPresent(this::edit))));
        throw new IllegalArgumentException("No such screen: " + type.getName());
    }

    /// Lets go of the models, so that these views can be forgotten.
    @Override
    public void close() {
        close(controllersOverlay);
        close(controllersOver);
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
