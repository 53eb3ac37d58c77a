package poolscope.connection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import poolscope.connection.SecretId.Part;
import poolscope.connection.SecretStore.Lookup;

/// The secrets of saved connections: in the system's store where the person chose that and it works, otherwise for this
/// session only (P29). Blocks like a [SecretStore].
public final class CredentialStore {

    /// Where a secret is stored.
    public enum Storage {
        /// In the system's store, across restarts.
        SYSTEM,
        /// In memory; asked for again after a restart.
        SESSION
    }

    /// The stored credentials of a connection.
    public sealed interface StoredCredentials {

        /// Complete.
        record Complete(Credentials credentials) implements StoredCredentials {}

        /// A password, for which IAM issues a token.
        record ByPassword(SignInMethod.Password signIn, Secret password) implements StoredCredentials {}

        /// Not stored, not for this endpoint, or a temporary key without its security token: the person is asked.
        record Missing() implements StoredCredentials {}

        /// The store failed: report why, and ask the person for the secret.
        record Failed(SecretStoreFailure failure) implements StoredCredentials {}
    }

    private final SecretStore system;
    private final SecretStore session = new InMemorySecretStore();
    private final Set<SecretId> sessionOnly = ConcurrentHashMap.newKeySet();

    /// @param system
    ///            from [SecretStoreFinder#find]
    public CredentialStore(SecretStore system) {
        this.system = system;
    }

    /// The kind of the system's store.
    public SecretStore.Kind kind() {
        return system.kind();
    }

    /// Whether a secret of these parts was typed in this session and is lost at its end: because that was chosen,
    /// because the system's store refused it, or because there is no such store. Never blocks.
    public boolean isForSessionOnly(SavedConnection saved, Set<Part> parts) {
        return SecretId.of(saved).stream().anyMatch(key -> parts.contains(key.part()) && sessionOnly.contains(key));
    }

    /// Stores credentials that fit the connection's sign-in method ([SignInMethod#of]).
    ///
    /// @return why they could not be stored in the system's store, empty when they could or were not to be. They are
    ///         stored for this session in any case
    /// @throws IllegalArgumentException
    ///             when the connection has another sign-in method
    public Optional<SecretStoreFailure> keep(SavedConnection saved, Credentials credentials, Storage storage)
            throws InterruptedException {
        return switch (credentials) {
            case Credentials.None _ -> Optional.empty();
            case Credentials.Token(Secret token) -> keep(key(saved, Part.TOKEN), token, storage);
            case Credentials.AccessKey key -> keep(key(saved, Part.ACCESS_KEY), AccessKeyCodec.of(key), storage);
            case Credentials.Password password -> keepPassword(saved, password.password(), storage);
        };
    }

    /// Stores the password of a [SignInMethod.Password].
    public Optional<SecretStoreFailure> keepPassword(SavedConnection saved, Secret password, Storage storage)
            throws InterruptedException {
        return keep(key(saved, Part.PASSWORD), password, storage);
    }

    /// Stores the password of a [ProxyChoice.Manual] with a user.
    public Optional<SecretStoreFailure> keepProxyPassword(SavedConnection saved, Secret password, Storage storage)
            throws InterruptedException {
        return keep(key(saved, Part.PROXY_PASSWORD), password, storage);
    }

    /// Stores the password of the key store that is the connection's CA file.
    public Optional<SecretStoreFailure> keepCaFilePassword(SavedConnection saved, Secret password, Storage storage)
            throws InterruptedException {
        return keep(key(saved, Part.CA_FILE_PASSWORD), password, storage);
    }

    /// The stored credentials of the connection.
    public StoredCredentials read(SavedConnection saved) throws InterruptedException {
        return switch (saved.signInMethod()) {
            case SignInMethod.None _ -> new StoredCredentials.Complete(Credentials.NONE);
            case SignInMethod.Token _ -> toStored(find(saved, Part.TOKEN), token -> Credentials.token(token.reveal()));
            case SignInMethod.AccessKey signIn ->
                toStored(find(saved, Part.ACCESS_KEY), text -> AccessKeyCodec.parse(text, signIn.temporary()));
            case SignInMethod.Password signIn -> switch (find(saved, Part.PASSWORD)) {
                case Lookup.Found(Secret password) -> new StoredCredentials.ByPassword(signIn, password);
                case Lookup.Nothing _ -> new StoredCredentials.Missing();
                case Lookup.Failed(SecretStoreFailure failure) -> new StoredCredentials.Failed(failure);
            };
        };
    }

    /// The password for the connection's proxy; nothing when none is needed.
    public Lookup proxyPassword(SavedConnection saved) throws InterruptedException {
        return find(saved, Part.PROXY_PASSWORD);
    }

    /// The password of the key store that is the connection's CA file; nothing when none is stored.
    public Lookup caFilePassword(SavedConnection saved) throws InterruptedException {
        return find(saved, Part.CA_FILE_PASSWORD);
    }

    /// Deletes all secrets of a connection. Continues after a failure and returns the first one.
    public Optional<SecretStoreFailure> forget(SavedConnection saved) throws InterruptedException {
        return forget(SecretId.of(saved));
    }

    /// Deletes the secrets that the edited connection `now` must not use any more, such as the secret for another
    /// endpoint (P32). To be called after every edit of a connection.
    public Optional<SecretStoreFailure> forgetOutdated(SavedConnection before, SavedConnection now)
            throws InterruptedException {
        List<SecretId> current = SecretId.of(now);
        return forget(SecretId.of(before).stream().filter(key -> !current.contains(key)).toList());
    }

    private Optional<SecretStoreFailure> keep(SecretId key, Secret secret, Storage storage)
            throws InterruptedException {
        session.write(key, secret);
        sessionOnly.add(key);
        return switch (storage) {
            case SYSTEM -> {
                var failure = system.write(key, secret);
                if (failure.isEmpty() && kind() != SecretStore.Kind.THIS_SESSION) sessionOnly.remove(key);
                yield failure;
            }
            case SESSION -> system.delete(key);
        };
    }

    private Lookup find(SavedConnection saved, Part part) throws InterruptedException {
        Optional<SecretId> key = SecretId.find(saved, part);
        if (key.isEmpty()) return new Lookup.Nothing();
        Lookup inMemory = session.read(key.get());
        if (inMemory instanceof Lookup.Found) return inMemory;
        Lookup inSystem = system.read(key.get());
        if (inSystem instanceof Lookup.Found(Secret secret)) session.write(key.get(), secret);
        return inSystem;
    }

    private Optional<SecretStoreFailure> forget(List<SecretId> keys) throws InterruptedException {
        Optional<SecretStoreFailure> first = Optional.empty();
        for (SecretId key : keys) {
            session.delete(key);
            sessionOnly.remove(key);
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
        ValidationResult<Credentials> of(Secret text);
    }

    private static StoredCredentials toStored(Lookup lookup, Reading reading) {
        return switch (lookup) {
            case Lookup.Found(Secret text) -> switch (reading.of(text)) {
                case ValidationResult.Accepted<Credentials>(Credentials credentials) ->
                    new StoredCredentials.Complete(credentials);
                case ValidationResult.Refused<Credentials> _ -> new StoredCredentials.Missing();
            };
            case Lookup.Nothing _ -> new StoredCredentials.Missing();
            case Lookup.Failed(SecretStoreFailure failure) -> new StoredCredentials.Failed(failure);
        };
    }
}
