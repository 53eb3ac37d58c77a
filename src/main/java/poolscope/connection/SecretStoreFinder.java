package poolscope.connection;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import poolscope.connection.SecretStoreFailure.Reason;

/// Opens the secret store of this system.
public final class SecretStoreFinder {
    /// Time for a person to unlock a store.
    private static final Duration UNLOCKING = Duration.ofMinutes(1);

    /// Time for a service to start.
    private static final Duration STARTING = Duration.ofSeconds(10);

    private SecretStoreFinder() {}

    /// The store that was opened.
    ///
    /// @param store
    ///            the system's, or [InMemorySecretStore] when that can't be used
    /// @param whyNot
    ///            why the system's can't be used, empty when it can. To be shown to the person (P29)
    public record Found(SecretStore store, Optional<SecretStoreFailure> whyNot) {}

    /// The store of the operating system named by the property `os.name`, if it responds. Blocks while a service
    /// starts; shows no prompt.
    public static Found find(String osName) throws InterruptedException {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) return onWindows();
        return os.startsWith("mac") ? onMac(ProcessRunner::onThisMachine) : elsewhere();
    }

    private static Found onWindows() {
        try {
            var items = new WindowsCredentialManagerStore(WinCredBindings.open());
            return found(new ChunkedSecretStore(SecretStore.Kind.CREDENTIAL_MANAGER, items), items.obstacle());
        } catch (IllegalArgumentException | UnsatisfiedLinkError notThere) {
            return sessionOnly(new SecretStoreFailure(Reason.ABSENT, "advapi32.dll"));
        }
    }

    static Found onMac(ProcessRunner processRunner) throws InterruptedException {
        var store = new ChunkedSecretStore(SecretStore.Kind.KEYCHAIN, new MacKeychainStore(processRunner, UNLOCKING));
        return found(store, new MacKeychainStore(processRunner, STARTING).obstacle());
    }

    private static Found elsewhere() throws InterruptedException {
        Optional<LibSecretBindings> library = LibSecretBindings.open();
        if (library.isEmpty()) return sessionOnly(new SecretStoreFailure(Reason.ABSENT, "libsecret-1.so.0"));
        var store = new ChunkedSecretStore(SecretStore.Kind.SECRET_SERVICE,
                new LinuxSecretServiceStore(library.get(), UNLOCKING));
        return found(store, new LinuxSecretServiceStore(library.get(), STARTING).obstacle());
    }

    private static Found found(SecretStore store, Optional<SecretStoreFailure> obstacle) {
        return obstacle.map(SecretStoreFinder::sessionOnly).orElseGet(() -> new Found(store, Optional.empty()));
    }

    private static Found sessionOnly(SecretStoreFailure why) {
        return new Found(new InMemorySecretStore(why), Optional.of(why));
    }
}
