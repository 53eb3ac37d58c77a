package poolscope.connection;

import java.util.List;
import java.util.Optional;
import poolscope.connection.SecretKey.Part;
import poolscope.connection.SecretStore.Lookup;

/// The secrets of saved connections: in the system's store where a person wants that and it works, else for this session only
/// (P29). As blocking as a [SecretStore].
public final class KeptSecrets {

    /// Where a person wants a secret kept.
    public enum Keeping {
        /// In the system's store, over restarts.
        SYSTEM,
        /// In memory; asked for again after a restart.
        SESSION
    }

    /// What a connection signs in with, as far as it is kept.
    public sealed interface Recalled {

        /// Everything that is needed.
        record Complete(Credentials credentials) implements Recalled {}

        /// A password, for which IAM is to be asked for a token.
        record ByPassword(SignIn.Password signIn, Secret password) implements Recalled {}

        /// It is not kept, or not for this endpoint, or a temporary key lacks its security token: ask the person.
        record Missing() implements Recalled {}

        /// The store didn't say: tell why, and ask the person.
        record Failed(StoreFailure failure) implements Recalled {}
    }

    private final SecretStore system;
    private final SecretStore session = new SessionOnly();

    /// @param system
    ///            from [SecretStores#find]
    public KeptSecrets(SecretStore system) {
        this.system = system;
    }

    /// What the system's store is.
    public SecretStore.Kind kind() {
        return system.kind();
    }

    /// Keeps credentials that fit how the connection signs in ([SignIn#of]).
    ///
    /// @return why they could not be kept in the system's store, empty when they could or were not to be. They are kept for this
    ///         session in any case
    /// @throws IllegalArgumentException
    ///             when the connection signs in otherwise
    public Optional<StoreFailure> keep(SavedConnection saved, Credentials credentials, Keeping keeping)
            throws InterruptedException {
        return switch (credentials) {
            case Credentials.None _ -> Optional.empty();
            case Credentials.Token(Secret token) -> keep(key(saved, Part.TOKEN), token, keeping);
            case Credentials.AccessKey key -> keep(key(saved, Part.ACCESS_KEY), KeyText.of(key), keeping);
            case Credentials.Password password -> keepPassword(saved, password.password(), keeping);
        };
    }

    /// Keeps the password of a [SignIn.Password].
    public Optional<StoreFailure> keepPassword(SavedConnection saved, Secret password, Keeping keeping)
            throws InterruptedException {
        return keep(key(saved, Part.PASSWORD), password, keeping);
    }

    /// Keeps the password of a [ProxyChoice.Manual] with a user.
    public Optional<StoreFailure> keepProxyPassword(SavedConnection saved, Secret password, Keeping keeping)
            throws InterruptedException {
        return keep(key(saved, Part.PROXY_PASSWORD), password, keeping);
    }

    /// What the connection signs in with.
    public Recalled recall(SavedConnection saved) throws InterruptedException {
        return switch (saved.signIn()) {
            case SignIn.None _ -> new Recalled.Complete(Credentials.NONE);
            case SignIn.Token _ -> recalled(look(saved, Part.TOKEN), token -> Credentials.token(token.reveal()));
            case SignIn.AccessKey signIn ->
                recalled(look(saved, Part.ACCESS_KEY), text -> KeyText.parse(text, signIn.temporary()));
            case SignIn.Password signIn -> switch (look(saved, Part.PASSWORD)) {
                case Lookup.Found(Secret password) -> new Recalled.ByPassword(signIn, password);
                case Lookup.Nothing _ -> new Recalled.Missing();
                case Lookup.Failed(StoreFailure failure) -> new Recalled.Failed(failure);
            };
        };
    }

    /// The password for the connection's proxy; nothing where none is needed.
    public Lookup proxyPassword(SavedConnection saved) throws InterruptedException {
        return look(saved, Part.PROXY_PASSWORD);
    }

    /// Forgets everything that is kept for a connection. Goes on after a failure and answers the first one.
    public Optional<StoreFailure> forget(SavedConnection saved) throws InterruptedException {
        return forget(SecretKey.of(saved));
    }

    /// Forgets what the connection as it is `now` must not use any more, such as the secret for another endpoint (P32). To be
    /// called whenever a connection was edited.
    public Optional<StoreFailure> forgetOutdated(SavedConnection before, SavedConnection now) throws InterruptedException {
        List<SecretKey> current = SecretKey.of(now);
        return forget(SecretKey.of(before).stream().filter(key -> !current.contains(key)).toList());
    }

    private Optional<StoreFailure> keep(SecretKey key, Secret secret, Keeping keeping) throws InterruptedException {
        session.write(key, secret);
        return switch (keeping) {
            case SYSTEM -> system.write(key, secret);
            case SESSION -> system.delete(key);
        };
    }

    private Lookup look(SavedConnection saved, Part part) throws InterruptedException {
        Optional<SecretKey> key = SecretKey.find(saved, part);
        if (key.isEmpty()) return new Lookup.Nothing();
        Lookup here = session.read(key.get());
        if (here instanceof Lookup.Found) return here;
        Lookup there = system.read(key.get());
        if (there instanceof Lookup.Found(Secret secret)) session.write(key.get(), secret);
        return there;
    }

    private Optional<StoreFailure> forget(List<SecretKey> keys) throws InterruptedException {
        Optional<StoreFailure> first = Optional.empty();
        for (SecretKey key : keys) {
            session.delete(key);
            Optional<StoreFailure> failure = system.delete(key);
            first = first.isPresent() ? first : failure;
        }
        return first;
    }

    private static SecretKey key(SavedConnection saved, Part part) {
        return SecretKey.find(saved, part).orElseThrow(() -> new IllegalArgumentException("The connection has no " + part));
    }

    private interface Reading {
        Checked<Credentials> of(Secret text);
    }

    private static Recalled recalled(Lookup lookup, Reading reading) {
        return switch (lookup) {
            case Lookup.Found(Secret text) -> switch (reading.of(text)) {
                case Checked.Accepted<Credentials>(Credentials credentials) -> new Recalled.Complete(credentials);
                case Checked.Refused<Credentials> _ -> new Recalled.Missing();
            };
            case Lookup.Nothing _ -> new Recalled.Missing();
            case Lookup.Failed(StoreFailure failure) -> new Recalled.Failed(failure);
        };
    }
}
