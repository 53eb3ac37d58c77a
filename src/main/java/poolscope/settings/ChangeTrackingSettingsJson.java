package poolscope.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Function;

/// The settings of changes as they stand in the file: times as ISO 8601, an empty text for none.
final class ChangeTrackingSettingsJson {

    private ChangeTrackingSettingsJson() {}

    static ChangeTrackingSettings parse(JsonFieldReaderWithDefaults reader) {
        ChangeTrackingSettings usual = ChangeTrackingSettings.defaults();
        return new ChangeTrackingSettings(reader.word("base", usual.base()),
                reader.take("chosenMoment", usual.chosenMoment(), ChangeTrackingSettingsJson::moment),
                reader.take("lastLook", usual.lastLook(), ChangeTrackingSettingsJson::moment),
                reader.take("lastSeen", usual.lastSeen(), ChangeTrackingSettingsJson::moment),
                reader.take("firstShift", usual.firstShift(), node -> parsed(node, LocalTime::parse)),
                reader.take("secondShift", usual.secondShift(), node -> parsed(node, LocalTime::parse)),
                reader.flag("historyKept", usual.isHistoryKept()));
    }

    static ObjectNode render(ChangeTrackingSettings changes) {
        return JsonNodeFactory.instance.objectNode()
                .put("base", JsonFieldReaderWithDefaults.wordOf(changes.base()))
                .put("chosenMoment", text(changes.chosenMoment()))
                .put("lastLook", text(changes.lastLook()))
                .put("lastSeen", text(changes.lastSeen()))
                .put("firstShift", changes.firstShift().toString())
                .put("secondShift", changes.secondShift().toString())
                .put("historyKept", changes.isHistoryKept());
    }

    private static String text(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse("");
    }

    private static Optional<Optional<Instant>> moment(JsonNode node) {
        if (node.isTextual() && node.textValue().isEmpty()) return Optional.of(Optional.empty());
        return parsed(node, Instant::parse).map(Optional::of);
    }

    private static <T> Optional<T> parsed(JsonNode node, Function<String, T> parse) {
        if (!node.isTextual()) return Optional.empty();
        try {
            return Optional.of(parse.apply(node.textValue()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
