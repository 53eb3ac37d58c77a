package poolscope.ui.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import poolscope.api.Failure;
import poolscope.live.AllConnectionsStatus;
import poolscope.live.RefreshState;
import poolscope.pool.Inventory;
import poolscope.pool.InventoryPartReadOutcome;

/// Says what is missing of connections, and what is shown instead, so that a part is never taken for the whole.
public final class IncompleteConnectionsText {
    private static final int MOST_NAMES = 3;

    private final Texts texts;
    private final TimeText times;
    private final FailureText failures;
    private final ReadSummaryText readings;

    IncompleteConnectionsText(Texts texts, TimeText times, FailureText failures) {
        this.texts = texts;
        this.times = times;
        this.failures = failures;
        readings = new ReadSummaryText(texts);
    }

    /// What is missing of these connections, each cause once, with the names of its connections or, when there are
    /// many, their number.
    public String of(List<AllConnectionsStatus.SourceStatus> lines) {
        var alike = lines.stream()
                .collect(Collectors.groupingBy(sourceStatus -> shortfall("", sourceStatus), LinkedHashMap::new,
                        Collectors.toList()));
        return alike.values()
                .stream()
                .map(some -> shortfall(names(some), some.getFirst()))
                .collect(Collectors.joining(texts.format("shortfall.join")));
    }

    private String names(List<AllConnectionsStatus.SourceStatus> lines) {
        return lines.size() > MOST_NAMES
                ? texts.format("shortfall.connections", lines.size())
                : lines.stream()
                        .map(sourceStatus -> sourceStatus.serviceAndProject().name())
                        .collect(Collectors.joining(texts.format("shortfall.names.join")));
    }

    /// What is missing of one connection, and what is shown instead. Empty when nothing is missing.
    public String of(AllConnectionsStatus.SourceStatus sourceStatus) {
        return shortfall(sourceStatus.serviceAndProject().name(), sourceStatus);
    }

    private String shortfall(String connection, AllConnectionsStatus.SourceStatus sourceStatus) {
        if (!sourceStatus.isShort()) return lackingFacts(connection, sourceStatus);
        return switch (sourceStatus.outcome()) {
            case RefreshState.Failed(var failure, var _, var _) ->
                ended(connection, sourceStatus, failures.description(failure));
            case RefreshState.Broken broken -> ended(connection, sourceStatus, programErrors(texts, times, broken));
            case RefreshState.GaveUp(var _, var reason, var pools, var reading) ->
                ended(connection, sourceStatus, texts.format("shortfall.gaveUp",
                        texts.format("reason." + reason.name()), readings.share(pools, reading)));
            case RefreshState.Cancelled _ when sourceStatus.completeness() != AllConnectionsStatus.Completeness.PART ->
                ended(connection, sourceStatus, texts.format("shortfall.stopped"));
            case RefreshState.Idle _, RefreshState.Loading _, RefreshState.Loaded _, RefreshState.Cancelled _ ->
                sourceStatus.inventory().map(shown -> shown(connection, sourceStatus, shown)).orElse("");
        };
    }

    private String shown(String connection, AllConnectionsStatus.SourceStatus sourceStatus, Inventory inventory) {
        return switch (inventory.coverage()) {
            case Inventory.Coverage.Complete _, Inventory.Coverage.SoFar _ -> "";
            case Inventory.Coverage.Earlier _ ->
                texts.format("shortfall.earlier", connection, times.moment(inventory.readAt()));
            case Inventory.Coverage.Incomplete(var reason) -> incomplete(connection, sourceStatus, reason);
        };
    }

    private String incomplete(String connection, AllConnectionsStatus.SourceStatus sourceStatus,
            Inventory.Reason reason) {
        return reason == Inventory.Reason.PART_FAILED
                ? texts.format("shortfall.part.failed", connection, lackingParts(sourceStatus))
                : texts.format("shortfall.part", connection, texts.format("reason." + reason.name()),
                        readings.lacking(sourceStatus.inventory().orElseThrow()));
    }

    /// The list is complete, but some details of its pools are not known.
    private String lackingFacts(String connection, AllConnectionsStatus.SourceStatus sourceStatus) {
        return sourceStatus.lackingParts().isEmpty()
                ? ""
                : texts.format("shortfall.facts", connection, lackingParts(sourceStatus));
    }

    private String lackingParts(AllConnectionsStatus.SourceStatus sourceStatus) {
        return texts.sentences(sourceStatus.lackingParts().stream().map(this::lackingPart).toList());
    }

    private String lackingPart(InventoryPartReadOutcome part) {
        var name = texts.format("part." + part.kind().name());
        return switch (part.state()) {
            case InventoryPartReadOutcome.State.Failed(Failure failure) -> failures.notRead(name, failure);
            case InventoryPartReadOutcome.State.ReadInPart(int entries) -> texts.format("part.inPart", name, entries);
            case InventoryPartReadOutcome.State.NotOffered _ -> texts.format("part.notOffered", name);
            case InventoryPartReadOutcome.State.Failed _, InventoryPartReadOutcome.State.Read _, InventoryPartReadOutcome.State.NotAsked _ ->
                "";
        };
    }

    private String ended(String connection, AllConnectionsStatus.SourceStatus sourceStatus, String what) {
        return sourceStatus.inventory()
                .map(i -> sourceStatus.completeness() == AllConnectionsStatus.Completeness.OLD || i.isEarlier()
                        ? texts.format("shortfall.failed", connection, what,
                                i.isEarlier() ? times.moment(i.readAt()) : times.clock(i.readAt()))
                        : texts.format("shortfall.failed.part", connection, what, readings.share(i)))
                .orElseGet(() -> texts.format("shortfall.failed.nothing", connection, what));
    }

    /// How often an error of this program ended a refresh, and since when.
    static String programErrors(Texts texts, TimeText times, RefreshState.Broken state) {
        return texts.format("shortfall.broken", state.times(), times.clock(state.since()));
    }
}
