package poolscope.settings;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import poolscope.disk.FileSystemOperations;
import poolscope.settings.ConfigFileNotSavedException.Why;

/// The right to save, held by one instance at a time.
///
/// @param held
///            nothing if this disk knows no locks: then the file is still replaced whole, only the other instance's last
///            change may be lost
record SaveLock(Optional<Closeable> held) implements AutoCloseable {

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(10);
    private static final int TRIES = 200;

    /// Waits for other instances, two seconds at most.
    static SaveLock on(Path file, FileSystemOperations ops) throws IOException {
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Closeable> lock;
            try {
                lock = ops.tryLock(lockFile);
            } catch (IOException noLocksHere) {
                return new SaveLock(Optional.empty());
            }
            if (lock.isPresent()) {
                return new SaveLock(lock);
            }
            ops.pause(BETWEEN_TRIES);
        }
        throw new ConfigFileNotSavedException(file, Why.BUSY);
    }

    boolean isHeld() {
        return held.isPresent();
    }

    @Override
    public void close() {
        try {
            if (held.isPresent()) {
                held.get().close();
            }
        } catch (IOException ignored) {
            // The lock ends with the process at the latest.
        }
    }
}
