package poolscope.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import poolscope.desktop.DesktopNotifications.Availability;
import poolscope.desktop.DesktopNotifications.Reason;

/// Notifications over a real session bus to a service that records them. [NotificationClient] runs on that bus.
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class FreedesktopNotificationsTest {
    @TempDir
    Path home;

    @Test
    void a_notification_reaches_the_service_without_markup_or_sound_and_its_click_comes_back() throws Exception {
        assertThat(onABus("FULL")).containsExactly("Available[service=Fake]", "app PoolScope", "replaces 0",
                "title 1 < 2 & <b>3</b>", "body a &lt;a href=\"x\"&gt;训练&lt;/a&gt;|b &amp; c",
                "actions [default, PoolScope]", "hints {desktop-entry=poolscope, suppress-sound=true}", "taken true",
                "clicked true", "closed");
    }

    @Test
    void a_service_without_markup_and_clicks_gets_plain_text() throws Exception {
        assertThat(onABus("PLAIN")).contains("body a <a href=\"x\">训练</a>|b & c", "actions []", "taken true", "closed");
    }

    @Test
    void a_service_that_does_not_answer_is_given_up_in_time() throws Exception {
        assertThat(onABus("SILENT")).contains("Available[service=Fake]", "taken false", "closed");
    }

    @Test
    void answers_of_another_type_are_no_answers() throws Exception {
        assertThat(onABus("WRONG")).containsExactly("Unavailable[reason=NO_SERVICE]", "taken false", "closed");
    }

    @Test
    void a_bus_without_a_notification_service_is_said() throws Exception {
        assertThat(onABus("NONE")).containsExactly("Unavailable[reason=NO_SERVICE]", "taken false", "closed");
    }

    @Test
    void without_a_session_bus_nothing_is_asked_and_none_is_started() {
        for (var environment : List.of(Map.<String, String>of(), Map.of("DBUS_SESSION_BUS_ADDRESS", ""),
                Map.of("XDG_RUNTIME_DIR", home.toString()))) {
            var desktop = DesktopNotifications.of("Linux", environment);
            assertThat(desktop.availability()).isEqualTo(new Availability.Unavailable(Reason.NO_SESSION_BUS));
            assertThat(desktop.show("a", "b", () -> {
            })).isFalse();
            desktop.close();
        }
    }

    @Test
    void other_systems_are_not_supported_and_that_is_said() {
        for (var system : List.of("Windows 11", "Mac OS X"))
            assertThat(DesktopNotifications.of(system, Map.of()).availability())
                    .isEqualTo(new Availability.Unavailable(Reason.SYSTEM_NOT_SUPPORTED));
    }

    private List<String> onABus(String behaviour) throws Exception {
        assumeTrue(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "dbus-run-session"))),
                "NOT TESTED: notifications over D-Bus. Missing dbus-run-session (Debian: dbus)");
        var builder = new ProcessBuilder("dbus-run-session", "--",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classes(),
                "--enable-native-access=ALL-UNNAMED", "-Dstdout.encoding=UTF-8", NotificationClient.class.getName(),
                behaviour).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_RUNTIME_DIR", home.toString());
        builder.environment().put("XDG_DATA_DIRS", home.toString());
        List.of("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "JAVA_TOOL_OPTIONS")
                .forEach(builder.environment()::remove);
        var process = builder.start();
        try {
            var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    private static String classes() throws Exception {
        return Path.of(DesktopNotifications.class.getProtectionDomain().getCodeSource().getLocation().toURI()) + ":"
                + Path.of(NotificationClient.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
