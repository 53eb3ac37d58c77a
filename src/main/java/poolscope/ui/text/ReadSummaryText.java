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
        return share(reading.expected() >= 0
                ? texts.format("reading.share", pools, reading.expected())
                : texts.format("reading.share.noTotal", pools), reading);
    }

    /// The same for the pools of an inventory. When one of its lists is missing, the total of the others is not that of
    /// all pools.
    String share(Inventory inventory) {
        int pools = inventory.pools().size();
        return inventory.coverage() instanceof Inventory.Coverage.Incomplete(var reason)
                && reason == Inventory.Reason.PART_FAILED
                        ? share(texts.format("reading.share.partFailed", pools), inventory.reading())
                        : share(pools, inventory.reading());
    }

    private String share(String read, Inventory.Reading reading) {
        var parts = new ArrayList<String>();
        parts.add(read);
        if (reading.unreadable() > 0) parts.add(texts.format("reading.unreadable", reading.unreadable()));
        if (reading.duplicates() > 0) parts.add(texts.format("reading.duplicates", reading.duplicates()));
        return String.join(texts.format("reading.join"), parts);
    }

    /// The same for a list that may be incomplete; empty for a complete one.
    public String lacking(Inventory inventory) {
        return inventory.coverage() instanceof Inventory.Coverage.Incomplete ? share(inventory) : "";
    }

    /// Number of requests and time, and the meaning of `offset`.
    public String effort(Inventory.Reading reading) {
        var took = texts.format("reading.took", reading.requests(), reading.took().toMillis() / SECOND);
        return reading.offset() == OffsetMeaning.NOT_ASKED
                ? took
                : took + "\n" + texts.format("reading.offset." + reading.offset().name());
    }
}
