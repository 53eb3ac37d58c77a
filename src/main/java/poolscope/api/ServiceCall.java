package poolscope.api;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Asks the service one thing until it answers or there is no sense in asking on: sign, send, judge, perhaps again.
///
/// The policy is elsewhere: [Verdict] says what happened, [RetryPolicy] whether to try again. This loop only obeys.
final class ServiceCall {
    private static final int MAX_SERVER_TEXT = 500;
    private static final int MAX_WORD = 120;

    /// Makes something of a good answer.
    @FunctionalInterface
    interface Reader<T> {
        T read(Answer answer) throws UnreadableException;
    }

    private final HttpTransport transport;
    private final RequestSigner signer;
    private final Redaction redaction;
    private final Surroundings surroundings;
    private final RetryBudget budget = new RetryBudget();

    ServiceCall(HttpTransport transport, RequestSigner signer, Redaction redaction, Surroundings surroundings) {
        this.transport = transport;
        this.signer = signer;
        this.redaction = redaction;
        this.surroundings = surroundings;
    }

    /// @param until
    ///            [Surroundings#nanoTime] at which everything must be over
    <T> T ask(Outgoing request, Reader<T> reader, long until) throws ApiException, InterruptedException {
        boolean renewed = false;
        for (int attempts = 1;; attempts++) {
            try {
                T result = once(request, reader, until);
                budget.succeeded();
                return result;
            } catch (ApiException e) {
                var failure = e.failure().with(e.failure().evidence().withAttempts(attempts));
                if (!renewed && failure instanceof Failure.SignInRefused refusal && signer.renew(refusal)) {
                    renewed = true;
                    continue;
                }
                pauseOrGiveUp(failure, attempts, until);
            }
        }
    }

    private void pauseOrGiveUp(Failure failure, int attempts, long until) throws ApiException, InterruptedException {
        Optional<Duration> pause = RetryPolicy.pause(failure, attempts, surroundings.random().nextDouble());
        if (pause.isEmpty() || pause.get().compareTo(left(until)) >= 0 || !budget.spend()) throw new ApiException(failure);
        surroundings.sleeper().sleep(pause.get());
    }

    private <T> T once(Outgoing request, Reader<T> reader, long until) throws ApiException, InterruptedException {
        var signed = request.with(signer.sign(request, surroundings.clock().instant()));
        var answer = transport.exchange(signed, left(until));
        if (answer.status() != 200) throw new ApiException(refused(request, answer));
        try {
            return reader.read(answer);
        } catch (UnreadableException e) {
            var failure = e.reportsFailure() ? refused(request, answer) : e.failure(evidence(request, answer, ErrorBody.NONE));
            throw new ApiException(failure);
        }
    }

    private Duration left(long until) {
        return Duration.ofNanos(Math.max(0, until - surroundings.nanoTime().getAsLong()));
    }

    private Failure refused(Outgoing request, Answer answer) {
        var error = ErrorBody.parse(answer.body());
        var evidence = evidence(request, answer, error);
        if (answer.status() >= 300 && answer.status() < 400) evidence = evidence.withDetail(redirectedTo(answer));
        var retryAfter = AnswerFields.retryAfter(answer.header("retry-after"), answer.at());
        return Verdict.of(Refusal.of(answer.status(), error, retryAfter, evidence));
    }

    private Evidence evidence(Outgoing request, Answer answer, ErrorBody error) {
        String requestId = error.requestId().isEmpty() ? answer.header("x-request-id") : error.requestId();
        return new Evidence(request.asked(), answer.status(), redaction.apply(error.code(), MAX_WORD), redaction.apply(requestId,
                MAX_WORD), redaction.apply(error.message(), MAX_SERVER_TEXT), "",
                AnswerFields.clockSkew(answer.header("date"),
                        answer.at()),
                answer.at(), 1);
    }

    /// The host only: the rest of a redirect may hold anything.
    private String redirectedTo(Answer answer) {
        try {
            var host = URI.create(answer.header("location")).getHost();
            return host == null ? "" : redaction.apply(host, MAX_WORD);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
