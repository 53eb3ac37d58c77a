package poolscope.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RawServerTest {
    @Test
    void an_assertion_that_fails_in_a_script_fails_the_test() throws Exception {
        var server = new RawServer((_, _) -> assertThat(1).isEqualTo(2));
        try (var client = new Socket("127.0.0.1", server.port())) {
            client.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(client.getInputStream().read()).as("closed after the script").isNegative();
            TransportTest.until(() -> server.open.get() == 0);
        }
        assertThatThrownBy(server::close).isInstanceOf(AssertionError.class).hasMessageContaining("script");
    }
}
