package poolscope.api.http;

import java.util.List;
import java.util.Optional;

/// What the JVM can be told from outside that would weaken the program's connections, for example
/// through `JAVA_TOOL_OPTIONS`.
public final class JvmSafety {
    /// Switches off the check of host names (P19).
    private static final String NO_HOST_CHECK = "jdk.internal.httpclient.disableHostnameVerification";
    /// Writes headers, and so tokens, to the console (P28).
    private static final List<String> TALKATIVE = List.of("jdk.httpclient.HttpClient.log",
            "jdk.internal.httpclient.debug", "jdk.internal.httpclient.websocket.debug",
            "jdk.internal.httpclient.hpack.debug", "javax.net.debug");

    private JvmSafety() {}

    /// The system property with which this program must not start, because certificates of any host would do; empty
    /// when all is well.
    public static Optional<String> refusal() {
        String value = System.getProperty(NO_HOST_CHECK);
        return value == null || value.equals("false") ? Optional.empty() : Optional.of(NO_HOST_CHECK);
    }

    /// Sets what the JDK's client reads once, when it is first used. Called by each transport; the program calls it
    /// first of all.
    ///
    /// Logins at proxies over `CONNECT` work (the JDK forbids Basic there), the system's proxies are used, and nothing
    /// is logged that holds a secret.
    public static void prepare() {
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        if (System.getProperty("java.net.useSystemProxies") == null)
            System.setProperty("java.net.useSystemProxies", "true");
        TALKATIVE.forEach(System::clearProperty);
    }
}
