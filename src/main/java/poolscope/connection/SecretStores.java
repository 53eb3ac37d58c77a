package poolscope.connection;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import poolscope.connection.StoreFailure.Why;

/// Finds the store of this system.
public final class SecretStores {
    /// How long a person may take to unlock a store.
    private static final Duration UNLOCKING = Duration.ofMinutes(1);

    /// How long a service may take to start.
    private static final Duration STARTING = Duration.ofSeconds(10);

    private SecretStores() {}

    /// What was found.
    ///
    /// @param store
    ///            where secrets go: the system's, or [SessionOnly] when that can't be used
    /// @param whyNot
    ///            why the system's can't be used, empty when it can. To be told to the person (P29)
    public record Found(SecretStore store, Optional<StoreFailure> whyNot) {}

    /// The store of the operating system that the property `os.name` names, if it answers. Blocks for as long as a service takes
    /// to start; asks nobody.
    public static Found find(String osName) throws InterruptedException {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) return onWindows();
        return os.startsWith("mac") ? onMac(Commands::onThisMachine) : elsewhere();
    }

    private static Found onWindows() {
        try {
            var items = new CredentialManagerItems(WinCred.open());
            return found(new SystemStore(SecretStore.Kind.CREDENTIAL_MANAGER, items), items.obstacle());
        } catch (IllegalArgumentException | UnsatisfiedLinkError notThere) {
            return sessionOnly(new StoreFailure(Why.ABSENT, "advapi32.dll"));
        }
    }

    static Found onMac(Commands commands) throws InterruptedException {
        var store = new SystemStore(SecretStore.Kind.KEYCHAIN, new KeychainItems(commands, UNLOCKING));
        return found(store, new KeychainItems(commands, STARTING).obstacle());
    }

    private static Found elsewhere() throws InterruptedException {
        Optional<LibSecret> library = LibSecret.open();
        if (library.isEmpty()) return sessionOnly(new StoreFailure(Why.ABSENT, "libsecret-1.so.0"));
        var store = new SystemStore(SecretStore.Kind.SECRET_SERVICE, new SecretServiceItems(library.get(), UNLOCKING));
        return found(store, new SecretServiceItems(library.get(), STARTING).obstacle());
    }

    private static Found found(SecretStore store, Optional<StoreFailure> obstacle) {
        return obstacle.map(SecretStores::sessionOnly).orElseGet(() -> new Found(store, Optional.empty()));
    }

    private static Found sessionOnly(StoreFailure why) {
        return new Found(new SessionOnly(why), Optional.of(why));
    }
}
