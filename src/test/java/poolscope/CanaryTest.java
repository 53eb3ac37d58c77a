package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import poolscope.connection.Canary;
import poolscope.demo.AccessRequirement;
import poolscope.demo.Fault;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.disk.FileSystemOperations;
import poolscope.live.RefreshState;
import poolscope.pool.PoolField;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.ProgramLog;
import poolscope.settings.WindowAppearance;
import poolscope.ui.export.CopyModel;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.pools.SelectedRowIndexes;

/// Secrets are planted, the program is worked and made to fail, and then they are looked for wherever they could have
/// got to.
@Isolated("Listens to the output and the loggers of the whole JVM.")
class CanaryTest {
    private final Canary canary = new Canary(20_261_123);
    private final List<String> logged = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Handler ear = new Handler() {
        @Override
        public synchronized void publish(LogRecord line) {
            var text = new java.util.logging.SimpleFormatter().format(line);
            logged.add(text);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        ear.setLevel(Level.ALL);
        for (var name : List.of("poolscope", "jdk.httpclient", "")) {
            Logger.getLogger(name).setLevel(name.equals("poolscope") ? Level.ALL : Level.FINE);
            Logger.getLogger(name).addHandler(ear);
        }
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
        for (var name : List.of("poolscope", "jdk.httpclient", ""))
            Logger.getLogger(name).removeHandler(ear);
    }

    @Test
    void an_error_whose_message_quotes_a_secret_is_kept_without_it() throws Exception {
        String token = canary.plant("CNRYtok-");
        Logger.getLogger("").removeHandler(ear);
        Logger.getLogger("poolscope").removeHandler(ear);
        try (var _ = ProgramLog.in(folder)) {
            System.getLogger("poolscope.live.ObservableConnectionInventory")
                    .log(System.Logger.Level.ERROR, "Reading ended in an error",
                            new IllegalStateException("token " + token, new RuntimeException(token)));
        }
        assertThat(folder.resolve(ProgramLog.FILE)).content()
                .contains("Reading ended in an error", "java.lang.IllegalStateException",
                        "caused by java.lang.RuntimeException", "an_error_whose_message_quotes_a_secret");
        canary.assertNotBelow(folder);
    }

    @Test
    void P28_no_secret_gets_anywhere_but_to_its_own_service() throws Exception {
        String token = canary.plant("CNRYtok-");
        String secretKey = canary.plant("CNRYsk-");
        String caFilePassword = canary.plant("CNRYca-");
        var caFile = keyStore(caFilePassword);
        var own = TestCloud.start(AppFixture.still(9).withAccess(AccessRequirement.token(token)));
        var signed = TestCloud.start(TestCloudSettings.of(9)
                .withDrift(false)
                .withAccess(AccessRequirement.signature("CNRYAKCNRYAKCNRYAK00", secretKey)));
        ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC());
        try (var _ = ProgramLog.in(folder);
                var appFixture = AppFixture.open(TestCloud.start(AppFixture.still(3)), folder,
                        WindowAppearance.Theme.LIGHT)) {
            appFixture.untilRead();
            connect(appFixture, own, "by token", "TOKEN", List.of("#token", "#caFile"),
                    List.of(token, caFile.toString()), caFilePassword);
            appFixture.until("the pools of the first are there", () -> appFixture.table().getItems().size() == 9);
            connect(appFixture, signed, "by key", "ACCESS_KEY", List.of("#accessKey", "#secretKey"),
                    List.of("CNRYAKCNRYAKCNRYAK00", secretKey), "");
            appFixture.until("the pools of both are there", () -> appFixture.table().getItems().size() == 18);
            look(appFixture);

            own.failAll(Fault.gateway(401, "APIG.0301", "Incorrect IAM authentication information: " + token));
            signed.failAll(Fault.gateway(401, "APIG.0301",
                    "verify aksk signature fail, authorization:SDK-HMAC-SHA256 Access=CNRYAKCNRYAKCNRYAK00 sk="
                            + secretKey));
            appFixture.fx(() -> {
                appFixture.appComposition.observableTickedConnectionPools().refresh();
                return true;
            });
            appFixture.until("both fail",
                    () -> appFixture.appComposition.observableTickedConnectionPools()
                            .sources()
                            .stream()
                            .allMatch(s -> s.state() instanceof RefreshState.Failed));
            look(appFixture);
            appFixture.fx(() -> {
                ((Hyperlink) appFixture.find("#copyLink")).fire();
                return true;
            });
            canary.assertNotIn("the copied report", appFixture.fx(() -> Clipboard.getSystemClipboard().getString()));
            leave(appFixture);
            canary.assertNotIn("the failures",
                    appFixture.fx(() -> appFixture.appComposition.observableTickedConnectionPools()
                            .allConnectionsStatus()
                            .toString()));
            canary.assertNotIn("the connections",
                    appFixture.fx(() -> appFixture.appComposition.observableConnections().saved().toString()));
        }
        assertThat(own.requests()).isNotEmpty().allMatch(request -> request.header("x-auth-token").equals(token));
        for (var request : signed.requests())
            canary.assertNotIn("what the other service got", request.toString());
        canary.assertNotBelow(folder);
        canary.assertNotIn("the log", String.join("\n", logged));
        canary.assertNotIn("what was printed", printed.toString(StandardCharsets.UTF_8));
        canary.assertNotIn("the names of threads",
                Thread.getAllStackTraces().keySet().stream().map(Thread::getName).collect(Collectors.joining("\n")));
        canary.assertNotIn("the system properties", System.getProperties().toString());
        for (var file : List.of("cmdline", "environ")) {
            var place = Path.of("/proc/self", file);
            if (Files.isReadable(place))
                canary.assertNotIn(place.toString(), Files.readString(place, StandardCharsets.ISO_8859_1));
        }
        own.close();
        signed.close();
    }

    /// An empty one: these services are not reached by TLS.
    private Path keyStore(String password) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var file = TemporaryFolder.create("key-store").resolve("own.p12");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }

    /// Copies pools in each way, and exports them with their account into the folder that is searched afterwards.
    private void leave(AppFixture appFixture) {
        // These services have pools of v1 only, and the command for hcloud is for pools of v2.
        for (var kind : EnumSet.complementOf(EnumSet.of(CopyModel.Kind.HCLOUD))) {
            var copied = new ArrayList<String>();
            appFixture.fx(() -> {
                appFixture.appComposition.pools().selection().select(SelectedRowIndexes.all(18));
                appFixture.appComposition.copies().copy(kind, PoolField::id, (field, _) -> field.id(), copied::add);
                return true;
            });
            appFixture.until("it is copied", () -> !copied.isEmpty());
            canary.assertNotIn("what was copied as " + kind, copied.getFirst());
        }
        appFixture.saveAs(name -> Optional.of(folder.resolve(name).toString()));
        appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.E);
        appFixture.until("the dialog is open", () -> appFixture.find("#exportForm") != null);
        appFixture.fx(() -> {
            ((CheckBox) appFixture.find("#withSources")).fire();
            ((Button) appFixture.find("#export")).fire();
            return true;
        });
        appFixture.until("it is written", () -> ((Label) appFixture.find("#said")).getText().contains("written to"));
        look(appFixture);
    }

    private static void connect(AppFixture appFixture, TestCloud cloud, String name, String way, List<String> fields,
            List<String> secrets, String caFilePassword) {
        appFixture.fx(() -> {
            ((Hyperlink) appFixture.find("#newConnection")).fire();
            return true;
        });
        appFixture.until("the form is open", () -> appFixture.find("#saveForm") != null);
        appFixture.fx(() -> {
            ((TextInputControl) appFixture.find(".form #name")).setText(name);
            ((TextInputControl) appFixture.find(".form #endpoint")).setText(cloud.endpoint().toString());
            ((TextInputControl) appFixture.find(".form #project")).setText(cloud.projectId());
            @SuppressWarnings("unchecked")
            var ways = (ComboBox<Object>) appFixture.find(".form #signIn");
            ways.setValue(ways.getItems().stream().filter(one -> one.toString().equals(way)).findFirst().orElseThrow());
            for (int i = 0; i < fields.size(); i++)
                ((TextInputControl) appFixture.find(".form " + fields.get(i))).setText(secrets.get(i));
            return true;
        });
        if (!caFilePassword.isEmpty()) {
            appFixture.until("the password of the file is asked for",
                    () -> appFixture.find(".form #caFilePassword").isVisible());
            appFixture.fx(() -> {
                ((TextInputControl) appFixture.find(".form #caFilePassword")).setText(caFilePassword);
                return true;
            });
        }
        appFixture.fx(() -> {
            ((Button) appFixture.find("#saveForm")).fire();
            return true;
        });
        appFixture.until("the form is gone", () -> appFixture.find("#saveForm") == null);
    }

    /// Reads everything that the window shows or says to a screen reader.
    private void look(AppFixture appFixture) {
        canary.assertNotIn("the window's title", appFixture.fx(() -> appFixture.appComposition.stage().getTitle()));
        canary.assertNotIn("the window",
                appFixture.fx(() -> everything(appFixture.appComposition.stage().getScene().getRoot())));
    }

    private static String everything(Node root) {
        return root.lookupAll("*").stream().map(node -> {
            var said = new ArrayList<Optional<String>>();
            said.add(Optional.ofNullable(node.getAccessibleText()));
            said.add(Optional.of(LazyTooltip.getText(node)));
            if (node instanceof Labeled labeled) said.add(Optional.ofNullable(labeled.getText()));
            if (node instanceof TextInputControl field) said.add(Optional.ofNullable(field.getText()));
            return said.stream().flatMap(Optional::stream).collect(Collectors.joining(" "));
        }).collect(Collectors.joining("\n"));
    }
}
