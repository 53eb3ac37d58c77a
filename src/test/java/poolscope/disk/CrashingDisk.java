package poolscope.disk;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The real disk, used by a program that is killed before one of its operations, or in the middle of one that writes.
/// Operations that change nothing on the disk are not counted: being killed before one of them leaves the same files.
///
/// It does not wait for the disk: what the system has taken survives the program.
public final class CrashingDisk extends ForwardingFileOps {

    /// The program is dead: nothing catches this, and no operation after it does anything.
    public static final class Crash extends Error {
    }

    /// How much of an operation is done.
    public enum Done {
        NOTHING, FIRST_BYTE, HALF, ALL_BUT_LAST_BYTE;

        private byte[] of(byte[] bytes) {
            return Arrays.copyOf(bytes, switch (this) {
                case NOTHING -> 0;
                case FIRST_BYTE -> Math.min(1, bytes.length);
                case HALF -> bytes.length / 2;
                case ALL_BUT_LAST_BYTE -> Math.max(0, bytes.length - 1);
            });
        }
    }

    private final int survives;
    private final Done done;
    private final boolean movesAtomically;
    private final Set<Closeable> locks = new HashSet<>();
    private int operations;
    private boolean isDead;
    private boolean wasWriting;
    private Optional<Path> torn = Optional.empty();
    private String last = "";

    private CrashingDisk(int survives, Done done, boolean movesAtomically) {
        this.survives = survives;
        this.done = done;
        this.movesAtomically = movesAtomically;
    }

    /// What a program does with the disk.
    @FunctionalInterface
    public interface Program {
        /// @throws Crash
        ///             when it is killed
        void run(CrashingDisk disk) throws IOException;
    }

    /// Runs a program again and again, killed before its first operation, in the middle of it where it writes, before
    /// the second one, and so on until it comes to its end.
    ///
    /// @return how often it was killed
    public static int killAtEachOperation(boolean movesAtomically, Program program) throws IOException {
        int kills = 0;
        for (int survives = 0;; survives++)
            for (var done : Done.values()) {
                var disk = new CrashingDisk(survives, done, movesAtomically);
                program.run(disk);
                if (!disk.isDead) return kills;
                kills++;
                if (!disk.wasWriting) break;
            }
    }

    /// Runs a part of the program.
    ///
    /// @return whether it came to its end
    public boolean survives(WriteAction part) throws IOException {
        try {
            part.run();
            return true;
        } catch (Crash _) {
            return false;
        }
    }

    /// Something that uses this disk.
    @FunctionalInterface
    public interface WriteAction {
        void run() throws IOException;
    }

    /// The file that has a part of what was to be written into it; empty when the program was killed between
    /// two operations.
    public Optional<Path> torn() {
        return torn;
    }

    /// When the program was killed.
    @Override
    public String toString() {
        return "killed in operation " + survives + ", " + last + ", " + done;
    }

    private void before(String operation, Path path) throws IOException {
        if (isLast(operation, path)) die();
    }

    private boolean isLast(String operation, Path path) {
        if (isDead) throw new Crash();
        last = operation + " " + path.getFileName();
        return operations++ == survives;
    }

    private void die() throws IOException {
        isDead = true;
        for (var lock : List.copyOf(locks))
            lock.close();
        throw new Crash();
    }

    private void dieWriting(Path file, byte[] bytes, WriteAction writing) throws IOException {
        wasWriting = bytes.length > 0;
        if (done != Done.NOTHING) {
            torn = Optional.of(file);
            writing.run();
        }
        die();
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) before("createFolder", folder);
        super.createFolder(folder);
    }

    @Override
    public void create(Path file, Access access) throws IOException {
        before("create", file);
        super.create(file, access);
    }

    @Override
    public OutputStream open(Path file) {
        throw new UnsupportedOperationException("exports");
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        if (isLast("write", file)) dieWriting(file, bytes, () -> super.write(file, done.of(bytes)));
        super.write(file, bytes);
    }

    @Override
    public void append(Path file, byte[] bytes) throws IOException {
        if (isLast("append", file)) dieWriting(file, bytes, () -> super.append(file, done.of(bytes)));
        super.append(file, bytes);
    }

    @Override
    public void force(Path file) {
        if (isDead) throw new Crash();
    }

    @Override
    public void forceFolder(Path folder) {
        if (isDead) throw new Crash();
    }

    @Override
    public void moveAtomically(Path from, Path to) throws IOException {
        if (isDead) throw new Crash();
        if (!movesAtomically) throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "not here");
        before("moveAtomically", to);
        super.moveAtomically(from, to);
    }

    /// As a copy, which may be cut off.
    @Override
    public void move(Path from, Path to) throws IOException {
        if (isLast("move", to)) {
            byte[] bytes = Files.readAllBytes(from);
            dieWriting(to, bytes, () -> Files.write(to, done.of(bytes)));
        }
        super.move(from, to);
    }

    @Override
    public void moveToNew(Path from, Path to) throws IOException {
        before("moveToNew", to);
        super.moveToNew(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        if (isDead || Files.exists(file)) before("delete", file);
        super.delete(file);
    }

    /// A dead program has no locks, but their files stay.
    @Override
    public Optional<Closeable> tryLock(Path file) throws IOException {
        if (!Files.exists(file)) before("tryLock", file);
        if (isDead) throw new Crash();
        var lock = super.tryLock(file);
        lock.ifPresent(locks::add);
        return lock;
    }
}
