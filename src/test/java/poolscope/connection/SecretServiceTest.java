package poolscope.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A real GNOME Keyring on a bus of its own, with a home of its own. [SecretServiceClient] runs on that bus.
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class SecretServiceTest {

    private static final String UNLOCKED = "printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; ";

    @TempDir
    Path home;

    @BeforeEach
    void the_programs_are_there() {
        List<String> missing = Stream.of("dbus-run-session", "gnome-keyring-daemon", "dbus-send")
                .filter(program -> Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                        .noneMatch(folder -> Files.isExecutable(Path.of(folder, program))))
                .toList();
        assumeTrue(missing.isEmpty(), () -> "NOT TESTED: the Secret Service of Linux. Missing " + missing
                + " (Debian: gnome-keyring, dbus, dbus-bin)");
    }

    @Test
    void secrets_are_kept_changed_found_after_a_restart_and_forgotten() throws Exception {
        assertThat(onABus(UNLOCKED, "keep")).containsExactly("SECRET_SERVICE", "Nothing[]", "kept", "same", "changed",
                "same");
        assertThat(onABus(UNLOCKED, "find")).containsExactly("SECRET_SERVICE", "same", "Nothing[]", "forgotten",
                "Nothing[]");
        assertThat(onABus(UNLOCKED, "find")).containsExactly("SECRET_SERVICE", "Nothing[]", "Nothing[]", "forgotten",
                "Nothing[]");
    }

    @Test
    void P28_the_keyring_on_the_disk_shows_no_secret() throws Exception {
        onABus(UNLOCKED, "keep");
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile)).anySatisfy(file -> assertThat(file).hasExtension("keyring"))
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain("CNRYtok"));
        }
    }

    @Test
    void P29_a_locked_keyring_that_nobody_unlocks_is_told() throws Exception {
        assertThat(onABus(UNLOCKED, "lock")).containsExactly("SECRET_SERVICE", "kept",
                "Failed[failure=SecretStoreFailure[reason=LOCKED, details=not unlocked]]",
                "SecretStoreFailure[reason=LOCKED, details=secret-error 2]");
    }

    @Test
    void P29_a_service_that_hangs_is_given_up_in_time_and_asked_again_later() throws Exception {
        assertThat(onABus(UNLOCKED, "hang")).containsExactly("SECRET_SERVICE", "kept",
                "Failed[failure=SecretStoreFailure[reason=SLOW, details=no answer]]", "same");
    }

    @Test
    void P29_without_a_bus_secrets_are_for_this_session_only() throws Exception {
        assertThat(run(List.of(java(), "-cp", classes(), "--enable-native-access=ALL-UNNAMED",
                SecretServiceClient.class.getName(), "find")))
                .startsWith("THIS_SESSION", "why ABSENT g-io-error-quark 0");
    }

    private List<String> onABus(String before, String what) throws Exception {
        String client = String.join(" ", java(), "-cp", "'" + classes() + "'", "--enable-native-access=ALL-UNNAMED",
                SecretServiceClient.class.getName(), what);
        return run(List.of("dbus-run-session", "--", "sh", "-c", before + "exec " + client));
    }

    private List<String> run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_RUNTIME_DIR", home.toString());
        builder.environment().put("XDG_DATA_HOME", home.resolve("data").toString());
        List.of("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "JAVA_TOOL_OPTIONS")
                .forEach(builder.environment()::remove);
        Process process = builder.start();
        try {
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                    .toList();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classes() throws Exception {
        return Path.of(SecretStoreFinder.class.getProtectionDomain().getCodeSource().getLocation().toURI()) + ":"
                + Path.of(SecretServiceClient.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
