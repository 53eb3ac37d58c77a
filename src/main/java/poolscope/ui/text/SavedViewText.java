package poolscope.ui.text;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import poolscope.pool.ExternalTextCleaner;
import poolscope.settings.SavedView;

/// Formats views. Their content may come from an untrusted file.
public final class SavedViewText {
    private final Texts texts;

    public SavedViewText(Texts texts) {
        this.texts = texts;
    }

    /// The name of a view.
    ///
    /// @param builtIn
    ///            the predefined view it is, if any: their names are translated
    public String name(SavedView savedView, Optional<? extends Enum<?>> builtIn) {
        return builtIn.map(one -> texts.format("view." + one.name())).orElse(savedView.name());
    }

    /// The name, and which pools a predefined view shows.
    public String meaning(String name, Optional<? extends Enum<?>> builtIn) {
        return builtIn.map(one -> texts.format("view.meaning." + one.name()))
                .map(meaning -> name + "\n" + meaning)
                .orElse(name);
    }

    /// The name with the state of the view, for screen readers.
    public String state(String name, boolean isChanged) {
        return isChanged ? texts.format("views.changed", name) : name;
    }

    /// The name, and what on screen is different from the view.
    public String differences(String name, Collection<? extends Enum<?>> differences) {
        if (differences.isEmpty()) return name;
        var parts = differences.stream()
                .map(each -> texts.format("views.difference." + each.name()))
                .collect(Collectors.joining(texts.format("list.join")));
        return texts.format("views.changed.what", name, parts);
    }

    public String scope(SavedView.Scope scope) {
        return switch (scope) {
            case SavedView.Scope.AsTicked _ -> texts.format("views.scope.ticked");
            case SavedView.Scope.Named(List<String> names) -> texts.format("views.scope.named",
                    ExternalTextCleaner.of(String.join(texts.format("list.join"), names)));
            case SavedView.Scope.Group(String name) -> texts.format("views.scope.group", ExternalTextCleaner.of(name));
        };
    }

    public String connection(String name) {
        return ExternalTextCleaner.of(name);
    }
}
