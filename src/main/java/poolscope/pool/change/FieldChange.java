package poolscope.pool.change;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import poolscope.pool.DisplayDecimals;
import poolscope.pool.FieldValue;
import poolscope.pool.FreeResources;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.pool.V2OnlyPoolFields;

/// One field of a pool whose value is another one now. `from` and `to` are never equal.
public record FieldChange(PoolField field, FieldValue from, FieldValue to) {
    private static final List<PoolField> COMPARED = Arrays.stream(PoolField.values())
            .filter(FieldChange::isCompared)
            .toList();

    /// The fields that differ, in the order of the catalogue.
    static List<FieldChange> between(Pool before, Pool after) {
        if (saysTheSame(before, after)) return List.of();
        List<FieldChange> changes = new ArrayList<>(0);
        for (var field : COMPARED) {
            FieldValue from = field.of(before);
            FieldValue to = field.of(after);
            if (!from.equals(to) && !field.identity(before).equals(field.identity(after)))
                changes.add(new FieldChange(field, from, to));
        }
        return changes;
    }

    /// Whether all that compared fields are read from is equal. Most pools are as they were, and to compare these parts
    /// takes much less time than to read some forty fields of each.
    private static boolean saysTheSame(Pool before, Pool after) {
        return before.status().equals(after.status())
                && before.allocatableResources().equals(after.allocatableResources())
                && before.poolNodeGroups().equals(after.poolNodeGroups())
                && before.poolNamesAndOwner().equals(after.poolNamesAndOwner())
                && before.createdAt().equals(after.createdAt()) && before.billing().equals(after.billing())
                && before.knownUndocumentedFields().equals(after.knownUndocumentedFields())
                && saysTheSame(before.v2(), after.v2());
    }

    /// Of free resources only cards are compared.
    private static boolean saysTheSame(V2OnlyPoolFields before, V2OnlyPoolFields after) {
        return before == after || before.free().accelerators().equals(after.free().accelerators())
                && before.withFree(FreeResources.NOT_REPORTED).equals(after.withFree(FreeResources.NOT_REPORTED));
    }

    /// Whether a difference is a change of the pool. Free CPU and free memory are different in every answer; blocks of
    /// free cards differ because nodes were read; names of the connection are the operator's own; the estimated end, the
    /// period bought and since when the status is what it is follow from others.
    public static boolean isCompared(PoolField field) {
        return switch (field) {
            case FREE_CPU_CORES, FREE_MEMORY, LARGEST_FREE_BLOCK, WHOLE_FREE_NODES, CONNECTION, REGION, API, ID,
                    ESTIMATED_END, STATUS_SINCE, BOUGHT ->
                false;
            default -> true;
        };
    }

    /// Whether another field says the same change: the portion of available nodes stands for these counts.
    public boolean isRepetition() {
        return switch (field) {
            case NODE_COUNT, AVAILABLE_NODES, UNAVAILABLE_NODES -> true;
            default -> false;
        };
    }

    /// Whether people are shown another text: numbers have two decimals at most, and times are to the minute.
    public boolean isVisible() {
        if (from instanceof FieldValue.Number(var before) && to instanceof FieldValue.Number(var after))
            return !shown(before).equals(shown(after));
        if (from instanceof FieldValue.Time(var before) && to instanceof FieldValue.Time(var after))
            return !before.truncatedTo(ChronoUnit.MINUTES).equals(after.truncatedTo(ChronoUnit.MINUTES));
        return true;
    }

    private FieldValue shown(BigDecimal number) {
        var display = field.unit() == PoolField.Unit.MEBIBYTES ? DisplayDecimals.gibibytes(number) : number;
        return new FieldValue.Number(DisplayDecimals.rounded(display));
    }

    /// Fewer free cards are neither worse nor better: they are in use.
    public ChangeBetterOrWorse meaning() {
        return switch (field) {
            case STATUS -> ofStatus();
            case NODES, NODE_COUNT, AVAILABLE_NODES, CPU_CORES, MEMORY, ACCELERATORS -> ofAmount();
            case UNAVAILABLE_NODES, ABNORMAL_NODES -> ofAmount().opposite();
            case NEXT_MAINTENANCE -> ofMaintenance();
            default -> ChangeBetterOrWorse.NEUTRAL;
        };
    }

    private ChangeBetterOrWorse ofAmount() {
        if (!from.isKnown() || !to.isKnown()) return ChangeBetterOrWorse.NEUTRAL;
        return from.compareTo(to) > 0 ? ChangeBetterOrWorse.WORSE : ChangeBetterOrWorse.BETTER;
    }

    private ChangeBetterOrWorse ofMaintenance() {
        if (!from.isKnown()) return ChangeBetterOrWorse.WORSE;
        return to.isKnown() ? ChangeBetterOrWorse.NEUTRAL : ChangeBetterOrWorse.BETTER;
    }

    private ChangeBetterOrWorse ofStatus() {
        if (!(from instanceof FieldValue.State(PoolStatus before))
                || !(to instanceof FieldValue.State(PoolStatus after)))
            return ChangeBetterOrWorse.NEUTRAL;
        int worse = Integer.compare(severity(after), severity(before));
        if (worse == 0) return ChangeBetterOrWorse.NEUTRAL;
        return worse > 0 ? ChangeBetterOrWorse.WORSE : ChangeBetterOrWorse.BETTER;
    }

    /// An unknown status does not count as a fault, like *deploying*.
    private static int severity(PoolStatus status) {
        return switch (status.kind()) {
            case RUNNING -> 0;
            case DEPLOYING, OTHER -> 1;
            case CONCERNING -> 2;
            case ABNORMAL -> 3;
        };
    }
}
