package poolscope.cli;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes rows to a terminal, with control characters, which a pool's name may contain, replaced by U+FFFD (P43). Pipes
/// and files get them unchanged.
final class TerminalSafeOutputStream extends FilterOutputStream {
    private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);
    /// The first of the two bytes of U+0080 to U+00BF; the first half of these are control characters.
    private static final int CONTROL_LEAD = 0xC2;

    private boolean isLeadHeld;

    TerminalSafeOutputStream(OutputStream terminal) {
        super(terminal);
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[]{(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        var safe = new ByteArrayOutputStream(length + 1);
        for (int i = from; i < from + length; i++)
            append(bytes[i] & 0xFF, safe);
        safe.writeTo(out);
    }

    private void append(int b, ByteArrayOutputStream safe) {
        boolean isControl = isLeadHeld ? b >= 0x80 && b < 0xA0 : isObeyed(b);
        if (isLeadHeld && !isControl) safe.write(CONTROL_LEAD);
        isLeadHeld = b == CONTROL_LEAD;
        if (isControl) safe.writeBytes(REPLACEMENT);
        else if (!isLeadHeld) safe.write(b);
    }

    private static boolean isObeyed(int b) {
        return b == 0x7F || b < ' ' && b != '\n' && b != '\r' && b != '\t';
    }
}
