package poolscope.connection;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import poolscope.connection.LibSecretBindings.GError;
import poolscope.connection.LibSecretBindings.Result;
import poolscope.connection.SecretStoreFailure.Reason;

/// Items in the Secret Service of a Linux desktop.
final class LinuxSecretServiceStore implements NativeSecretBackend {
    /// Larger than any secret of this program.
    private static final int CAPACITY = 1 << 16;

    private final LibSecretBindings library;
    private final TimeLimitedCalls timeLimitedCalls;

    /// @param longest
    ///            time for a person to unlock the keyring
    LinuxSecretServiceStore(LibSecretBindings library, Duration longest) {
        this.library = library;
        this.timeLimitedCalls = new TimeLimitedCalls(longest);
    }

    @Override
    public int capacity() {
        return CAPACITY;
    }

    /// An item without content is locked: libsecret does not report that a prompt was dismissed.
    @Override
    public Item read(String name) throws InterruptedException {
        return call(cancellable -> {
            Result<byte[]> result = library.lookup(name, cancellable);
            if (result.gError().isPresent()) return new Item.Failed(failure(result.gError().get()));
            if (result.result().isPresent()) return new Item.Found(result.result().get());
            Result<Boolean> isThere = library.exists(name, cancellable);
            if (isThere.gError().isPresent()) return new Item.Failed(failure(isThere.gError().get()));
            return isThere.result().orElse(false) ? NativeSecretBackend.failed(Reason.LOCKED, "not unlocked") : NOTHING;
        }, NativeSecretBackend.failed(Reason.SLOW, "no answer"));
    }

    @Override
    public Optional<SecretStoreFailure> write(String name, byte[] content) throws InterruptedException {
        return call(cancellable -> done(library.store(name, content, cancellable)), slow());
    }

    @Override
    public Optional<SecretStoreFailure> delete(String name) throws InterruptedException {
        return call(cancellable -> library.clear(name, cancellable).gError().map(LinuxSecretServiceStore::failure),
                slow());
    }

    /// Why this store cannot be used; empty when it can. Shows no prompt.
    Optional<SecretStoreFailure> obstacle() throws InterruptedException {
        return call(cancellable -> library.exists("", cancellable).gError().map(LinuxSecretServiceStore::failure),
                slow());
    }

    private static Optional<SecretStoreFailure> done(Result<Boolean> result) {
        if (result.gError().isPresent()) return result.gError().map(LinuxSecretServiceStore::failure);
        return result.result().orElse(false)
                ? Optional.empty()
                : Optional.of(new SecretStoreFailure(Reason.BROKEN, "not stored"));
    }

    private static Optional<SecretStoreFailure> slow() {
        return Optional.of(new SecretStoreFailure(Reason.SLOW, "no answer"));
    }

    /// Classifies by the documented errors of libsecret and GLib; [Reason#ABSENT] includes a missing D-Bus.
    static SecretStoreFailure failure(GError gError) {
        Reason reason = switch (gError.domain()) {
            case "secret-error" -> gError.code() == 2 ? Reason.LOCKED : Reason.BROKEN;
            case "g-dbus-error-quark" -> switch (gError.code()) {
                case 2, 3, 6, 11, 15, 17, 23, 24, 25, 26, 27 -> Reason.ABSENT;
                case 4, 12, 20 -> Reason.SLOW;
                case 9, 10 -> Reason.DENIED;
                default -> Reason.BROKEN;
            };
            case "g-io-error-quark" -> switch (gError.code()) {
                case 0, 1, 18, 39 -> Reason.ABSENT;
                case 14, 19 -> Reason.DENIED;
                case 24 -> Reason.SLOW;
                default -> Reason.BROKEN;
            };
            default -> Reason.BROKEN;
        };
        return new SecretStoreFailure(reason, gError.domain() + " " + gError.code());
    }

    /// The cancellable is released only after the call, which may end long after the timeout.
    private <T> T call(Function<MemorySegment, T> work, T late) throws InterruptedException {
        var running = new Running();
        return timeLimitedCalls.call(() -> {
            MemorySegment cancellable = library.glib().cancellable();
            try {
                return running.start(cancellable) ? work.apply(cancellable) : late;
            } finally {
                running.end();
                library.glib().release(cancellable);
            }
        }, running::cancel, late);
    }

    /// A call that can be cancelled before and while it runs.
    private final class Running {
        private Optional<MemorySegment> current = Optional.empty();
        private boolean cancelled;

        synchronized boolean start(MemorySegment cancellable) {
            current = Optional.of(cancellable);
            return !cancelled;
        }

        synchronized void end() {
            current = Optional.empty();
        }

        synchronized void cancel() {
            cancelled = true;
            current.ifPresent(library.glib()::cancel);
        }
    }
}
