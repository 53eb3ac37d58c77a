package poolscope.ui.text;

import java.util.List;
import java.util.Optional;
import poolscope.settings.SavedView;

/// Views in words. What stands in one may come from a stranger's file.
public final class ViewText {
    private final Texts texts;

    public ViewText(Texts texts) {
        this.texts = texts;
    }

    /// What a view is called.
    ///
    /// @param builtIn
    ///            which of the built-in views it is, if any: those are called what the language calls them
    public String name(SavedView savedView, Optional<? extends Enum<?>> builtIn) {
        return builtIn.map(one -> texts.format("view." + one.name())).orElse(savedView.name());
    }

    /// The name with the state of the view, for who does not see the dot.
    public String state(String name, boolean isChanged) {
        return isChanged ? texts.format("views.changed", name) : name;
    }

    public String scope(SavedView.Scope scope) {
        return switch (scope) {
            case SavedView.Scope.AsTicked _ -> texts.format("views.scope.ticked");
            case SavedView.Scope.Named(List<String> names) ->
                texts.format("views.scope.named", SafeText.text(String.join(", ", names)));
            case SavedView.Scope.Group(String name) -> texts.format("views.scope.group", SafeText.text(name));
        };
    }

    public String connection(String name) {
        return SafeText.text(name);
    }
}
