package poolscope.live.changes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import poolscope.settings.ChangeTrackingSettings;

/// Notices when somebody comes back to the window after having been away from it: what they left behind is what changes
/// are compared with. An absence that is shorter than half an hour, also while the program does not run, is none.
public final class OperatorAbsenceDetector {
    private static final Duration SHORTEST_ABSENCE = Duration.ofMinutes(30);

    private final ObjectProperty<ChangeTrackingSettings> settings;
    private final Clock clock;
    private Optional<Instant> leftAt;

    /// @param settings
    ///            hold when the window was last in use, and when somebody last came back
    public OperatorAbsenceDetector(ObjectProperty<ChangeTrackingSettings> settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        leftAt = Optional.of(settings.get().lastSeen().orElse(clock.instant()));
        if (settings.get().lastLook().isEmpty()) settings.set(settings.get().withLastLook(leftAt.get()));
    }

    /// The window got the focus, or lost it.
    public void setInUse(boolean isInUse) {
        if (isInUse == leftAt.isEmpty()) return;
        var now = clock.instant();
        if (!isInUse) {
            leftAt = Optional.of(now);
            settings.set(settings.get().withLastSeen(now));
            return;
        }
        leftAt.filter(left -> Duration.between(left, now).compareTo(SHORTEST_ABSENCE) >= 0)
                .ifPresent(left -> settings.set(settings.get().withLastLook(left)));
        leftAt = Optional.empty();
    }
}
