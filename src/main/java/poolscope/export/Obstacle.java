package poolscope.export;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;

/// Why a file could not be written, as far as the system tells.
public enum Obstacle {
    /// There is such a file, and nobody said that it may be replaced.
    EXISTS,
    /// The folder is not there (any more).
    NO_FOLDER,
    /// It is a folder itself.
    A_FOLDER,
    /// It is a link to a file that is not there.
    DEAD_LINK,
    /// It had to be overwritten where it is, and that failed on the way: it holds a part.
    TORN,
    /// The system denies it: a read-only folder, or on Windows a file that another program holds.
    DENIED,
    /// Another program holds the file.
    IN_USE,
    /// There is no room left.
    FULL,
    /// Something else; the system's own words say what.
    OTHER;

    /// What systems say; Java has no other sign of it.
    private static final List<String> FULL_WORDS = List.of("no space left", "not enough space", "quota exceeded",
            "file too large",
            "设备上没有空间", "磁盘空间不足", "空间不足", "超出磁盘限额");
    private static final List<String> USE_WORDS = List.of("being used by another process", "另一个程序正在使用此文件",
            "另一个进程", "text file busy", "resource busy");

    /// What stood in the way.
    public static Obstacle of(IOException e) {
        return switch (e) {
            case TornFileException _ -> TORN;
            case FileAlreadyExistsException _ -> EXISTS;
            case NoSuchFileException _ -> NO_FOLDER;
            case AccessDeniedException _ -> DENIED;
            case FileSystemException it when ExportFile.A_FOLDER.equals(it.getReason()) -> A_FOLDER;
            case FileSystemException it when ExportFile.A_DEAD_LINK.equals(it.getReason()) -> DEAD_LINK;
            default -> byWords(String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT));
        };
    }

    private static Obstacle byWords(String said) {
        if (FULL_WORDS.stream().anyMatch(said::contains)) return FULL;
        if (said.contains("read-only file system") || said.contains("只读文件系统")) return DENIED;
        return USE_WORDS.stream().anyMatch(said::contains) ? IN_USE : OTHER;
    }
}
