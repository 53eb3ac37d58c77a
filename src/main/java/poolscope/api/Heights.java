package poolscope.api;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import poolscope.api.Step.Outcome;
import poolscope.connection.Credentials;
import poolscope.pool.Origin;
import poolscope.pool.Pool;

/// The upper rungs of the ladder, from the clock to the first page: the requests of a real reading, each sent once. The sign-in
/// is tried once, whatever comes of it.
final class Heights implements AutoCloseable {
    /// Above this it is worth a word, says P27; the step passes.
    private static final Duration MAX_SKEW = Duration.ofMinutes(15);
    private static final Window ONE_POOL = new Window(0, 1);

    private final Approach approach;
    private final Surroundings surroundings;
    private final Caller caller;
    private final HttpTransport transport;
    private final ServiceCall call;
    private final Outgoing knock;
    private volatile Optional<Answer> answer = Optional.empty();
    private @Nullable Optional<Failure> verdict;

    Heights(Approach approach, Surroundings surroundings) {
        this.approach = approach;
        this.knock = Outgoing.knock(approach.connection().endpoint());
        this.surroundings = surroundings;
        this.caller = Caller.of(approach, surroundings);
        this.transport = new HttpTransport(approach.connection().endpoint(), approach.way(), caller.redaction(), surroundings);
        this.call = new ServiceCall(transport, caller, surroundings);
    }

    /// Whether and how soon the service answers a request without signing in.
    Outcome answer() throws ApiException, InterruptedException {
        var first = transport.exchange(knock, surroundings.deadlines().whole());
        answer = Optional.of(first);
        return new Outcome.Passed("HTTP " + first.status());
    }

    /// The `Date` of that answer beside our clock: a signature fails beyond 15 minutes.
    Outcome clock() {
        if (answer.isEmpty()) throw new IllegalStateException("the clock is judged by the first answer");
        var answer = this.answer.get();
        var skew = AnswerFields.clockSkew(answer.header("date"), answer.at());
        if (skew.isEmpty()) return new Outcome.Skipped(Step.Why.NO_DATE);
        boolean signs = approach.credentials() instanceof Credentials.AccessKey;
        if (!signs || skew.get().abs().compareTo(MAX_SKEW) <= 0) return new Outcome.Passed(skew.get().toSeconds() + " s");
        var evidence = new Refusals(caller.redaction(), SentCredentials.NOTHING).evidence(knock.asked(), answer, ErrorBody.NONE);
        return new Outcome.Failed(new Failure.SignInRefused(Failure.SignInRefused.Cause.CLOCK_SKEW, evidence));
    }

    /// What the service says to one pool asked for. Whatever else it refuses, it has then accepted who asks.
    Outcome signIn() throws InterruptedException {
        if (approach.credentials() instanceof Credentials.None) return new Outcome.Skipped(Step.Why.NO_SIGN_IN);
        return verdict().filter(Heights::isBeforeSignIn).<Outcome>map(Outcome.Failed::new).orElse(new Outcome.Passed(""));
    }

    /// Judged from the same answer.
    Outcome permission() throws InterruptedException {
        return verdict().filter(failure -> !isAboutThePage(failure)).<Outcome>map(Outcome.Failed::new).orElse(new Outcome.Passed(
                ""));
    }

    /// As much as a reading asks for first.
    Outcome firstPage() throws ApiException, InterruptedException {
        var failed = verdict();
        if (failed.isPresent()) return new Outcome.Failed(failed.get());
        var size = new PageSize(approach.query().pageSize());
        while (true) {
            var window = new Window(0, size.now());
            try {
                return passed(list(window));
            } catch (ApiException e) {
                if (!size.shrinkAfter(e.failure(), window.limit())) throw new ApiException(ofPage(e.failure()));
            }
        }
    }

    private static Outcome passed(ListAnswer<Pool> page) {
        long pools = page.entries().stream().filter(entry -> entry.value() != null).count();
        return new Outcome.Passed(page.total() == ListAnswer.UNSAID ? String.valueOf(pools) : pools + " / " + page.total());
    }

    /// One pool was sent for the same project before: what is refused here is the number of them.
    private static Failure ofPage(Failure failure) {
        return failure instanceof Failure.BadRequest(var cause, var evidence) && cause == Failure.BadRequest.Cause.PARAMETER
                ? new Failure.BadRequest(Failure.BadRequest.Cause.PAGE_SIZE, evidence)
                : failure;
    }

    private Optional<Failure> verdict() throws InterruptedException {
        var known = verdict;
        if (known == null) known = ask();
        verdict = known;
        return known;
    }

    private Optional<Failure> ask() throws InterruptedException {
        try {
            list(ONE_POOL);
            return Optional.empty();
        } catch (ApiException e) {
            return Optional.of(e.failure());
        }
    }

    private ListAnswer<Pool> list(Window window) throws ApiException, InterruptedException {
        var connection = approach.connection();
        return call.signedIn(Outgoing.listClusters(approach, window), answer -> {
            var origin = new Origin(connection.id(), connection.name(), connection.region().orElse(""), 1, answer.at(), answer
                    .header("x-request-id"));
            var list = ListJson.read(answer.body(), origin, new Interner(), approach.query().sortBy());
            if (!list.entries().isEmpty() || list.total() == 0) return list;
            // as a reading: no rows are no proof that there are none (P07)
            throw new UnreadableException(Failure.UnreadableAnswer.Cause.WRONG_SHAPE, "total_count");
        }, surroundings.nanoTime().getAsLong() + surroundings.deadlines().reading().toNanos());
    }

    /// The one request that is no `GET` is the login.
    private static boolean isLogin(Failure failure) {
        return !failure.evidence().request().method().equals("GET");
    }

    private static boolean isBeforeSignIn(Failure failure) {
        return isLogin(failure) || !isAboutThePage(failure) && !isAboutPermission(failure);
    }

    private static boolean isAboutPermission(Failure failure) {
        return failure instanceof Failure.NotAllowed || failure instanceof Failure.ProjectMismatch;
    }

    private static boolean isAboutThePage(Failure failure) {
        return switch (failure) {
            case Failure.NoSuchApi _,Failure.BadRequest _,Failure.UnreadableAnswer _,Failure.QuotaUsed _ -> true;
            case Failure.Unreachable _,Failure.Untrusted _,Failure.Proxy _,Failure.SecretUnavailable _,Failure.SignInRefused _,Failure.NotAllowed _,Failure.ProjectMismatch _,Failure.Throttled _,Failure.ServiceTrouble _ ->
                false;
        };
    }

    @Override
    public void close() {
        transport.close();
        caller.close();
    }
}
