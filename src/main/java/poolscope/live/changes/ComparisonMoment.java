package poolscope.live.changes;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import poolscope.settings.ChangeComparisonBase;
import poolscope.settings.ChangeTrackingSettings;

/// The moment with which the pools are compared.
///
/// @param wanted
///            the moment that the operator chose; empty for the refresh before the last one
/// @param actual
///            when the pools that they are compared with were known, of all connections the latest such time; empty
///            before anything was read
/// @param isEarliest
///            whether nothing is kept of the moment that was wanted, so that the first that is kept stands for it
/// @param snapshot
///            the file with which the pools are compared; empty when it is what was recorded here, and `base` says which
///            moment of that
public record ComparisonMoment(ChangeComparisonBase base, Optional<Instant> wanted, Optional<Instant> actual,
        boolean isEarliest, Optional<SnapshotComparisonCoverage> snapshot) {
    private static final Duration DAY = Duration.ofDays(1);
    /// A base that moves with each refresh would be compared anew each time.
    private static final long STEP_SECONDS = Duration.ofMinutes(10).toSeconds();

    /// A moment of what was recorded here.
    public ComparisonMoment(ChangeComparisonBase base, Optional<Instant> wanted, Optional<Instant> actual,
            boolean isEarliest) {
        this(base, wanted, actual, isEarliest, Optional.empty());
    }

    /// The same for some connections.
    ComparisonMoment ofConnections(Set<String> ids) {
        return new ComparisonMoment(base, wanted, actual, isEarliest, snapshot.map(file -> file.ofConnections(ids)));
    }

    /// The moment to show: what was wanted when it is kept, or else what stands for it.
    public Optional<Instant> shown() {
        return isEarliest || wanted.isEmpty() ? actual : wanted;
    }

    /// The moment that these settings mean now; empty for the refresh before the last one.
    static Optional<Instant> wanted(ChangeTrackingSettings settings, Instant now, ZoneId zone) {
        return switch (settings.base()) {
            case LAST_LOOK -> Optional.of(settings.lastLook().orElse(Instant.EPOCH));
            case SHIFT_START -> Optional.of(settings.beginningOfShift(now, zone));
            case PREVIOUS_REFRESH -> Optional.empty();
            case DAY_AGO -> Optional.of(
                    Instant.ofEpochSecond(Math.floorDiv(now.minus(DAY).getEpochSecond(), STEP_SECONDS) * STEP_SECONDS));
            case CHOSEN_MOMENT -> Optional.of(settings.chosenMoment().orElse(Instant.EPOCH));
        };
    }
}
