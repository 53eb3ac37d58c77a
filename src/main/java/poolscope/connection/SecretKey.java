package poolscope.connection;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Names one secret in a store. The place it may be sent to is a part of the name: when the endpoint of a connection is changed,
/// its secret is no longer found and is asked for again (P32).
///
/// @param connectionId
///            whose secret
/// @param part
///            what it is
/// @param place
///            `scheme://host[:port]`, the only place that may see it
public record SecretKey(String connectionId, Part part, URI place) {

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
    public SecretKey {
        if (!SavedConnection.isId(connectionId)) throw new IllegalArgumentException("The id can't be kept");
    }

    /// The secrets that a connection as it is now can have, the one for its proxy last.
    public static List<SecretKey> of(SavedConnection saved) {
        List<SecretKey> keys = new ArrayList<>();
        URI endpoint = saved.connection().endpoint();
        switch (saved.signIn()) {
            case SignIn.None _ -> {
            }
            case SignIn.Token _ -> keys.add(new SecretKey(saved.id(), Part.TOKEN, endpoint));
            case SignIn.AccessKey _ -> keys.add(new SecretKey(saved.id(), Part.ACCESS_KEY, endpoint));
            case SignIn.Password password -> keys.add(new SecretKey(saved.id(), Part.PASSWORD, password.iam()));
        }
        if (saved.route().proxy() instanceof ProxyChoice.Manual manual && manual.user().isPresent())
            keys.add(new SecretKey(saved.id(), Part.PROXY_PASSWORD, manual.place()));
        return List.copyOf(keys);
    }

    /// The name of that secret of a connection, empty when the connection as it is now has none such.
    public static Optional<SecretKey> find(SavedConnection saved, Part part) {
        return of(saved).stream().filter(key -> key.part == part).findFirst();
    }

    /// The name in the store, in characters that need no quoting anywhere.
    String name() {
        return connectionId + "/" + part.name().toLowerCase(Locale.ROOT) + "@" + place;
    }
}
