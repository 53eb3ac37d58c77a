package poolscope.api.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// Decodes a `Content-Encoding` that was not requested: some proxies compress anyway, and the JDK doesn't decompress.
final class ContentDecoder {

    /// The response has an encoding that can't be decoded.
    static final class UnknownEncodingException extends IOException {
        UnknownEncodingException(String encoding) {
            super(encoding);
        }
    }

    /// The gzip data is cut off or damaged.
    static final class DamagedException extends IOException {
    }

    /// The decoded body is larger than [ApiRequest#maxBody] (P14).
    static final class TooLargeException extends IOException {
    }

    private ContentDecoder() {}

    static ApiResponse unpack(HttpResponse<byte[]> response, int maxBody, Instant at) throws IOException {
        String encoding = response.headers().firstValue("content-encoding").orElse("").toLowerCase(Locale.ROOT).strip();
        byte[] body = switch (encoding) {
            case "", "identity" -> response.body();
            case "gzip", "x-gzip" -> gunzip(response.body(), maxBody);
            default -> throw new UnknownEncodingException(encoding);
        };
        return new ApiResponse(response.statusCode(), response.headers(), body == null ? new byte[0] : body, at);
    }

    private static byte[] gunzip(byte[] packed, int maxBody) throws IOException {
        if (packed.length == 0) return packed;
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] body = in.readNBytes(maxBody + 1);
            if (body.length > maxBody) throw new TooLargeException();
            return body;
        } catch (TooLargeException e) {
            throw e;
        } catch (IOException _) {
            throw new DamagedException();
        }
    }
}
