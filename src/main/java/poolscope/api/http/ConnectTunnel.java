package poolscope.api.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import poolscope.api.ApiException;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.SignInLockoutGuard;
import poolscope.api.SignInOutcome;
import poolscope.connection.Secret;

/// Opens a tunnel through a proxy by `CONNECT`, as the JDK's client does for each request: the proxy sees the host and
/// nothing else. Used to learn why a proxy refuses, because the JDK's exceptions leave most of its response out.
///
/// @param proxyAndLogin
///            the login, if any; a refused one counts ([SignInLockoutGuard])
/// @param secretRedaction
///            removes the login from texts of the proxy
/// @param failureDetails
///            name the proxy
public record ConnectTunnel(ProxyAndLogin proxyAndLogin, SecretRedaction secretRedaction, FailureDetails failureDetails,
        RequestClockAndTimeouts requestClockAndTimeouts) {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.\\d (\\d{3})");
    private static final Pattern WANTED = Pattern.compile("(?im)^proxy-authenticate:\\s*([^\\r\\n]{1,120})");
    private static final int MAX_HEAD = 16 * 1024;
    private static final int LOGIN_REQUIRED = 407;
    private static final int MAX_WORD = 120;

    /// Sends the login once.
    ///
    /// @param proxy
    ///            connected to the proxy; leads to the host afterwards
    /// @param target
    ///            `host:port`
    /// @throws ApiException
    ///             when the proxy refuses
    public void open(Socket proxy, String target) throws ApiException, IOException, InterruptedException {
        long until = requestClockAndTimeouts.nanoTime().getAsLong()
                + requestClockAndTimeouts.httpTimeouts().headers().toNanos();
        requestClockAndTimeouts.guard()
                .send(proxyAndLogin.signInLockoutKey(), requestClockAndTimeouts.until(until), () -> failureDetails,
                        attempt -> {
                            proxy.getOutputStream().write(connectRequest(target).getBytes(StandardCharsets.ISO_8859_1));
                            var refused = failure(head(proxy, until));
                            if (refused.isEmpty()) return proxy;
                            if (refused.get().failureDetails().status() == LOGIN_REQUIRED)
                                attempt.endsWith(new SignInOutcome.Refused(refused.get()));
                            throw new ApiException(refused.get());
                        });
    }

    private String connectRequest(String target) {
        String login = proxyAndLogin.authorization()
                .map(Secret::reveal)
                .map(basic -> "Proxy-Authorization: " + basic + "\r\n")
                .orElse("");
        return "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n" + login + "\r\n";
    }

    /// @return empty when the tunnel is open
    private Optional<Failure> failure(String head) {
        Matcher status = STATUS.matcher(head);
        if (!status.lookingAt())
            return Optional.of(new Failure.Proxy(Failure.Proxy.Cause.NO_PROXY,
                    failureDetails.withDetail(failureDetails.request().host())));
        int code = Integer.parseInt(status.group(1));
        if (code >= 200 && code < 300) return Optional.empty();
        Matcher wanted = WANTED.matcher(head);
        return Optional.of(new Failure.Proxy(cause(code), failureDetails.withStatus(code)
                .withDetail(wanted.find() ? secretRedaction.apply(wanted.group(1), MAX_WORD) : "")));
    }

    private static Failure.Proxy.Cause cause(int status) {
        if (status == LOGIN_REQUIRED) return Failure.Proxy.Cause.LOGIN_REQUIRED;
        return status >= 500 ? Failure.Proxy.Cause.CANNOT_REACH : Failure.Proxy.Cause.REFUSED;
    }

    /// Reads byte by byte, because the bytes after the head come from the host. One deadline covers the whole head.
    private String head(Socket proxy, long until) throws IOException {
        var in = proxy.getInputStream();
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0 && head.length() < MAX_HEAD) {
            long left = requestClockAndTimeouts.until(until).toMillis();
            if (left == 0) throw new SocketTimeoutException();
            proxy.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
            int next = in.read();
            if (next < 0) throw new EOFException("closed by the proxy");
            head.append((char) next);
        }
        return head.toString();
    }
}
