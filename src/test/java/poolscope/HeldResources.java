package poolscope;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What the process holds while nothing is under way.
///
/// @param descriptors
///            open files and sockets; 0 where the system does not say it
/// @param heap
///            bytes after collection
public record HeldResources(long descriptors, long threads, long heap) {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    public static HeldResources now() throws IOException {
        long heap = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            heap = Math.min(heap, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return new HeldResources(openFiles(), platformThreads(), heap);
    }

    private static long openFiles() throws IOException {
        if (!Files.exists(OPEN_FILES)) return 0;
        try (var files = Files.list(OPEN_FILES)) {
            return files.count();
        }
    }

    /// Without those that carry virtual threads: the JDK keeps as many as it sees fit.
    private static long platformThreads() {
        return Thread.getAllStackTraces()
                .keySet()
                .stream()
                .filter(thread -> !thread.getName().startsWith("ForkJoinPool"))
                .count();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d descriptors, %d threads, %d KiB heap", descriptors, threads, heap >> 10);
    }
}
