package poolscope.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.api.v1.ClusterListReader;
import poolscope.api.v1.FaultTestService;
import poolscope.api.v1.TestService;
import poolscope.connection.Credentials;
import poolscope.demo.AccessRequirement;

/// A signature that is refused because of the local clock is made once more with the service's time (P27). The service
/// computes signatures with code of its own, refuses those that are more than 15 minutes off, and locks a key after five
/// refusals in a row.
@Timeout(60)
class ClockCorrectionTest {
    private static final Credentials KEY = Credentials.accessKey(TestService.AK, TestService.SK, "").orThrow();

    private static TestService service() throws Exception {
        return new TestService(AccessRequirement.signature(TestService.AK, TestService.SK));
    }

    @ParameterizedTest
    @ValueSource(longs = {-14, 14})
    void P27_a_difference_that_the_service_accepts_is_not_corrected(long minutes) throws Exception {
        try (var service = service(); var reader = service.reader(KEY)) {
            service.setLocalClockWrongBy(Duration.ofMinutes(minutes));
            assertThat(TestService.read(reader).pools()).hasSize(7);
            assertThat(service.cloud.requestCount()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-24 * 60, -16, 16, 24 * 60})
    void P27_a_larger_difference_costs_one_refusal_and_then_none(long minutes) throws Exception {
        try (var service = service(); var reader = service.reader(KEY)) {
            service.setLocalClockWrongBy(Duration.ofMinutes(minutes));
            assertThat(TestService.read(reader).pools()).hasSize(7);
            assertThat(service.cloud.requestCount()).as("refused, and signed again").isEqualTo(2);
            assertThat(TestService.read(reader).pools()).hasSize(7);
            assertThat(service.cloud.requestCount()).as("the correction is kept").isEqualTo(3);
        }
    }

    @Test
    void P27_a_clock_that_is_set_right_later_is_followed() throws Exception {
        try (var service = service(); var reader = service.reader(KEY)) {
            service.setLocalClockWrongBy(Duration.ofHours(-3));
            assertThat(TestService.read(reader).pools()).hasSize(7);
            service.setLocalClockWrongBy(Duration.ZERO);
            assertThat(TestService.read(reader).pools()).hasSize(7);
            assertThat(service.cloud.requestCount()).isEqualTo(4);
        }
    }

    @Test
    void P27_many_connections_with_one_key_do_not_lock_it_when_the_clock_is_wrong() throws Exception {
        try (var service = service(); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            service.setLocalClockWrongBy(Duration.ofMinutes(20));
            var readers = IntStream.range(0, 12)
                    .mapToObj(id -> ClusterListReader.open(ApiTarget.of(service.connection("c" + id), KEY),
                            service.requestClockAndTimeouts))
                    .toList();
            List<Future<Integer>> read = new ArrayList<>();
            readers.forEach(reader -> read.add(threads.submit(() -> TestService.read(reader).pools().size())));
            for (var pools : read)
                assertThat(pools.get()).isEqualTo(7);
            assertThat(service.cloud.requestCount()).isEqualTo(2 * readers.size());
            readers.forEach(ClusterListReader::close);
        }
    }

    @Test
    void P27_a_service_that_refuses_its_own_time_too_is_asked_no_more() throws Exception {
        try (var server = new RawServer((_, out) -> out.write(refusalWithDate().getBytes()));
                var reader = ClusterListReader.open(ApiTarget.of(server.connection("http"), KEY),
                        RequestClockAndTimeouts.real())) {
            assertThat(TestService.refusal(reader)).isEqualTo(Failure.SignInRefused.Cause.CLOCK_SKEW);
            assertThat(server.requests).hasSize(2);
            assertThat(TestService.refusal(reader)).isEqualTo(Failure.SignInRefused.Cause.CLOCK_SKEW);
            assertThat(server.requests).as("nothing is sent until a person acts").hasSize(2);
            reader.release();
            assertThat(TestService.refusal(reader)).isEqualTo(Failure.SignInRefused.Cause.CLOCK_SKEW);
            assertThat(server.requests).as("and then once").hasSize(3);
        }
    }

    @Test
    void P27_without_the_time_of_the_service_nothing_is_corrected() throws Exception {
        var refusal = FaultTestService.answer("401 Unauthorized", FaultTestService.coded("APIG.0303", "expired"));
        try (var server = RawServer.saying(refusal);
                var reader = ClusterListReader.open(ApiTarget.of(server.connection("http"), KEY),
                        RequestClockAndTimeouts.real())) {
            assertThat(TestService.refusal(reader)).isEqualTo(Failure.SignInRefused.Cause.CLOCK_SKEW);
            assertThat(server.requests).hasSize(1);
        }
    }

    /// An hour ahead of the local clock.
    private static String refusalWithDate() {
        var body = FaultTestService.coded("APIG.0303", "signature expired");
        return "HTTP/1.1 401 Unauthorized\r\nDate: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plusHours(1))
                + "\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body;
    }
}
