package poolscope.pool.node;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.FieldValue;

/// One node of a pool at one moment, as the service described it. What it did not send is absent.
///
/// @param name
///            identifies it within its pool
/// @param flavor
///            specification
/// @param phase
///            `Available`, `Creating`, `Deleting`, `Abnormal`, `Checking` or another word, as sent
/// @param zone
///            availability zone
/// @param privateIp
///            address; jobs name their nodes by it
/// @param createdAt
///            a time, or what was sent
/// @param total
///            what jobs can use in all
/// @param free
///            what of that is free now
/// @param placement
///            16 bits as text, the rightmost for the first card, 1 for taken
public record PoolNode(FieldValue name, FieldValue flavor, FieldValue phase, FieldValue zone, FieldValue privateIp,
        FieldValue createdAt, ResourceAmounts total, ResourceAmounts free, FieldValue placement, List<NodeTaint> taints,
        KnownNodeLabels labels, NodeSoftware system) {
    private static final int CARDS_IN_RINGS = 8;
    /// Snt9, and not Snt9B and others that are connected in another way.
    private static final Pattern SNT9 = Pattern.compile("(^|[^a-z0-9])snt9($|[^a-z0-9])");

    public PoolNode {
        taints = List.copyOf(taints);
    }

    /// Whether it takes jobs, and why not.
    public NodeAvailability use() {
        return NodeAvailability.of(this);
    }

    /// The service's key for its cards; empty without cards.
    public String accelerator() {
        return total.accelerator().or(free::accelerator).orElse("");
    }

    /// How many cards jobs can use in all.
    public FieldValue totalCards() {
        return accelerator().isEmpty() ? total.cardCount() : total.cards(accelerator());
    }

    /// How many cards are free now. Not known when the service says how many there are but not how many are free.
    public FieldValue freeCards() {
        return accelerator().isEmpty() ? free.cardCount() : free.cards(accelerator());
    }

    /// Which of its cards are free.
    public NodeFreeCards cards() {
        return NodeFreeCards.of(placement, totalCards(), freeCards());
    }

    /// Whether its eight cards are two rings of four (Snt9): a job of 1, 2 or 4 cards has to be inside one of them.
    public boolean hasRings() {
        boolean isEight = totalCards().asNumber()
                .filter(n -> n.compareTo(java.math.BigDecimal.valueOf(CARDS_IN_RINGS)) == 0)
                .isPresent();
        return isEight && (AcceleratorFamily.only(flavor) == AcceleratorFamily.ASCEND_910 || isSnt9(flavor.asText(""))
                || flavor.asText("").isEmpty() && isSnt9(accelerator()));
    }

    private static boolean isSnt9(String name) {
        return SNT9.matcher(name.toLowerCase(Locale.ROOT)).find();
    }
}
