package poolscope.settings;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Bytes of a file as text. We write UTF-8; editors and shells of Windows may have made UTF-16 or a byte order mark of
/// it.
///
/// @param damaged
///            whether some bytes are no text in this encoding; then `text` is empty
record TextDecoder(String text, boolean damaged) {

    private static final char MARK = '\uFEFF';

    static TextDecoder of(byte[] bytes) {
        Charset charset = charset(bytes);
        try {
            return new TextDecoder(unmarked(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString()), false);
        } catch (CharacterCodingException otherEncoding) {
            return new TextDecoder("", true);
        }
    }

    private static Charset charset(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return switch (first) {
            case 0xFEFF, '{' -> StandardCharsets.UTF_16BE;
            case 0xFFFE, '{' << 8 -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
    }

    private static String unmarked(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }
}
