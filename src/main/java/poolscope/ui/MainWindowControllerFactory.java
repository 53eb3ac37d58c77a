package poolscope.ui;

import poolscope.settings.WindowAppearance.Language;
import poolscope.ui.commands.PlatformMenuShortcuts;
import poolscope.ui.connections.ConnectionCommands;
import poolscope.ui.connections.ConnectionsMenu;
import poolscope.ui.fit.FitButtonController;
import poolscope.ui.main.ComparisonBaseMenuController;
import poolscope.ui.main.EditMenuController;
import poolscope.ui.main.FileMenuController;
import poolscope.ui.main.FileNoticesController;
import poolscope.ui.main.GoMenuController;
import poolscope.ui.main.HelpMenuController;
import poolscope.ui.main.HistoryStorageMenuController;
import poolscope.ui.main.MainController;
import poolscope.ui.main.MenusController;
import poolscope.ui.main.MissingFontNoticeController;
import poolscope.ui.main.MissingPoolsNoticeController;
import poolscope.ui.main.PointInTimeBarController;
import poolscope.ui.main.RecoveredConnectionNoticeController;
import poolscope.ui.main.RestrictedPoolListNoticeController;
import poolscope.ui.main.SnapshotOutcomeController;
import poolscope.ui.main.StatusBarController;
import poolscope.ui.main.ToolsMenuController;
import poolscope.ui.main.ViewMenuController;
import poolscope.ui.navigation.ModalFormKind;
import poolscope.ui.parts.ChineseGlyphCheck;
import poolscope.ui.savedviews.SavedViewsController;
import poolscope.ui.text.FileWriteOutcomeText;
import poolscope.ui.text.FolderOpenFailureText;
import poolscope.ui.text.ProgramFileNoticeText;
import poolscope.ui.text.SnapshotText;
import poolscope.ui.watch.WatchBadgeController;
import poolscope.ui.welcome.WelcomeController;

/// Makes the controllers of the window itself: its panes, status bar, notices and menus.
final class MainWindowControllerFactory {
    private final ScreenModels models;
    private final ScreenTextFormatters texts;
    private final PlatformMenuShortcuts platformMenuShortcuts;
    private final ScreenNavigator screenNavigator;

    MainWindowControllerFactory(ScreenModels models, ScreenTextFormatters texts,
            PlatformMenuShortcuts platformMenuShortcuts, ScreenNavigator screenNavigator) {
        this.models = models;
        this.texts = texts;
        this.platformMenuShortcuts = platformMenuShortcuts;
        this.screenNavigator = screenNavigator;
    }

    void addTo(FxmlControllerFactory suppliers) {
        addWindow(suppliers);
        addMenus(suppliers);
    }

    private void addWindow(FxmlControllerFactory suppliers) {
        suppliers.add(MainController.class,
                () -> new MainController(models.window().main(),
                        new MainController.Tables(models.pools().list(), models.changes().marks(),
                                models.analysis().fit(), models.analysis().contents(), models.changes().moment()),
                        screenNavigator));
        suppliers.add(FitButtonController.class, () -> new FitButtonController(models.analysis().fit(), texts.words(),
                platformMenuShortcuts.written("Shortcut+J")));
        suppliers.add(StatusBarController.class,
                () -> new StatusBarController(models.window().main(),
                        new StatusBarController.Contents(models.pools().list(), models.changes().marks(),
                                models.changes().moment(), models.export().copies(), models.export().snapshots()),
                        new StatusBarController.Formatters(texts.words(), texts.fields(), texts.states(),
                                texts.changes(), texts.times()),
                        screenNavigator));
        suppliers.add(FileNoticesController.class, () -> new FileNoticesController(models.window().notices(),
                new ProgramFileNoticeText(texts.words()), new FolderOpenFailureText(texts.words())));
        suppliers.add(PointInTimeBarController.class, () -> new PointInTimeBarController(models.changes().moment(),
                texts.words(), texts.times(), new SnapshotText(texts.words(), texts.times())));
        suppliers.add(SnapshotOutcomeController.class, () -> new SnapshotOutcomeController(models.export().snapshots(),
                new SnapshotText(texts.words(), texts.times()), new FileWriteOutcomeText(texts.words())));
        suppliers.add(MissingFontNoticeController.class,
                () -> new MissingFontNoticeController(texts.words(), ChineseGlyphCheck.ofDefaultFont(),
                        () -> models.window().main().changeAppearance(now -> now.withLanguage(Language.ENGLISH))));
        suppliers.add(RestrictedPoolListNoticeController.class,
                () -> new RestrictedPoolListNoticeController(models.pools().list(), texts.words(), texts.states()));
        suppliers.add(RecoveredConnectionNoticeController.class,
                () -> new RecoveredConnectionNoticeController(models.window().main(), texts.states()));
        suppliers.add(MissingPoolsNoticeController.class,
                () -> new MissingPoolsNoticeController(models.window().main(), texts.words(), texts.states()));
        suppliers.add(WelcomeController.class, () -> new WelcomeController(models.connections().welcome(),
                texts.words(), screenNavigator, screenNavigator::openView));
        suppliers.add(SavedViewsController.class, () -> new SavedViewsController(models.window().views(), texts.words(),
                screenNavigator,
                new SavedViewsController.Dialogs(models.export().dialogs().save(), models.export().dialogs().open())));
    }

    private void addMenus(FxmlControllerFactory suppliers) {
        suppliers.add(MenusController.class, () -> new MenusController(platformMenuShortcuts, screenNavigator));
        suppliers.add(FileMenuController.class,
                () -> new FileMenuController(models.window().main(), models.pools().list(),
                        new ConnectionCommands(models.connections().list(), texts.words(), screenNavigator),
                        texts.words(), screenNavigator,
                        new FileMenuController.Snapshots(models.export().snapshots(), texts.times(),
                                models.export().dialogs().save(), models.export().dialogs().open()),
                        new FileMenuController.Windows(models.window().commands().openWindow(),
                                models.window().commands().quit()),
                        screenNavigator::mainController));
        suppliers.add(HistoryStorageMenuController.class,
                () -> new HistoryStorageMenuController(models.changes().history(), texts.words()));
        suppliers.add(EditMenuController.class,
                () -> new EditMenuController(models.pools().list(), models.changes().marks(),
                        texts.copyMenu(models.export().copies()), platformMenuShortcuts, texts.words(),
                        screenNavigator::mainController));
        suppliers.add(ViewMenuController.class, () -> new ViewMenuController(models.window().main(),
                models.pools().list(), models.window().views(), texts.words(), screenNavigator::mainController));
        suppliers.add(GoMenuController.class,
                () -> new GoMenuController(models.pools().list(), models.changes().marks(),
                        new ConnectionsMenu(models.connections().list(), texts.words()), models.changes().moment(),
                        models.analysis().contents(), texts.words(), screenNavigator::mainController));
        suppliers.add(ToolsMenuController.class,
                () -> new ToolsMenuController(models.pools().list(),
                        new ToolsMenuController.Finding(models.analysis().fit(), models.analysis().nodeCheck(),
                                models.analysis().compare()),
                        texts.words(), screenNavigator, screenNavigator::mainController));
        suppliers.add(WatchBadgeController.class,
                () -> new WatchBadgeController(models.watch(), texts.words(), screenNavigator));
        suppliers.add(ComparisonBaseMenuController.class,
                () -> new ComparisonBaseMenuController(models.changes().marks(), screenNavigator, () -> {
                    if (suppliers.askForSnapshotBase()) screenNavigator.show(ModalFormKind.CHANGE_LOG);
                }));
        suppliers.add(HelpMenuController.class, () -> new HelpMenuController(screenNavigator, models.pools().list(),
                models.window().about()::openFolder, screenNavigator::mainController));
    }
}
