package poolscope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Folders for windows that a test opens, deleted when the tests have ended: a window may write until it is closed.
final class TemporaryFolder {
    private static final Queue<Path> CREATED = new ConcurrentLinkedQueue<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> CREATED.forEach(TemporaryFolder::delete)));
    }

    private TemporaryFolder() {}

    /// @param name
    ///            that of the folder begins so
    static Path create(String name) throws IOException {
        var folder = Files.createTempDirectory(name);
        CREATED.add(folder);
        return folder;
    }

    private static void delete(Path folder) {
        try (var inside = Files.walk(folder)) {
            for (var path : inside.sorted(Comparator.reverseOrder()).toList())
                Files.deleteIfExists(path);
        } catch (IOException e) {
            System.err.println("Not deleted: " + e);
        }
    }
}
