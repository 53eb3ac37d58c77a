package poolscope.api.http;

import java.util.List;
import java.util.Optional;

/// JVM settings that could weaken the program's connections when they are set from outside, for example
/// in `JAVA_TOOL_OPTIONS`.
public final class UnsafeJvmSettingsCheck {
    /// Disables host name verification (P19).
    private static final String NO_HOST_CHECK = "jdk.internal.httpclient.disableHostnameVerification";
    /// Properties that make the JDK write headers, and so tokens, to the console (P28).
    private static final List<String> DEBUG_LOG_PROPERTIES = List.of("jdk.httpclient.HttpClient.log",
            "jdk.internal.httpclient.debug", "jdk.internal.httpclient.websocket.debug",
            "jdk.internal.httpclient.hpack.debug", "javax.net.debug");

    private UnsafeJvmSettingsCheck() {}

    /// The system property with which this program must not start, because a certificate of any host would be accepted;
    /// empty when it is not set.
    public static Optional<String> refusal() {
        String value = System.getProperty(NO_HOST_CHECK);
        return value == null || value.equals("false") ? Optional.empty() : Optional.of(NO_HOST_CHECK);
    }

    /// Sets system properties that the JDK's client reads once, at its first use; must be called before that, and may
    /// be called again.
    ///
    /// They allow Basic authentication to proxies over `CONNECT` (disabled in the JDK by default), use the system's
    /// proxies, and disable debug logs that would hold secrets.
    public static void prepare() {
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        if (System.getProperty("java.net.useSystemProxies") == null)
            System.setProperty("java.net.useSystemProxies", "true");
        DEBUG_LOG_PROPERTIES.forEach(System::clearProperty);
    }
}
