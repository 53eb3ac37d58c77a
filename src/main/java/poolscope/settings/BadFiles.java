package poolscope.settings;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

/// Where files that can't be read are kept: `settings.json.bad-20260301T085512Z` beside the settings, the newest five.
///
/// @param file
///            the settings file whose bad forms are kept
record BadFiles(Path file, FileOps ops, Clock clock) {

    private static final int MOST = 5;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /// Keeps a copy of these bytes, safely on the disk when this returns. The same bytes are kept once, however often the
    /// program starts.
    Path keep(byte[] bytes) throws IOException {
        for (Path known : all()) {
            if (isSame(known, bytes)) {
                return known;
            }
        }
        Path copy = write(bytes);
        prune();
        return copy;
    }

    /// Moves whatever is in the place of the settings (a folder, a link to one, a file that can't be read) out of the way.
    Path moveAway() throws IOException {
        Path aside = name(0);
        for (int n = 1; ops.kind(aside) != FileOps.Kind.MISSING; n++) {
            aside = name(n);
        }
        ops.moveAtomically(file, aside);
        prune();
        return aside;
    }

    private Path write(byte[] bytes) throws IOException {
        for (int n = 0;; n++) {
            Path copy = name(n);
            try {
                ops.create(copy);
            } catch (FileAlreadyExistsException taken) {
                continue;
            }
            ops.write(copy, bytes);
            ops.force(copy);
            AtomicFile.forceFolderIfPossible(ops, copy);
            return copy;
        }
    }

    private Path name(int n) {
        return file.resolveSibling(prefix() + TIME.format(clock.instant()) + (n == 0 ? "" : "-" + n));
    }

    private String prefix() {
        return file.getFileName() + ".bad-";
    }

    /// Oldest first.
    private List<Path> all() throws IOException {
        return ops.list(file.resolveSibling("")).stream().filter(path -> path.getFileName().toString().startsWith(prefix()))
                .sorted().toList();
    }

    private boolean isSame(Path copy, byte[] bytes) {
        try {
            return ops.kind(copy) == FileOps.Kind.FILE && Arrays.equals(ops.read(copy, bytes.length + 1), bytes);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// A folder that was moved here is never emptied: deleting it fails, and that is right.
    private void prune() {
        try {
            List<Path> all = all();
            for (Path old : all.subList(0, Math.max(0, all.size() - MOST))) {
                ops.delete(old);
            }
        } catch (IOException oneTooMany) {
            // Better one file too many than no settings.
        }
    }
}
