package poolscope.live.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import poolscope.pool.table.ArrangedPools;
import poolscope.pool.table.GonePools;
import poolscope.pool.table.GroupCollapseState;
import poolscope.pool.table.PoolGroupIdentity;

/// Creates the lines of the table from an arrangement: rows of pools, pools that are gone, and headers of groups.
final class TableLineBuilder {

    /// The lines of an arrangement, created in the background; group headers are updated on the FX thread.
    ///
    /// @param lines
    ///            an index in `rows`, behind them one in `gone` or, when negative, `~` of the index of a group; empty
    ///            when the lines are the rows
    /// @param rows
    ///            the pools in the order shown, in folded groups too
    /// @param gone
    ///            pools that are gone, from top to bottom
    record Plan(int[] lines, PoolRow[] rows, List<GonePoolRow> gone, List<GroupRow.Now> groups) {

        static Plan of(ArrangedPools made, PoolRow[] all, GroupCollapseState groupCollapseState,
                List<GonePools.Line> gone) {
            var rows = new PoolRow[made.size()];
            for (int i = 0; i < rows.length; i++)
                rows[i] = all[made.order()[i]];
            var list = Arrays.asList(rows);
            var groups = made.groups()
                    .stream()
                    .map(g -> new GroupRow.Now(g, list.subList(g.from(), g.to()), groupCollapseState.isFolded(g.key())))
                    .toList();
            return new Plan(groups.isEmpty() && gone.isEmpty() ? new int[0] : lines(made, groupCollapseState, gone),
                    rows, gone.stream().map(line -> new GonePoolRow(line.pool())).toList(), groups);
        }

        private static int[] lines(ArrangedPools made, GroupCollapseState groupCollapseState,
                List<GonePools.Line> gone) {
            if (gone.isEmpty()) return made.lines(groupCollapseState::isFolded);
            var lines = IntStream.builder();
            if (made.groups().isEmpty()) addRun(lines, new Run(-1, 0, made.size()), gone, made.size());
            for (int i = 0; i < made.groups().size(); i++) {
                var group = made.groups().get(i);
                lines.add(~i);
                if (!groupCollapseState.isFolded(group.key()))
                    addRun(lines, new Run(i, group.from(), group.to()), gone, made.size());
            }
            if (!made.groups().isEmpty()) addRun(lines, new Run(-1, made.size(), made.size()), gone, made.size());
            return lines.build().toArray();
        }

        /// A group's places in the order.
        private record Run(int group, int from, int to) {}

        private static void addRun(IntStream.Builder lines, Run run, List<GonePools.Line> gone, int pools) {
            int place = run.from;
            for (int i = 0; i < gone.size(); i++) {
                if (gone.get(i).group() != run.group) continue;
                for (; place < gone.get(i).place(); place++)
                    lines.add(place);
                lines.add(pools + i);
            }
            for (; place < run.to; place++)
                lines.add(place);
        }
    }

    private Map<PoolGroupIdentity, GroupRow> heads = Map.of();

    /// The lines, with existing group headers reused; these keep their old content until [#updateHeaders].
    TableRowItem[] of(Plan plan) {
        if (plan.groups().isEmpty() && plan.gone().isEmpty()) {
            heads = Map.of();
            return plan.rows();
        }
        var next = HashMap.<PoolGroupIdentity, GroupRow>newHashMap(plan.groups().size());
        for (var now : plan.groups())
            next.put(now.group().key(), heads.getOrDefault(now.group().key(), new GroupRow(now)));
        heads = next;
        var lines = new TableRowItem[plan.lines().length];
        for (int i = 0; i < lines.length; i++) {
            int place = plan.lines()[i];
            lines[i] = place < 0
                    ? headOf(plan.groups().get(~place))
                    : place < plan.rows().length ? plan.rows()[place] : plan.gone().get(place - plan.rows().length);
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
