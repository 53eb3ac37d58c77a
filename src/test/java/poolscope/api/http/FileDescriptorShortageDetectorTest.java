package poolscope.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import poolscope.api.FailureDetails;
import poolscope.api.FewDescriptors;
import poolscope.api.RawServer;
import poolscope.api.v1.FaultTestService;

/// To have no descriptor left is a failure like others: named, and over when there are some again.
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class FileDescriptorShortageDetectorTest {

    @Test
    void a_process_without_descriptors_says_so_and_reads_again_when_it_has_some(@TempDir Path folder) throws Exception {
        var gone = RawServer.saying("");
        gone.close();
        var kept = "HTTP/1.1 200 OK\r\nContent-Length: " + FaultTestService.EMPTY_LIST.length() + "\r\n\r\n"
                + FaultTestService.EMPTY_LIST;
        try (var closing = RawServer.saying(RawServer.ok(FaultTestService.EMPTY_LIST));
                var server = new RawServer((socket, out) -> {
                    out.write(kept.getBytes(StandardCharsets.ISO_8859_1));
                    out.flush();
                    socket.getInputStream().read();
                })) {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var child = new ProcessBuilder("sh", "-c", "ulimit -n 80; exec \"$@\"", "sh", java, "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"),
                    FewDescriptors.class.getName(), Integer.toString(server.port()), Integer.toString(gone.port()),
                    Integer.toString(closing.port()), Files.createFile(folder.resolve("empty.pem")).toString())
                    .redirectErrorStream(true)
                    .start();
            List<String> said = child.inputReader().lines().toList();
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(said)
                    .startsWith("refused: Unreachable.REFUSED", "good: read", "again: read", "closing: read",
                            "unknown: Unreachable.NAME_UNKNOWN", "certificates: Untrusted.CA_FILE_NO_CERTIFICATE")
                    .contains("closing after: read", "good after: read");
            // what one failure gives back, the next reading may get
            assertThat(said).filteredOn(line -> line.contains(" without: "))
                    .hasSize(4)
                    .allMatch(line -> line.endsWith(": Unreachable.NO_DESCRIPTORS") || line.endsWith(": read"))
                    .contains("new without: Unreachable.NO_DESCRIPTORS",
                            "certificates without: Unreachable.NO_DESCRIPTORS");
            var many = said.stream().filter(line -> line.startsWith("many: ")).toList();
            assertThat(many).hasSize(20)
                    .allMatch(line -> List.of("many: read", "many: Unreachable.NO_DESCRIPTORS").contains(line))
                    .contains("many: read");
            assertThat(said).endsWith("last: read");
            assertThat(child.exitValue()).isZero();
        }
    }

    @Test
    void what_the_jdks_client_makes_of_a_socket_that_cannot_be_opened_is_the_same_failure() {
        var failureDetails = FailureDetails.of(new FailureDetails.RequestLine("GET", "h", "/"), Instant.EPOCH);
        var noSocket = FileDescriptorShortageDetector
                .unwrap(new InternalError(new SocketException("\u6253\u5f00\u7684\u6587\u4ef6\u8fc7\u591a")));
        assertThat(TransportExceptionClassifier.failure(noSocket, failureDetails).name())
                .isEqualTo("Unreachable.NO_DESCRIPTORS");
        var other = new InternalError("another one");
        assertThatThrownBy(() -> FileDescriptorShortageDetector.unwrap(other)).isSameAs(other);
    }
}
