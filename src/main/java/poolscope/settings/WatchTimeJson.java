package poolscope.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// Moments in the files of the watch rules: ISO 8601 in UTC, or an empty text for none.
final class WatchTimeJson {

    private WatchTimeJson() {}

    /// The moment; empty if it makes no sense.
    static Optional<Instant> of(JsonNode node) {
        try {
            return node.isTextual() ? Optional.of(Instant.parse(node.textValue())) : Optional.empty();
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /// The moment, or none for an empty text; empty if it makes no sense.
    static Optional<Optional<Instant>> optional(JsonNode node) {
        return node.isTextual() && node.textValue().isEmpty()
                ? Optional.of(Optional.empty())
                : of(node).map(Optional::of);
    }
}
