package poolscope.ui.text;

import java.util.List;
import java.util.Optional;
import poolscope.settings.View;

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
    public String name(View view, Optional<? extends Enum<?>> builtIn) {
        return builtIn.map(one -> texts.say("view." + one.name())).orElse(view.name());
    }

    /// The name with the state of the view, for who does not see the dot.
    public String state(String name, boolean isChanged) {
        return isChanged ? texts.say("views.changed", name) : name;
    }

    public String scope(View.Scope scope) {
        return switch (scope) {
            case View.Scope.AsTicked _ -> texts.say("views.scope.ticked");
            case View.Scope.Named(List<String> names) -> texts.say("views.scope.named", Inert.text(String.join(", ", names)));
            case View.Scope.Group(String name) -> texts.say("views.scope.group", Inert.text(name));
        };
    }

    public String connection(String name) {
        return Inert.text(name);
    }
}
