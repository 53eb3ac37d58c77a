package poolscope.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import poolscope.api.ApiCallKind;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.settings.WindowAppearance.Language;

/// Each expected failure is one sentence a person can use, in both languages (P47).
class FailureTextTest {
    private static final FailureDetails EVIDENCE = new FailureDetails(
            new FailureDetails.RequestLine("GET", "modelarts.example.com", "/v1/p/clusters"), 401, "APIG.0301", "req-1",
            "what the service said", "a detail", Optional.of(Duration.ofSeconds(3)), Instant.EPOCH, 1);

    /// Every failure with every cause that the sealed type knows.
    static List<Failure> failures() {
        var all = new ArrayList<Failure>();
        Arrays.stream(Failure.Unreachable.Cause.values()).forEach(c -> all.add(new Failure.Unreachable(c, EVIDENCE)));
        Arrays.stream(Failure.Untrusted.Cause.values()).forEach(c -> all.add(new Failure.Untrusted(c, EVIDENCE)));
        Arrays.stream(Failure.Proxy.Cause.values()).forEach(c -> all.add(new Failure.Proxy(c, EVIDENCE)));
        Arrays.stream(Failure.SecretUnavailable.Cause.values())
                .forEach(c -> all.add(new Failure.SecretUnavailable(c, EVIDENCE)));
        Arrays.stream(Failure.SignInRefused.Cause.values())
                .forEach(c -> all.add(new Failure.SignInRefused(c, EVIDENCE)));
        Arrays.stream(Failure.NotAllowed.Cause.values()).forEach(c -> all.add(new Failure.NotAllowed(c, EVIDENCE)));
        all.add(new Failure.ProjectMismatch(EVIDENCE));
        all.add(new Failure.NoSuchApi(EVIDENCE));
        Arrays.stream(Failure.BadRequest.Cause.values()).forEach(c -> all.add(new Failure.BadRequest(c, EVIDENCE)));
        all.add(new Failure.QuotaUsed(EVIDENCE));
        all.add(new Failure.Throttled(Optional.of(Duration.ofSeconds(7)), EVIDENCE));
        all.add(new Failure.ServiceTrouble(Optional.empty(), EVIDENCE));
        Arrays.stream(Failure.UnreadableAnswer.Cause.values())
                .forEach(c -> all.add(new Failure.UnreadableAnswer(c, EVIDENCE)));
        return all;
    }

    private static Failure refused(ApiCallKind call, Failure.NotAllowed.Cause cause) {
        var path = call.request().replace("GET ", "").replace("PROJECT", "0c3f").replace("POOL", "pool-x");
        return new Failure.NotAllowed(cause, new FailureDetails(new FailureDetails.RequestLine("GET", "host", path),
                403, "APIG.0302", "req-1", "what the service said", "", Optional.empty(), Instant.EPOCH, 1));
    }

    @ParameterizedTest
    @EnumSource(ApiCallKind.class)
    void a_refused_call_says_what_was_refused_and_which_permission_it_needs(ApiCallKind call) {
        for (var language : Language.all()) {
            var text = new FailureText(Texts.of(language));
            var failure = refused(call, Failure.NotAllowed.Cause.PERMISSION);
            boolean listsPools = call == ApiCallKind.V1_POOLS || call == ApiCallKind.V2_POOLS;
            assertThat(Arrays.stream(ApiCallKind.values())
                    .filter(other -> text.description(refused(other, Failure.NotAllowed.Cause.PERMISSION))
                            .equals(text.description(failure))))
                    .hasSize(listsPools ? 2 : 1);
            for (var cause : List.of(Failure.NotAllowed.Cause.PERMISSION, Failure.NotAllowed.Cause.UNEXPLAINED)) {
                var advice = text.advice(refused(call, cause));
                assertThat(advice).contains(call.request(), "what the service said");
                assertThat(advice.contains("modelarts:")).isEqualTo(call.permission().isPresent());
                call.permission().ifPresent(name -> assertThat(advice).contains(name));
            }
            assertThat(text.notRead("a part", failure)).contains("a part", call.permission().orElse(call.request()));
            assertThat(text.notRead("a part", refused(call, Failure.NotAllowed.Cause.ADDRESS))).contains("a part")
                    .doesNotContain("modelarts:");
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void P47_every_failure_says_what_happened_and_what_to_do(Failure failure) {
        for (var language : Language.all()) {
            var text = new FailureText(Texts.of(language));
            for (var said : List.of(text.brief(failure), text.description(failure), text.advice(failure)))
                assertThat(said).isNotBlank().doesNotContain("null", "Exception", "java.", "{", "}");
            assertThat(text.description(failure)).matches("(?s).*([.。”]|a detail)");
            assertThat(text.details(failure)).contains("401", "APIG.0301", "req-1");
        }
    }
}
