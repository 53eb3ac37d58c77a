package poolscope.ui.commands;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import poolscope.pool.PoolField;
import poolscope.pool.filter.FilterFieldNames;
import poolscope.ui.text.Texts;

/// The fields of pools by name, id, and names in a filter, for the palette.
///
/// @param show
///            opens the field reference at a field
public record PaletteFields(Texts texts, Consumer<PoolField> show) implements PaletteSource {
    /// Their names do not have the word.
    private static final Set<PoolField> ALLOCATABLE = Set.of(PoolField.CPU_CORES, PoolField.MEMORY,
            PoolField.ACCELERATORS);

    @Override
    public List<PaletteEntry> entries() {
        return Arrays.stream(PoolField.values()).map(this::entry).toList();
    }

    private PaletteEntry entry(PoolField field) {
        var otherWords = ALLOCATABLE.contains(field) ? texts.list("palette.allocatableWords") : List.<String>of();
        var synonyms = Stream.of(List.of(field.id()), FilterFieldNames.of(field), otherWords)
                .flatMap(List::stream)
                .toList();
        return new PaletteEntry("field " + field.id(), texts.format("field." + field.id()),
                texts.format("palette.field"), synonyms, "", true, () -> show.accept(field));
    }
}
