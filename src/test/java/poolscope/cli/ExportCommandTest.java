package poolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.api.ApiTarget;
import poolscope.api.signin.ConnectionSecretLookup;
import poolscope.connection.CredentialStore;
import poolscope.connection.Credentials;
import poolscope.connection.FaultyStore;
import poolscope.connection.PoolQuery;
import poolscope.connection.SavedConnection;
import poolscope.connection.SecretStoreFailure;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;
import poolscope.demo.AccessRequirement;
import poolscope.demo.DemoOffsetMode;
import poolscope.demo.Fault;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;

class ExportCommandTest {
    private final Terminal terminal = new Terminal();
    private TestCloud cloud;

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        if (cloud != null) cloud.close();
    }

    @Test
    void without_a_connection_the_demo_cloud_is_exported() {
        assertThat(terminal.export()).isZero();
        assertThat(terminal.rows()).startsWith("cluster_name,status,");
        assertThat(terminal.words()).isEqualTo("240 pools were written.\n");
    }

    @Test
    void estimated_ends_are_exported_as_plain_dates_only_when_asked_for() throws Exception {
        serve(settings(200));
        assertThat(terminal.export(cloud)).isZero();
        assertThat(terminal.rows().lines().findFirst().orElseThrow()).doesNotContain("estimated");

        var other = new Terminal();
        assertThat(other.export(cloud, "--estimated-end", "--filter", "ends>2000-01-01", "--format", "markdown"))
                .isZero();
        var rows = other.rows().lines().map(line -> line.split(" \\| ", -1)).toList();
        int column = List.of(rows.getFirst()).indexOf("estimated_end");
        assertThat(rows.stream().skip(2).map(row -> row[column])).isNotEmpty()
                .allMatch(day -> day.matches("20\\d\\d-\\d\\d-\\d\\d"));
    }

    @Test
    void a_server_that_speaks_the_document_is_exported_in_its_order() throws Exception {
        serve(settings(30));
        assertThat(terminal.export(cloud, "--format", "json")).isZero();
        assertThat(ids()).isEqualTo(cloud.fleet().ids());
    }

    @Test
    void a_proxy_of_the_environment_or_an_option_is_asked_and_its_refusal_is_told_as_the_proxys() throws Exception {
        var target = new String[]{"--endpoint", "https://modelarts.example.com", "--project", "p", "--api", "v1"};
        var asked = new java.util.concurrent.CopyOnWriteArrayList<String>();
        try (var proxy = new java.net.ServerSocket(0, 50, java.net.InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> refuse(proxy, asked));
            var address = "127.0.0.1:" + proxy.getLocalPort();
            var options = java.util.stream.Stream
                    .concat(java.util.Arrays.stream(target), java.util.stream.Stream.of("--proxy", address))
                    .toArray(String[]::new);
            assertThat(terminal.export(options)).isEqualTo(5);
            assertThat(terminal.words()).contains("the proxy does not let this host through");
            terminal.environment.put("https_proxy", "http://me:word@" + address);
            assertThat(terminal.export(target)).isEqualTo(5);
            assertThat(asked).hasSize(2).allMatch(head -> head.startsWith("CONNECT modelarts.example.com:443 "));
            assertThat(asked.getFirst()).doesNotContain("Proxy-Authorization");
            assertThat(asked.getLast()).contains("Proxy-Authorization: Basic bWU6d29yZA==");
        }
    }

    private static void refuse(java.net.ServerSocket proxy, List<String> asked) {
        while (!proxy.isClosed())
            try (var client = proxy.accept()) {
                var head = new StringBuilder();
                while (head.indexOf("\r\n\r\n") < 0)
                    head.append((char) client.getInputStream().read());
                asked.add(head.toString());
                client.getOutputStream().write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n".getBytes());
            } catch (IOException _) {
                // closed
            }
    }

    @Test
    void a_login_in_the_proxy_option_is_refused_and_a_refused_CA_file_says_why() {
        var target = new String[]{"--endpoint", "https://modelarts.example.com", "--project", "p", "--proxy",
                "http://me:canary@h:1"};
        assertThat(terminal.export(target)).isEqualTo(2);
        assertThat(terminal.words()).contains("https_proxy").doesNotContain("canary");
        assertThat(terminal.export("--endpoint", "https://modelarts.example.com", "--project", "p", "--ca",
                folder.resolve("missing.pem").toString())).isEqualTo(5);
        assertThat(terminal.words()).contains("there is no such CA file").contains("missing.pem");
    }

    @Test
    void the_filter_is_the_windows() throws Exception {
        serve(settings(300));
        assertThat(terminal.export(cloud, "--format", "json", "--filter", "status:abnormal 训练 or gpu>=64")).isZero();
        var shown = new ObjectMapper().readTree(terminal.rows());
        assertThat(shown).isNotEmpty().allSatisfy(pool -> {
            boolean large = pool.path("allocatable_gpus").asDouble() >= 64;
            assertThat(large || pool.path("status").asText().equals("abnormal") && pool.toString().contains("训练"))
                    .isTrue();
        });
        assertThat(terminal.words())
                .isEqualTo(shown.size() + " pools were written of 300, the filter hides the others.\n");
    }

    @ParameterizedTest
    @CsvSource({"status:running gpus>=8, character 16, is not a field, gpu",
            "gpu>=, its end, a value is missing, filter", "(a, character 1, bracket, closed",
            "训练 gpu>=viele, character 9, needs a number, viele"})
    void a_wrong_or_unfinished_filter_is_a_usage_error_that_points_at_the_place(String filter, String place,
            String what, String word) throws Exception {
        serve(settings(1));
        assertThat(terminal.export(cloud, "--filter", filter)).isEqualTo(2);
        assertThat(terminal.words()).contains(place, what, word).hasLineCount(1);
        assertThat(terminal.rows()).isEmpty();
        assertThat(cloud.requestCount()).isZero();
    }

    @Test
    void the_service_is_asked_for_what_the_options_say_and_that_is_told() throws Exception {
        serve(settings(300));
        assertThat(terminal.export(cloud, "--format", "json", "--status", "abnormal", "--cluster-name", "池 &+%",
                "--sort-by", "cluster_name", "--order", "asc", "--page-size", "7")).isZero();
        assertThat(cloud.requests().getFirst().query()).isEqualTo(
                "offset=0&limit=7&sort_by=cluster_name&order=asc&cluster_name=%E6%B1%A0%20%26%2B%25&status=abnormal");
        assertThat(terminal.words()).isEqualTo(
                "0 pools were written; only what the service finds for cluster_name=池 &+%, status=abnormal.\n");
    }

    @Test
    void the_options_go_before_what_a_saved_connection_asks_for_and_an_empty_one_asks_for_all() throws Exception {
        serve(settings(300));
        var serviceAndProject = new ServiceAndProject("1", "prod", Optional.of("cn-north-4"), cloud.endpoint(),
                cloud.projectId());
        var asksForPart = new PoolQuery("", "abnormal", PoolQuery.SortBy.CREATED_AT, PoolQuery.Order.DESC, 50);
        terminal.saved = (_, _) -> Optional
                .of(ApiTarget.of(serviceAndProject, Credentials.NONE).withQuery(asksForPart));
        assertThat(terminal.export("--connection", "prod", "--format", "json")).isZero();
        var abnormal = new ObjectMapper().readTree(terminal.rows());
        assertThat(abnormal).hasSizeBetween(1, 100)
                .allSatisfy(pool -> assertThat(pool.path("status").asText()).isEqualTo("abnormal"));
        assertThat(terminal.words()).contains("only what the service finds for status=abnormal.");
        terminal.rows.reset();
        terminal.words.reset();
        assertThat(terminal.export("--connection", "prod", "--format", "json", "--status", "", "--api", "v1")).isZero();
        assertThat(ids()).hasSize(300);
        assertThat(terminal.words()).isEqualTo("300 pools were written.\n");
        assertThat(cloud.requests()).allMatch(request -> request.query().contains("sort_by=created_at&order=desc"));
        assertThat(cloud.requests().getLast().query()).doesNotContain("status");
        assertThat(cloud.requests()).anyMatch(
                request -> request.query().startsWith("offset=0&limit=50&") && !request.query().contains("status"));
    }

    @ParameterizedTest
    @CsvSource({"--page-size, 0, 1 to 1000", "--page-size, 1001, 1 to 1000", "--page-size, many, whole number",
            "--sort-by, name, created_at or cluster_name", "--order, up, desc or asc", "--status, 'a\nb', control"})
    void what_the_service_can_not_be_asked_for_is_a_usage_error(String option, String value, String said)
            throws Exception {
        serve(settings(1));
        assertThat(terminal.export(cloud, option, value)).isEqualTo(2);
        assertThat(terminal.words()).contains(option, said).hasLineCount(1);
        assertThat(cloud.requestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--cluster-name", "--status"})
    void what_only_v1_can_be_asked_for_is_a_usage_error_when_v2_alone_is_asked(String option) throws Exception {
        serve(settings(1));
        assertThat(terminal.export(cloud, "--api", "v2", option, "running")).isEqualTo(2);
        assertThat(terminal.words()).contains(option, "list of v1", "--filter").hasLineCount(1);
        assertThat(cloud.requestCount()).isZero();
    }

    @Test
    void a_connection_that_is_not_saved_is_a_usage_error() {
        assertThat(terminal.export("--connection", "prod")).isEqualTo(2);
        assertThat(terminal.words()).isEqualTo("No connection of the name \"prod\" is saved.\n");
    }

    @Test
    void a_saved_connection_is_read_with_its_own_credentials() throws Exception {
        serve(settings(3).withAccess(AccessRequirement.token("saved-token")));
        var serviceAndProject = new ServiceAndProject("1", "prod", Optional.of("cn-north-4"), cloud.endpoint(),
                cloud.projectId());
        var token = Credentials.token("saved-token").orThrow();
        terminal.saved = (name,
                _) -> name.equals("prod") ? Optional.of(ApiTarget.of(serviceAndProject, token)) : Optional.empty();
        terminal.environment.put("POOLSCOPE_TOKEN", "another");
        assertThat(terminal.export("--connection", "prod")).isZero();
        assertThat(terminal.rows()).contains("prod,cn-north-4");
    }

    @Test
    void a_saved_connection_never_signs_in_with_somebody_elses_credentials() throws Exception {
        serve(settings(3).withAccess(AccessRequirement.token("env-token")));
        var serviceAndProject = new ServiceAndProject("1", "prod", Optional.of("cn-north-4"), cloud.endpoint(),
                cloud.projectId());
        terminal.saved = (_, _) -> Optional.of(ApiTarget.of(serviceAndProject, Credentials.NONE));
        terminal.environment.put("POOLSCOPE_TOKEN", "env-token");
        assertThat(terminal.export("--connection", "prod")).isEqualTo(4);
        assertThat(terminal.words()).contains("saved without a sign-in", "edit it in the window").hasLineCount(1);
        assertThat(cloud.requests()).isNotEmpty()
                .allSatisfy(request -> assertThat(request.header("x-auth-token")).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(SecretStoreFailure.Reason.class)
    void a_key_store_that_keeps_the_secret_back_has_an_exit_code_and_an_action_of_its_own(
            SecretStoreFailure.Reason reason) throws Exception {
        serve(settings(3).withAccess(AccessRequirement.token("env-token")));
        var serviceAndProject = new ServiceAndProject("1", "prod", Optional.of("cn-north-4"), cloud.endpoint(),
                cloud.projectId());
        var one = SavedConnection.of(serviceAndProject, SignInMethod.TOKEN);
        var signIns = new ConnectionSecretLookup(() -> new CredentialStore(new FaultyStore(reason)), Clock.systemUTC());
        terminal.saved = (_, _) -> Optional.of(signIns.target(one));
        terminal.environment.put("POOLSCOPE_TOKEN", "env-token");
        assertThat(terminal.export("--connection", "prod")).isEqualTo(6);
        assertThat(terminal.words()).contains("secret", "--endpoint", "POOLSCOPE_TOKEN")
                .doesNotContain("env-token")
                .hasLineCount(1);
        assertThat(terminal.rows()).isEmpty();
        assertThat(cloud.requestCount()).isZero();
    }

    @Test
    void credentials_come_from_the_environment() throws Exception {
        serve(settings(3).withAccess(AccessRequirement.token("env-token")));
        terminal.environment.put("POOLSCOPE_TOKEN", "env-token\n");
        assertThat(terminal.export(cloud)).isZero();
        stop();
        serve(settings(3).withAccess(new AccessRequirement.Signature("AK1", "SK1", "ST1")));
        terminal.environment.clear();
        terminal.environment.putAll(Map.of("HUAWEICLOUD_SDK_AK", "AK1", "HUAWEICLOUD_SDK_SK", "SK1",
                "HUAWEICLOUD_SDK_SECURITY_TOKEN", "ST1"));
        assertThat(terminal.export(cloud)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"HUAWEICLOUD_SDK_AK, canary, HUAWEICLOUD_SDK_SK", "HUAWEICLOUD_SDK_SK, canary, HUAWEICLOUD_SDK_AK",
            "POOLSCOPE_TOKEN, can ary, blank", "POOLSCOPE_TOKEN, 'can\"ary', quotes"})
    void P28_an_environment_that_can_not_be_right_is_a_usage_error_that_names_the_variable_alone(String name,
            String value, String said) throws Exception {
        serve(settings(1));
        terminal.environment.put(name, value);
        assertThat(terminal.export(cloud)).isEqualTo(2);
        assertThat(terminal.words()).contains(name, said).doesNotContain(value).hasLineCount(1);
        assertThat(cloud.requestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"http://example.com, p, --endpoint is plain http", "https://h/v1, p, has a path",
            "https://h, a/b, --project is not"})
    void an_address_that_is_none_is_a_usage_error(String endpoint, String project, String said) {
        assertThat(terminal.export("--endpoint", endpoint, "--project", project)).isEqualTo(2);
        assertThat(terminal.words()).contains(said).hasLineCount(1);
    }

    @Test
    void exit_3_says_how_many_of_how_many_and_writes_the_rows() throws Exception {
        serve(settings(120).withLimitCap(50).withOffset(DemoOffsetMode.IGNORED));
        assertThat(terminal.export(cloud, "--format", "json")).isEqualTo(3);
        assertThat(ids()).hasSize(50);
        assertThat(terminal.words()).startsWith("Incomplete: 50 of 120 pools were read").hasLineCount(1);
    }

    @Test
    void exit_3_also_when_the_service_fails_on_the_way() throws Exception {
        serve(settings(120).withLimitCap(50));
        cloud.script(Fault.pass());
        cloud.failAll(Fault.modelArts(403, "ModelArts.0005", "No permission"));
        assertThat(terminal.export(cloud, "--api", "v1", "--format", "json")).isEqualTo(3);
        assertThat(ids()).hasSize(50);
        assertThat(terminal.words()).startsWith("Incomplete: 50 of 120 pools were read, then")
                .contains("403")
                .hasLineCount(1);
    }

    @Test
    void exit_4_when_the_sign_in_is_refused() throws Exception {
        serve(settings(3).withAccess(AccessRequirement.token("right")));
        terminal.environment.put("POOLSCOPE_TOKEN", "wrong");
        assertThat(terminal.export(cloud)).isEqualTo(4);
        assertThat(terminal.words()).contains("127.0.0.1", "HTTP 401").doesNotContain("wrong").hasLineCount(1);
        assertThat(terminal.rows()).isEmpty();
    }

    @Test
    void exit_4_when_nobody_signed_in_says_how_to() throws Exception {
        serve(settings(3).withAccess(AccessRequirement.token("right")));
        assertThat(terminal.export(cloud)).isEqualTo(4);
        assertThat(terminal.words()).contains("POOLSCOPE_TOKEN").hasLineCount(1);
    }

    @Test
    void exit_4_when_the_permission_is_missing() throws Exception {
        serve(settings(3));
        cloud.failAll(Fault.modelArts(403, "ModelArts.0005", "No permission \u001B[2J"));
        assertThat(terminal.export(cloud)).isEqualTo(4);
        assertThat(terminal.words()).contains("ModelArts.0005", "request ").doesNotContain("\u001B").hasLineCount(1);
    }

    @Test
    void exit_5_when_nothing_usable_answers() throws Exception {
        serve(settings(3));
        for (var fault : List.of(Fault.notJson(), Fault.status(500), Fault.status(404), new Fault.Truncate(10),
                Fault.throttled("1"), new Fault.Disconnect(), Fault.body("{}"))) {
            cloud.heal();
            cloud.failAll(fault);
            terminal.words.reset();
            assertThat(terminal.export(cloud)).as(fault.toString()).isEqualTo(5);
            assertThat(terminal.words()).startsWith("No pools were read: ").contains("127.0.0.1").hasLineCount(1);
        }
        assertThat(terminal.rows()).isEmpty();
    }

    @Test
    void exit_5_when_nobody_listens() throws Exception {
        serve(settings(3));
        cloud.close();
        assertThat(terminal.export(cloud)).isEqualTo(5);
        assertThat(terminal.words()).contains("refused").hasLineCount(1);
    }

    @Test
    void P28_no_secret_comes_out_whatever_the_service_echoes() throws Exception {
        serve(settings(3));
        var canary = "MIIcanary0123456789canary0123456789";
        terminal.environment.put("POOLSCOPE_TOKEN", canary);
        for (int status : new int[]{400, 401, 403, 404, 429, 500}) {
            cloud.failAll(Fault.modelArts(status, canary, "X-Auth-Token: " + canary));
            assertThat(terminal.export(cloud)).isIn(4, 5);
        }
        assertThat(terminal.words() + terminal.rows()).doesNotContain("canary");
    }

    @Test
    void a_file_is_written_whole_and_not_overwritten_by_accident() throws Exception {
        serve(settings(5));
        var file = folder.resolve("pools.json");
        assertThat(terminal.export(cloud, "--output", file.toString())).isZero();
        assertThat(new ObjectMapper().readTree(file.toFile())).hasSize(5);
        assertThat(terminal.rows()).isEmpty();
        int asked = cloud.requestCount();
        assertThat(terminal.export(cloud, "--output", file.toString(), "--filter", "nothing")).isEqualTo(2);
        assertThat(cloud.requestCount()).isEqualTo(asked);
        assertThat(terminal.words()).contains("--overwrite");
        assertThat(terminal.export(cloud, "--output", file.toString(), "--filter", "nothing", "--overwrite")).isZero();
        assertThat(new ObjectMapper().readTree(file.toFile())).isEmpty();
    }

    @Test
    void a_workbook_goes_to_a_file_or_a_pipe_and_never_to_a_terminal() throws Exception {
        serve(settings(5));
        var file = folder.resolve("pools.xlsx");
        assertThat(terminal.export(cloud, "--output", file.toString())).isZero();
        try (var book = new XSSFWorkbook(Files.newInputStream(file))) {
            assertThat(book.getSheetAt(0).getPhysicalNumberOfRows()).isEqualTo(6);
        }
        assertThat(terminal.export(cloud, "--format", "xlsx")).isZero();
        assertThat(terminal.rows.size()).isEqualTo((int) Files.size(file));
        terminal.out = new TerminalSafeOutputStream(terminal.rows);
        assertThat(terminal.export(cloud, "--format", "xlsx")).isEqualTo(2);
        assertThat(terminal.words()).contains("--output");
    }

    @Test
    void a_failed_export_leaves_no_file() throws Exception {
        serve(settings(5));
        cloud.failAll(Fault.notJson());
        assertThat(terminal.export(cloud, "--output", folder.resolve("a.csv").toString())).isEqualTo(5);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void an_empty_file_may_be_filled_and_a_missing_folder_is_a_usage_error() throws Exception {
        var file = Files.createFile(folder.resolve("made-by-mktemp"));
        assertThat(terminal.export("--output", file.toString())).isZero();
        assertThat(file).content().startsWith("\uFEFFcluster_name");
        assertThat(terminal.export("--output", folder.resolve("no/a.csv").toString())).isEqualTo(2);
        assertThat(terminal.words()).contains("does not exist");
    }

    @Test
    void what_is_no_file_to_write_to_is_named_in_one_sentence() throws Exception {
        assertThat(terminal.export("--output", folder.toString())).isEqualTo(2);
        assertThat(terminal.words()).endsWith(folder + " could not be written: it is a folder.\n");
        var link = Files.createSymbolicLink(folder.resolve("a.csv"), folder.resolve("gone"));
        assertThat(terminal.export("--output", link.toString())).isEqualTo(2);
        assertThat(terminal.words())
                .endsWith(link + " could not be written: it is a link to a file that is not there.\n");
    }

    @Test
    void a_proxy_that_can_be_none_is_refused_also_where_none_is_needed() {
        assertThat(terminal.export("--proxy", "socks5://127.0.0.1:1080")).isEqualTo(2);
        assertThat(terminal.words()).contains("--proxy names a proxy that is not plain HTTP").hasLineCount(1);
    }

    @Test
    void a_reader_that_goes_away_ends_it_quietly() {
        terminal.out = failing("Broken pipe");
        assertThat(terminal.export()).isEqualTo(141);
        assertThat(terminal.words()).isEmpty();
    }

    @Test
    void a_full_disk_behind_standard_output_is_said() {
        terminal.out = failing("No space left on device");
        assertThat(terminal.export()).isEqualTo(1);
        assertThat(terminal.words()).isEqualTo("The rows could not be written: the disk is full.\n");
    }

    /// `/dev/full` answers every write as a full disk does, in the words of the system.
    @Test
    void a_full_disk_behind_a_file_is_said() {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        assertThat(terminal.export("--output", "/dev/full")).isEqualTo(1);
        assertThat(terminal.words()).isEqualTo("/dev/full could not be written: the disk is full.\n");
    }

    @Test
    void progress_is_for_a_terminal_and_leaves_its_line_clean() throws Exception {
        serve(settings(120).withLimitCap(50));
        terminal.showsProgress = true;
        assertThat(terminal.export(cloud)).isZero();
        assertThat(terminal.words()).contains("\r50 of 120 pools read").endsWith("\r120 pools were written.\n");
    }

    @Test
    void P43_a_terminal_obeys_nothing_in_the_rows() throws Exception {
        var screen = new TerminalSafeOutputStream(terminal.rows);
        screen.write("a\u001B[2J\u009B1m\u0007é\u00A0训练\r\n\tÂ".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(terminal.rows()).isEqualTo("a\uFFFD[2J\uFFFD1m\uFFFDé\u00A0训练\r\n\tÂ");
    }

    private static TestCloudSettings settings(int pools) {
        return TestCloudSettings.of(pools).withDrift(false);
    }

    private void serve(TestCloudSettings settings) throws IOException {
        cloud = TestCloud.start(settings);
    }

    private List<String> ids() throws IOException {
        return new ObjectMapper().readTree(terminal.rows()).findValuesAsText("cluster_id");
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
