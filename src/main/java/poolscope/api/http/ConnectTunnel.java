package poolscope.api.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import poolscope.api.ApiEnvironment;
import poolscope.api.ApiException;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.api.SignInGuard;
import poolscope.connection.Secret;

/// Asks a proxy for a way to a host by `CONNECT`, as the JDK's client does for each request: the proxy sees the host,
/// nothing else. Here to see what it says, of which the client tells less.
///
/// @param use
///            the login, if any; a refused one counts ([SignInGuard])
/// @param redaction
///            takes the login out of what the proxy says
/// @param failureDetails
///            names the proxy
public record ConnectTunnel(ProxySession use, Redaction redaction, FailureDetails failureDetails,
        ApiEnvironment apiEnvironment) {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.\\d (\\d{3})");
    private static final Pattern WANTED = Pattern.compile("(?im)^proxy-authenticate:\\s*([^\\r\\n]{1,120})");
    private static final int MAX_HEAD = 16 * 1024;
    private static final int LOGIN_REQUIRED = 407;
    private static final int MAX_WORD = 120;

    /// Shows the login once.
    ///
    /// @param proxy
    ///            connected; leads to the host afterwards
    /// @param target
    ///            `host:port`
    /// @throws ApiException
    ///             what the proxy says when it is not yes
    public void open(Socket proxy, String target) throws ApiException, IOException, InterruptedException {
        var guard = apiEnvironment.guard();
        long until = apiEnvironment.nanoTime().getAsLong() + apiEnvironment.timeouts().headers().toNanos();
        if (!guard.enter(use.signInIdentity(), apiEnvironment.until(until)))
            throw new ApiException(new Failure.Unreachable(Failure.Unreachable.Cause.ANSWER_TIMED_OUT, failureDetails));
        SignInGuard.Outcome outcome = SignInGuard.Outcome.UNKNOWN;
        try {
            proxy.getOutputStream().write(ask(target).getBytes(StandardCharsets.ISO_8859_1));
            validate(head(proxy, until));
            outcome = SignInGuard.Outcome.ACCEPTED;
        } catch (ApiException e) {
            boolean wrongLogin = e.failure().failureDetails().status() == LOGIN_REQUIRED;
            outcome = wrongLogin ? new SignInGuard.Outcome.Refused(e.failure()) : SignInGuard.Outcome.UNKNOWN;
            throw e;
        } finally {
            guard.leave(use.signInIdentity(), outcome);
        }
    }

    private String ask(String target) {
        String login = use.authorization()
                .map(Secret::reveal)
                .map(basic -> "Proxy-Authorization: " + basic + "\r\n")
                .orElse("");
        return "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n" + login + "\r\n";
    }

    private void validate(String head) throws ApiException {
        Matcher status = STATUS.matcher(head);
        if (!status.lookingAt())
            throw new ApiException(new Failure.Proxy(Failure.Proxy.Cause.NO_PROXY,
                    failureDetails.withDetail(failureDetails.request().host())));
        int code = Integer.parseInt(status.group(1));
        if (code >= 200 && code < 300) return;
        Matcher wanted = WANTED.matcher(head);
        throw new ApiException(new Failure.Proxy(cause(code), failureDetails.withStatus(code)
                .withDetail(wanted.find() ? redaction.apply(wanted.group(1), MAX_WORD) : "")));
    }

    private static Failure.Proxy.Cause cause(int status) {
        if (status == LOGIN_REQUIRED) return Failure.Proxy.Cause.LOGIN_REQUIRED;
        return status >= 500 ? Failure.Proxy.Cause.CANNOT_REACH : Failure.Proxy.Cause.REFUSED;
    }

    /// Byte by byte: what follows the head is no longer the proxy's. One deadline for all of them.
    private String head(Socket proxy, long until) throws IOException {
        var in = proxy.getInputStream();
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0 && head.length() < MAX_HEAD) {
            long left = apiEnvironment.until(until).toMillis();
            if (left == 0) throw new SocketTimeoutException();
            proxy.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
            int next = in.read();
            if (next < 0) throw new EOFException("closed by the proxy");
            head.append((char) next);
        }
        return head.toString();
    }
}
