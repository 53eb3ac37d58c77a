package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static poolscope.settings.ConnectionSamples.ALL;
import static poolscope.settings.ConnectionSamples.FILE;
import static poolscope.settings.ConnectionSamples.OPEN;
import static poolscope.settings.ConnectionSamples.PASTED;
import static poolscope.settings.ConnectionSamples.PRIVATE;
import static poolscope.settings.ConnectionSamples.PRODUCTION;
import static poolscope.settings.ConnectionSamples.on;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import poolscope.connection.PoolQuery;
import poolscope.connection.ProxyChoice;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.SignInMethod;
import poolscope.connection.TestQueries;
import poolscope.disk.FileSystemOperations;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the samples have paths of POSIX")
class ConnectionsFileTest {

    @Test
    void a_first_start_has_no_connections_and_makes_no_file() {
        MemoryDisk disk = new MemoryDisk();
        assertThat(on(disk).load())
                .isEqualTo(new LoadedValueWithNotices<>(SavedConnections.NONE, List.of(new FileNotice.NoFile())));
        assertThat(disk.names).isEmpty();
    }

    @Test
    void what_was_saved_is_loaded_in_its_order() throws IOException {
        assertThat(on(ConnectionSamples.saved(ALL)).load()).isEqualTo(new LoadedValueWithNotices<>(ALL, List.of()));
    }

    @Test
    void P34_a_power_cut_leaves_the_old_connections_or_the_new_ones() throws IOException {
        MemoryDisk before = ConnectionSamples.saved(ALL);
        MemoryDisk saving = before.copy();
        SavedConnections changed = ALL.without(OPEN.id());
        ConnectionsFile file = on(saving);
        file.load();
        file.save(changed);
        int states = new PowerCut(before, saving.changes)
                .each(disk -> assertThat(on(disk).load().value()).isIn(ALL, changed));
        assertThat(states).isGreaterThan(5);
    }

    @Test
    void P35_cut_off_anywhere_the_file_is_kept_and_named_and_no_connection_is_half_read() throws IOException {
        byte[] whole = ConnectionSamples.saved(ALL).bytes(FILE);
        for (int length = 0; length < whole.length - 2; length++) {
            byte[] torn = Arrays.copyOf(whole, length);
            MemoryDisk disk = new MemoryDisk().with(FILE, torn);
            ConnectionsFile file = on(disk);
            LoadedValueWithNotices<SavedConnections> loadedValueWithNotices = file.load();
            assertThat(loadedValueWithNotices.notices()).as("cut at %d", length)
                    .singleElement()
                    .isInstanceOf(FileNotice.SetAside.class);
            assertThat(loadedValueWithNotices.value()).as("cut at %d", length).isEqualTo(SavedConnections.NONE);
            file.save(loadedValueWithNotices.value().with(PASTED));
            assertThat(disk.bytes(FILE.resolveSibling(disk.namesLike("connections.json.bad-").getFirst())))
                    .isEqualTo(torn);
            assertThat(on(disk).load().notices()).as("saved after a cut at %d", length).isEmpty();
        }
    }

    @Test
    void P35_a_connection_without_a_possible_endpoint_is_left_out_and_named() throws IOException {
        MemoryDisk disk = holding(text(ConnectionSamples.saved(ALL)).replace("https://open.corp", "http://open.corp"));
        ConnectionsFile file = on(disk);
        LoadedValueWithNotices<SavedConnections> loadedValueWithNotices = file.load();
        var others = new SavedConnections(ALL.all().stream().filter(one -> !one.equals(OPEN)).toList());
        assertThat(loadedValueWithNotices.value()).isEqualTo(others);
        assertThat(loadedValueWithNotices.notices()).singleElement()
                .isInstanceOfSatisfying(FileNotice.SetAside.class, notice -> assertThat(notice.damage())
                        .isEqualTo(new FileNotice.Damage(false, List.of("connection:d-4"))));
        file.save(loadedValueWithNotices.value());
        assertThat(on(disk).load()).isEqualTo(new LoadedValueWithNotices<>(others, List.of()));
        assertThat(disk.namesLike("connections.json.bad-")).hasSize(1);
    }

    @Test
    void values_that_make_no_sense_become_the_usual_and_are_named() throws IOException {
        String text = text(ConnectionSamples.saved(ALL)).replace("proxy.corp:3128", "proxy.corp")
                .replace("\"red\"", "7")
                .replace("https://iam.cloud.corp", "iam cloud")
                .replace(": 45", ": 1")
                .replace("\"running\"", "\"run\\nning\"")
                .replace("cluster_name", "size")
                .replace("\"asc\"", "null")
                .replace(": 50", ": 1001")
                .replace("\"v2\"", "\"v3\"")
                .replaceFirst("\"workspaces\" *: *\"all\"", "\"workspaces\": 1")
                .replace("/etc/ca file.pem", "ca.pem");
        LoadedValueWithNotices<SavedConnections> loadedValueWithNotices = on(holding(text)).load();
        assertThat(loadedValueWithNotices.value().find("a-1")).hasValueSatisfying(one -> {
            assertThat(one.networkRoute().proxy()).isEqualTo(ProxyChoice.SYSTEM);
            assertThat(one.networkRoute().caFile()).isEmpty();
            assertThat(one.refreshEvery()).isEmpty();
            assertThat(one.query()).isEqualTo(TestQueries.of("训练 & co", ""));
            assertThat(one.signInMethod()).isEqualTo(PRODUCTION.signInMethod());
        });
        assertThat(loadedValueWithNotices.value().find("b-2"))
                .hasValueSatisfying(one -> assertThat(one.signInMethod()).isEqualTo(SignInMethod.NONE));
        assertThat(loadedValueWithNotices.notices()).singleElement()
                .isInstanceOfSatisfying(FileNotice.SetAside.class,
                        notice -> assertThat(notice.damage().replaced()).containsExactlyInAnyOrder(
                                "connection:a-1.colour", "connection:a-1.proxy.address", "connection:a-1.caFile",
                                "connection:a-1.query.status", "connection:a-1.query.sortBy",
                                "connection:a-1.query.order", "connection:a-1.query.pageSize",
                                "connection:a-1.query.api", "connection:a-1.query.workspaces",
                                "connection:a-1.refreshSeconds", "connection:b-2.signIn.iam"));
    }

    @Test
    void a_connection_of_a_version_that_asked_for_nothing_in_particular_asks_for_everything() throws IOException {
        ObjectNode tree = (ObjectNode) new ObjectMapper().readTree(text(ConnectionSamples.saved(ALL)));
        tree.properties().forEach(member -> {
            if (member.getValue() instanceof ObjectNode connection) connection.remove("query");
        });
        LoadedValueWithNotices<SavedConnections> loadedValueWithNotices = on(holding(tree.toPrettyString())).load();
        assertThat(loadedValueWithNotices.notices()).isEmpty();
        assertThat(loadedValueWithNotices.value().all()).hasSize(4)
                .extracting(SavedConnection::query)
                .containsOnly(PoolQuery.ALL);
    }

    @Test
    void P36_unknown_keys_survive() throws IOException {
        ObjectNode tree = (ObjectNode) new ObjectMapper().readTree(text(ConnectionSamples.saved(ALL)));
        tree.put("sparkles", 3);
        ((ObjectNode) tree.path("connection:a-1")).put("pinned", true);
        ((ObjectNode) tree.at("/connection:a-1/proxy")).put("pac", "x");
        MemoryDisk disk = holding(tree.toPrettyString());
        ConnectionsFile file = on(disk);
        file.save(file.load().value().without(OPEN.id()).with(renamed(PRODUCTION, "renamed")));
        var after = new ObjectMapper().readTree(disk.bytes(FILE));
        assertThat(after.path("sparkles").asInt()).isEqualTo(3);
        assertThat(after.at("/connection:a-1/pinned").asBoolean()).isTrue();
        assertThat(after.at("/connection:a-1/proxy/pac").asText()).isEqualTo("x");
        assertThat(after.at("/connection:a-1/name").asText()).isEqualTo("renamed");
        assertThat(after.has("connection:d-4")).isFalse();
    }

    @Test
    void P36_a_newer_versions_file_is_read_and_never_rewritten() throws IOException {
        String text = text(ConnectionSamples.saved(ALL)).replace("\"version\" : 1", "\"version\" : 2");
        MemoryDisk disk = holding(text);
        ConnectionsFile file = on(disk);
        assertThat(file.load())
                .isEqualTo(new LoadedValueWithNotices<>(ALL, List.of(new FileNotice.NewerVersion(FILE, "2"))));
        assertThatThrownBy(() -> file.save(SavedConnections.NONE)).isInstanceOf(ConfigFileNotSavedException.class);
        assertThat(text(disk)).isEqualTo(text);
    }

    @Test
    void P37_two_instances_that_add_change_and_remove_lose_no_connection() throws IOException {
        MemoryDisk disk = ConnectionSamples.saved(new SavedConnections(List.of(PRIVATE, OPEN)));
        ConnectionsFile one = on(disk);
        ConnectionsFile two = on(disk);
        SavedConnections atOne = one.load().value();
        SavedConnections atTwo = two.load().value();
        one.save(atOne = atOne.with(PRODUCTION).with(renamed(PRIVATE, "renamed")));
        two.save(atTwo = atTwo.with(PASTED)
                .without(OPEN.id())
                .with(PRIVATE.withListing(PRIVATE.connectionListAppearance().withTicked(true))));
        one.save(atOne.with(PRODUCTION.withListing(PRODUCTION.connectionListAppearance().withTicked(false))));
        assertThat(on(disk).load().value().all()).containsExactlyInAnyOrder(PASTED,
                PRODUCTION.withListing(PRODUCTION.connectionListAppearance().withTicked(false)),
                renamed(PRIVATE, "renamed").withListing(PRIVATE.connectionListAppearance().withTicked(true)));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void P39_the_file_is_the_users_alone(@TempDir Path temp) throws IOException {
        Path folder = temp.resolve("config");
        ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC()).save(ALL);
        Path file = folder.resolve("connections.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
    }

    private static SavedConnection renamed(SavedConnection saved, String name) {
        var old = saved.serviceAndProject();
        return saved.withConnection(new poolscope.connection.ServiceAndProject(old.id(), name, old.region(),
                old.endpoint(), old.projectId()));
    }

    private static MemoryDisk holding(String text) {
        return new MemoryDisk().with(FILE, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(MemoryDisk disk) {
        return new String(disk.bytes(FILE), StandardCharsets.UTF_8);
    }
}
