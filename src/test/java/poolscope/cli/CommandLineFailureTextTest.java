package poolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import poolscope.api.ApiCallKind;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;

class CommandLineFailureTextTest {
    private static final FailureDetails EVIDENCE = new FailureDetails(
            new FailureDetails.RequestLine("GET", "modelarts.example", "/v1/p/clusters"), 418, "APIG.0301", "req-7", "",
            "line one\n\u001B[31mline two\u202E", Optional.empty(), Instant.EPOCH, 2);

    @Test
    void each_failure_has_a_sentence_of_its_own_with_what_support_asks_for() {
        var message = new HashSet<String>();
        for (var failure : all()) {
            var sentence = CommandLineFailureText.of(failure);
            assertThat(sentence).contains("modelarts.example", "HTTP 418", "APIG.0301", "req-7")
                    .doesNotContain("\n", "\u001B", "\u202E");
            assertThat(message.add(sentence)).as(sentence).isTrue();
        }
        assertThat(message).hasSizeGreaterThan(45);
    }

    @ParameterizedTest
    @EnumSource(ApiCallKind.class)
    void a_refused_call_names_the_permission_that_it_needs(ApiCallKind call) {
        var path = call.request().replace("GET ", "").replace("PROJECT", "0c3f").replace("POOL", "pool-x");
        var details = new FailureDetails(new FailureDetails.RequestLine("GET", "host", path), 403, "", "", "", "",
                Optional.empty(), Instant.EPOCH, 1);
        var sentence = CommandLineFailureText.of(new Failure.NotAllowed(Failure.NotAllowed.Cause.PERMISSION, details));
        assertThat(sentence).contains(call.request());
        assertThat(sentence.contains("list pools"))
                .isEqualTo(call == ApiCallKind.V1_POOLS || call == ApiCallKind.V2_POOLS);
        call.permission()
                .ifPresentOrElse(name -> assertThat(sentence).contains(name),
                        () -> assertThat(sentence).contains("documentation").doesNotContain("modelarts:"));
    }

    @Test
    void who_is_refused_gets_4_and_everything_else_5() {
        assertThat(all()).allSatisfy(failure -> assertThat(CommandLineFailureText.code(failure))
                .isEqualTo(failure instanceof Failure.SignInRefused || failure instanceof Failure.NotAllowed
                        || failure instanceof Failure.ProjectMismatch ? ExitCode.REFUSED : ExitCode.UNREACHABLE));
    }

    private static List<Failure> all() {
        var all = new ArrayList<Failure>(List.of(new Failure.ProjectMismatch(EVIDENCE), new Failure.NoSuchApi(EVIDENCE),
                new Failure.QuotaUsed(EVIDENCE), new Failure.Throttled(Optional.empty(), EVIDENCE),
                new Failure.ServiceTrouble(Optional.empty(), EVIDENCE)));
        Arrays.stream(Failure.Unreachable.Cause.values())
                .forEach(cause -> all.add(new Failure.Unreachable(cause, EVIDENCE)));
        Arrays.stream(Failure.Untrusted.Cause.values())
                .forEach(cause -> all.add(new Failure.Untrusted(cause, EVIDENCE)));
        Arrays.stream(Failure.Proxy.Cause.values()).forEach(cause -> all.add(new Failure.Proxy(cause, EVIDENCE)));
        Arrays.stream(Failure.SignInRefused.Cause.values())
                .forEach(cause -> all.add(new Failure.SignInRefused(cause, EVIDENCE)));
        Arrays.stream(Failure.NotAllowed.Cause.values())
                .forEach(cause -> all.add(new Failure.NotAllowed(cause, EVIDENCE)));
        Arrays.stream(Failure.BadRequest.Cause.values())
                .forEach(cause -> all.add(new Failure.BadRequest(cause, EVIDENCE)));
        Arrays.stream(Failure.UnreadableAnswer.Cause.values())
                .forEach(cause -> all.add(new Failure.UnreadableAnswer(cause, EVIDENCE)));
        return all;
    }
}
