package poolscope;

import com.sun.javafx.stage.WindowHelper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import poolscope.api.HttpTimeouts;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.connection.InMemorySecretStore;
import poolscope.connection.ServiceAndProject;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.disk.FileSystemOperations;
import poolscope.live.FolderOpener;
import poolscope.live.LocalCredentialLocations;
import poolscope.live.RefreshState;
import poolscope.live.table.PoolRow;
import poolscope.live.table.TableRowItem;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.LoadedValueWithNotices;
import poolscope.settings.RefreshInterval;
import poolscope.settings.SavedViewsFolder;
import poolscope.settings.SettingsFile;
import poolscope.settings.WatchRulesAndStateFiles;
import poolscope.settings.WindowAppearance;
import poolscope.settings.WindowBoundsAndPaneVisibility;
import poolscope.start.AppComposition;
import poolscope.start.HistoryReadAhead;
import poolscope.start.LoadedFiles;
import poolscope.start.ServicesBeforeJavaFxStart;
import poolscope.ui.ScreenModels;
import poolscope.ui.export.OpenDialog;

/// An operator's desk: the real window over a real (loopback) cloud, with hands to work it and eyes to read it. The one
/// class that knows TestFX.
final class AppFixture implements AutoCloseable {
    /// A moment at which the demo cloud stands still, so that counts are exact.
    static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicReference<Throwable> TROUBLE = new AtomicReference<>();

    final TestCloud cloud;
    final AppComposition appComposition;
    final Path folder;
    /// What the desktop was asked to show.
    final RecordedNotifications desktop;
    private final WindowRobot robot = new WindowRobot();
    private final Answers answers;

    /// What the operator and the system answer to the program.
    private record Answers(AtomicReference<Function<String, Optional<String>>> saveAs,
            AtomicReference<Function<OpenDialog.Question, Optional<String>>> open,
            AtomicReference<FolderOpener.Runner> programs) {}

    private AppFixture(TestCloud cloud, AppComposition appComposition, Path folder, Answers answers,
            RecordedNotifications desktop) {
        this.desktop = desktop;
        this.answers = answers;
        this.cloud = cloud;
        this.appComposition = appComposition;
        this.folder = folder;
    }

    static TestCloudSettings still(int pools) {
        return TestCloudSettings.of(pools).withClock(NOON).withDrift(false);
    }

    /// Opens the window and waits until its pools are on screen.
    static AppFixture open(int pools) throws Exception {
        return open(still(pools)).untilRead();
    }

    /// Opens the window and does not wait.
    static AppFixture open(TestCloudSettings settings) throws Exception {
        return open(TestCloud.start(settings), TemporaryFolder.create("desk"), WindowAppearance.Theme.LIGHT);
    }

    static AppFixture open(TestCloud cloud, Path folder, WindowAppearance.Theme theme) throws Exception {
        return open(cloud, folder, theme, RequestClockAndTimeouts.real(), FileSystemOperations.ofDisk());
    }

    /// The window in a time of its own.
    static AppFixture open(TestCloud cloud, Clock clock) throws Exception {
        return open(
                cloud, TemporaryFolder.create("desk"), WindowAppearance.Theme.LIGHT, new RequestClockAndTimeouts(clock,
                        System::nanoTime, new Random(1), Thread::sleep, HttpTimeouts.DEFAULT),
                FileSystemOperations.ofDisk());
    }

    /// The window with a disk of its own for what it remembers.
    static AppFixture open(TestCloud cloud, FileSystemOperations disk) throws Exception {
        return open(cloud, TemporaryFolder.create("desk"), WindowAppearance.Theme.LIGHT, RequestClockAndTimeouts.real(),
                disk);
    }

    private static AppFixture open(TestCloud cloud, Path folder, WindowAppearance.Theme theme,
            RequestClockAndTimeouts environment, FileSystemOperations disk) throws Exception {
        var stage = FxToolkit.registerPrimaryStage();
        TROUBLE.set(null);
        var file = SettingsFile.in(folder, disk, Clock.systemUTC());
        var connectionsFile = ConnectionsFile.in(folder, disk, Clock.systemUTC());
        var savedViewsFolder = SavedViewsFolder.in(folder, disk, Clock.systemUTC());
        var watchRulesAndStateFiles = WatchRulesAndStateFiles.in(folder, disk, Clock.systemUTC());
        var desktop = new RecordedNotifications();
        var found = file.load();
        var loaded = found.value().withRefresh(RefreshInterval.OFF);
        var settings = loaded.withWindowAppearance(loaded.windowAppearance().withTheme(theme))
                .withWindow(placed(loaded.window()).withWelcomeShown(Files.exists(folder.resolve("home"))));
        var serviceAndProject = new ServiceAndProject("demo", "Demo cloud", Optional.of("demo-1"), cloud.endpoint(),
                cloud.projectId());
        var saveAs = new AtomicReference<Function<String, Optional<String>>>(_ -> Optional.empty());
        var open = new AtomicReference<Function<OpenDialog.Question, Optional<String>>>(_ -> Optional.empty());
        var programs = new AtomicReference<FolderOpener.Runner>(_ -> 0);
        var appComposition = WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), () -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, e) -> TROUBLE.compareAndSet(null, e));
            stage.hide();
            // A test that waits for a copy must not find the one of the test before.
            Clipboard.getSystemClipboard().clear();
            HeadlessMouse.install();
            var files = new LoadedFiles(new LoadedValueWithNotices<>(settings, found.notices()), file,
                    connectionsFile.load(), connectionsFile, savedViewsFolder.load(), savedViewsFolder,
                    new LoadedFiles.WatchRules(watchRulesAndStateFiles.load(), watchRulesAndStateFiles),
                    new HistoryReadAhead(file.folder(), environment.clock()));
            return new AppComposition(
                    new AppComposition.Parts(() -> serviceAndProject, files,
                            ServicesBeforeJavaFxStart.of(environment, InMemorySecretStore::new),
                            new LocalCredentialLocations(Map.of(), folder.resolve("home")),
                            _ -> new ScreenModels.FileDialogs((_, name) -> saveAs.get().apply(name),
                                    question -> open.get().apply(question)),
                            line -> programs.get().run(line), desktop),
                    new Stage());
        });
        return new AppFixture(cloud, appComposition, folder, new Answers(saveAs, open, programs), desktop);
    }

    /// A first start: nothing is remembered, and other tools have left this in their file of credentials.
    static AppFixture first(String credentials) throws Exception {
        var folder = TemporaryFolder.create("desk");
        var file = Files.createDirectories(folder.resolve("home/.huaweicloud")).resolve("credentials");
        Files.writeString(file, credentials);
        return open(TestCloud.start(still(240)), folder, WindowAppearance.Theme.LIGHT).untilRead();
    }

    /// The headless screen has 1000 × 1000 pixels.
    private static WindowBoundsAndPaneVisibility placed(WindowBoundsAndPaneVisibility place) {
        return place.bounds() instanceof WindowBoundsAndPaneVisibility.Bounds.Unset
                ? place.withBounds(WindowBoundsAndPaneVisibility.Bounds.of(0, 0, 980, 760))
                : place;
    }

    /// What the operator answers when the system's window asks for a file; it suggests a name.
    void saveAs(Function<String, Optional<String>> answer) {
        answers.saveAs().set(answer);
    }

    /// What the operator answers when the system's window asks for a file to open.
    void open(Path file) {
        open(_ -> Optional.of(file.toString()));
    }

    /// The same, depending on what the system's window is asked to offer.
    void open(Function<OpenDialog.Question, Optional<String>> answer) {
        answers.open().set(answer);
    }

    /// What the system's programs do when they are run; without it they end well.
    void programs(FolderOpener.Runner runner) {
        answers.programs().set(runner);
    }

    AppFixture untilRead() {
        return untilRead(PATIENCE);
    }

    AppFixture untilRead(Duration patience) {
        until("the pools are read", patience,
                () -> appComposition.observableTickedConnectionPools()
                        .sources()
                        .getFirst()
                        .state() instanceof RefreshState.Loaded
                        && appComposition.pools()
                                .arrangedPools()
                                .set() == appComposition.observableTickedConnectionPools().poolsProperty().get());
        return this;
    }

    /// Waits until that is so, asked on the FX thread; fails with what was waited for.
    void until(String what, Callable<Boolean> condition) {
        until(what, PATIENCE, condition);
    }

    private void until(String what, Duration patience, Callable<Boolean> condition) {
        if (!within(patience, condition))
            throw new AssertionError("Waited in vain until " + what + "; the window says: " + labels());
    }

    /// Waits until the pools shown and their number are those of the whole text in the filter field. Keys that are
    /// typed one by one filter in between.
    void untilFiltered() {
        until("the filter is applied", () -> {
            var filter = appComposition.pools().filter().state();
            return filter.typed().equals(filterField().getText())
                    && filter.filter().equals(appComposition.pools().arrangedPools().filter());
        });
    }

    /// Whether that becomes so in this time, asked on the FX thread.
    boolean within(Duration patience, Callable<Boolean> condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!fx(condition)) {
            if (System.nanoTime() > end) return false;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        settle();
        return true;
    }

    <T> T fx(Callable<T> ask) {
        var answer = WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), ask);
        if (TROUBLE.get() != null)
            throw new AssertionError("The window's thread met an unexpected error", TROUBLE.get());
        return answer;
    }

    void settle() {
        WindowRobot.settle();
    }

    /// Gives the focus to one of the windows. The headless screen gives it without taking it from the others.
    void use(Stage window) {
        fx(() -> {
            appComposition.stages().forEach(other -> WindowHelper.setFocused(other, false));
            WindowHelper.setFocused(window, true);
            return true;
        });
    }

    FxRobot hands() {
        return robot;
    }

    void click(String query) {
        settle();
        robot.clickOn(query);
        settle();
    }

    /// The texts of the menu that the item is in.
    List<String> menuTexts(String query) {
        settle();
        return fx(() -> robot.lookup(query)
                .query()
                .getParent()
                .lookupAll(".menu-item > .label")
                .stream()
                .map(label -> ((Label) label).getText())
                .toList());
    }

    void type(String text) {
        fx(() -> {
            filterField().requestFocus();
            filterField().setText(text);
            return true;
        });
        settle();
    }

    TextField filterField() {
        return (TextField) find("#field");
    }

    Node find(String query) {
        return appComposition.stage().getScene().lookup(query);
    }

    String text(String query) {
        return fx(() -> ((Label) find(query)).getText());
    }

    @SuppressWarnings("unchecked")
    TableView<TableRowItem> table() {
        return (TableView<TableRowItem>) find("#table");
    }

    /// What the header of that column offers to a right click.
    List<MenuItem> headerMenu(PoolField field) {
        until("the column has its header", () -> header(field).isPresent());
        return fx(() -> {
            var header = header(field).orElseThrow();
            var at = header.localToScreen(5, 5);
            Event.fireEvent(header, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, at.getX(),
                    at.getY(), false, null));
            var menu = header.getTableColumn().getContextMenu();
            menu.hide();
            return menu.getItems();
        });
    }

    private Optional<TableColumnHeader> header(PoolField field) {
        return table().lookupAll(".column-header")
                .stream()
                .map(TableColumnHeader.class::cast)
                .filter(one -> one.getTableColumn() != null && field.id().equals(one.getTableColumn().getId()))
                .findFirst();
    }

    /// Scrolls the table to its right end.
    void scrollRight() {
        fx(() -> {
            var bar = table().lookupAll(".scroll-bar")
                    .stream()
                    .map(ScrollBar.class::cast)
                    .filter(one -> one.getOrientation() == Orientation.HORIZONTAL && one.isVisible())
                    .findFirst()
                    .orElseThrow();
            bar.setValue(bar.getMax());
            return true;
        });
        settle();
    }

    /// The pools on screen, in their order.
    List<Pool> shown() {
        return fx(this::shownNow);
    }

    /// The same, asked on the FX thread.
    List<Pool> shownNow() {
        return table().getItems()
                .stream()
                .flatMap(tableRowItem -> tableRowItem instanceof PoolRow row ? Stream.of(row.pool()) : Stream.empty())
                .toList();
    }

    /// The pools that were read, shown or not.
    List<Pool> cloudPools() {
        return fx(() -> appComposition.observableTickedConnectionPools().poolsProperty().get().pools());
    }

    /// The words on screen.
    List<String> labels() {
        return fx(() -> appComposition.stage()
                .getScene()
                .getRoot()
                .lookupAll(".label")
                .stream()
                .filter(node -> node instanceof Label label && label.getText() != null && !label.getText().isEmpty()
                        && isSeen(node))
                .map(node -> ((Label) node).getText())
                .toList());
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent())
            if (!at.isVisible()) return false;
        return true;
    }

    @Override
    public void close() {
        robot.releaseAll();
        fx(() -> {
            // a window that is still open would get the keys of the next test
            List.copyOf(appComposition.stages()).reversed().forEach(Stage::hide);
            appComposition.stage().hide();
            appComposition.close();
            return true;
        });
        cloud.close();
        settle();
        // Also what happens after the end must not trouble anybody.
        fx(() -> true);
    }
}
