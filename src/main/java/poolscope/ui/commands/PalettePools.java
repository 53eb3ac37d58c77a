package poolscope.ui.commands;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import poolscope.pool.Pool;
import poolscope.ui.commands.PaletteEntry.Effect;

/// The pools of all ticked connections by name, id and owner, for the palette, whether a filter hides them or not.
///
/// @param pools
///            current pools; never changed
/// @param jump
///            selects a pool and shows it
public record PalettePools(List<Pool> pools, Consumer<Pool> jump) implements PaletteSource {
    @Override
    public List<PaletteEntry> entries() {
        return new AbstractList<>() {
            @Override
            public PaletteEntry get(int index) {
                return entry(pools.get(index));
            }

            @Override
            public int size() {
                return pools.size();
            }
        };
    }

    private PaletteEntry entry(Pool pool) {
        var key = pool.key();
        var connectionAndOwner = Stream.of(pool.poolOrigin().connection(), pool.poolNamesAndOwner().owner().asText(""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" ▸ "));
        return new PaletteEntry("pool " + pool.poolOrigin().connectionId() + " " + key,
                pool.poolNamesAndOwner().name().asText(key), connectionAndOwner, key, List.of(), "", Effect.OTHER,
                () -> jump.accept(pool));
    }
}
