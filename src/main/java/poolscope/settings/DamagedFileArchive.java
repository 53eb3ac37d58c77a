package poolscope.settings;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import poolscope.disk.FileSystemOperations;
import poolscope.settings.ConfigFileNotSavedException.Why;

/// Where files that can't be read are kept: `settings.json.bad-20260301T085512Z` beside the settings, the newest five.
///
/// @param file
///            the settings file whose bad forms are kept
record DamagedFileArchive(Path file, FileSystemOperations ops, Clock clock) {

    private static final int MOST = 5;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /// Keeps a copy of these bytes, safely on the disk when this returns. The same bytes are kept once, however often
    /// the program starts.
    Path keep(byte[] bytes) throws ConfigFileNotSavedException {
        try {
            for (Path known : all()) {
                if (isSame(known, bytes)) {
                    return known;
                }
            }
            Path copy = create();
            write(copy, bytes);
            prune(copy);
            return copy;
        } catch (IOException notKept) {
            throw new ConfigFileNotSavedException(file, Why.BAD_FILE_NOT_KEPT, notKept);
        }
    }

    /// Moves whatever is in the place of the settings (a folder, a link to one, a file that can't be read) out of
    /// the way.
    void moveAway() throws ConfigFileNotSavedException {
        try {
            String now = now();
            Path aside = name(now, 0);
            for (int n = 1; ops.kind(aside) != FileSystemOperations.Kind.MISSING; n++) {
                aside = name(now, n);
            }
            ops.moveAtomically(file, aside);
            ops.forceFolderIfPossible(file.resolveSibling(""));
            prune(aside);
        } catch (IOException notMoved) {
            throw new ConfigFileNotSavedException(file, Why.BAD_FILE_NOT_KEPT, notMoved);
        }
    }

    private Path create() throws IOException {
        String now = now();
        for (int n = 0;; n++) {
            Path copy = name(now, n);
            try {
                ops.create(copy, FileSystemOperations.Access.OWNER);
                return copy;
            } catch (FileAlreadyExistsException taken) {
                // Another bad file of the same second.
            }
        }
    }

    private void write(Path copy, byte[] bytes) throws IOException {
        try {
            ops.write(copy, bytes);
            ops.force(copy);
            ops.forceFolderIfPossible(copy.resolveSibling(""));
        } catch (IOException full) {
            ops.deleteIfPossible(copy);
            throw full;
        }
    }

    /// The clock is asked once for each file: between two answers the second may turn.
    private String now() {
        return TIME.format(clock.instant());
    }

    private Path name(String time, int n) {
        return file.resolveSibling(prefix() + time + (n == 0 ? "" : "-" + n));
    }

    private String prefix() {
        return file.getFileName() + ".bad-";
    }

    /// Oldest first.
    private List<Path> all() throws IOException {
        return ops.list(file.resolveSibling(""))
                .stream()
                .filter(path -> path.getFileName().toString().startsWith(prefix()))
                .sorted()
                .toList();
    }

    private boolean isSame(Path copy, byte[] bytes) {
        try {
            return ops.kind(copy) == FileSystemOperations.Kind.FILE
                    && Arrays.equals(ops.read(copy, bytes.length + 1), bytes);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// A folder that was moved here is never emptied: deleting it fails, and that is right.
    ///
    /// @param newest
    ///            stays, even if the clock was set back and its name is not the newest
    private void prune(Path newest) throws IOException {
        List<Path> others = all().stream().filter(path -> !path.equals(newest)).toList();
        others.subList(0, Math.max(0, others.size() + 1 - MOST)).forEach(ops::deleteIfPossible);
    }
}
