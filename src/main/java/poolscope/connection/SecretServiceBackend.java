package poolscope.connection;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import poolscope.connection.LibSecretBindings.Answer;
import poolscope.connection.LibSecretBindings.Refusal;
import poolscope.connection.SecretStoreFailure.Why;

/// Items in the Secret Service of a Linux desktop.
final class SecretServiceBackend implements SecretBackend {
    /// No keyring has a limit that a secret of ours reaches.
    private static final int CAPACITY = 1 << 16;

    private final LibSecretBindings library;
    private final TimeLimitedCalls timeLimitedCalls;

    /// @param longest
    ///            how long a person may take to unlock the keyring
    SecretServiceBackend(LibSecretBindings library, Duration longest) {
        this.library = library;
        this.timeLimitedCalls = new TimeLimitedCalls(longest);
    }

    @Override
    public int capacity() {
        return CAPACITY;
    }

    /// Something that is there and still has no content is locked: libsecret doesn't tell a question that
    /// was dismissed.
    @Override
    public Item read(String name) throws InterruptedException {
        return call(cancellable -> {
            Answer<byte[]> answer = library.lookup(name, cancellable);
            if (answer.refusal().isPresent()) return new Item.Failed(failure(answer.refusal().get()));
            if (answer.result().isPresent()) return new Item.Found(answer.result().get());
            Answer<Boolean> isThere = library.isThere(name, cancellable);
            if (isThere.refusal().isPresent()) return new Item.Failed(failure(isThere.refusal().get()));
            return isThere.result().orElse(false) ? SecretBackend.failed(Why.LOCKED, "not unlocked") : NOTHING;
        }, SecretBackend.failed(Why.SLOW, "no answer"));
    }

    @Override
    public Optional<SecretStoreFailure> write(String name, byte[] content) throws InterruptedException {
        return call(cancellable -> done(library.store(name, content, cancellable)), slow());
    }

    @Override
    public Optional<SecretStoreFailure> delete(String name) throws InterruptedException {
        return call(cancellable -> library.clear(name, cancellable).refusal().map(SecretServiceBackend::failure),
                slow());
    }

    /// Why this store cannot be used; empty when it can. Shows no prompt.
    Optional<SecretStoreFailure> obstacle() throws InterruptedException {
        return call(cancellable -> library.isThere("", cancellable).refusal().map(SecretServiceBackend::failure),
                slow());
    }

    private static Optional<SecretStoreFailure> done(Answer<Boolean> answer) {
        if (answer.refusal().isPresent()) return answer.refusal().map(SecretServiceBackend::failure);
        return answer.result().orElse(false)
                ? Optional.empty()
                : Optional.of(new SecretStoreFailure(Why.BROKEN, "not stored"));
    }

    private static Optional<SecretStoreFailure> slow() {
        return Optional.of(new SecretStoreFailure(Why.SLOW, "no answer"));
    }

    /// By what libsecret and GLib document of their errors; [SecretStoreFailure.Why#ABSENT] is also a bus that is
    /// not there.
    static SecretStoreFailure failure(Refusal refusal) {
        Why why = switch (refusal.domain()) {
            case "secret-error" -> refusal.code() == 2 ? Why.LOCKED : Why.BROKEN;
            case "g-dbus-error-quark" -> switch (refusal.code()) {
                case 2, 3, 6, 11, 15, 17, 23, 24, 25, 26, 27 -> Why.ABSENT;
                case 4, 12, 20 -> Why.SLOW;
                case 9, 10 -> Why.DENIED;
                default -> Why.BROKEN;
            };
            case "g-io-error-quark" -> switch (refusal.code()) {
                case 0, 1, 18, 39 -> Why.ABSENT;
                case 14, 19 -> Why.DENIED;
                case 24 -> Why.SLOW;
                default -> Why.BROKEN;
            };
            default -> Why.BROKEN;
        };
        return new SecretStoreFailure(why, refusal.domain() + " " + refusal.code());
    }

    /// The cancellable is released only after the call, which may end long after nobody waits for it any more.
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

    /// A call that can be cancelled before and while it runs; after it, its cancellable is gone.
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
