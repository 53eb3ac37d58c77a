package poolscope;

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
import poolscope.api.ApiException;
import poolscope.api.InventoryReader;
import poolscope.api.Surroundings;
import poolscope.connection.Connection;
import poolscope.connection.Credentials;
import poolscope.demo.DemoCloud;
import poolscope.demo.DemoSettings;
import poolscope.pool.PoolField;
import poolscope.pool.Sort;
import poolscope.settings.Look;

/// Goes through what an operator does in the first minutes, so that the AOT cache of the installed program knows the classes and
/// the methods that it takes. It proves nothing: what can't be done here is passed over. For the FX thread.
final class Rehearsal {
    private static final Duration STEP = Duration.millis(200);
    private static final List<String> FILTERS = List.of("train", "status:abnormal", "gpu>=8 mem>=64GiB or not avail<nodes",
            "gpus:",
            "spec~\"gpu|ascend\" age<400d", "");

    private final Program program;
    private final Deque<Runnable> steps = new ArrayDeque<>();

    private Rehearsal(Program program) {
        this.program = program;
        steps.add(() -> program.pools().sort(Sort.by(PoolField.NAME, false)));
        steps.add(() -> program.pools().sort(Sort.by(PoolField.CREATED_AT, true)));
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
        for (var theme : List.of(Look.Theme.DARK, Look.Theme.LIGHT))
            steps.add(() -> look(look().withTheme(theme)));
        for (var language : List.of(Look.Language.CHINESE, Look.Language.ENGLISH))
            steps.add(() -> look(look().withLanguage(language)));
        steps.add(() -> look(look().withDensity(Look.Density.COMPACT)));
        steps.add(program.fleet()::refresh);
        steps.add(program.stage()::close);
    }

    static void begin(Program program) {
        var rehearsal = new Rehearsal(program);
        CompletableFuture.runAsync(Rehearsal::greet).thenRun(Rehearsal::export);
        Painted.watch(program, _ -> rehearsal.next());
    }

    /// A call over TLS, to a server that does not speak it: the client's half of the first step is what every real connection
    /// begins with.
    private static void greet() {
        try (var plain = DemoCloud.start(DemoSettings.of(1));
                var reader = InventoryReader.open(secure(plain), Credentials.NONE, Surroundings.real())) {
            reader.read(_ -> {
            });
        } catch (ApiException | IOException _) {
            // As was to be expected.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void export() {
        ExportRehearsal.export(List.of("export"));
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
        return Optional.ofNullable((TextField) program.stage().getScene().lookup("#field"));
    }

    private Optional<TableView<?>> table() {
        return Optional.ofNullable((TableView<?>) program.stage().getScene().lookup("#table"));
    }

    private void press(KeyCode key, boolean control) {
        var scene = program.stage().getScene();
        Node at = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
        for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED))
            Event.fireEvent(at, new KeyEvent(type, "", key.getName(), key, false, control, false, false));
    }

    private void menus(boolean open) {
        for (var bar : program.stage().getScene().getRoot().lookupAll(".menu-bar"))
            if (bar instanceof MenuBar menus) menus.getMenus().forEach(open ? Menu::show : Menu::hide);
    }

    private Look look() {
        return program.settings().settings().look();
    }

    private void look(Look next) {
        program.settings().part(settings -> settings.look(), (settings, look) -> settings.withLook(look)).set(next);
    }
}
