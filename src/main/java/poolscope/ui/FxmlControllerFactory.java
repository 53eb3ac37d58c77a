package poolscope.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import poolscope.ui.about.AboutController;
import poolscope.ui.about.ReferenceScreenController;
import poolscope.ui.changes.ChangeLogController;
import poolscope.ui.changes.ComparisonBaseChoiceController;
import poolscope.ui.commands.PaletteController;
import poolscope.ui.commands.PlatformMenuShortcuts;
import poolscope.ui.compare.CompareController;
import poolscope.ui.compare.PinnedPoolsController;
import poolscope.ui.connections.ConnectionListController;
import poolscope.ui.connections.IamProjectsController;
import poolscope.ui.connections.MoreConnectionSettingsController;
import poolscope.ui.connections.NetworkRouteController;
import poolscope.ui.connections.PoolQueryController;
import poolscope.ui.connections.RequestLogController;
import poolscope.ui.connections.SignInFieldsController;
import poolscope.ui.details.DetailsPanelController;
import poolscope.ui.details.PoolDetailsController;
import poolscope.ui.details.SeveralPoolsDetailsPane;
import poolscope.ui.export.CopyModel;
import poolscope.ui.export.ExportController;
import poolscope.ui.export.OpenDialog;
import poolscope.ui.filter.FilterBarController;
import poolscope.ui.filter.RelaxFilterController;
import poolscope.ui.filter.StatusFilterListController;
import poolscope.ui.fit.FitController;
import poolscope.ui.fit.NodeCheckController;
import poolscope.ui.handover.HandOverController;
import poolscope.ui.main.SnapshotFileModel;
import poolscope.ui.navigation.ModalFormKind;
import poolscope.ui.nodes.PoolContentsController;
import poolscope.ui.settings.SettingsController;
import poolscope.ui.summary.CardsByFamilyController;
import poolscope.ui.summary.ChartsController;
import poolscope.ui.summary.SummaryStripController;
import poolscope.ui.table.PoolsTableController;
import poolscope.ui.table.TableChangeMarks;
import poolscope.ui.text.CompareText;
import poolscope.ui.text.FailureText;
import poolscope.ui.text.FitResultText;
import poolscope.ui.text.HandOverText;
import poolscope.ui.text.NodeCheckText;
import poolscope.ui.text.PoolContentsText;
import poolscope.ui.text.SnapshotText;
import poolscope.ui.text.TotalsAndChartsText;
import poolscope.ui.text.TrendText;
import poolscope.ui.text.WatchRulesText;
import poolscope.ui.trends.TrendsController;
import poolscope.ui.watch.WatchRulesController;

/// Makes the controllers that FXML files name, except those that depend on what their screen is opened with:
/// `ScreenNavigator` makes these.
final class FxmlControllerFactory {
    private final Map<Class<?>, Supplier<? extends AutoCloseable>> suppliers = new HashMap<>();
    private final ScreenModels models;
    private final ScreenTextFormatters texts;
    private final ScreenNavigator screenNavigator;

    FxmlControllerFactory(ScreenModels models, ScreenTextFormatters texts, PlatformMenuShortcuts platformMenuShortcuts,
            ScreenNavigator screenNavigator) {
        this.models = models;
        this.texts = texts;
        this.screenNavigator = screenNavigator;
        new MainWindowControllerFactory(models, texts, platformMenuShortcuts, screenNavigator).addTo(this);
        addPools();
        addAnalysis();
        addConnections();
        addDialogs();
    }

    /// @throws IllegalArgumentException
    ///             if no supplier is known for the class
    AutoCloseable create(Class<?> type) {
        var supplier = suppliers.get(type);
        if (supplier == null) throw new IllegalArgumentException("No supplier for the controller " + type.getName());
        return supplier.get();
    }

    <T extends AutoCloseable> void add(Class<T> type, Supplier<T> supplier) {
        suppliers.put(type, supplier);
    }

    private void addPools() {
        add(PoolsTableController.class, () -> new PoolsTableController(models.pools().list(),
                new TableChangeMarks(models.changes().marks(), texts.changes(),
                        () -> screenNavigator.show(ModalFormKind.CHANGE_LOG)),
                texts.words(), texts.fields(), texts.states().emptyTable(),
                new PoolsTableController.Actions(models.window().main()::refresh, models.window().main()::showDetails,
                        screenNavigator, texts.copyMenu(models.export().copies()),
                        new PoolsTableController.EmptyStateActions(models.connections().list()::tickAll,
                                id -> models.connections().list().saved(id).isPresent(),
                                id -> models.connections().list().saved(id).ifPresent(screenNavigator::editConnection),
                                models.window().main().nowProperty()))));
        add(FilterBarController.class, () -> new FilterBarController(models.pools().list(),
                models.pools().filterMatchCounts(), texts.filters(), screenNavigator::selectPool));
        add(RelaxFilterController.class, () -> new RelaxFilterController(models.pools().list(),
                models.pools().filterMatchCounts(), texts.filters()));
        add(StatusFilterListController.class,
                () -> new StatusFilterListController(models.pools().list(), texts.words(), texts.fields()));
        add(DetailsPanelController.class,
                () -> new DetailsPanelController(models.analysis().details(),
                        new SeveralPoolsDetailsPane(texts.words(), texts.fields()),
                        () -> screenNavigator.load("details/PoolDetails.fxml"), texts.words(),
                        new DetailsPanelController.Actions(screenNavigator::showField,
                                () -> models.export().copies().reportCopied(CopyModel.Kind.LINES, 1))));
        add(PoolDetailsController.class,
                () -> new PoolDetailsController(models.analysis().details(),
                        new PoolDetailsController.Contents(models.analysis().contents(),
                                () -> screenNavigator.load("nodes/PoolContents.fxml")),
                        new PoolDetailsController.Changes(models.changes().ofPool(), texts.changes()), texts.words(),
                        texts.fields(), texts.times()));
        add(PoolContentsController.class,
                () -> new PoolContentsController(models.analysis().contents(),
                        new PoolContentsText(texts.words(), texts.fields(), texts.times()),
                        new PoolContentsController.Actions(screenNavigator::showColumn,
                                models.export().dialogs().save()::ask,
                                rows -> models.export().copies().reportCopied(CopyModel.Kind.ROWS, rows))));
    }

    private void addAnalysis() {
        add(SummaryStripController.class, () -> new SummaryStripController(models.pools().summary(), texts.words(),
                texts.fields(), screenNavigator::showCardsByFamily));
        add(ChartsController.class,
                () -> new ChartsController(models.pools().summary(), texts.words(), texts.fields()));
        add(FitController.class,
                () -> new FitController(models.analysis().fit(), models.analysis().nodeCheck(), texts.words(),
                        new FitResultText(texts.words(), texts.fields()),
                        new TotalsAndChartsText(texts.words(), texts.fields()), screenNavigator::selectPool));
        add(NodeCheckController.class,
                () -> new NodeCheckController(models.analysis().nodeCheck(),
                        new NodeCheckText(texts.words(), texts.fields(), texts.times()),
                        new FitResultText(texts.words(), texts.fields()), screenNavigator::showPool));
        add(ChangeLogController.class, () -> new ChangeLogController(models.changes().log(),
                new ChangeLogController.Formatters(texts.words(), texts.fields(), texts.filters(), texts.changes()),
                new ChangeLogController.Actions(screenNavigator::showPoolFromForm, screenNavigator::closeForm)));
        add(ComparisonBaseChoiceController.class,
                () -> new ComparisonBaseChoiceController(models.changes().log(), texts.words(), texts.changes(),
                        new ComparisonBaseChoiceController.Snapshots(models.changes().snapshotBase(),
                                new SnapshotText(texts.words(), texts.times()), this::askForSnapshotBase)));
        add(PinnedPoolsController.class, () -> new PinnedPoolsController(models.analysis().compare(), texts.words(),
                new CompareText(texts.words(), texts.fields()), () -> screenNavigator.show(ModalFormKind.COMPARISON)));
        add(TrendsController.class,
                () -> new TrendsController(models.changes().trends().model(), models.changes().trends().export(),
                        new TrendsController.Words(texts.words(),
                                new TrendText(texts.words(), texts.fields(), texts.times())),
                        new TrendsController.Outside(models.export().dialogs().save()::ask, ScenePngWriter::content,
                                screenNavigator::closeForm)));
        add(CompareController.class,
                () -> new CompareController(models.analysis().compare(), new CompareController.Formatters(texts.words(),
                        texts.fields(), new CompareText(texts.words(), texts.fields())), screenNavigator::closeForm));
    }

    private void addConnections() {
        add(ConnectionListController.class, () -> new ConnectionListController(models.connections().list(),
                texts.words(), texts.states(), screenNavigator));
        add(RequestLogController.class, () -> new RequestLogController(models.connections().requests(), texts.words(),
                texts.times(), screenNavigator::closeForm));
        add(SignInFieldsController.class, () -> new SignInFieldsController(texts.words()));
        add(IamProjectsController.class, () -> new IamProjectsController(texts.words()));
        add(MoreConnectionSettingsController.class, () -> new MoreConnectionSettingsController(texts.words()));
        add(PoolQueryController.class, () -> new PoolQueryController(texts.words()));
        add(NetworkRouteController.class, () -> new NetworkRouteController(texts.words(),
                typed -> models.export().dialogs().open().ask(caFileQuestion(typed)).orElse(typed)));
    }

    /// Asks for a snapshot file and compares with it.
    ///
    /// @return whether one was chosen
    boolean askForSnapshotBase() {
        var question = new OpenDialog.Question(texts.words().format("snapshot.compareTitle"), List
                .of(new OpenDialog.FileKind(texts.words().format("snapshot.kind"), List.of(SnapshotFileModel.PATTERN))),
                "");
        var chosen = models.export().dialogs().open().ask(question);
        chosen.ifPresent(models.changes().snapshotBase()::compareWith);
        return chosen.isPresent();
    }

    private OpenDialog.Question caFileQuestion(String typed) {
        // Some systems tell the case of letters in a pattern apart.
        var patterns = Stream.of("*.pem", "*.crt", "*.cer", "*.der", "*.p12", "*.pfx", "*.jks", "*.jceks")
                .flatMap(pattern -> Stream.of(pattern, pattern.toUpperCase(Locale.ROOT)))
                .toList();
        return new OpenDialog.Question(texts.words().format("form.ca.browse.title"),
                List.of(new OpenDialog.FileKind(texts.words().format("form.ca.kind"), patterns),
                        new OpenDialog.FileKind(texts.words().format("form.ca.kind.all"), List.of("*"))),
                typed);
    }

    private void addDialogs() {
        add(WatchRulesController.class,
                () -> new WatchRulesController(models.watch(), new WatchRulesText(texts.words(), texts.times()),
                        texts.words(), screenNavigator, screenNavigator::closeForm));
        add(SettingsController.class, () -> new SettingsController(models.window().settings(),
                models.changes().history(), texts.words(), screenNavigator::closeForm));
        add(PaletteController.class,
                () -> new PaletteController(models.window().palette(), texts.words(), screenNavigator::closePopup));
        add(AboutController.class,
                () -> new AboutController(models.window().about(), texts.words(), screenNavigator::closePopup));
        add(CardsByFamilyController.class, () -> new CardsByFamilyController(models.pools().list(), texts.words(),
                texts.fields(), screenNavigator::closePopup));
        add(ReferenceScreenController.class, () -> new ReferenceScreenController(texts.words(), Optional.empty(), "",
                models.pools().list().filter()::setText, screenNavigator::closePopup));
        add(HandOverController.class,
                () -> new HandOverController(models.changes().handOver(),
                        new HandOverController.Words(texts.words(),
                                new HandOverText(texts.words(), texts.fields(), texts.times(),
                                        new FailureText(texts.words())),
                                texts.times()),
                        models.export().dialogs().save()::ask, screenNavigator::closeForm));
        add(ExportController.class,
                () -> new ExportController(models.export().export(),
                        new ExportController.Formatters(texts.words(), texts.fields(), texts.states()),
                        models.export().dialogs().save(), screenNavigator::closeForm));
    }
}
