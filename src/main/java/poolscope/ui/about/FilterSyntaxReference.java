package poolscope.ui.about;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import poolscope.ui.text.Texts;

/// The syntax of filters in the reference: an example, which a click puts into the filter, and what it means.
final class FilterSyntaxReference {
    private final Texts texts;
    private final Consumer<String> useExample;

    FilterSyntaxReference(Texts texts, Consumer<String> useExample) {
        this.texts = texts;
        this.useExample = useExample;
    }

    ReferenceSection section() {
        return new ReferenceSection(texts.format("fields.syntax"),
                Arrays.stream(FilterSyntaxElement.values()).map(this::entry).toList());
    }

    private ReferenceEntry entry(FilterSyntaxElement syntax) {
        var example = texts.format("syntax." + syntax.name() + ".example");
        var meaning = texts.format("syntax." + syntax.name());
        return new ReferenceEntry(Optional.empty(), List.of(example, meaning), () -> ReferenceEntryView
                .entry("reference-entry", link(example), List.of(meaning), example + "\n" + meaning));
    }

    private Node link(String example) {
        var link = new Hyperlink(example);
        link.getStyleClass().add("filter-example");
        link.setAccessibleText(texts.format("fields.syntax.use", example));
        link.setOnAction(_ -> useExample.accept(example));
        return link;
    }
}
