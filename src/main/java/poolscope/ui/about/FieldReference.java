package poolscope.ui.about;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import poolscope.pool.PoolField;
import poolscope.pool.filter.FilterFieldNames;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TextsInAllLanguages;

/// The fields of pools in the reference: names in every language, in the API and in a filter, unit and meaning.
final class FieldReference {
    private final Texts texts;
    private final TextsInAllLanguages allLanguages;

    FieldReference(Texts texts) {
        this.texts = texts;
        allLanguages = new TextsInAllLanguages(texts);
    }

    /// A section for each group of fields.
    List<ReferenceSection> sections() {
        return Arrays.stream(PoolField.Group.values())
                .map(group -> new ReferenceSection(texts.format("group." + group.name()), entries(group)))
                .toList();
    }

    private List<ReferenceEntry> entries(PoolField.Group group) {
        return Arrays.stream(PoolField.values()).filter(field -> field.group() == group).map(this::entry).toList();
    }

    private ReferenceEntry entry(PoolField field) {
        var lines = lines(field);
        return new ReferenceEntry(Optional.of(field), lines,
                () -> ReferenceEntryView.entry("field-entry", ReferenceEntryView.title(lines.getFirst(), "field-title"),
                        lines.subList(1, lines.size()), String.join("\n", lines)));
    }

    /// Both names; the meaning; the API's name and the unit; the name in a filter.
    private List<String> lines(PoolField field) {
        var lines = new ArrayList<String>();
        lines.add(allLanguages.oneLine(words -> words.format("field." + field.id())));
        lines.add(texts.format("field." + field.id() + ".meaning"));
        lines.add(texts.format("fields.word", field.id(), texts.format("unit." + field.unit().name())));
        var names = FilterFieldNames.of(field);
        if (!names.isEmpty()) lines.add(texts.format("fields.filter", String.join(texts.format("list.join"), names)));
        return lines;
    }
}
