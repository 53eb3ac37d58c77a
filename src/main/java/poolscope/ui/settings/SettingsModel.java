package poolscope.ui.settings;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import poolscope.live.ObservableSettings;
import poolscope.settings.ChangeComparisonBase;
import poolscope.settings.Settings;
import poolscope.settings.WindowAppearance;

/// The choices of the form of settings, kept apart from the settings in force until they are applied.
public final class SettingsModel {
    private final ObjectProperty<Settings> settings;
    private Settings before;
    private Settings draft;

    public SettingsModel(ObservableSettings settings) {
        this.settings = settings.part(all -> all, (_, next) -> next);
        before = this.settings.get();
        draft = before;
    }

    /// Begins with the settings in force.
    void open() {
        before = settings.get();
        draft = before;
    }

    <T> T get(SettingChoice<T> choice) {
        return choice.get().apply(draft);
    }

    <T> void set(SettingChoice<T> choice, T value) {
        draft = choice.with().apply(draft, value);
    }

    /// The zooms to choose from, the current one among them.
    List<Integer> zooms() {
        return Stream.concat(WindowAppearance.ZOOMS.stream(), Stream.of(get(SettingChoice.ZOOM_PERCENT)))
                .distinct()
                .sorted()
                .toList();
    }

    /// The moments to compare with. One of the history is chosen elsewhere, and offered only while it is in force.
    List<ChangeComparisonBase> comparisonBases() {
        var current = get(SettingChoice.COMPARISON_BASE);
        return Stream.of(ChangeComparisonBase.values())
                .filter(base -> base != ChangeComparisonBase.CHOSEN_MOMENT || base == current)
                .toList();
    }

    /// Puts into force what was changed in the form. Everything else stays as it is by now: a window that was moved
    /// while the form was open stays where it is.
    void apply() {
        var next = settings.get();
        for (var choice : SettingChoice.ALL)
            if (choice.isDifferent(before, draft)) next = choice.copy(draft, next);
        settings.set(next);
    }
}
