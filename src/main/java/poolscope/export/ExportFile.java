package poolscope.export;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import poolscope.disk.FileSystemOperations;
import poolscope.disk.UserFileReplacement;

/// A file that rows are written to. It is written beside its place under another name, forced to the disk and moved:
/// whatever happens, there is the old file or the whole new one, never half of one (P40). Only a process that is killed
/// without notice leaves a `.part`. A file that nothing can be moved onto is overwritten where it is.
///
/// What is no file, such as a device or a pipe, is written to as it is.
public final class ExportFile {

    /// What to do when there is a file already.
    public enum Existing {
        KEEP, REPLACE
    }

    /// Reasons, by which [ExportFileFailureReason] knows them.
    static final String A_FOLDER = "it is a folder";
    static final String A_DEAD_LINK = "it is a link to a file that is not there";
    private static final String ACCOUNT = "-sources.json";
    /// In bytes, on the disks of all systems.
    private static final int LONGEST_NAME = 255;

    private final Path file;
    private final Existing existing;
    private final FileSystemOperations ops;
    private final Optional<Account> account;

    private record Account(ExportProvenance exportProvenance, Existing existing) {}

    private ExportFile(Path file, Existing existing, FileSystemOperations ops, Optional<Account> account) {
        this.file = file;
        this.existing = existing;
        this.ops = ops;
        this.account = account;
    }

    ExportFile(Path file, Existing existing, FileSystemOperations ops) {
        this(file, existing, ops, Optional.empty());
    }

    public static ExportFile at(Path file, Existing existing) {
        return new ExportFile(file, existing, FileSystemOperations.ofDisk());
    }

    /// The file that the operator chose and, if it exists, agreed to replace. A name without a known ending gets that
    /// one, and then no file is replaced.
    ///
    /// @param isNamed
    ///            whether the name has a known ending
    /// @param ending
    ///            with its dot
    public static ExportFile chosen(String chosen, boolean isNamed, String ending) {
        return isNamed ? at(Path.of(chosen), Existing.REPLACE) : at(Path.of(chosen + ending), Existing.KEEP);
    }

    public Path path() {
        return file;
    }

    /// The same file with the account of where its pools come from beside it, both or none: `pools.csv`
    /// and `pools-sources.json`.
    public ExportFile with(ExportProvenance exportProvenance, Existing existing) {
        return new ExportFile(file, this.existing, ops, Optional.of(new Account(exportProvenance, existing)));
    }

    /// Whether it can be written, as far as that can be told before.
    ///
    /// @throws FileAlreadyExistsException
    ///             when there is a file and it is to be kept
    /// @throws NoSuchFileException
    ///             when its folder is missing
    /// @throws IOException
    ///             when something else is in the way
    public void check() throws IOException {
        if (Files.isDirectory(file)) throw new FileSystemException(file.toString(), null, A_FOLDER);
        boolean isThere = isThere();
        if (!isThere && Files.isSymbolicLink(file)) throw new FileSystemException(file.toString(), null, A_DEAD_LINK);
        if (isDevice()) return;
        if (existing == Existing.KEEP && isThere) throw new FileAlreadyExistsException(file.toString());
        var folder = target().resolveSibling("");
        if (!Files.isDirectory(folder)) throw new NoSuchFileException(folder.toString());
        if (!Files.isWritable(folder) && !(isThere && Files.isWritable(file)))
            throw new AccessDeniedException(folder.toString());
        if (account.isPresent()) replacement(accountPlace(target()), account.get().existing()).check();
    }

    /// Writes it.
    ///
    /// @return how many rows were written
    /// @throws IOException
    ///             when it could not be written; what was there before still is
    /// @throws InterruptedException
    ///             when interrupted; what was there before still is
    public long write(ExportContent content) throws IOException, InterruptedException {
        check();
        try {
            return isDevice() ? writeInto(file, content) : writeBeside(target(), content);
        } catch (ClosedByInterruptException _) {
            Thread.interrupted();
            throw new InterruptedException();
        }
    }

    /// What the system can't even look up, such as a name that is too long, can't be written either.
    private boolean isThere() throws IOException {
        try {
            Files.readAttributes(file, BasicFileAttributes.class);
            return true;
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    private boolean isDevice() {
        return Files.exists(file) && !Files.isRegularFile(file);
    }

    /// Where a link leads: the file is replaced, not the link.
    private Path target() throws IOException {
        return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    }

    private static Path accountPlace(Path target) {
        var name = new StringBuilder(target.getFileName().toString().replaceFirst("(?<=.)\\.[^.]*$", ""));
        while (name.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME - ACCOUNT.length())
            name.setLength(name.offsetByCodePoints(name.length(), -1));
        return target.resolveSibling(name + ACCOUNT);
    }

    private UserFileReplacement replacement(Path place, Existing there) {
        return new UserFileReplacement(place, there == Existing.REPLACE, ops);
    }

    /// The account is moved first and taken back when the pools can't follow: only the pools' own move makes an export.
    private long writeBeside(Path target, ExportContent content) throws IOException, InterruptedException {
        try (var pools = replacement(target, existing)) {
            long written = writeInto(pools.begin(), content);
            pools.force();
            if (account.isEmpty()) {
                pools.put();
                return written;
            }
            try (var beside = replacement(accountPlace(target), account.get().existing())) {
                try (var out = ops.open(beside.begin())) {
                    out.write(account.get().exportProvenance().json(target.getFileName().toString(), written));
                }
                beside.force();
                beside.commitThen(pools::put);
            }
            return written;
        }
    }

    private long writeInto(Path path, ExportContent content) throws IOException, InterruptedException {
        try (var out = ops.open(path)) {
            return content.writeTo(out);
        }
    }
}
