package poolscope.connection;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// RFC 3986: every byte of the text's UTF-8 as `%XX`, except unreserved characters. The signature covers the query in
/// exactly this form, so it is sent in this form.
public final class PercentEncoding {
    private PercentEncoding() {}

    /// Encodes everything but the unreserved characters. The encoder of the JDK is for HTML forms, which differ in
    /// three characters.
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /// Decodes and encodes again, so that text in any valid encoding gets the form that is signed. A plus sign is one.
    public static String normalize(String text) {
        return encode(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
    }
}
