package poolscope.start;

import java.util.Map;

/// What the window is opened for. The build and the benchmark set the environment variable `POOLSCOPE_PURPOSE`; an
/// option would add the parsing of options to the measured start.
public enum LaunchMode {
    /// For an operator.
    WORK,
    /// `painted`: prints when the pools are on screen, and ends at the end of standard input.
    TELL_WHEN_PAINTED,
    /// `painted-last-known`: the same when the last known pools are on screen, before any answer.
    TELL_WHEN_LAST_KNOWN_PAINTED,
    /// `rehearse`: runs the training of the AOT cache and ends.
    REHEARSE;

    public static LaunchMode of(Map<String, String> environment) {
        return switch (environment.getOrDefault("POOLSCOPE_PURPOSE", "")) {
            case "painted" -> TELL_WHEN_PAINTED;
            case "painted-last-known" -> TELL_WHEN_LAST_KNOWN_PAINTED;
            case "rehearse" -> REHEARSE;
            default -> WORK;
        };
    }
}
