package poolscope.ui.about;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import poolscope.ui.text.PoolContentsColumn;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TextsInAllLanguages;

/// The columns of nodes, jobs and events in the reference: names in every language, and meaning.
final class PoolContentsReference {
    private final Texts texts;
    private final TextsInAllLanguages allLanguages;

    PoolContentsReference(Texts texts) {
        this.texts = texts;
        allLanguages = new TextsInAllLanguages(texts);
    }

    /// A section for each table.
    List<ReferenceSection> sections() {
        return Arrays.stream(PoolContentsColumn.Table.values())
                .map(table -> new ReferenceSection(texts.format("fields.table." + table.name()),
                        table.columns().stream().map(this::entry).toList()))
                .toList();
    }

    private ReferenceEntry entry(PoolContentsColumn column) {
        var name = allLanguages.oneLine(words -> words.format(column.id()));
        var meaning = texts.format(column.meaningId());
        return new ReferenceEntry(Optional.of(column), List.of(name, meaning),
                () -> ReferenceEntryView.entry("reference-entry", ReferenceEntryView.title(name, "field-title"),
                        List.of(meaning), name + "\n" + meaning));
    }
}
