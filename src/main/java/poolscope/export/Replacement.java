package poolscope.export;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A file that is written under another name beside its place and then moved there. Closing it throws away what was not moved.
final class Replacement implements AutoCloseable {
    private final Path place;
    private final boolean replaces;
    private final Disk disk;
    private Optional<Path> part = Optional.empty();

    /// What may fail after a file is in its place.
    interface Next {
        void run() throws IOException;
    }

    Replacement(Path place, boolean replaces, Disk disk) {
        this.place = place;
        this.replaces = replaces;
        this.disk = disk;
    }

    /// Whether its place is free.
    void check() throws IOException {
        if (!replaces && Files.exists(place)) throw new FileAlreadyExistsException(place.toString());
    }

    /// Makes the file that is to be written into.
    Path begin() throws IOException {
        var made = createPart();
        part = Optional.of(made);
        return made;
    }

    void force() throws IOException {
        disk.force(part.orElseThrow());
    }

    void put() throws IOException {
        disk.move(part.orElseThrow(), place, replaces);
        part = Optional.empty();
    }

    /// Puts it in its place and goes on; when that fails, what was there before is there again.
    void putFor(Next next) throws IOException {
        Optional<Path> before = replaces && Files.exists(place) ? Optional.of(setAside()) : Optional.empty();
        boolean isDone = false;
        boolean isPut = false;
        try {
            put();
            isPut = true;
            next.run();
            isDone = true;
        } finally {
            if (isPut && !isDone) disk.deleteIfPossible(place);
            if (before.isPresent() && isDone) disk.deleteIfPossible(before.get());
            if (before.isPresent() && !isDone) disk.move(before.get(), place, true);
        }
    }

    private Path setAside() throws IOException {
        var aside = createPart();
        boolean isMoved = false;
        try {
            disk.move(place, aside, true);
            isMoved = true;
            return aside;
        } finally {
            if (!isMoved) disk.deleteIfPossible(aside);
        }
    }

    private Path createPart() throws IOException {
        for (int n = 1;; n++) {
            var free = place.resolveSibling(place.getFileName() + "." + ProcessHandle.current().pid() + "-" + n + ".part");
            try {
                disk.create(free);
                return free;
            } catch (FileAlreadyExistsException taken) {
                // Left by a process of the same number that was killed.
            }
        }
    }

    @Override
    public void close() {
        part.ifPresent(disk::deleteIfPossible);
    }
}
