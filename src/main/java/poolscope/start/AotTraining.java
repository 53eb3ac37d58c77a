package poolscope.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import poolscope.Cli;
import poolscope.api.ApiException;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.inventory.InventoryReader;
import poolscope.cli.ExitCode;
import poolscope.connection.Credentials;
import poolscope.connection.ServiceAndProject;
import poolscope.pool.ApiGeneration;
import poolscope.pool.PoolField;
import poolscope.pool.table.SortOrder;
import poolscope.settings.WindowAppearance;
import poolscope.ui.pools.FilterModel;

/// Performs an operator's typical first actions, so that the AOT cache of the installed program contains the classes
/// and methods they need. When one of them fails, the program ends with a nonzero exit code, and so does the build,
/// because an incomplete cache would only make the start slower without any error. For the FX thread.
public final class AotTraining {
    private static final List<String> FILTERS = List.of("train", "status:abnormal",
            "gpu>=8 mem>=64GiB or not avail<nodes", "spec~\"gpu|ascend\" age<400d", "");

    private final AppComposition appComposition;
    private final FxStepSequenceRunner steps = new FxStepSequenceRunner(AotTraining::fail);
    /// In a thread of its own: blocking a thread of the common pool delays all HTTP clients of the JDK.
    private final CompletableFuture<Void> background = CompletableFuture
            .runAsync(AotTraining::connectByTls, Thread::startVirtualThread)
            .thenRun(AotTraining::export);

    private AotTraining(AppComposition appComposition, Path folder) throws IOException {
        this.appComposition = appComposition;
        addTable();
        addDialogs();
        addAppearance();
        steps.add("refresh", appComposition.observableTickedConnectionPools()::refresh, () -> background.isDone()
                && !appComposition.observableTickedConnectionPools().sources().getFirst().state().isLoading());
        new SavedConnectionAotTraining(appComposition, folder).addTo(steps);
        steps.add("close the window", this::close, () -> true);
    }

    /// @param folder
    ///            where the program keeps its settings
    /// @throws IOException
    ///             when no server could be started
    public static void begin(AppComposition appComposition, Path folder) throws IOException {
        var aotTraining = new AotTraining(appComposition, folder);
        FirstPaintDetector.watch(appComposition, _ -> aotTraining.steps.run());
    }

    private void addTable() {
        sort(SortOrder.by(PoolField.NAME, false));
        sort(SortOrder.by(PoolField.CREATED_AT, true));
        for (var text : FILTERS)
            type(text, () -> filter().text().equals(filter().parse(text).filter().print()));
        type("gpus:", () -> filter().problem().isPresent());
        type("api:v2 status:running nodes>0",
                () -> appComposition.pools()
                        .shownPools()
                        .stream()
                        .allMatch(pool -> pool.poolOrigin().api() == ApiGeneration.V2));
        steps.add("select a pool", () -> find("#table", TableView.class).getSelectionModel().select(3),
                () -> exists("#tabs"));
        openTab("#tabNODES", () -> !find("#nodeTable", TableView.class).getItems().isEmpty());
        openTab("#tabJOBS", () -> find("#jobTable", Node.class).isVisible() || exists("#contentsWhat"));
        openTab("#tabEVENTS", () -> find("#eventTable", Node.class).isVisible() || exists("#contentsWhat"));
        openTab("#tabOVERVIEW", () -> find("#overview", Node.class).isVisible());
        steps.add("scroll to the end",
                () -> find("#table", TableView.class).scrollTo(appComposition.pools().rows().size() - 1), () -> true);
        for (var key : List.of(KeyCode.DOWN, KeyCode.PAGE_UP, KeyCode.F7, KeyCode.F7, KeyCode.F5, KeyCode.ESCAPE))
            press(key, false, () -> true);
    }

    private void addDialogs() {
        press(KeyCode.F, true, () -> find("#field", TextField.class).isFocused());
        press(KeyCode.B, true, () -> !find("#sidebar", Node.class).isVisible());
        press(KeyCode.B, true, () -> find("#sidebar", Node.class).isVisible());
        press(KeyCode.J, true, () -> exists("#fitNodes"));
        press(KeyCode.J, true, () -> !find("#fit", Node.class).isVisible());
        press(KeyCode.K, true, () -> exists("#sought"));
        press(KeyCode.ESCAPE, false, () -> !exists("#sought"));
        press(KeyCode.N, true, () -> exists("#connectionForm"));
        press(KeyCode.ESCAPE, false, () -> !exists("#connectionForm"));
        steps.add("open the menus", () -> menuBar().getMenus().forEach(Menu::show),
                () -> menuBar().getMenus().stream().anyMatch(Menu::isShowing));
        steps.add("close the menus", () -> menuBar().getMenus().forEach(Menu::hide),
                () -> menuBar().getMenus().stream().noneMatch(Menu::isShowing));
    }

    private void addAppearance() {
        for (var theme : List.of(WindowAppearance.Theme.DARK, WindowAppearance.Theme.LIGHT))
            steps.add("theme " + theme, () -> set(windowAppearance().withTheme(theme)),
                    () -> windowAppearance().theme() == theme);
        for (var language : WindowAppearance.Language.all().reversed())
            steps.add("language " + language, () -> set(windowAppearance().withLanguage(language)),
                    () -> exists("#menuBar") && windowAppearance().language() == language);
        steps.add("compact rows", () -> set(windowAppearance().withDensity(WindowAppearance.Density.COMPACT)),
                () -> true);
    }

    private void type(String text, BooleanSupplier seen) {
        steps.add("type the filter " + text, () -> find("#field", TextField.class).setText(text), seen);
    }

    private FilterModel filter() {
        return appComposition.pools().filter();
    }

    private void sort(SortOrder order) {
        steps.add("sort by " + order, () -> appComposition.pools().sort(order),
                () -> appComposition.pools().sortOrderProperty().get().equals(order));
    }

    private void press(KeyCode key, boolean control, BooleanSupplier seen) {
        steps.add("press " + (control ? "Ctrl+" : "") + key.getName(), () -> {
            var scene = appComposition.stage().getScene();
            Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
            for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED))
                Event.fireEvent(target, new KeyEvent(type, "", key.getName(), key, false, control, false, false));
        }, seen);
    }

    private void openTab(String tab, BooleanSupplier seen) {
        steps.add("open " + tab, () -> find(tab, ToggleButton.class).fire(), seen);
    }

    private MenuBar menuBar() {
        return find("#menuBar", MenuBar.class);
    }

    private boolean exists(String selector) {
        return appComposition.stage().getScene().lookup(selector) != null;
    }

    private <T extends Node> T find(String selector, Class<T> type) {
        var found = appComposition.stage().getScene().lookup(selector);
        if (found == null) throw new IllegalStateException("the window has no " + selector);
        return type.cast(found);
    }

    private WindowAppearance windowAppearance() {
        return appComposition.settings().settings().windowAppearance();
    }

    private void set(WindowAppearance next) {
        appComposition.settings()
                .part(settings -> settings.windowAppearance(),
                        (settings, windowAppearance) -> settings.withWindowAppearance(windowAppearance))
                .set(next);
    }

    private void close() {
        if (background.isCompletedExceptionally()) fail(String.valueOf(background.exceptionNow()));
        appComposition.stage().close();
    }

    /// Connects by TLS to a server that closes the connection after the first bytes, so that the client's part of a
    /// handshake is in the cache.
    private static void connectByTls() {
        try (var server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
                var reader = InventoryReader.open(connectionTo(server), Credentials.NONE,
                        RequestClockAndTimeouts.real())) {
            Thread.startVirtualThread(() -> hangUp(server));
            reader.read(_ -> {
            });
            throw new IllegalStateException("a server without TLS was read by TLS");
        } catch (ApiException _) {
            // The handshake must fail.
        } catch (IOException e) {
            throw new IllegalStateException("no server could be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void hangUp(ServerSocket server) {
        while (!server.isClosed())
            try (var client = server.accept()) {
                client.getInputStream().read();
            } catch (IOException _) {
                // the client has gone, or the server is closed
            }
    }

    private static ServiceAndProject connectionTo(ServerSocket server) {
        var address = URI.create("https://127.0.0.1:" + server.getLocalPort());
        return new ServiceAndProject("tls", "TLS", Optional.empty(), address, "0".repeat(32));
    }

    private static void export() {
        ExportAotTraining.export(ExitCode.COMPLETE, List.of("export"));
    }

    private static void fail(String reason) {
        System.err.println("The training of the AOT cache failed: " + reason);
        System.exit(Cli.NOT_STARTED);
    }
}
