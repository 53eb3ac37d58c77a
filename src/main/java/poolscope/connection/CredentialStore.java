package poolscope.connection;

import java.util.List;
import java.util.Optional;
import poolscope.connection.SecretId.Part;
import poolscope.connection.SecretStore.Lookup;

/// The secrets of saved connections: in the system's store where a person wants that and it works, else for this
/// session only (P29). As blocking as a [SecretStore].
public final class CredentialStore {

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
        record ByPassword(SignInMethod.Password signIn, Secret password) implements Recalled {}

        /// It is not kept, or not for this endpoint, or a temporary key lacks its security token: ask the person.
        record Missing() implements Recalled {}

        /// The store failed: report why, and ask the person for the secret.
        record Failed(SecretStoreFailure failure) implements Recalled {}
    }

    private final SecretStore system;
    private final SecretStore session = new InMemorySecretStore();

    /// @param system
    ///            from [SecretStoreFinder#find]
    public CredentialStore(SecretStore system) {
        this.system = system;
    }

    /// What the system's store is.
    public SecretStore.Kind kind() {
        return system.kind();
    }

    /// Keeps credentials that fit how the connection signs in ([SignInMethod#of]).
    ///
    /// @return why they could not be kept in the system's store, empty when they could or were not to be. They are kept
    ///         for this session in any case
    /// @throws IllegalArgumentException
    ///             when the connection signs in otherwise
    public Optional<SecretStoreFailure> keep(SavedConnection saved, Credentials credentials, Keeping keeping)
            throws InterruptedException {
        return switch (credentials) {
            case Credentials.None _ -> Optional.empty();
            case Credentials.Token(Secret token) -> keep(key(saved, Part.TOKEN), token, keeping);
            case Credentials.AccessKey key -> keep(key(saved, Part.ACCESS_KEY), AccessKeyCodec.of(key), keeping);
            case Credentials.Password password -> keepPassword(saved, password.password(), keeping);
        };
    }

    /// Keeps the password of a [SignInMethod.Password].
    public Optional<SecretStoreFailure> keepPassword(SavedConnection saved, Secret password, Keeping keeping)
            throws InterruptedException {
        return keep(key(saved, Part.PASSWORD), password, keeping);
    }

    /// Keeps the password of a [ProxyChoice.Manual] with a user.
    public Optional<SecretStoreFailure> keepProxyPassword(SavedConnection saved, Secret password, Keeping keeping)
            throws InterruptedException {
        return keep(key(saved, Part.PROXY_PASSWORD), password, keeping);
    }

    /// What the connection signs in with.
    public Recalled recall(SavedConnection saved) throws InterruptedException {
        return switch (saved.signInMethod()) {
            case SignInMethod.None _ -> new Recalled.Complete(Credentials.NONE);
            case SignInMethod.Token _ -> recalled(look(saved, Part.TOKEN), token -> Credentials.token(token.reveal()));
            case SignInMethod.AccessKey signIn ->
                recalled(look(saved, Part.ACCESS_KEY), text -> AccessKeyCodec.parse(text, signIn.temporary()));
            case SignInMethod.Password signIn -> switch (look(saved, Part.PASSWORD)) {
                case Lookup.Found(Secret password) -> new Recalled.ByPassword(signIn, password);
                case Lookup.Nothing _ -> new Recalled.Missing();
                case Lookup.Failed(SecretStoreFailure failure) -> new Recalled.Failed(failure);
            };
        };
    }

    /// The password for the connection's proxy; nothing where none is needed.
    public Lookup proxyPassword(SavedConnection saved) throws InterruptedException {
        return look(saved, Part.PROXY_PASSWORD);
    }

    /// Forgets everything that is kept for a connection. Goes on after a failure and answers the first one.
    public Optional<SecretStoreFailure> forget(SavedConnection saved) throws InterruptedException {
        return forget(SecretId.of(saved));
    }

    /// Forgets what the connection as it is `now` must not use any more, such as the secret for another endpoint (P32).
    /// To be called whenever a connection was edited.
    public Optional<SecretStoreFailure> forgetOutdated(SavedConnection before, SavedConnection now)
            throws InterruptedException {
        List<SecretId> current = SecretId.of(now);
        return forget(SecretId.of(before).stream().filter(key -> !current.contains(key)).toList());
    }

    private Optional<SecretStoreFailure> keep(SecretId key, Secret secret, Keeping keeping)
            throws InterruptedException {
        session.write(key, secret);
        return switch (keeping) {
            case SYSTEM -> system.write(key, secret);
            case SESSION -> system.delete(key);
        };
    }

    private Lookup look(SavedConnection saved, Part part) throws InterruptedException {
        Optional<SecretId> key = SecretId.find(saved, part);
        if (key.isEmpty()) return new Lookup.Nothing();
        Lookup here = session.read(key.get());
        if (here instanceof Lookup.Found) return here;
        Lookup there = system.read(key.get());
        if (there instanceof Lookup.Found(Secret secret)) session.write(key.get(), secret);
        return there;
    }

    private Optional<SecretStoreFailure> forget(List<SecretId> keys) throws InterruptedException {
        Optional<SecretStoreFailure> first = Optional.empty();
        for (SecretId key : keys) {
            session.delete(key);
            Optional<SecretStoreFailure> failure = system.delete(key);
            first = first.isPresent() ? first : failure;
        }
        return first;
    }

    private static SecretId key(SavedConnection saved, Part part) {
        return SecretId.find(saved, part)
                .orElseThrow(() -> new IllegalArgumentException("The connection has no " + part));
    }

    private interface Reading {
        Validated<Credentials> of(Secret text);
    }

    private static Recalled recalled(Lookup lookup, Reading reading) {
        return switch (lookup) {
            case Lookup.Found(Secret text) -> switch (reading.of(text)) {
                case Validated.Accepted<Credentials>(Credentials credentials) -> new Recalled.Complete(credentials);
                case Validated.Refused<Credentials> _ -> new Recalled.Missing();
            };
            case Lookup.Nothing _ -> new Recalled.Missing();
            case Lookup.Failed(SecretStoreFailure failure) -> new Recalled.Failed(failure);
        };
    }
}
