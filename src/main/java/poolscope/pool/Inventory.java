package poolscope.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// All pools of one connection at one moment, and whether they are all.
///
/// @param pools
///            each pool once, in the order of the answers
/// @param readAt
///            when the last answer arrived
/// @param coverage
///            whether something may be missing
/// @param reading
///            how the list was read
/// @param narrowing
///            what the service was asked for only, in its own words, such as `status=running`: whether the list is
///            complete is said of what it finds for that. Empty when it was asked for everything
/// @param parts
///            what the inventory is put together from, each kind at most once
public record Inventory(List<Pool> pools, Instant readAt, Coverage coverage, Reading reading, String narrowing,
        List<InventoryPartReadOutcome> parts) {

    /// Whether the list is all there is.
    public sealed interface Coverage {
        /// Every pool that existed throughout the reading is here, once.
        record Complete() implements Coverage {}

        /// Still reading.
        record SoFar() implements Coverage {}

        /// Nothing was read since the program started: these are the last known pools of before.
        ///
        /// @param isWhole
        ///            whether they were all at that time
        record Earlier(boolean isWhole) implements Coverage {}

        /// The reading ended and it can't be proven that nothing is missing.
        record Incomplete(Reason reason) implements Coverage {}
    }

    /// Why a list may be incomplete.
    public enum Reason {
        /// The operator stopped the reading.
        CANCELLED,
        /// A page could not be read.
        FAILED,
        /// The service answers the same page whatever `offset` says.
        OFFSET_IGNORED,
        /// The list kept changing while it was read, or its length and `total_count` disagree.
        COUNTS_DISAGREE,
        /// Something in the list is no JSON object, so it can't be known which pool it stands for.
        UNREADABLE_ENTRIES,
        /// No more pools came although many requests were sent, or for a long time.
        GAVE_UP,
        /// The pages of the service repeat or do not end.
        ENDLESS,
        /// The pools take more memory than one reading may.
        TOO_LARGE,
        /// One generation of the API, or one workspace, could not be read: see [Inventory#parts].
        PART_FAILED,
        /// The list is longer than what can be read safely in windows that overlap.
        SEAM_UNPROVEN
    }

    /// How the list was read.
    ///
    /// @param requests
    ///            answers received, at least 1 once something was read
    /// @param expected
    ///            the last `total_count` that the service gave
    /// @param took
    ///            from the first request to the last answer
    /// @param duplicates
    ///            entries that came more than once with one id and were dropped
    /// @param unreadable
    ///            entries that are not JSON objects and were left out
    /// @param offset
    ///            what `offset` was found to mean, for the connection's details
    public record Reading(int requests, long expected, Duration took, int duplicates, int unreadable,
            OffsetMeaning offset) {}

    /// What the service takes `offset` for (the document says page, clients of sibling calls say item).
    public enum OffsetMeaning {
        /// One answer was enough, so it did not matter.
        NOT_ASKED,
        /// Index of the first item.
        ITEM,
        /// Index of the page.
        PAGE,
        /// Not looked at.
        IGNORED
    }

    public Inventory {
        pools = List.copyOf(pools);
        parts = List.copyOf(parts);
    }

    /// The last known pools of before the program started.
    ///
    /// @param readAt
    ///            when they were read
    /// @param isWhole
    ///            whether they were all at that time
    public static Inventory earlier(List<Pool> pools, Instant readAt, boolean isWhole, String narrowing) {
        boolean hasFree = pools.stream().anyMatch(pool -> pool.v2().free().source() == FreeResources.Source.METRICS);
        return new Inventory(pools, readAt, new Coverage.Earlier(isWhole),
                new Reading(0, pools.size(), Duration.ZERO, 0, 0, OffsetMeaning.NOT_ASKED), narrowing,
                hasFree
                        ? List.of(new InventoryPartReadOutcome(InventoryPartReadOutcome.Kind.METRICS,
                                new InventoryPartReadOutcome.State.Read()))
                        : List.of());
    }

    /// Whether they were read before the program started.
    public boolean isEarlier() {
        return coverage instanceof Coverage.Earlier;
    }

    /// Of one list.
    public Inventory(List<Pool> pools, Instant readAt, Coverage coverage, Reading reading, String narrowing) {
        this(pools, readAt, coverage, reading, narrowing, List.of());
    }

    /// The same pools with another coverage.
    public Inventory with(Coverage coverage) {
        return new Inventory(pools, readAt, coverage, reading, narrowing, parts);
    }

    /// The parts that were to be read and could not be.
    public List<InventoryPartReadOutcome> failedParts() {
        return parts.stream().filter(InventoryPartReadOutcome::hasFailed).toList();
    }

    /// The parts because of which pools or facts are missing: those that failed, those of which the service has more
    /// than was read, and details that the service does not offer.
    public List<InventoryPartReadOutcome> lackingParts() {
        return parts.stream().filter(this::isLacking).toList();
    }

    private boolean isLacking(InventoryPartReadOutcome part) {
        return switch (part.state()) {
            case InventoryPartReadOutcome.State.Read _, InventoryPartReadOutcome.State.NotAsked _ -> false;
            case InventoryPartReadOutcome.State.Failed _, InventoryPartReadOutcome.State.ReadInPart _ -> true;
            case InventoryPartReadOutcome.State.NotOffered _ -> switch (part.kind()) {
                case V1_POOLS, V2_POOLS, WORKSPACES -> false;
                case METRICS, MAINTENANCE -> true;
                // metrics hold the types of cards too
                case FLAVORS -> !hasRead(InventoryPartReadOutcome.Kind.METRICS);
            };
        };
    }

    private boolean hasRead(InventoryPartReadOutcome.Kind kind) {
        return parts.stream()
                .anyMatch(part -> part.kind() == kind && part.state() instanceof InventoryPartReadOutcome.State.Read);
    }

    public boolean isComplete() {
        return coverage instanceof Coverage.Complete;
    }

    /// The time comes first: it differs between two readings, so that whoever listens for changes does not compare
    /// long lists.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Inventory that && readAt.equals(that.readAt) && coverage.equals(that.coverage)
                && reading.equals(that.reading) && parts.equals(that.parts) && pools.equals(that.pools);
    }

    @Override
    public int hashCode() {
        return Objects.hash(readAt, coverage, reading);
    }
}
