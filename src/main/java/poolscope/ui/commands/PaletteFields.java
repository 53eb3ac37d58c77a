package poolscope.ui.commands;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import poolscope.pool.PoolField;
import poolscope.pool.filter.FilterFieldNames;
import poolscope.ui.commands.PaletteEntry.Effect;
import poolscope.ui.text.PoolContentsColumn;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TextsInAllLanguages;

/// The fields of pools by name, id, and names in a filter, and the columns of nodes, jobs and events by their names in
/// every language, for the palette.
///
/// @param showField
///            opens the field reference at a field
/// @param showColumn
///            opens it at a column
public record PaletteFields(Texts texts, Consumer<PoolField> showField,
        Consumer<PoolContentsColumn> showColumn) implements PaletteSource {
    /// Their names do not have the word.
    private static final Set<PoolField> ALLOCATABLE = Set.of(PoolField.CPU_CORES, PoolField.MEMORY,
            PoolField.ACCELERATORS);

    @Override
    public List<PaletteEntry> entries() {
        var allLanguages = new TextsInAllLanguages(texts);
        return Stream
                .concat(Arrays.stream(PoolField.values()).map(this::entry),
                        Arrays.stream(PoolContentsColumn.values()).map(column -> entry(column, allLanguages)))
                .toList();
    }

    private PaletteEntry entry(PoolField field) {
        var otherWords = ALLOCATABLE.contains(field) ? texts.list("palette.allocatableWords") : List.<String>of();
        var synonyms = Stream.of(List.of(field.id()), FilterFieldNames.of(field), otherWords)
                .flatMap(List::stream)
                .toList();
        return new PaletteEntry("field " + field.id(), texts.format("field." + field.id()),
                texts.format("palette.field"), "", synonyms, "", Effect.OTHER, () -> showField.accept(field));
    }

    private PaletteEntry entry(PoolContentsColumn column, TextsInAllLanguages allLanguages) {
        return new PaletteEntry("column " + column.id(), texts.format(column.id()),
                texts.format("fields.table." + column.table().name()), "",
                allLanguages.list(words -> words.format(column.id())), "", Effect.OTHER,
                () -> showColumn.accept(column));
    }
}
