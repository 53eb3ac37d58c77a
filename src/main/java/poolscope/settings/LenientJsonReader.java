package poolscope.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a JSON object as far as it can be read, whatever the bytes are.
///
/// After a place that can't be read it goes on with the next key that stands at the beginning of a line, indented once,
/// which is how we write the keys of the outermost object: damage in one section leaves the others whole.
final class LenientJsonReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200).build())
            .build();
    @SuppressWarnings("deprecation")
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    private static final Pattern OUTERMOST_KEY = Pattern.compile("\\n(?:  |\\t)\"[^\"\\\\\\n]{1,100}\"\\s*:");

    /// What could be read.
    ///
    /// @param broken
    ///            whether the bytes are anything but one whole JSON object
    record Tree(ObjectNode root, boolean broken) {}

    private final ObjectNode root = NODES.objectNode();
    private final TextDecoder textDecoder;
    /// The last number. It counts once the next token was read: at the end of a torn text its digits may be missing.
    private Runnable pending = () -> {
    };
    private int lastGood;

    private LenientJsonReader(TextDecoder textDecoder) {
        this.textDecoder = textDecoder;
    }

    static Tree read(byte[] bytes) {
        TextDecoder textDecoder = TextDecoder.of(bytes);
        LenientJsonReader lenientJsonReader = new LenientJsonReader(textDecoder);
        return new Tree(lenientJsonReader.root, !lenientJsonReader.readAll() || textDecoder.damaged());
    }

    /// Whether nothing was in the way.
    private boolean readAll() {
        char[] chars = textDecoder.text().toCharArray();
        if (isReadFrom(0, chars)) {
            return true;
        }
        Matcher next = OUTERMOST_KEY.matcher(textDecoder.text());
        for (int from = lastGood; next.find(Math.min(from, chars.length));) {
            int start = next.start();
            chars[start] = '{';
            lastGood = start;
            boolean toTheEnd = isReadFrom(start, chars);
            from = toTheEnd ? chars.length : Math.max(lastGood, start + 1);
        }
        return false;
    }

    private boolean isReadFrom(int start, char[] chars) {
        pending = () -> {
        };
        try (JsonParser parser = JSON.createParser(chars, start, chars.length - start)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            fill(root, parser, start);
            return parser.nextToken() == null;
        } catch (IOException cannotGoOn) {
            return false;
        }
    }

    private void fill(ObjectNode object, JsonParser parser, int start) throws IOException {
        while (next(parser, start) != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            next(parser, start);
            value(parser, start, node -> object.set(key, node));
        }
    }

    private void fill(ArrayNode array, JsonParser parser, int start) throws IOException {
        while (next(parser, start) != JsonToken.END_ARRAY) {
            value(parser, start, array::add);
        }
    }

    private JsonToken next(JsonParser parser, int start) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new JsonEOFException(parser, JsonToken.NOT_AVAILABLE, "The text ends too early");
        }
        pending.run();
        pending = () -> {
        };
        lastGood = start + (int) Math.max(0, parser.currentTokenLocation().getCharOffset());
        return token;
    }

    /// Containers are put in place before they are filled, so that a torn one keeps what it has.
    private void value(JsonParser parser, int start, Consumer<JsonNode> put) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                ObjectNode object = NODES.objectNode();
                put.accept(object);
                fill(object, parser, start);
            }
            case START_ARRAY -> {
                ArrayNode array = NODES.arrayNode();
                put.accept(array);
                fill(array, parser, start);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                JsonNode number = number(parser);
                pending = () -> put.accept(number);
            }
            case VALUE_STRING -> string(parser.getText(), put);
            case VALUE_TRUE -> put.accept(NODES.booleanNode(true));
            case VALUE_FALSE -> put.accept(NODES.booleanNode(false));
            case VALUE_NULL -> put.accept(NODES.nullNode());
            default -> throw new IllegalStateException("No value begins with " + parser.currentToken());
        }
    }

    /// A text that could not be decoded is no text of the operator's.
    private void string(String value, Consumer<JsonNode> put) {
        if (!textDecoder.damaged() || value.indexOf(TextDecoder.UNDECODABLE) < 0) {
            put.accept(NODES.textNode(value));
        }
    }

    /// Exactly as it stands there: it may belong to a newer version.
    private static JsonNode number(JsonParser parser) throws IOException {
        try {
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
                return NODES.numberNode(parser.getDecimalValue());
            }
            BigInteger whole = parser.getBigIntegerValue();
            return whole.bitLength() < Integer.SIZE ? NODES.numberNode(whole.intValue()) : NODES.numberNode(whole);
        } catch (ArithmeticException | NumberFormatException beyondMeasure) {
            throw new JsonParseException(parser, "A number that no number type holds", beyondMeasure);
        }
    }
}
