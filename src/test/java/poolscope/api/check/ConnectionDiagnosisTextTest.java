package poolscope.api.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.api.check.ConnectionCheckResult.Outcome;
import poolscope.connection.ServiceAndProject;

class ConnectionDiagnosisTextTest {
    private static final ServiceAndProject SERVICE = ServiceAndProject
            .of(new ServiceAndProject.Draft("id", "prod", "cn-north-4", "https://modelarts.example.com", "abc123"))
            .orThrow();

    private static ConnectionCheckResult step(ConnectionCheckKind kind, int millis, Outcome outcome) {
        return new ConnectionCheckResult(kind, Duration.ofMillis(millis), outcome);
    }

    private static String ofFailure(FailureDetails details) {
        var failure = new Failure.SignInRefused(Failure.SignInRefused.Cause.TOKEN_EXPIRED, details);
        return ConnectionDiagnosisText.text(List.of(step(ConnectionCheckKind.SIGN_IN, 31, new Outcome.Failed(failure))),
                SERVICE);
    }

    @Test
    void it_begins_with_the_program_the_machine_and_the_place() {
        var lines = ConnectionDiagnosisText.text(List.of(), SERVICE).lines().toList();
        assertThat(lines.subList(0, 3).stream().map(line -> line.substring(0, line.indexOf(':'))))
                .containsExactly("PoolScope", "Java", "System");
        assertThat(lines.subList(3, 6)).containsExactly("Endpoint: https://modelarts.example.com", "Region: cn-north-4",
                "Project: abc123");
    }

    @Test
    void each_step_is_a_line_with_its_time_and_what_came_of_it() {
        var text = ConnectionDiagnosisText.text(
                List.of(step(ConnectionCheckKind.NAME, 3, new Outcome.Passed("192.0.2.7")),
                        step(ConnectionCheckKind.PROXY, 0, new Outcome.Skipped(ConnectionCheckResult.Why.values()[0])),
                        step(ConnectionCheckKind.CLOCK, 12, new Outcome.ClocksAgree(Duration.ofSeconds(-4))),
                        step(ConnectionCheckKind.CLOCK, 12, new Outcome.ClocksDiffer(Duration.ofSeconds(901)))),
                SERVICE);
        assertThat(text.lines().skip(7)).containsExactly("NAME            3 ms  ok       192.0.2.7",
                "PROXY           0 ms  skipped  "
                        + ConnectionCheckResult.Why.values()[0].name().toLowerCase().replace('_', ' '),
                "CLOCK          12 ms  ok       -4 s", "CLOCK          12 ms  ok       clocks differ by 901 s");
    }

    @Test
    void a_failure_is_told_with_all_that_the_service_said() {
        var request = new FailureDetails.RequestLine("GET", "modelarts.example.com", "/v1/abc123/clusters");
        var text = ofFailure(new FailureDetails(request, 401, "APIG.0307", "7f1c", "The token must be updated",
                "detail", Optional.of(Duration.ofSeconds(61)), Instant.parse("2026-03-01T08:55:12Z"), 1));
        assertThat(text.lines().skip(7)).containsExactly("SIGN_IN        31 ms  FAILED   SignInRefused.TOKEN_EXPIRED",
                "", "Failure: SignInRefused.TOKEN_EXPIRED", "Request: GET modelarts.example.com/v1/abc123/clusters",
                "Status: 401", "Code: APIG.0307", "Request id: 7f1c", "Detail: detail",
                "Said: The token must be updated", "Clock skew: 61 s", "At: 2026-03-01T08:55:12Z");
    }

    @Test
    void what_was_not_said_has_no_line() {
        var request = new FailureDetails.RequestLine("GET", "modelarts.example.com", "/v1/abc123/clusters");
        assertThat(ofFailure(FailureDetails.of(request, Instant.EPOCH)).lines().skip(9)).containsExactly(
                "Failure: SignInRefused.TOKEN_EXPIRED", "Request: GET modelarts.example.com/v1/abc123/clusters",
                "Status: no answer", "At: 1970-01-01T00:00:00Z");
    }
}
