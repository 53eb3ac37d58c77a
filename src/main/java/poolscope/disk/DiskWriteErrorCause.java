package poolscope.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Why a file could not be written, by the exception's type and the state of the disk. Java has exception types for few
/// causes, so for others, such as a quota or a file in use, the system's message decides.
public enum DiskWriteErrorCause {
    /// The disk or the quota is full.
    FULL,
    /// The disk is read-only.
    READ_ONLY,
    /// Permission denied.
    DENIED,
    /// Another program uses the file.
    IN_USE,
    /// The folder does not exist.
    NO_FOLDER,
    /// Something else.
    OTHER;

    /// A disk with less free space counts as full, in bytes.
    private static final long LEAST_ROOM = 64 * 1024;
    private static final List<String> FULL_WORDS = List.of("no space left", "not enough space", "quota exceeded",
            "file too large", "设备上没有空间", "磁盘空间不足", "空间不足", "超出磁盘限额");
    private static final List<String> READ_ONLY_WORDS = List.of("read-only file system", "只读文件系统");
    private static final List<String> USE_WORDS = List.of("being used by another process", "另一个程序正在使用此文件", "另一个进程",
            "text file busy", "resource busy");

    /// @param place
    ///            the file to be written
    public static DiskWriteErrorCause of(IOException e, Path place) {
        return of(e, store(place));
    }

    /// The failure for the file that the exception names, or else for `place`.
    public static DiskWriteErrorCause of(IOException e) {
        var named = e instanceof FileSystemException it ? it.getFile() : null;
        try {
            return of(e, named == null ? Optional.empty() : store(Path.of(named)));
        } catch (InvalidPathException _) {
            return of(e, Optional.empty());
        }
    }

    private static DiskWriteErrorCause of(IOException e, Optional<FileStore> store) {
        if (e instanceof NoSuchFileException || e instanceof NotDirectoryException) return NO_FOLDER;
        if (store.map(FileStore::isReadOnly).orElse(false)) return READ_ONLY;
        if (e instanceof AccessDeniedException) return DENIED;
        var byWords = byWords(String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT));
        return byWords == OTHER && store.map(DiskWriteErrorCause::isFull).orElse(false) ? FULL : byWords;
    }

    private static DiskWriteErrorCause byWords(String said) {
        if (FULL_WORDS.stream().anyMatch(said::contains)) return FULL;
        if (READ_ONLY_WORDS.stream().anyMatch(said::contains)) return READ_ONLY;
        return USE_WORDS.stream().anyMatch(said::contains) ? IN_USE : OTHER;
    }

    /// The file system of the nearest existing folder; empty when it is unknown.
    private static Optional<FileStore> store(Path place) {
        try {
            Path there = place.toAbsolutePath();
            while (there.getParent() != null && !Files.exists(there))
                there = there.getParent();
            return Optional.of(Files.getFileStore(there));
        } catch (IOException | SecurityException _) {
            return Optional.empty();
        }
    }

    private static boolean isFull(FileStore store) {
        try {
            return store.getTotalSpace() > 0 && store.getUsableSpace() < LEAST_ROOM;
        } catch (IOException _) {
            return false;
        }
    }
}
