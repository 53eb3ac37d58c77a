package poolscope.ui.text;

import java.util.ArrayList;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.OffsetMeaning;

/// Formats how a list was read: number of pools, unreadable entries, requests and time.
public final class ReadSummaryText {
    private static final double SECOND = 1000;

    private final Texts texts;

    public ReadSummaryText(Texts texts) {
        this.texts = texts;
    }

    /// How many pools of how many were read, and what was left out; such as *1 of 2 pools read, 1 entry unreadable*.
    public String share(int pools, Inventory.Reading reading) {
        var parts = new ArrayList<String>();
        boolean isTotalKnown = reading.expected() >= 0;
        parts.add(isTotalKnown
                ? texts.format("reading.share", pools, reading.expected())
                : texts.format("reading.share.noTotal", pools));
        if (reading.unreadable() > 0) parts.add(texts.format("reading.unreadable", reading.unreadable()));
        if (reading.duplicates() > 0) parts.add(texts.format("reading.duplicates", reading.duplicates()));
        return String.join(texts.format("reading.join"), parts);
    }

    /// The same for a list that may be incomplete; empty for a complete one.
    public String lacking(Inventory inventory) {
        return inventory.coverage() instanceof Inventory.Coverage.Incomplete
                ? share(inventory.pools().size(), inventory.reading())
                : "";
    }

    /// Number of requests and time, and the meaning of `offset`.
    public String effort(Inventory.Reading reading) {
        var took = texts.format("reading.took", reading.requests(), reading.took().toMillis() / SECOND);
        return reading.offset() == OffsetMeaning.NOT_ASKED
                ? took
                : took + "\n" + texts.format("reading.offset." + reading.offset().name());
    }
}
