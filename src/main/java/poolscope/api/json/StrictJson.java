package poolscope.api.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import poolscope.api.Failure;

/// How strictly JSON is read (P14): Jackson's defaults let a later duplicate win and know no limit for the document.
public final class StrictJson {
    /// Bytes of an answer that are read: 16 MiB.
    public static final int MAX_DOCUMENT = 16 * 1024 * 1024;
    private static final int MAX_STRING = 1024 * 1024;
    private static final int MAX_NAME = 64 * 1024;

    /// Depth 100, text 1 MiB, numbers of 100 characters, the document as large as a body may be; a name twice in one
    /// object is refused. Bytes are UTF-8 and nothing else: [Utf8Decoder] makes it of the other encodings. Jackson's own
    /// guess would turn some bytes into text without positions, and fail on others in a way that is no error of JSON.
    public static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxStringLength(MAX_STRING)
                    .maxNameLength(MAX_NAME)
                    .maxNumberLength(100)
                    .maxDocumentLength(MAX_DOCUMENT)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .build();

    /// Made when the first object is read, which a list of pools is not: it takes a tenth of an export of a
    /// thousand pools.
    private static final class Trees {
        static final ObjectMapper MAPPER = new ObjectMapper(FACTORY);
    }

    private StrictJson() {}

    /// The object that an answer is.
    ///
    /// @param lacking
    ///            what is said to be missing when it is JSON of another kind
    /// @throws UnreadableException
    ///             when it is no JSON, or not this strict one
    public static JsonNode object(byte[] body, String lacking) throws UnreadableException {
        try {
            var root = Trees.MAPPER.readTree(Utf8Decoder.of(body));
            if (root != null && root.isObject()) return root;
            throw root == null || root.isMissingNode()
                    ? new UnreadableException(Failure.UnreadableAnswer.Cause.EMPTY, "")
                    : new UnreadableException(Failure.UnreadableAnswer.Cause.WRONG_SHAPE, lacking);
        } catch (JacksonException e) {
            throw JsonErrorClassifier.of(e, body);
        } catch (IOException _) {
            throw new UnreadableException(Failure.UnreadableAnswer.Cause.NOT_JSON, "");
        }
    }

    /// The object that these bytes are, in any encoding of Unicode. Total: empty for all other bytes.
    public static Optional<JsonNode> object(byte[] body) {
        try {
            return Optional.ofNullable(Trees.MAPPER.readTree(Utf8Decoder.of(body))).filter(JsonNode::isObject);
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
