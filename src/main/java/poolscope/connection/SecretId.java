package poolscope.connection;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Names one secret in a store. The place it may be sent to is a part of the name: when the endpoint of a connection is
/// changed, its secret is no longer found and is asked for again (P32).
///
/// @param connectionId
///            whose secret
/// @param part
///            what it is
/// @param place
///            `scheme://host[:port]`, the only place that may see it
public record SecretId(String connectionId, Part part, URI place) {

    /// What there is to keep.
    public enum Part {
        /// A pasted token.
        TOKEN,
        /// A key pair, and the security token if it has one, as one secret: so that never half a pair is kept.
        ACCESS_KEY,
        /// The password of a user.
        PASSWORD,
        /// The password for the proxy.
        PROXY_PASSWORD
    }

    /// @throws IllegalArgumentException
    ///             when the id can't be kept
    public SecretId {
        if (!SavedConnection.isId(connectionId)) throw new IllegalArgumentException("The id can't be kept");
    }

    /// The secrets that a connection as it is now can have, the one for its proxy last.
    public static List<SecretId> of(SavedConnection saved) {
        List<SecretId> keys = new ArrayList<>();
        URI endpoint = saved.connection().endpoint();
        switch (saved.signInMethod()) {
            case SignInMethod.None _ -> {
            }
            case SignInMethod.Token _ -> keys.add(new SecretId(saved.id(), Part.TOKEN, endpoint));
            case SignInMethod.AccessKey _ -> keys.add(new SecretId(saved.id(), Part.ACCESS_KEY, endpoint));
            case SignInMethod.Password password -> keys.add(new SecretId(saved.id(), Part.PASSWORD, password.iam()));
        }
        if (saved.networkRoute().proxy() instanceof ProxyChoice.Manual manual && manual.user().isPresent())
            keys.add(new SecretId(saved.id(), Part.PROXY_PASSWORD, manual.place()));
        return List.copyOf(keys);
    }

    /// The name of that secret of a connection, empty when the connection as it is now has none such.
    public static Optional<SecretId> find(SavedConnection saved, Part part) {
        return of(saved).stream().filter(key -> key.part == part).findFirst();
    }

    /// The name in the store, in characters that need no quoting anywhere.
    String name() {
        return connectionId + "/" + part.name().toLowerCase(Locale.ROOT) + "@" + place;
    }
}
