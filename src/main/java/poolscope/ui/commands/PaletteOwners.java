package poolscope.ui.commands;

import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.ui.commands.PaletteEntry.Effect;
import poolscope.ui.text.Texts;

/// The owners of the pools of all ticked connections, for the palette.
///
/// @param pools
///            current pools; never changed
/// @param show
///            shows the pools of an owner, and no others
public record PaletteOwners(List<Pool> pools, Texts texts, Consumer<FieldValue> show) implements PaletteSource {
    @Override
    public List<PaletteEntry> entries() {
        return new AbstractList<>() {
            private @Nullable List<PaletteEntry> made;

            @Override
            public PaletteEntry get(int index) {
                return made().get(index);
            }

            @Override
            public int size() {
                return made().size();
            }

            /// Made by the background thread that reads first: it walks all pools.
            private synchronized List<PaletteEntry> made() {
                var now = made == null ? byOwner() : made;
                made = now;
                return now;
            }
        };
    }

    private List<PaletteEntry> byOwner() {
        var counts = new LinkedHashMap<FieldValue, Integer>();
        for (var pool : pools)
            if (pool.poolNamesAndOwner().owner() instanceof FieldValue.Text owner && !owner.text().isEmpty())
                counts.merge(owner, 1, Integer::sum);
        return counts.entrySet().stream().map(this::entry).toList();
    }

    private PaletteEntry entry(Map.Entry<FieldValue, Integer> owner) {
        var name = owner.getKey().asText("");
        return new PaletteEntry("owner " + name, name, texts.format("palette.owner", owner.getValue()), "", List.of(),
                "", Effect.OTHER, () -> show.accept(owner.getKey()));
    }
}
