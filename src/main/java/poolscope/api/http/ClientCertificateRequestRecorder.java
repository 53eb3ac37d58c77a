package poolscope.api.http;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// Records that a server requested a client certificate, and offers none. The handshake then often ends in an alert
/// that gives no reason.
final class ClientCertificateRequestRecorder extends X509ExtendedKeyManager {
    private volatile boolean asked;
    private volatile boolean answered;

    /// Whether a server requested a certificate and has never responded without one.
    boolean areUnanswered() {
        return asked && !answered;
    }

    /// Whether the server ever responded.
    boolean wereAnswered() {
        return answered;
    }

    /// The server responded, so the certificate it may have requested is optional.
    void answered() {
        answered = true;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
        asked = true;
        return null;
    }

    @Override
    public @Nullable String chooseEngineClientAlias(String[] keyType, Principal[] issuers, SSLEngine engine) {
        asked = true;
        return null;
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal[] issuers) {
        return null;
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal[] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return null;
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return null;
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return null;
    }
}
