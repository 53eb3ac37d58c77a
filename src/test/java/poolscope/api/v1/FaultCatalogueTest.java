package poolscope.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import poolscope.api.TestCertificates;
import poolscope.api.v1.FaultCase.Elsewhere;

/// The catalogue of faults, B1 to B9, line by line under its own numbers: what the world does, which failure comes of
/// it, and how often the service is asked. A failure is thrown, so no part of a list gets out; that the last one stays
/// on screen is held by the live room.
@Timeout(60)
@Isolated("Sets the proxy selector of the whole JVM.")
class FaultCatalogueTest {
    private static final int LAST = 118;
    /// What can't be played here, and why.
    private static final List<Elsewhere> ELSEWHERE = List.of(
            new Elsewhere(2, "DNS hangs", "the JDK resolves names; a test can't make it hang without root"),
            new Elsewhere(3, "two addresses, the first dead", "needs a name server of its own"),
            new Elsewhere(22, "cable pulled, VPN drops, sleep",
                    "needs a machine to put to sleep; its stall is 15, its wake is AutoRefreshTest"),
            new Elsewhere(98, "wall clock jumps back", "ages and timers are the live room's: AutoRefreshTest"),
            new Elsewhere(99, "sleep of 8 hours", "waking is the live room's: AutoRefreshTest"),
            new Elsewhere(100, "daylight saving, zone change", "this room knows instants only; zones are ui.text's"),
            new Elsewhere(103, "refresh longer than its period", "periods are the live room's: SourceTest"),
            new Elsewhere(118, "credential store locked, denied, slow, empty",
                    "stores are connection's: KeptSecretsTest"));

    @TempDir
    static Path folder;
    private static TestCertificates certificates;

    @BeforeAll
    static void make() throws Exception {
        certificates = new TestCertificates(folder);
        certificates.issue("good", TestCertificates.HERE);
        certificates.issue("elsewhere", "SAN=DNS:modelarts.example.com");
        certificates.issue("over", TestCertificates.HERE, "-startdate", "-30d", "-validity", "10");
        certificates.issue("tomorrow", TestCertificates.HERE, "-startdate", "+2d", "-validity", "10");
        certificates.selfSign("alone");
        certificates.selfSign("alone-over", "-startdate", "-30d", "-validity", "10");
    }

    static Stream<FaultCase> cases() {
        return Stream
                .of(TransportFaultCases.cases(certificates), ProxyFaultCases.cases(certificates),
                        HttpFaultCases.cases(), JsonFaultCases.cases(), FieldFaultCases.cases(), ListFaultCases.cases(),
                        SignInFaultCases.cases(certificates))
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "B{0}")
    @MethodSource("cases")
    void B1_to_B9(FaultCase fault) throws Exception {
        fault.play().run();
    }

    @Test
    void every_number_of_the_catalogue_is_here_once() {
        var numbers = Stream.concat(cases().map(FaultCase::number), ELSEWHERE.stream().map(Elsewhere::number))
                .sorted()
                .toList();
        assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, LAST).boxed().toList());
    }

    @Test
    void nothing_is_left_out_but_what_was_agreed_on() {
        assertThat(ELSEWHERE).extracting(Elsewhere::number).containsExactly(2, 3, 22, 98, 99, 100, 103, 118);
        assertThat(ELSEWHERE).extracting(Elsewhere::why).noneMatch(String::isBlank);
    }
}
