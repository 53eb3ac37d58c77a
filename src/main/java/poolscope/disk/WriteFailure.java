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

/// Why a file could not be written. The type of the exception and the state of the disk decide; Java has a class for
/// few causes, so the system's words decide where the state shows nothing, such as a quota or a file that another
/// program holds.
public enum WriteFailure {
    /// The disk or the quota is full.
    FULL,
    /// The disk takes no changes.
    READ_ONLY,
    /// The system does not let this user.
    DENIED,
    /// Another program holds the file.
    IN_USE,
    /// The folder is not there (any more).
    NO_FOLDER,
    /// Something else.
    OTHER;

    /// In bytes. A disk with less is full, also when the last file just did not fit.
    private static final long LEAST_ROOM = 64 * 1024;
    private static final List<String> FULL_WORDS = List.of("no space left", "not enough space", "quota exceeded",
            "file too large", "设备上没有空间", "磁盘空间不足", "空间不足", "超出磁盘限额");
    private static final List<String> READ_ONLY_WORDS = List.of("read-only file system", "只读文件系统");
    private static final List<String> USE_WORDS = List.of("being used by another process", "另一个程序正在使用此文件", "另一个进程",
            "text file busy", "resource busy");

    /// @param place
    ///            the file that was to be written
    public static WriteFailure of(IOException e, Path place) {
        return of(e, store(place));
    }

    /// Of the file that the exception names, if it names one.
    public static WriteFailure of(IOException e) {
        var named = e instanceof FileSystemException it ? it.getFile() : null;
        try {
            return of(e, named == null ? Optional.empty() : store(Path.of(named)));
        } catch (InvalidPathException _) {
            return of(e, Optional.empty());
        }
    }

    private static WriteFailure of(IOException e, Optional<FileStore> store) {
        if (e instanceof NoSuchFileException || e instanceof NotDirectoryException) return NO_FOLDER;
        if (store.map(FileStore::isReadOnly).orElse(false)) return READ_ONLY;
        if (e instanceof AccessDeniedException) return DENIED;
        var byWords = byWords(String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT));
        return byWords == OTHER && store.map(WriteFailure::isFull).orElse(false) ? FULL : byWords;
    }

    private static WriteFailure byWords(String said) {
        if (FULL_WORDS.stream().anyMatch(said::contains)) return FULL;
        if (READ_ONLY_WORDS.stream().anyMatch(said::contains)) return READ_ONLY;
        return USE_WORDS.stream().anyMatch(said::contains) ? IN_USE : OTHER;
    }

    /// The disk of the nearest folder that is there; empty when it is not known.
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
