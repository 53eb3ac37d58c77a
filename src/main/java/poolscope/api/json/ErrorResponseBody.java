package poolscope.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
public record ErrorResponseBody(String code, String message, String requestId, boolean isJson) {
    private static final Pattern TITLE = Pattern.compile("<title[^>]*>([^<]{0,300})", Pattern.CASE_INSENSITIVE);
    /// Where the gateway repeats the request: its canonical form, or the header with the signature.
    private static final Pattern ECHO = Pattern
            .compile("(?is)(canonical[_ ]?request|authorization\\s*[:=]|SDK-HMAC-SHA256).*");
    private static final int MAX_TEXT = 8 * 1024;
    /// When at least one character in this many is invalid, the body is unreadable: compressed, or in another encoding.
    private static final int UNREADABLE_SHARE = 3;

    /// An empty body.
    public static final ErrorResponseBody NONE = new ErrorResponseBody("", "", "", false);

    public static ErrorResponseBody parse(byte[] body) {
        var object = ofObject(body);
        if (object.isPresent()) return object.get();
        String text = new String(body, 0, Math.min(body.length, MAX_TEXT), StandardCharsets.UTF_8).strip();
        return new ErrorResponseBody("", readableOrEmpty(isWebPage(text) ? title(text) : text), "", false);
    }

    /// The text, or empty when too many of its characters are unreadable.
    private static String readableOrEmpty(String text) {
        return text.chars().filter(ErrorResponseBody::isUnreadable).count() * UNREADABLE_SHARE >= text.length()
                ? ""
                : text;
    }

    private static boolean isUnreadable(int c) {
        return c == '\uFFFD' || Character.isISOControl(c) && !Character.isWhitespace(c);
    }

    /// Read token by token: the tree reader of Jackson loads 300 classes, and a service that has only one generation of
    /// the API answers every first reading of the other with an error.
    private static Optional<ErrorResponseBody> ofObject(byte[] body) {
        try (var parser = StrictJsonParser.FACTORY.createParser(JsonToUtf8Converter.of(body))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) return Optional.empty();
            Map<String, String> root = new HashMap<>();
            var inner = root;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                var token = parser.nextToken();
                if (token == JsonToken.START_OBJECT && name.equals("error")) inner = textsOf(parser);
                else
                    readText(parser, name, root);
            }
            return Optional.of(new ErrorResponseBody(first(inner, "error_code", "code"),
                    first(inner, "error_msg", "error_message", "message", "title"),
                    first(root, "request_id", "requestId"), true));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Map<String, String> textsOf(JsonParser parser) throws IOException {
        Map<String, String> texts = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            readText(parser, name, texts);
        }
        return texts;
    }

    /// A text or a number; anything else is skipped.
    private static void readText(JsonParser parser, String name, Map<String, String> texts) throws IOException {
        switch (parser.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> texts.put(name, parser.getText());
            case START_OBJECT, START_ARRAY -> parser.skipChildren();
            default -> {
            }
        }
    }

    private static String first(Map<String, String> texts, String... names) {
        for (String name : names) {
            String text = texts.get(name);
            if (text != null) return text;
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
