package poolscope.live;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import poolscope.pool.table.GroupCollapseState;
import poolscope.pool.table.GroupKey;
import poolscope.pool.table.PoolArrangement;

/// Creates the lines of the table from an arrangement: rows of pools, and headers of groups.
final class TableLineBuilder {

    /// The lines of an arrangement, created in the background; group headers are updated on the FX thread.
    ///
    /// @param lines
    ///            an index in `rows` or, when negative, `~` of the index of a group
    /// @param rows
    ///            the pools in the order shown, in folded groups too
    record Plan(int[] lines, PoolRow[] rows, List<GroupRow.Now> groups) {

        static Plan of(PoolArrangement made, PoolRow[] all, GroupCollapseState groupCollapseState) {
            var rows = new PoolRow[made.size()];
            for (int i = 0; i < rows.length; i++)
                rows[i] = all[made.order()[i]];
            var list = Arrays.asList(rows);
            var groups = made.groups()
                    .stream()
                    .map(g -> new GroupRow.Now(g, list.subList(g.from(), g.to()), groupCollapseState.isFolded(g.key())))
                    .toList();
            return new Plan(groups.isEmpty() ? new int[0] : made.lines(groupCollapseState::isFolded), rows, groups);
        }
    }

    private Map<GroupKey, GroupRow> heads = Map.of();

    /// The lines, with existing group headers reused; these keep their old content until [#updateHeaders].
    TableLine[] of(Plan plan) {
        if (plan.groups().isEmpty()) {
            heads = Map.of();
            return plan.rows();
        }
        var next = HashMap.<GroupKey, GroupRow>newHashMap(plan.groups().size());
        for (var now : plan.groups())
            next.put(now.group().key(), heads.getOrDefault(now.group().key(), new GroupRow(now)));
        heads = next;
        var lines = new TableLine[plan.lines().length];
        for (int i = 0; i < lines.length; i++) {
            int place = plan.lines()[i];
            lines[i] = place >= 0 ? plan.rows()[place] : headOf(plan.groups().get(~place));
        }
        return lines;
    }

    /// Updates the content of the group headers.
    void updateHeaders(Plan plan) {
        for (var now : plan.groups())
            headOf(now).show(now);
    }

    private GroupRow headOf(GroupRow.Now now) {
        return Objects.requireNonNull(heads.get(now.group().key()));
    }
}
