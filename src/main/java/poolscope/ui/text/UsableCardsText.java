package poolscope.ui.text;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import poolscope.pool.FieldValue;
import poolscope.pool.FreeResources;
import poolscope.pool.PoolField;
import poolscope.pool.PoolFreeCardFields;

/// Says how many of a pool's free cards jobs can have, and why not the others.
public final class UsableCardsText {
    private final Texts texts;
    private final PoolFieldText fields;

    UsableCardsText(Texts texts, PoolFieldText fields) {
        this.texts = texts;
        this.fields = fields;
    }

    /// Of a pool, with the time at which its nodes were read; empty until then.
    public String of(FreeResources free) {
        var onNodes = free.onNodes();
        if (!(onNodes.usable() instanceof FieldValue.Number(BigDecimal usable))) return "";
        return texts.format("free.usable.at",
                of(free.accelerators().asNumber().orElse(usable), usable, onNodes.notUsable()),
                fields.cell(PoolField.CREATED_AT, onNodes.readAt()));
    }

    /// The same in short, without the time.
    String of(BigDecimal free, BigDecimal usable, Map<PoolFreeCardFields.Obstacle, BigDecimal> notUsable) {
        if (notUsable.isEmpty() && free.compareTo(usable) == 0) return texts.format("free.all", number(usable));
        var reasons = notUsable.entrySet()
                .stream()
                .map(one -> texts.format("free.not." + one.getKey().name(), number(one.getValue())))
                .collect(Collectors.joining(texts.format("fit.join")));
        return texts.format("free.usable", number(free), number(usable),
                reasons.isEmpty() ? "" : texts.format("free.not", reasons));
    }

    private String number(BigDecimal cards) {
        return fields.amounts().number(PoolField.FREE_ACCELERATORS, cards);
    }
}
