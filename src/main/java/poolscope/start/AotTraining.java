package poolscope.start;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.animation.PauseTransition;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import poolscope.api.ApiEnvironment;
import poolscope.api.ApiException;
import poolscope.api.inventory.InventoryReader;
import poolscope.connection.Connection;
import poolscope.connection.Credentials;
import poolscope.demo.DemoCloud;
import poolscope.demo.DemoSettings;
import poolscope.pool.PoolField;
import poolscope.pool.table.SortOrder;
import poolscope.settings.Appearance;

/// Goes through what an operator does in the first minutes, so that the AOT cache of the installed program knows the
/// classes and the methods that it takes. It proves nothing: what can't be done here is passed over. For the FX thread.
public final class AotTraining {
    private static final Duration STEP = Duration.millis(200);
    private static final List<String> FILTERS = List.of("train", "status:abnormal",
            "gpu>=8 mem>=64GiB or not avail<nodes", "gpus:", "spec~\"gpu|ascend\" age<400d", "");

    private final AppComposition appComposition;
    private final Deque<Runnable> steps = new ArrayDeque<>();

    private AotTraining(AppComposition appComposition) {
        this.appComposition = appComposition;
        steps.add(() -> appComposition.pools().sort(SortOrder.by(PoolField.NAME, false)));
        steps.add(() -> appComposition.pools().sort(SortOrder.by(PoolField.CREATED_AT, true)));
        FILTERS.forEach(text -> steps.add(() -> field().ifPresent(field -> field.setText(text))));
        steps.add(() -> table().ifPresent(table -> table.getSelectionModel().select(3)));
        steps.add(() -> table().ifPresent(table -> table.scrollTo(table.getItems().size() - 1)));
        for (var key : List.of(KeyCode.DOWN, KeyCode.PAGE_UP, KeyCode.F7, KeyCode.F7, KeyCode.F5, KeyCode.ESCAPE))
            steps.add(() -> press(key, false));
        for (var key : List.of(KeyCode.F, KeyCode.B, KeyCode.B, KeyCode.N))
            steps.add(() -> press(key, true));
        steps.add(() -> press(KeyCode.ESCAPE, false));
        steps.add(() -> menus(true));
        steps.add(() -> menus(false));
        for (var theme : List.of(Appearance.Theme.DARK, Appearance.Theme.LIGHT))
            steps.add(() -> look(appearance().withTheme(theme)));
        for (var language : List.of(Appearance.Language.CHINESE, Appearance.Language.ENGLISH))
            steps.add(() -> look(appearance().withLanguage(language)));
        steps.add(() -> look(appearance().withDensity(Appearance.Density.COMPACT)));
        steps.add(appComposition.fleet()::refresh);
        steps.add(appComposition.stage()::close);
    }

    public static void begin(AppComposition appComposition) {
        var aotTraining = new AotTraining(appComposition);
        CompletableFuture.runAsync(AotTraining::greet).thenRun(AotTraining::export);
        FirstPaint.watch(appComposition, _ -> aotTraining.next());
    }

    /// A call over TLS, to a server that does not speak it: the client's half of the first step is what every real
    /// connection begins with.
    private static void greet() {
        try (var plain = DemoCloud.start(DemoSettings.of(1));
                var reader = InventoryReader.open(secure(plain), Credentials.NONE, ApiEnvironment.real())) {
            reader.read(_ -> {
            });
        } catch (ApiException | IOException _) {
            // As was to be expected.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void export() {
        ExportAotTraining.export(List.of("export"));
    }

    private static Connection secure(DemoCloud plain) {
        var address = URI.create("https://127.0.0.1:" + plain.endpoint().getPort());
        return new Connection("tls", "TLS", Optional.empty(), address, plain.projectId());
    }

    private void next() {
        var step = steps.poll();
        if (step == null) return;
        step.run();
        var pause = new PauseTransition(STEP);
        pause.setOnFinished(_ -> next());
        pause.play();
    }

    private Optional<TextField> field() {
        return Optional.ofNullable((TextField) appComposition.stage().getScene().lookup("#field"));
    }

    private Optional<TableView<?>> table() {
        return Optional.ofNullable((TableView<?>) appComposition.stage().getScene().lookup("#table"));
    }

    private void press(KeyCode key, boolean control) {
        var scene = appComposition.stage().getScene();
        Node at = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
        for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED))
            Event.fireEvent(at, new KeyEvent(type, "", key.getName(), key, false, control, false, false));
    }

    private void menus(boolean open) {
        for (var bar : appComposition.stage().getScene().getRoot().lookupAll(".menu-bar"))
            if (bar instanceof MenuBar menus) menus.getMenus().forEach(open ? Menu::show : Menu::hide);
    }

    private Appearance appearance() {
        return appComposition.settings().settings().appearance();
    }

    private void look(Appearance next) {
        appComposition.settings()
                .part(settings -> settings.appearance(), (settings, appearance) -> settings.withLook(appearance))
                .set(next);
    }
}
