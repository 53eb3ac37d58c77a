package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.connection.CredentialDiscovery.Finding;
import poolscope.connection.CredentialDiscovery.Location;
import poolscope.connection.Credentials;

class KooCliProfileReaderTest {
    private static final String PLAIN = """
            {"current":"prod","profiles":[
             {"name":"prod","mode":"AKSK","accessKeyId":"CNRYAK","secretAccessKey":"CNRYsk","securityToken":"","region":"cn-north-4",
              "projectId":"p-1","domainId":"d"},
             {"name":"web","mode":"SSO","region":"cn-east-3","projectId":"p-2",
              "ssoAuth":{"stsToken":{"accessKeyId":"CNRYAK2","secretAccessKey":"CNRYsk2","securityToken":"CNRYst"}}},
             {"name":"empty","region":"cn-north-4"}]}""";

    @TempDir
    Path home;
    private Path file;

    @BeforeEach
    void name() throws IOException {
        file = Files.createDirectories(home.resolve(".hcloud")).resolve("config.json");
    }

    @Test
    void nothing_is_found_where_nothing_is() {
        assertThat(KooCliProfileReader.search(home)).isEmpty();
        assertThat(KooCliProfileReader.search(Path.of("?"))).isEmpty();
    }

    @Test
    void plain_keys_make_whole_connections() throws IOException {
        Files.writeString(file, PLAIN);
        assertThat(KooCliProfileReader.search(home))
                .satisfiesExactly(one -> assertThat(one).isInstanceOfSatisfying(Finding.Usable.class, usable -> {
                    assertThat(usable.location()).isEqualTo(new Location.Profile(file, "prod"));
                    assertThat(usable.credentials()).isEqualTo(Credentials.accessKey("CNRYAK", "CNRYsk", "").orThrow());
                    var serviceAndProject = usable.complete().orElseThrow().serviceAndProject();
                    assertThat(serviceAndProject.projectId()).isEqualTo("p-1");
                    assertThat(serviceAndProject.region()).contains("cn-north-4");
                }), two -> assertThat(two).isInstanceOfSatisfying(Finding.Usable.class, usable -> {
                    assertThat(usable.credentials())
                            .isEqualTo(Credentials.accessKey("CNRYAK2", "CNRYsk2", "CNRYst").orThrow());
                    assertThat(usable.draft().region()).isEqualTo("cn-east-3");
                }));
    }

    /// A permanent key beside what is left of a session at a web page.
    @Test
    void keys_of_two_places_are_never_mixed() throws IOException {
        Files.writeString(file, PLAIN.replace("\"domainId\":\"d\"",
                "\"ssoAuth\":{\"stsToken\":{\"accessKeyId\":\"CNRYAK3\",\"secretAccessKey\":\"CNRYsk3\",\"securityToken\":\"CNRYold\"}}"));
        assertThat(KooCliProfileReader.search(home).getFirst()).isInstanceOfSatisfying(Finding.Usable.class,
                usable -> assertThat(usable.credentials())
                        .isEqualTo(Credentials.accessKey("CNRYAK", "CNRYsk", "").orThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "\"true\""})
    void encrypted_keys_are_said_to_be_so_and_never_taken_for_keys(String flag) throws IOException {
        Files.writeString(file, PLAIN.replace("\"current\"", "\"authEncrypt\":" + flag + ",\"current\""));
        assertThat(KooCliProfileReader.search(home)).containsExactly(
                new Finding.Encrypted(new Location.Profile(file, "prod")),
                new Finding.Encrypted(new Location.Profile(file, "web")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"profiles\":{}}", "null"})
    void a_file_that_is_none_of_that_is_named(String text) throws IOException {
        Files.writeString(file, text);
        assertThat(KooCliProfileReader.search(home)).containsExactly(new Finding.Unreadable(file));
    }

    @Test
    void P28_what_was_found_does_not_print() throws IOException {
        Files.writeString(file, PLAIN);
        assertThat(KooCliProfileReader.search(home)).hasSize(2)
                .allSatisfy(finding -> assertThat(finding.toString()).doesNotContain("CNRY"));
    }
}
