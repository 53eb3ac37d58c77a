package poolscope.start;

import java.util.Map;

/// What the window is opened for. The build and the benchmark state theirs by the variable `POOLSCOPE_PURPOSE`; not by
/// an option, because reading options is work that a start by double-click does not have.
public enum LaunchMode {
    /// A person is to work with it.
    WORK,
    /// `painted`: it says on standard output when the pools are on screen, and ends when standard input does.
    TELL_WHEN_PAINTED,
    /// `rehearse`: it goes through the work once and ends, for the AOT cache to remember what that takes.
    REHEARSE;

    public static LaunchMode of(Map<String, String> environment) {
        return switch (environment.getOrDefault("POOLSCOPE_PURPOSE", "")) {
            case "painted" -> TELL_WHEN_PAINTED;
            case "rehearse" -> REHEARSE;
            default -> WORK;
        };
    }
}
