package poolscope.api.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import poolscope.api.Failure.UnreadableAnswer.Cause;

/// Why Jackson could not read a body. It has one exception for all limits of [StrictJsonParser] and none for a
/// duplicate name, so its messages, which are always English, distinguish these.
public final class JacksonErrorClassifier {
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.{0,100})'.*", Pattern.DOTALL);
    private static final int BEGINNING = 1024;
    private static final String LARGEST = StrictJsonParser.MAX_DOCUMENT / (1024 * 1024) + " MiB";

    private JacksonErrorClassifier() {}

    public static UnreadableResponseException of(JacksonException e, byte[] body) {
        String message = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
        if (e instanceof StreamConstraintsException) {
            var cause = limit(message);
            return new UnreadableResponseException(cause, cause == Cause.TOO_LARGE ? LARGEST : at(e));
        }
        Matcher twice = DUPLICATE.matcher(message);
        if (twice.matches()) return new UnreadableResponseException(Cause.DUPLICATE_NAME, twice.group(1));
        boolean atTheEnd = e.getLocation() != null && e.getLocation().getByteOffset() >= body.length;
        if (e instanceof JsonEOFException || atTheEnd) return new UnreadableResponseException(Cause.TRUNCATED, at(e));
        String beginning = new String(body, 0, Math.min(body.length, BEGINNING), StandardCharsets.UTF_8).strip();
        if (!ErrorResponseBody.isWebPage(beginning)) return new UnreadableResponseException(Cause.NOT_JSON, at(e));
        return new UnreadableResponseException(Cause.WEB_PAGE, ErrorResponseBody.parse(body).message());
    }

    private static Cause limit(String message) {
        if (message.contains("nesting depth")) return Cause.TOO_DEEP;
        if (message.startsWith("Number value")) return Cause.NUMBER_TOO_LONG;
        return message.startsWith("String value") || message.startsWith("Name ")
                ? Cause.TEXT_TOO_LONG
                : Cause.TOO_LARGE;
    }

    /// Where parsing stopped, empty when that is unknown. Jackson's own message quotes the body, so it is not used.
    private static String at(JacksonException e) {
        long offset = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
        return offset < 0 ? "" : "byte " + offset;
    }
}
