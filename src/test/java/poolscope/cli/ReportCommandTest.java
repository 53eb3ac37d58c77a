package poolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.api.ApiTarget;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.inventory.InventoryReader;
import poolscope.connection.Credentials;
import poolscope.connection.ProxyChoice;
import poolscope.connection.ServiceAndProject;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.disk.FileSystemOperations;
import poolscope.history.HistoryFolder;
import poolscope.history.HistoryListIdentity;
import poolscope.history.KnownPoolsAtTime;
import poolscope.pool.Pool;

/// `report` over real HTTP.
class ReportCommandTest {
    private final Terminal terminal = new Terminal();

    @Test
    void it_writes_markdown_to_standard_output_and_nothing_else() throws Exception {
        try (var cloud = TestCloud.start(TestCloudSettings.of(12).withDrift(false))) {
            assertThat(terminal.report("--endpoint", cloud.endpoint().toString(), "--project", cloud.projectId(),
                    "--since", "09:00")).isZero();
            assertThat(terminal.rows()).startsWith("# Hand-over ")
                    .contains("\n12 pools: ")
                    .contains("\n## Changed\n- not known: there is nothing to compare with\n")
                    .contains("nobody watched from ");
            assertThat(terminal.rows().lines().filter(line -> line.startsWith("## "))).hasSize(8);
            assertThat(terminal.words()).isEmpty();
        }
    }

    @Test
    void it_speaks_chinese_when_asked_to() throws Exception {
        try (var cloud = TestCloud.start(TestCloudSettings.of(3).withDrift(false))) {
            assertThat(terminal.report("--endpoint", cloud.endpoint().toString(), "--project", cloud.projectId(),
                    "--language", "chinese")).isZero();
            assertThat(terminal.rows()).startsWith("# 交接班 ");
        }
    }

    @Test
    void of_several_connections_one_that_fails_is_said_in_the_report_and_by_the_exit_code(@TempDir Path folder)
            throws Exception {
        var ill = TestCloud.start(TestCloudSettings.of(4).withDrift(false));
        var nobody = ill.endpoint();
        ill.close();
        try (var well = TestCloud.start(TestCloudSettings.of(4).withDrift(false))) {
            terminal.saved = ticked(
                    new ServiceAndProject("w", "well", Optional.empty(), well.endpoint(), well.projectId()),
                    new ServiceAndProject("i", "ill", Optional.empty(), nobody, "another"));

            assertThat(terminal.report("--output", folder.resolve("report.md").toString()))
                    .isEqualTo(ExitCode.INCOMPLETE.number());

            assertThat(Files.readString(folder.resolve("report.md"), StandardCharsets.UTF_8))
                    .contains("Sources: well, 4 pools of ", "ill, not read.", "\n- ill: ");
        }
    }

    private static SavedConnectionLookup ticked(ServiceAndProject... all) {
        return new SavedConnectionLookup() {
            @Override
            public List<ServiceAndProject> ticked() {
                return List.of(all);
            }

            @Override
            public Optional<ApiTarget> find(String name, Optional<ProxyChoice> proxy) {
                return ticked().stream()
                        .filter(one -> one.id().equals(name))
                        .map(one -> ApiTarget.of(one, Credentials.NONE))
                        .findFirst();
            }
        };
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01T14:00:00Z, 09:00, 2026-03-01T09:00:00Z",
            "2026-03-01T08:59:59Z, 09:00, 2026-02-28T09:00:00Z", "2026-03-01T09:00:00Z, 09:00, 2026-03-01T09:00:00Z"})
    void a_time_of_day_is_the_last_time_that_it_was_so(Instant now, LocalTime time, Instant expected) {
        assertThat(new ReportOptions.Since.TimeOfDay(time).before(now, ZoneOffset.UTC)).isEqualTo(expected);
    }

    @Test
    void a_moment_is_in_the_zone_of_the_window() {
        assertThat(new ReportOptions.Since.Moment(LocalDateTime.parse("2026-03-01T09:00")).before(Instant.EPOCH,
                ZoneId.of("Asia/Shanghai"))).isEqualTo("2026-03-01T01:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "25:00", "yesterday", "2026-03-01", "2099-01-01T00:00"})
    void a_time_that_is_none_or_lies_ahead_is_refused_before_anything_is_read(String typed) {
        assertThat(terminal.report("--endpoint", "https://127.0.0.1:1", "--project", "0".repeat(32), "--since", typed))
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(terminal.words()).contains("--since").hasLineCount(1);
        assertThat(terminal.rows()).isEmpty();
    }

    @Test
    void what_the_window_kept_is_what_it_compares_with(@TempDir Path config) throws Exception {
        try (var cloud = TestCloud.start(TestCloudSettings.of(6).withDrift(false))) {
            var serviceAndProject = new ServiceAndProject("c", "prod", Optional.empty(), cloud.endpoint(),
                    cloud.projectId());
            var now = Instant.now();
            var before = read(serviceAndProject).subList(1, 6);
            try (var history = HistoryFolder.in(config, FileSystemOperations.ofDisk(), Clock.systemUTC(), _ -> {
            })) {
                history.add(new KnownPoolsAtTime(new HistoryListIdentity("c", "prod", "", serviceAndProject.address(),
                        serviceAndProject.projectId(), ""), now.minusSeconds(7_200), true, before));
                history.add(new KnownPoolsAtTime(new HistoryListIdentity("c", "prod", "", serviceAndProject.address(),
                        serviceAndProject.projectId(), ""), now.minusSeconds(3_600), true, before));
            }
            terminal.saved = ticked(serviceAndProject);
            terminal.earlier = new ReportHistoryReader(
                    HistoryFolder.in(config, FileSystemOperations.ofDisk(), Clock.systemUTC(), _ -> {
                    }), now, warning -> {
                        throw new AssertionError(warning);
                    });

            assertThat(terminal.report("--since", ReportCommandTest.moment(now.minusSeconds(7_000)))).isZero();

            assertThat(terminal.rows()).contains("Compared with the pools of ")
                    .contains("0 worse, 1 better")
                    .contains("- prod: nobody watched from ");
        }
    }

    private static String moment(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString();
    }

    private static List<Pool> read(ServiceAndProject serviceAndProject) throws Exception {
        try (var reader = InventoryReader.open(serviceAndProject, Credentials.NONE, RequestClockAndTimeouts.real())) {
            return reader.read(_ -> {
            }).pools();
        }
    }
}
