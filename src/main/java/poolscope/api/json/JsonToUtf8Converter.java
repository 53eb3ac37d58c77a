package poolscope.api.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Converts a JSON document in any Unicode encoding to UTF-8 without byte order mark, so that slices of it are valid
/// UTF-8 text.
public final class JsonToUtf8Converter {

    private JsonToUtf8Converter() {}

    /// @return the same array when it is UTF-8 already
    /// @throws CharacterCodingException
    ///             when the bytes are not in the encoding that their beginning indicates
    public static byte[] of(byte[] body) throws CharacterCodingException {
        if (startsWith(body, 0xEF, 0xBB, 0xBF)) return Arrays.copyOfRange(body, 3, body.length);
        if (startsWith(body, 0, 0, 0xFE, 0xFF)) return transcode(body, 4, StandardCharsets.UTF_32BE);
        if (startsWith(body, 0xFF, 0xFE, 0, 0)) return transcode(body, 4, StandardCharsets.UTF_32LE);
        if (startsWith(body, 0xFE, 0xFF)) return transcode(body, 2, StandardCharsets.UTF_16BE);
        if (startsWith(body, 0xFF, 0xFE)) return transcode(body, 2, StandardCharsets.UTF_16LE);
        if (body.length < 4) return body;
        // JSON begins with two ASCII characters, or with one and nothing else: RFC 4627, section 3
        if (startsWith(body, 0, 0, 0)) return transcode(body, 0, StandardCharsets.UTF_32BE);
        if (body[1] == 0 && body[2] == 0 && body[3] == 0) return transcode(body, 0, StandardCharsets.UTF_32LE);
        if (body[0] == 0 && body[2] == 0) return transcode(body, 0, StandardCharsets.UTF_16BE);
        if (body[1] == 0 && body[3] == 0) return transcode(body, 0, StandardCharsets.UTF_16LE);
        return body;
    }

    private static boolean startsWith(byte[] body, int... bytes) {
        if (body.length < bytes.length) return false;
        for (int i = 0; i < bytes.length; i++)
            if ((body[i] & 0xff) != bytes[i]) return false;
        return true;
    }

    @SuppressWarnings("ByteBufferBackingArray")
    private static byte[] transcode(byte[] body, int from, Charset charset) throws CharacterCodingException {
        var characters = charset.newDecoder().decode(ByteBuffer.wrap(body, from, body.length - from));
        var bytes = StandardCharsets.UTF_8.newEncoder().encode(characters);
        return Arrays.copyOfRange(bytes.array(), bytes.position(), bytes.limit());
    }
}
