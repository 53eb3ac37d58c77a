package poolscope.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import poolscope.disk.DiskWriteErrorCause;
import poolscope.export.ExportContent;
import poolscope.export.ExportFile;
import poolscope.export.ExportFileFailureReason;

/// The destination of the rows: a file, or standard output.
record ExportDestination(StdoutAndStderr stdoutAndStderr, Optional<Path> path, Optional<ExportFile> file) {
    /// Messages of the operating systems for a closed pipe; Java has no exception type for it.
    private static final List<String> CLOSED_PIPE_MESSAGES = List.of("broken pipe", "断开的管道", "bad file descriptor",
            "错误的文件描述符", "pipe is being closed", "pipe has been ended", "管道正在被关闭", "管道已结束");

    /// The destination that the options name.
    ///
    /// @throws ExitException
    ///             when the file can't be written, as far as that is known before the service is asked
    static ExportDestination of(ExportOptions options, StdoutAndStderr stdoutAndStderr) throws ExitException {
        if (options.output().isEmpty() && !options.format().isText()
                && stdoutAndStderr.out() instanceof TerminalSafeOutputStream)
            throw new ExitException(ExitCode.USAGE, "A workbook is nothing for a terminal: name a file with --output.");
        return of(options.output(), options.overwrite(), stdoutAndStderr);
    }

    /// A file, or standard output when there is none.
    ///
    /// @throws ExitException
    ///             when the file can't be written, as far as that is known before the service is asked
    static ExportDestination of(Optional<Path> path, boolean overwrite, StdoutAndStderr stdoutAndStderr)
            throws ExitException {
        if (path.isEmpty()) return new ExportDestination(stdoutAndStderr, path, Optional.empty());
        try {
            var existing = overwrite || isEmptyFile(path.get())
                    ? ExportFile.Existing.REPLACE
                    : ExportFile.Existing.KEEP;
            var file = ExportFile.at(path.get(), existing);
            file.check();
            return new ExportDestination(stdoutAndStderr, path, Optional.of(file));
        } catch (IOException e) {
            throw new ExitException(ExitCode.USAGE, notWritten(path.get(), e));
        }
    }

    /// Writes the rows.
    ///
    /// @return number of rows
    /// @throws ExitException
    ///             when they could not be written
    long write(ExportContent content) throws ExitException, InterruptedException {
        try {
            return file.isPresent() ? file.get().write(content) : content.writeTo(stdoutAndStderr.out());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private ExitException failed(IOException e) {
        if (path.isPresent()) return new ExitException(ExitCode.NOT_WRITTEN, notWritten(path.get(), e));
        var message = String.valueOf(e.getMessage());
        boolean isGone = CLOSED_PIPE_MESSAGES.stream().anyMatch(message.toLowerCase(Locale.ROOT)::contains);
        if (isGone) return new ExitException(ExitCode.OUTPUT_CLOSED, "");
        var why = DiskWriteErrorCause.of(e) == DiskWriteErrorCause.FULL ? "the disk is full" : TerminalText.of(message);
        return new ExitException(ExitCode.NOT_WRITTEN, "The rows could not be written: " + why + ".");
    }

    /// An empty file has nothing to lose: it may come from `mktemp`, for example.
    private static boolean isEmptyFile(Path path) throws IOException {
        return Files.isRegularFile(path) && Files.size(path) == 0;
    }

    private static String notWritten(Path path, IOException e) {
        var name = TerminalText.of(path.toString());
        if (ExportFileFailureReason.of(e, path) == ExportFileFailureReason.TORN)
            return name + " holds only a part of the export, and what was in it before is lost: " + reason(e, path)
                    + ".";
        return name + " could not be written: " + reason(e, path) + ".";
    }

    private static String reason(IOException e, Path path) {
        return switch (ExportFileFailureReason.of(e, path)) {
            case EXISTS -> "there is such a file already; --overwrite replaces it";
            case NO_FOLDER -> "the folder " + named(e, path) + " does not exist";
            case A_FOLDER -> "it is a folder";
            case DEAD_LINK -> "it is a link to a file that is not there";
            case TORN -> e.getCause() instanceof IOException cause ? reason(cause, path) : systemMessage(e);
            case READ_ONLY -> "the disk is read-only";
            case DENIED -> "access to " + named(e, path) + " is denied";
            case IN_USE -> "another program has it open";
            case FULL -> "the disk is full";
            case OTHER -> systemMessage(e);
        };
    }

    private static String named(IOException e, Path path) {
        return TerminalText
                .of(e instanceof FileSystemException it && it.getFile() != null ? it.getFile() : path.toString());
    }

    /// The message of the operating system.
    private static String systemMessage(IOException e) {
        return TerminalText.of(e instanceof FileSystemException it && it.getReason() != null
                ? it.getReason()
                : String.valueOf(e.getMessage()));
    }
}
