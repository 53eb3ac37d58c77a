package poolscope.api.http;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// Takes note of a server's request for a client certificate, and has none: what follows is often an alert that doesn't
/// say why.
final class ClientCertificateRequests extends X509ExtendedKeyManager {
    private volatile boolean asked;
    private volatile boolean answered;

    /// Whether a server asked for a certificate and has never answered without one.
    boolean areUnanswered() {
        return asked && !answered;
    }

    /// Whether the server ever answered.
    boolean wereAnswered() {
        return answered;
    }

    /// The server answered: it may ask for a certificate, but does not insist.
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
