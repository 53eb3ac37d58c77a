package poolscope.settings;

import java.util.List;

/// What was loaded from a file, or from a folder of files: there is always a value to start with.
///
/// @param notices
///            what to show to the operator, empty when all is well
public record LoadedValueWithNotices<T>(T value, List<FileNotice> notices) {
    public LoadedValueWithNotices {
        notices = List.copyOf(notices);
    }
}
