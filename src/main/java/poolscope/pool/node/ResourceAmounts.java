package poolscope.pool.node;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import poolscope.pool.FieldValue;

/// An amount of CPU, memory and cards: of a node, of a job, or of a job's share of a node.
///
/// @param cpuCores
///            cores, fractions allowed
/// @param memoryMiB
///            MiB
/// @param cards
///            accelerator cards by the service's key of their type, such as `nvidia.com/gpu`
/// @param isReported
///            false when the service sent nothing at all, so that not even "no cards" is known
public record ResourceAmounts(FieldValue cpuCores, FieldValue memoryMiB, Map<String, FieldValue> cards,
        boolean isReported) {
    /// The service did not say.
    public static final ResourceAmounts NOT_REPORTED = new ResourceAmounts(FieldValue.ABSENT, FieldValue.ABSENT,
            Map.of(), false);

    public ResourceAmounts {
        cards = cards.size() < 2 ? Map.copyOf(cards) : Collections.unmodifiableMap(new TreeMap<>(cards));
    }

    /// As the service sent it.
    public ResourceAmounts(FieldValue cpuCores, FieldValue memoryMiB, Map<String, FieldValue> cards) {
        this(cpuCores, memoryMiB, cards, true);
    }

    /// The key of the cards; of several, the first of those that are not 0. Empty when there are none.
    public Optional<String> accelerator() {
        return cards.entrySet()
                .stream()
                .filter(entry -> entry.getValue().asNumber().map(BigDecimal::signum).orElse(1) != 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// How many cards of that type: absent when nothing is reported, or this type is not mentioned.
    public FieldValue cards(String accelerator) {
        return cards.getOrDefault(accelerator, FieldValue.ABSENT);
    }

    /// How many cards of its [#accelerator] type there are: 0 when others are reported and no cards, absent when
    /// nothing is reported.
    public FieldValue cardCount() {
        if (!isReported) return FieldValue.ABSENT;
        return accelerator().map(this::cards).orElse(FieldValue.Number.of(0));
    }
}
