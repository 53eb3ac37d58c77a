package poolscope.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| ");
    private static final Pattern TEST = Pattern.compile("\\b\\w+Test\\b");
    /// What can't be played here, and why.
    private static final List<Elsewhere> ELSEWHERE = List.of(
            new Elsewhere(2, "DNS hangs", "the JDK resolves names; a test can't make it hang without root"),
            new Elsewhere(3, "two addresses, the first dead", "needs a name server of its own"),
            new Elsewhere(22, "cable pulled, VPN drops, sleep",
                    "needs a machine to put to sleep; its stall is 15, its wake is AutoRefreshTest"),
            new Elsewhere(98, "wall clock jumps back", "ages and timers are the live room's: AutoRefreshTest"),
            new Elsewhere(99, "sleep of 8 hours", "waking is the live room's: AutoRefreshTest"),
            new Elsewhere(100, "daylight saving, zone change", "this room knows instants only; zones are ui.text's"),
            new Elsewhere(103, "refresh longer than its period",
                    "periods are the live room's: ObservableConnectionInventoryTest"),
            new Elsewhere(118, "credential store locked, denied, slow, empty",
                    "stores are connection's: ChunkedSecretStoreTest"));

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
    void every_number_of_the_catalogue_is_here_once() throws Exception {
        String promises = Files.readString(Path.of("src/site/promises.md"));
        String catalogue = promises.substring(promises.indexOf("\n## B1."), promises.indexOf("\n## B10."));
        var written = ROW.matcher(catalogue).results().map(row -> Integer.valueOf(row.group(1))).toList();
        var numbers = Stream.concat(cases().map(FaultCase::number), ELSEWHERE.stream().map(Elsewhere::number))
                .sorted()
                .toList();
        assertThat(numbers).hasSizeGreaterThan(100).isEqualTo(written);
    }

    @Test
    void tests_that_play_a_fault_elsewhere_exist() throws Exception {
        Set<String> tests;
        try (var files = Files.walk(Path.of("src/test/java"))) {
            tests = files.map(file -> file.getFileName().toString().replace(".java", "")).collect(Collectors.toSet());
        }
        var named = ELSEWHERE.stream()
                .flatMap(elsewhere -> TEST.matcher(elsewhere.why()).results())
                .map(MatchResult::group)
                .toList();
        assertThat(named).hasSizeGreaterThan(3);
        assertThat(named).filteredOn(test -> !tests.contains(test)).isEmpty();
    }
}
