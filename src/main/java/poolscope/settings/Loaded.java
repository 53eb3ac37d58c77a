package poolscope.settings;

import java.util.List;

/// What a start works with.
///
/// @param notices
///            what the operator should be told, empty when all is well
public record Loaded(Settings settings, List<Notice> notices) {
    public Loaded {
        notices = List.copyOf(notices);
    }
}
