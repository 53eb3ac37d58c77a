package poolscope.settings;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/// With what the pools are compared to find their changes, and whether what was known of them is kept.
///
/// @param chosenMoment
///            the moment of [ChangeComparisonBase#CHOSEN_MOMENT], to the millisecond
/// @param lastLook
///            when somebody last looked at the window before being away, or acknowledged all changes, to the
///            millisecond; empty before the first time
/// @param lastSeen
///            when the window was last in use, so that a start of the program knows how long nobody looked
/// @param firstShift
///            when a shift begins, to the minute
/// @param secondShift
///            when the other shift begins
/// @param isHistoryKept
///            whether what is known of the pools is written to the disk and shown at the next start
public record ChangeTrackingSettings(ChangeComparisonBase base, Optional<Instant> chosenMoment,
        Optional<Instant> lastLook, Optional<Instant> lastSeen, LocalTime firstShift, LocalTime secondShift,
        boolean isHistoryKept) {

    public ChangeTrackingSettings {
        chosenMoment = chosenMoment.map(ChangeTrackingSettings::toMillis);
        lastLook = lastLook.map(ChangeTrackingSettings::toMillis);
        lastSeen = lastSeen.map(ChangeTrackingSettings::toMillis);
        firstShift = firstShift.truncatedTo(ChronoUnit.MINUTES);
        secondShift = secondShift.truncatedTo(ChronoUnit.MINUTES);
    }

    private static Instant toMillis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    public static ChangeTrackingSettings defaults() {
        return new ChangeTrackingSettings(ChangeComparisonBase.LAST_LOOK, Optional.empty(), Optional.empty(),
                Optional.empty(), LocalTime.of(8, 0), LocalTime.of(20, 0), true);
    }

    /// When the current shift began.
    public Instant beginningOfShift(Instant now, ZoneId zone) {
        return Stream.of(firstShift, secondShift)
                .map(time -> last(time, now, zone))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /// The last moment, not after `now`, at which it was that time of day.
    public static Instant last(LocalTime time, Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        var then = today.atTime(time).atZone(zone).toInstant();
        return then.isAfter(now) ? today.minusDays(1).atTime(time).atZone(zone).toInstant() : then;
    }

    /// Compared with this from now on.
    public ChangeTrackingSettings withBase(ChangeComparisonBase base) {
        return new ChangeTrackingSettings(base, chosenMoment, lastLook, lastSeen, firstShift, secondShift,
                isHistoryKept);
    }

    /// Compared with that moment from now on.
    public ChangeTrackingSettings withChosenMoment(Instant moment) {
        return new ChangeTrackingSettings(ChangeComparisonBase.CHOSEN_MOMENT, Optional.of(moment), lastLook, lastSeen,
                firstShift, secondShift, isHistoryKept);
    }

    public ChangeTrackingSettings withLastLook(Instant lastLook) {
        return new ChangeTrackingSettings(base, chosenMoment, Optional.of(lastLook), lastSeen, firstShift, secondShift,
                isHistoryKept);
    }

    public ChangeTrackingSettings withLastSeen(Instant lastSeen) {
        return new ChangeTrackingSettings(base, chosenMoment, lastLook, Optional.of(lastSeen), firstShift, secondShift,
                isHistoryKept);
    }

    public ChangeTrackingSettings withShifts(LocalTime first, LocalTime second) {
        return new ChangeTrackingSettings(base, chosenMoment, lastLook, lastSeen, first, second, isHistoryKept);
    }

    public ChangeTrackingSettings withHistoryKept(boolean isKept) {
        return new ChangeTrackingSettings(base, chosenMoment, lastLook, lastSeen, firstShift, secondShift, isKept);
    }
}
