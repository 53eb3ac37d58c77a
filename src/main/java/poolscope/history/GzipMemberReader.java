package poolscope.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;

/// Reads a file that consists of gzip members one after the other, each of which was written at once. What follows a
/// damaged member is not read: it may depend on what was in it.
final class GzipMemberReader {
    /// As [GZIPOutputStream] writes it: no name, no time.
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int TRAILER = 2 * Integer.BYTES;
    private static final int BUFFER = 1 << 16;

    /// What is to be written into a member.
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final byte[] file;
    private final int largestContent;
    private int read;
    private boolean isDamaged;

    /// @param largestContent
    ///            of a member, in bytes
    GzipMemberReader(byte[] file, int largestContent) {
        this.file = file;
        this.largestContent = largestContent;
    }

    /// Whether a file begins as one that [#member] made.
    static boolean isBegunIn(byte[] file) {
        return Arrays.equals(file, 0, Math.min(HEADER.length, file.length), HEADER, 0, HEADER.length);
    }

    /// One member with that content.
    static byte[] member(Content content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes, BUFFER)) {
            content.writeTo(gzip);
        }
        return bytes.toByteArray();
    }

    /// The content of the next member; empty at the end of the file, and from the first damage on.
    ///
    /// @throws TooLargeException
    ///             if it is larger than was allowed
    Optional<byte[]> next() throws TooLargeException {
        if (isDamaged || read == file.length) return Optional.empty();
        var content = inflated();
        isDamaged = content.isEmpty();
        return content;
    }

    boolean isDamaged() {
        return isDamaged;
    }

    /// The number of bytes of the members that were read.
    int bytesRead() {
        return read;
    }

    /// The number of bytes before the first damage of a file.
    static int readableBytes(byte[] file) throws TooLargeException {
        var reader = new GzipMemberReader(file, HistoryFileReadLimits.OWN.content());
        while (reader.next().isPresent()) {
            // only how far it comes is of interest
        }
        return reader.bytesRead();
    }

    private Optional<byte[]> inflated() throws TooLargeException {
        if (!Arrays.equals(file, read, Math.min(read + HEADER.length, file.length), HEADER, 0, HEADER.length))
            return Optional.empty();
        var inflater = new Inflater(true);
        try {
            inflater.setInput(file, read + HEADER.length, file.length - read - HEADER.length);
            var content = new ByteArrayOutputStream();
            var buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int some = inflater.inflate(buffer);
                if (some == 0 && !inflater.finished()) return Optional.empty();
                if (content.size() + some > largestContent) throw new TooLargeException();
                content.write(buffer, 0, some);
            }
            return checked(content.toByteArray(), read + HEADER.length + Math.toIntExact(inflater.getBytesRead()));
        } catch (DataFormatException _) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    /// @param end
    ///            where the compressed content ends
    private Optional<byte[]> checked(byte[] content, int end) {
        if (file.length - end < TRAILER) return Optional.empty();
        var trailer = ByteBuffer.wrap(file, end, TRAILER).order(ByteOrder.LITTLE_ENDIAN);
        var sum = new CRC32();
        sum.update(content);
        if (trailer.getInt() != (int) sum.getValue() || trailer.getInt() != content.length) return Optional.empty();
        read = end + TRAILER;
        return Optional.of(content);
    }
}
