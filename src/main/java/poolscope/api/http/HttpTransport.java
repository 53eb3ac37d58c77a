package poolscope.api.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import poolscope.api.ApiException;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.RequestLog;
import poolscope.api.SignInLockoutGuard;
import poolscope.api.SignInOutcome;

/// HTTP exchanges with one service, bounded in time and size and logged. The only class of this package that owns
/// threads: those of its HTTP client.
///
/// Settings (see *What was measured* in api-notes.md): HTTP/1.1, no redirect followed (the JDK forwards `X-Auth-Token`
/// to the new host), no `Authenticator` (it discards the body of a 401), a separate timeout for the whole body
/// (`HttpRequest.timeout` ends with the headers on JDK 25), a bounded body.
public final class HttpTransport implements AutoCloseable {
    private static final int MAX_WORD = 120;
    private static final int PROXY_LOGIN = 407;

    private final URI endpoint;
    private final RequestClockAndTimeouts requestClockAndTimeouts;
    private final SecretRedaction secretRedaction;
    private final ProxyAndLogin proxy;
    private final TlsTrust tlsTrust;
    private final ExecutorService executor = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("http ", 0).factory());
    private final RenewableHttpClient clients = new RenewableHttpClient();
    private volatile Optional<Duration> clockSkew = Optional.empty();
    private TlsTrust.@Nullable Context context;

    /// Opens no connection yet.
    ///
    /// @param secretRedaction
    ///            removes secrets from what is logged of a response
    public HttpTransport(URI endpoint, NetworkRouteAndPasswords networkRouteAndPasswords,
            SecretRedaction secretRedaction, RequestClockAndTimeouts requestClockAndTimeouts) {
        UnsafeJvmSettingsCheck.prepare();
        this.endpoint = endpoint;
        this.requestClockAndTimeouts = requestClockAndTimeouts;
        this.secretRedaction = secretRedaction;
        this.proxy = ProxyAndLogin.of(networkRouteAndPasswords, endpoint);
        this.tlsTrust = new TlsTrust(networkRouteAndPasswords);
    }

    /// Sends a request and waits for the whole response, whatever its status.
    ///
    /// @param timeout
    ///            for the whole call, including the wait for the [SignInLockoutGuard]; the exchange itself never takes
    ///            longer than `HttpTimeouts.whole`
    /// @throws ApiException
    ///             when no complete response came
    /// @throws InterruptedException
    ///             when interrupted; the exchange has ended by then
    public ApiResponse exchange(ApiRequest apiRequest, Duration timeout) throws ApiException, InterruptedException {
        var request = HttpRequest.newBuilder(apiRequest.uri()).GET();
        apiRequest.headers().forEach(request::setHeader);
        return send(request, apiRequest.requestLine(), apiRequest.maxBody(), timeout);
    }

    /// The service's clock minus the local one, to the second, by the last response that had a `Date`.
    public Optional<Duration> clockSkew() {
        return clockSkew;
    }

    /// As [#exchange], for a request with a body.
    public ApiResponse send(HttpRequest.Builder builder, FailureDetails.RequestLine requestLine, Duration timeout)
            throws ApiException, InterruptedException {
        return send(builder, requestLine, ApiRequest.PAGE, timeout);
    }

    private ApiResponse send(HttpRequest.Builder builder, FailureDetails.RequestLine requestLine, int maxBody,
            Duration timeout) throws ApiException, InterruptedException {
        builder.timeout(requestClockAndTimeouts.httpTimeouts().headers());
        proxy.authorization().ifPresent(login -> builder.setHeader("Proxy-Authorization", login.reveal()));
        var request = builder.build();
        if (!isOurs(request.uri())) throw new IllegalStateException("a secret must not go to another host (P32)");
        var sending = sending(request, requestLine, maxBody);
        long until = sending.startedAt + timeout.toNanos();
        return requestClockAndTimeouts.guard()
                .send(proxy.signInLockoutKey(), timeout, () -> FailureDetails.of(requestLine, sending.logged.at()),
                        attempt -> {
                            var apiResponse = send(request, sending, requestClockAndTimeouts.until(until));
                            if (apiResponse.status() != PROXY_LOGIN) return apiResponse;
                            var failure = proxyLoginRequired(requestLine, apiResponse);
                            attempt.endsWith(new SignInOutcome.Refused(failure));
                            throw new ApiException(failure);
                        });
    }

    private Sending sending(HttpRequest request, FailureDetails.RequestLine requestLine, int maxBody) {
        var log = requestClockAndTimeouts.log();
        var logged = new RequestLog.Request(requestClockAndTimeouts.clock().instant(), log.connection(),
                requestLine.method(), requestLine.host(), requestLine.path(),
                LoggedQuery.of(request.uri().getRawQuery(), secretRedaction));
        return new Sending(requestLine, maxBody, logged, requestClockAndTimeouts.nanoTime().getAsLong());
    }

    private Failure proxyLoginRequired(FailureDetails.RequestLine requestLine, ApiResponse apiResponse) {
        var wanted = secretRedaction.apply(apiResponse.header("proxy-authenticate"), MAX_WORD);
        return new Failure.Proxy(Failure.Proxy.Cause.LOGIN_REQUIRED,
                FailureDetails.of(requestLine, apiResponse.at()).withStatus(PROXY_LOGIN).withDetail(wanted));
    }

    private ApiResponse send(HttpRequest request, Sending sending, Duration timeout)
            throws ApiException, InterruptedException {
        requestClockAndTimeouts.log().begin(sending.logged);
        try {
            tlsTrust.begin();
            var apiResponse = ContentDecoder.unpack(response(request, sending.maxBody, timeout), sending.maxBody,
                    requestClockAndTimeouts.clock().instant());
            tlsTrust.answered();
            ErrorResponseHeaderReader.clockSkew(apiResponse.header("date"), apiResponse.at())
                    .ifPresent(skew -> clockSkew = Optional.of(skew));
            log(sending, apiResponse.status(), "", secretRedaction.apply(apiResponse.header("x-request-id"), MAX_WORD));
            return apiResponse;
        } catch (TimeoutException | IOException e) {
            var now = requestClockAndTimeouts.clock().instant();
            var failure = TransportExceptionClassifier.failure(e, FailureDetails.of(sending.requestLine, now));
            if (failure instanceof Failure.UnreadableAnswer(var cause, var details)
                    && cause == Failure.UnreadableAnswer.Cause.TOO_LARGE)
                failure = new Failure.UnreadableAnswer(cause, details.withDetail(mebibytes(sending.maxBody)));
            throw failed(sending, tlsTrust.explain(FileDescriptorShortageDetector.explain(failure), now));
        } catch (GeneralSecurityException e) {
            throw failed(sending, TlsTrust.failure(e, FailureDetails.of(sending.requestLine, sending.logged.at())));
        } catch (InterruptedException e) {
            log(sending, 0, RequestLog.Entry.GIVEN_UP, "");
            throw e;
        } finally {
            requestClockAndTimeouts.log().end(sending.logged);
        }
    }

    /// @param startedAt
    ///            [RequestClockAndTimeouts#nanoTime]
    private record Sending(FailureDetails.RequestLine requestLine, int maxBody, RequestLog.Request logged,
            long startedAt) {}

    private ApiException failed(Sending sending, Failure found) {
        var failure = proxy.explain(found, endpoint, tlsTrust.reachedServer());
        log(sending, 0, failure.name(), "");
        return new ApiException(failure);
    }

    private static String mebibytes(int bytes) {
        return bytes / (1024 * 1024) + " MiB";
    }

    private void log(Sending sending, int status, String failure, String requestId) {
        long millis = TimeUnit.NANOSECONDS.toMillis(requestClockAndTimeouts.nanoTime().getAsLong() - sending.startedAt);
        requestClockAndTimeouts.log().add(new RequestLog.Entry(sending.logged, status, failure, millis, requestId));
    }

    private HttpResponse<byte[]> response(HttpRequest request, int maxBody, Duration timeout)
            throws IOException, GeneralSecurityException, TimeoutException, InterruptedException {
        var context = context();
        var shared = clients.take(() -> client(context));
        boolean answered = false;
        try {
            var call = shared.client().sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), maxBody));
            var response = await(call, shorter(timeout, requestClockAndTimeouts.httpTimeouts().whole()));
            answered = true;
            return response;
        } catch (InternalError e) {
            throw FileDescriptorShortageDetector.unwrap(e);
        } finally {
            clients.giveBack(shared, answered);
        }
    }

    /// Read once, and again when a certificate of the connection's CA file becomes valid or expires.
    private synchronized TlsTrust.Context context() throws IOException, GeneralSecurityException {
        var now = requestClockAndTimeouts.clock().instant();
        var known = context;
        if (known != null && now.isBefore(known.until())) return known;
        var read = endpoint.getScheme().equals("https") ? tlsTrust.context(now) : TlsTrust.none();
        context = read;
        clients.renew();
        return read;
    }

    private HttpClient client(TlsTrust.Context context) throws IOException {
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(requestClockAndTimeouts.httpTimeouts().connect())
                    .executor(executor)
                    .proxy(proxy.selector())
                    .sslContext(context.tls())
                    .build();
        } catch (UncheckedIOException e) {
            throw new FileDescriptorShortageDetector.ExhaustedException(e.getCause());
        }
    }

    private boolean isOurs(URI uri) {
        return uri.getScheme().equals(endpoint.getScheme()) && uri.getHost().equals(endpoint.getHost())
                && uri.getPort() == endpoint.getPort();
    }

    /// The JDK reports some malformed responses (a length that is no number) as a runtime exception: the service's
    /// fault too. `orTimeout` would return in time but leave the exchange running; cancelling with `true` ends it
    /// (measured on JDK 25).
    private static HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> call, Duration timeout)
            throws IOException, TimeoutException, InterruptedException {
        try {
            return call.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) throw io;
            if (e.getCause() instanceof Error error) throw error;
            throw new ProtocolException("the HTTP client could not read the answer");
        } finally {
            call.cancel(true);
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /// Ends every exchange and the client's threads.
    @Override
    public void close() {
        clients.close();
        executor.shutdownNow();
    }
}
