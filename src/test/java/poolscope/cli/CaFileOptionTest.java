package poolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import poolscope.api.TestCertificates;
import poolscope.connection.Canary;

/// `--ca` with a key store that has a password, which comes from the environment.
@Timeout(60)
class CaFileOptionTest {
    @TempDir
    Path folder;

    private Terminal export(TestCertificates certificates, Path ca, String password) throws Exception {
        var terminal = new Terminal();
        if (!password.isEmpty()) terminal.environment.put("POOLSCOPE_CA_PASSWORD", password);
        var server = certificates.serve("good");
        try {
            exit = terminal.export("--endpoint", "https://127.0.0.1:" + server.getAddress().getPort(), "--project", "p",
                    "--api", "v1", "--proxy", "none", "--ca", ca.toString());
        } finally {
            server.stop(0);
        }
        return terminal;
    }

    private int exit;

    @Test
    void a_key_store_is_opened_with_the_password_of_the_environment_and_its_failures_say_what_to_do() throws Exception {
        var certificates = new TestCertificates(folder);
        certificates.issue("good", TestCertificates.HERE);
        var canary = new Canary(20_261_128);
        var password = canary.plant("CNRYca-");
        var ca = certificates.trustStore("own.p12", "PKCS12", password);

        var good = export(certificates, ca, password);
        assertThat(exit).as(good.words()).isZero();
        canary.assertNotIn("the words", good.words());

        var none = export(certificates, ca, "");
        assertThat(exit).isEqualTo(5);
        assertThat(none.words()).contains("key store with a password", "set POOLSCOPE_CA_PASSWORD", ca.toString());

        var wrong = export(certificates, ca, password + "x");
        assertThat(exit).isEqualTo(5);
        assertThat(wrong.words()).contains("the password does not open the CA file", ca.toString());
        canary.assertNotIn("the words", wrong.words());
    }
}
