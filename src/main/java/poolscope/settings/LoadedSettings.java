package poolscope.settings;

import java.util.List;

/// What a start works with.
///
/// @param notices
///            what to show to the operator, empty when all is well
public record LoadedSettings(Settings settings, List<FileNotice> notices) {
    public LoadedSettings {
        notices = List.copyOf(notices);
    }
}
