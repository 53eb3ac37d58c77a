package poolscope.api.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The body of an error response in any of its seven shapes (*Errors* in api-notes.md). Any bytes can be parsed: what
/// is not recognised becomes the message.
///
/// @param code
///            as sent, empty when there is none; a number becomes text
/// @param message
///            what the service or the page says, not yet redacted; empty when it is unreadable
/// @param requestId
///            empty when there is none
/// @param isJson
///            whether it was JSON
public record ErrorBody(String code, String message, String requestId, boolean isJson) {
    private static final Pattern TITLE = Pattern.compile("<title[^>]*>([^<]{0,300})", Pattern.CASE_INSENSITIVE);
    /// Where the gateway repeats the request: its canonical form, or the header with the signature.
    private static final Pattern ECHO = Pattern
            .compile("(?is)(canonical[_ ]?request|authorization\\s*[:=]|SDK-HMAC-SHA256).*");
    private static final int MAX_TEXT = 8 * 1024;
    /// When at least one character in this many is invalid, the body is unreadable: compressed, or in another encoding.
    private static final int UNREADABLE_SHARE = 3;

    /// An empty body.
    public static final ErrorBody NONE = new ErrorBody("", "", "", false);

    public static ErrorBody parse(byte[] body) {
        var root = StrictJsonParser.object(body);
        if (root.isPresent()) return ofObject(root.get());
        String text = new String(body, 0, Math.min(body.length, MAX_TEXT), StandardCharsets.UTF_8).strip();
        return new ErrorBody("", readableOrEmpty(isWebPage(text) ? title(text) : text), "", false);
    }

    /// The text, or empty when too many of its characters are unreadable.
    private static String readableOrEmpty(String text) {
        return text.chars().filter(ErrorBody::isUnreadable).count() * UNREADABLE_SHARE >= text.length() ? "" : text;
    }

    private static boolean isUnreadable(int c) {
        return c == '\uFFFD' || Character.isISOControl(c) && !Character.isWhitespace(c);
    }

    private static ErrorBody ofObject(JsonNode root) {
        JsonNode inner = root.path("error").isObject() ? root.path("error") : root;
        String code = first(inner, "error_code", "code");
        String message = first(inner, "error_msg", "error_message", "message", "title");
        return new ErrorBody(code, message, first(root, "request_id", "requestId"), true);
    }

    private static String first(JsonNode object, String... names) {
        for (String name : names) {
            JsonNode value = object.path(name);
            if (value.isTextual() || value.isNumber()) return value.asText();
        }
        return "";
    }

    /// The message up to where it repeats the request.
    public String withoutEcho() {
        return ECHO.matcher(message).replaceAll("");
    }

    /// Whether the text looks like HTML.
    static boolean isWebPage(String text) {
        return text.startsWith("<");
    }

    private static String title(String page) {
        Matcher title = TITLE.matcher(page);
        return title.find() ? title.group(1).strip() : "";
    }
}
