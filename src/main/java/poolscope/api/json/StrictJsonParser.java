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

/// How strictly JSON is read (P14): by default Jackson lets a duplicate name win and does not limit the document.
public final class StrictJsonParser {
    /// Largest document: 64 MiB.
    public static final int MAX_DOCUMENT = 64 * 1024 * 1024;
    private static final int MAX_STRING = 1024 * 1024;
    private static final int MAX_NAME = 64 * 1024;

    /// Depth 100, text 1 MiB, numbers of 100 characters, the document as large as a body may be; a duplicate name in
    /// one object is refused. Bytes are UTF-8: [JsonToUtf8Converter] converts the other encodings. Jackson's own
    /// detection would decode some bytes without positions, and fail on others with an exception that is no JSON error.
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

    /// Created when the first object is read; a list of pools does not need it. Creating it takes a tenth of the time
    /// of an export of a thousand pools.
    private static final class Trees {
        static final ObjectMapper MAPPER = new ObjectMapper(FACTORY);
    }

    private StrictJsonParser() {}

    /// The JSON object of a response.
    ///
    /// @param lacking
    ///            the field reported as missing when it is JSON of another kind
    /// @throws UnreadableResponseException
    ///             when it is not JSON, or violates these limits
    public static JsonNode object(byte[] body, String lacking) throws UnreadableResponseException {
        try {
            var root = Trees.MAPPER.readTree(JsonToUtf8Converter.of(body));
            if (root != null && root.isObject()) return root;
            throw root == null || root.isMissingNode()
                    ? new UnreadableResponseException(Failure.UnreadableAnswer.Cause.EMPTY, "")
                    : new UnreadableResponseException(Failure.UnreadableAnswer.Cause.WRONG_SHAPE, lacking);
        } catch (JacksonException e) {
            throw JacksonErrorClassifier.of(e, body);
        } catch (IOException _) {
            throw new UnreadableResponseException(Failure.UnreadableAnswer.Cause.NOT_JSON, "");
        }
    }

    /// The JSON object of these bytes, in any Unicode encoding; empty for all other bytes.
    public static Optional<JsonNode> object(byte[] body) {
        try {
            return Optional.ofNullable(Trees.MAPPER.readTree(JsonToUtf8Converter.of(body))).filter(JsonNode::isObject);
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
