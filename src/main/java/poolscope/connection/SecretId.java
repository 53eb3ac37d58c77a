package poolscope.connection;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The name of a secret in a store. It includes the endpoint that the secret may be sent to: when the endpoint of a
/// connection is changed, its secret is no longer found and is asked for again (P32).
///
/// @param connectionId
///            the connection it belongs to
/// @param part
///            kind of secret
/// @param endpoint
///            `scheme://host[:port]`, the only one it may be sent to; of a password that is never sent, the file that
///            it opens
public record SecretId(String connectionId, Part part, URI endpoint) {

    /// The kinds of secrets.
    public enum Part {
        /// A pasted token.
        TOKEN,
        /// An access key, with its security token if it has one, as one secret, so that never half of it is stored.
        ACCESS_KEY,
        /// The password of a user.
        PASSWORD,
        /// The password for the proxy.
        PROXY_PASSWORD,
        /// The password of the key store that is the CA file; never sent.
        CA_FILE_PASSWORD
    }

    /// @throws IllegalArgumentException
    ///             when the connection's id is invalid
    public SecretId {
        if (!SavedConnection.isId(connectionId)) throw new IllegalArgumentException("The id can't be kept");
    }

    /// The secrets that a connection can have, those of its network route last.
    public static List<SecretId> of(SavedConnection saved) {
        List<SecretId> keys = new ArrayList<>();
        URI endpoint = saved.serviceAndProject().endpoint();
        switch (saved.signInMethod()) {
            case SignInMethod.None _ -> {
            }
            case SignInMethod.Token _ -> keys.add(new SecretId(saved.id(), Part.TOKEN, endpoint));
            case SignInMethod.AccessKey _ -> keys.add(new SecretId(saved.id(), Part.ACCESS_KEY, endpoint));
            case SignInMethod.Password password -> keys.add(new SecretId(saved.id(), Part.PASSWORD, password.iam()));
        }
        if (saved.networkRoute().proxy() instanceof ProxyChoice.Manual manual && manual.user().isPresent())
            keys.add(new SecretId(saved.id(), Part.PROXY_PASSWORD, manual.uri()));
        saved.networkRoute()
                .caFile()
                .ifPresent(file -> keys.add(new SecretId(saved.id(), Part.CA_FILE_PASSWORD,
                        URI.create("file:" + PercentEncoding.encode(file.toString())))));
        return List.copyOf(keys);
    }

    /// The secret of that kind, empty when the connection can't have it.
    public static Optional<SecretId> find(SavedConnection saved, Part part) {
        return of(saved).stream().filter(key -> key.part == part).findFirst();
    }

    /// The name in the store, in characters that need no quoting anywhere.
    String name() {
        return connectionId + "/" + part.name().toLowerCase(Locale.ROOT) + "@" + endpoint;
    }
}
