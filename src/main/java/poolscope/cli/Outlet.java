package poolscope.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import poolscope.export.Export;
import poolscope.export.ExportFile;
import poolscope.export.Obstacle;

/// Where the rows go: a file, or standard output.
record Outlet(Streams streams, Optional<Path> path, Optional<ExportFile> file) {
    /// What systems say when nobody reads any more; Java has no other sign of it.
    private static final List<String> GONE = List.of("broken pipe", "断开的管道", "bad file descriptor", "错误的文件描述符",
            "pipe is being closed", "pipe has been ended", "管道正在被关闭", "管道已结束");

    /// The outlet that the options name.
    ///
    /// @throws EndException
    ///             when the file can't be written, as far as that can be told before the service is asked
    static Outlet of(ExportOptions options, Streams streams) throws EndException {
        var path = options.output();
        if (path.isEmpty() && !options.format().isText() && streams.rows() instanceof TerminalOutput)
            throw new EndException(ExitCode.USAGE, "A workbook is nothing for a terminal: name a file with --output.");
        if (path.isEmpty()) return new Outlet(streams, path, Optional.empty());
        try {
            var existing = options.overwrite() || isEmptyFile(path.get())
                    ? ExportFile.Existing.REPLACE
                    : ExportFile.Existing.KEEP;
            var file = ExportFile.at(path.get(), existing);
            file.check();
            return new Outlet(streams, path, Optional.of(file));
        } catch (IOException e) {
            throw new EndException(ExitCode.USAGE, notWritten(path.get(), e));
        }
    }

    /// Writes the rows.
    ///
    /// @return how many
    /// @throws EndException
    ///             when they could not be written
    long write(Export export) throws EndException, InterruptedException {
        try {
            return file.isPresent() ? file.get().write(export) : export.writeTo(streams.rows());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private EndException failed(IOException e) {
        if (path.isPresent()) return new EndException(ExitCode.NOT_WRITTEN, notWritten(path.get(), e));
        var message = String.valueOf(e.getMessage());
        boolean isGone = GONE.stream().anyMatch(message.toLowerCase(Locale.ROOT)::contains);
        return isGone
                ? new EndException(ExitCode.OUTPUT_CLOSED, "")
                : new EndException(ExitCode.NOT_WRITTEN, "The rows could not be written: " + OneLine.of(message) + ".");
    }

    /// There is nothing in it to lose: made by `mktemp`, for example.
    private static boolean isEmptyFile(Path path) throws IOException {
        return Files.isRegularFile(path) && Files.size(path) == 0;
    }

    private static String notWritten(Path path, IOException e) {
        var name = OneLine.of(path.toString());
        if (Obstacle.of(e) == Obstacle.TORN)
            return name + " holds only a part of the export, and what was in it before is lost: " + reason(e) + ".";
        return name + " could not be written: " + reason(e) + ".";
    }

    private static String reason(IOException e) {
        return switch (e) {
            case FileAlreadyExistsException _ -> "there is such a file already; --overwrite replaces it";
            case NoSuchFileException missing -> "the folder " + OneLine.of(missing.getFile()) + " does not exist";
            case AccessDeniedException denied -> "access to " + OneLine.of(denied.getFile()) + " is denied";
            case FileSystemException other when other.getReason() != null -> OneLine.of(other.getReason());
            default -> OneLine.of(String.valueOf(e.getMessage()));
        };
    }
}
