package poolscope.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.connection.CredentialDiscovery.Finding;
import poolscope.connection.CredentialDiscovery.Location;

class CredentialDiscoveryTest {

    @TempDir
    Path home;

    @Test
    void nothing_is_found_where_nothing_is() {
        assertThat(search(Map.of())).isEmpty();
        assertThat(search(Map.of("HW_REGION_NAME", "cn-north-4", "HW_ACCESS_KEY", " "))).isEmpty();
    }

    @Test
    void variables_of_terraform_make_a_whole_connection() {
        var found = search(Map.of("HW_ACCESS_KEY", "CNRYAK", "HW_SECRET_KEY", "CNRYsk", "HW_PROJECT_ID", "p-1",
                "HW_REGION_NAME", "cn-north-4", "HW_SECURITY_TOKEN", "CNRYst"));
        assertThat(found).singleElement().isInstanceOfSatisfying(Finding.Usable.class, usable -> {
            assertThat(usable.location()).isEqualTo(new Location.Environment("HW"));
            assertThat(usable.credentials()).isEqualTo(Credentials.accessKey("CNRYAK", "CNRYsk", "CNRYst").orThrow());
            SavedConnection saved = usable.complete().orElseThrow();
            assertThat(saved.serviceAndProject().endpoint()).isEqualTo(new CloudRegion("cn-north-4").modelArts());
            assertThat(saved.serviceAndProject().projectId()).isEqualTo("p-1");
            assertThat(saved.signInMethod()).isEqualTo(new SignInMethod.AccessKey("RYAK", true));
        });
    }

    @Test
    void variables_of_the_sdk_leave_the_endpoint_to_the_person() {
        var found = search(Map.of("HUAWEICLOUD_SDK_AK", "CNRYAK", "HUAWEICLOUD_SDK_SK", "CNRYsk",
                "HUAWEICLOUD_SDK_PROJECT_ID", "p-1"));
        assertThat(found).singleElement().isInstanceOfSatisfying(Finding.Usable.class, usable -> {
            assertThat(usable.location()).isEqualTo(new Location.Environment("HUAWEICLOUD_SDK"));
            assertThat(usable.draft().projectId()).isEqualTo("p-1");
            assertThat(usable.draft().endpoint()).isEmpty();
            assertThat(usable.complete()).isEmpty();
        });
    }

    @Test
    void each_section_of_the_credentials_file_is_offered() throws IOException {
        Path file = write("\uFEFF# mine\n[basic]\n ak = CNRYAK1\nsk=CNRYsk=1==\r\nproject_id = p-1\n\n; other\n"
                + "[ team ]\nAK: no\nak=CNRYAK2\nsk=CNRYsk2\nsecurity_token=CNRYst\n[idp]\nidp_id=x\n[broken\n");
        assertThat(search(Map.of()))
                .satisfiesExactly(one -> assertThat(one).isInstanceOfSatisfying(Finding.Usable.class, usable -> {
                    assertThat(usable.location()).isEqualTo(new Location.CredentialsFile(file, "basic"));
                    assertThat(usable.draft().name()).isEqualTo("basic");
                    assertThat(usable.draft().projectId()).isEqualTo("p-1");
                    assertThat(usable.credentials())
                            .isEqualTo(Credentials.accessKey("CNRYAK1", "CNRYsk=1==", "").orThrow());
                }), two -> assertThat(two).isInstanceOfSatisfying(Finding.Usable.class, usable -> {
                    assertThat(usable.location()).isEqualTo(new Location.CredentialsFile(file, "team"));
                    assertThat(usable.credentials())
                            .isEqualTo(Credentials.accessKey("CNRYAK2", "CNRYsk2", "CNRYst").orThrow());
                }), three -> assertThat(three).isEqualTo(new Finding.BrokenLine(file, 15)));
    }

    @Test
    void colons_are_read_as_equals_signs_are_and_defaults_hold_for_all_sections() throws IOException {
        write("[DEFAULT]\nproject_id: p-1\nsk = CNRYsk\n[basic]\nAK: CNRYAK:1\n[global]\nak=CNRYAK2\nsk: CNRY=sk2\nproject_id=p-2\n");
        assertThat(search(Map.of())).satisfiesExactly(one -> assertUsable(one, "basic", "CNRYAK:1", "CNRYsk", "p-1"),
                two -> assertUsable(two, "global", "CNRYAK2", "CNRY=sk2", "p-2"));
    }

    @Test
    void defaults_without_other_sections_are_offered_themselves() throws IOException {
        write("[DEFAULT]\nak: CNRYAK\nsk: CNRYsk\n");
        assertThat(search(Map.of())).satisfiesExactly(one -> assertUsable(one, "DEFAULT", "CNRYAK", "CNRYsk", ""));
    }

    @Test
    void a_line_that_is_not_understood_is_named_and_the_others_are_read() throws IOException {
        Path file = write("[basic]\nak = CNRYAK\nsk CNRYsk\nsk = CNRYsk\n[global\n");
        assertThat(search(Map.of())).satisfiesExactly(one -> assertUsable(one, "basic", "CNRYAK", "CNRYsk", ""),
                two -> assertThat(two).isEqualTo(new Finding.BrokenLine(file, 3)),
                three -> assertThat(three).isEqualTo(new Finding.BrokenLine(file, 5)));
    }

    @Test
    void without_a_home_no_file_is_looked_for() {
        assertThat(CredentialDiscovery.search(Map.of(), Path.of("?"))).isEmpty();
    }

    private static void assertUsable(Finding finding, String section, String accessKey, String secretKey,
            String project) {
        assertThat(finding).isInstanceOfSatisfying(Finding.Usable.class, usable -> {
            assertThat(usable.draft().name()).isEqualTo(section);
            assertThat(usable.draft().projectId()).isEqualTo(project);
            assertThat(usable.credentials()).isEqualTo(Credentials.accessKey(accessKey, secretKey, "").orThrow());
        });
    }

    @Test
    void the_same_key_pair_is_offered_once_where_most_is_known_of_it() throws IOException {
        write("[basic]\nak=CNRYAK\nsk=CNRYsk\nproject_id=p\n[global]\nak=CNRYAK\nsk=CNRYsk\nproject_id=p\n");
        assertThat(search(Map.of())).hasSize(1);
        assertThat(search(Map.of("HUAWEICLOUD_SDK_AK", "CNRYAK", "HUAWEICLOUD_SDK_SK", "CNRYsk",
                "HUAWEICLOUD_SDK_PROJECT_ID", "p", "HW_ACCESS_KEY", "CNRYAK", "HW_SECRET_KEY", "CNRYsk",
                "HW_PROJECT_ID", "p", "HW_REGION_NAME", "cn-east-3"))).singleElement()
                .isInstanceOfSatisfying(Finding.Usable.class,
                        usable -> assertThat(usable.location()).isEqualTo(new Location.Environment("HW")));
    }

    @Test
    void half_a_key_pair_is_named_with_what_is_missing() throws IOException {
        Path file = write("[basic]\nak = CNRYAK\n[bad]\nak=CNRYAK\nsk=CNRY sk\n");
        assertThat(search(Map.of())).containsExactly(
                new Finding.Unusable(new Location.CredentialsFile(file, "basic"), ValidationError.SECRET_EMPTY),
                new Finding.Unusable(new Location.CredentialsFile(file, "bad"), ValidationError.SECRET_BROKEN));
    }

    @Test
    void the_sdks_variable_names_another_file() throws IOException {
        Path other = Files.writeString(home.resolve("other.ini"), "ak=CNRYAK\nsk=CNRYsk\n");
        assertThat(search(Map.of("HUAWEICLOUD_SDK_CREDENTIALS_FILE", other.toString()))).singleElement()
                .isInstanceOfSatisfying(Finding.Usable.class,
                        usable -> assertThat(usable.location()).isEqualTo(new Location.CredentialsFile(other, "")));
    }

    @Test
    void a_file_that_cannot_be_read_is_named() throws IOException {
        Path folder = Files.createDirectories(home.resolve(".huaweicloud/credentials"));
        assertThat(search(Map.of())).containsExactly(new Finding.Unreadable(folder));
        Path large = Files.write(home.resolve("large"), new byte[70_000]);
        assertThat(search(Map.of("HUAWEICLOUD_SDK_CREDENTIALS_FILE", large.toString())))
                .containsExactly(new Finding.Unreadable(large));
    }

    @Test
    void P28_what_was_found_does_not_print() throws IOException {
        write("[basic]\nak=CNRYAK-basic\nsk=CNRYsk\n[half]\nsk=CNRYsk\n[bad]\nak=CNRYAK\nsk=\"CNRYsk\"\n");
        assertThat(
                search(Map.of("HW_ACCESS_KEY", "CNRYAK-hw", "HW_SECRET_KEY", "CNRYsk", "HW_SECURITY_TOKEN", "CNRYst")))
                .hasSize(4)
                .allSatisfy(finding -> assertThat(finding.toString()).doesNotContain("CNRY"));
    }

    private List<Finding> search(Map<String, String> environment) {
        return CredentialDiscovery.search(environment, home);
    }

    private Path write(String text) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".huaweicloud"));
        return Files.writeString(folder.resolve("credentials"), text);
    }
}
