package poolscope.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import poolscope.disk.FileSystemOperations;

/// Keeps the program's own errors in a small text file for the user alone (0600). The file is made at the first error;
/// when it is full it becomes the older one, and the one before is gone.
///
/// No secret can get into it: of an exception it has the class and the stack frames, never the message, which may quote
/// what a service or a file said; and it takes nothing from loggers of other libraries. Safe for use by several threads.
public final class ProgramLog extends Handler implements AutoCloseable {
    /// The file's name in the folder of settings.
    public static final String FILE = "poolscope.log";
    static final String OLDER = "poolscope.1.log";
    /// Bytes of a file that is full.
    static final int FULL = 256 * 1024;
    private static final int MOST_FRAMES = 60;
    /// The parent of all loggers of this program; the JDK forgets a logger that nobody holds, with its handlers.
    private static final Logger PROGRAM = Logger.getLogger("poolscope");

    private final Path folder;

    private ProgramLog(Path folder) {
        this.folder = folder;
        setLevel(Level.WARNING);
    }

    /// From now on errors of this program are kept in that folder, until the log is closed.
    public static ProgramLog in(Path folder) {
        var log = new ProgramLog(folder);
        PROGRAM.addHandler(log);
        return log;
    }

    @Override
    public synchronized void publish(LogRecord record) {
        if (!isLoggable(record)) return;
        try {
            append(text(record).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            reportError("The log could not be written", e, ErrorManager.WRITE_FAILURE);
        }
    }

    private void append(byte[] bytes) throws IOException {
        var file = folder.resolve(FILE);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && size(file) + bytes.length > FULL)
            Files.move(file, folder.resolve(OLDER), StandardCopyOption.REPLACE_EXISTING);
        var disk = FileSystemOperations.ofDisk();
        disk.createFolder(folder);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) disk.create(file, FileSystemOperations.Access.OWNER);
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            for (var left = ByteBuffer.wrap(bytes); left.hasRemaining();)
                channel.write(left);
        }
    }

    private static long size(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).size();
    }

    private static String text(LogRecord record) {
        var text = new StringBuilder().append(record.getInstant().truncatedTo(ChronoUnit.MILLIS))
                .append(' ')
                .append(record.getLevel().getName())
                .append(' ')
                .append(record.getLoggerName())
                .append(": ")
                .append(record.getMessage())
                .append('\n');
        trace(text, "", record.getThrown(), Collections.newSetFromMap(new IdentityHashMap<>()));
        return text.toString();
    }

    private static void trace(StringBuilder text, String before, @Nullable Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) return;
        text.append(before).append(thrown.getClass().getName()).append('\n');
        var frames = thrown.getStackTrace();
        for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++)
            text.append("    at ").append(frames[i]).append('\n');
        trace(text, "caused by ", thrown.getCause(), seen);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        PROGRAM.removeHandler(this);
    }
}
