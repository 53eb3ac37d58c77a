package poolscope.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import poolscope.connection.ServiceAndProject;
import poolscope.live.AllConnectionsStatus;
import poolscope.live.AllConnectionsStatus.SourceStatus;
import poolscope.live.RefreshState;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.PoolField;
import poolscope.pool.Pools;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.table.ArrangedPools;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.pool.table.PoolSet;
import poolscope.pool.table.SortOrder;
import poolscope.pool.table.TableQuery;

class TicketPoolListHeadingTextTest {
    private static final Instant EIGHT = Instant.parse("2026-03-01T08:00:00Z");

    private static TicketPoolListHeadingText in(Locale locale) {
        var texts = Texts.of(locale);
        var zone = ZoneOffset.ofHours(8);
        var times = new TimeText(texts, zone);
        return new TicketPoolListHeadingText(texts, new PoolFieldText(texts, zone), times,
                new ConnectionStateText(texts, times, new FailureText(texts)));
    }

    private static SourceStatus source(String name, Coverage coverage) {
        var read = Pools.inventory(new Pools(1).some(30));
        var state = new RefreshState.Loaded(EIGHT);
        return new SourceStatus(
                new ServiceAndProject("c", name, Optional.of("cn-north-4"), URI.create("https://example.com"),
                        "project"),
                state, state, Optional.of(new Inventory(read.pools(), EIGHT, coverage, read.reading(), "", List.of())),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static ArrangedPools shown(String filter, SortOrder sortOrder) {
        return ArrangedPools.of(PoolSet.holding(new Pools(1).some(30)),
                new TableQuery(PoolFilter.parse(filter).filter(), sortOrder, PoolGroupingCriterion.NONE), EIGHT);
    }

    @Test
    void it_names_counts_filter_order_source_and_the_time_of_the_data_with_its_offset() {
        var shown = shown("status!=running", SortOrder.by(PoolField.STATUS, true));
        assertThat(in(Locale.ENGLISH).head(shown, shown.size(),
                new AllConnectionsStatus(List.of(source("Prod", new Coverage.Complete())))))
                .isEqualTo("""
                        **Matching pools: %d of 30** (PoolScope)

                        - Filter: `status!=running`
                        - Order: Status ↓
                        - Source: Prod / cn-north-4, 30 pools, read 2026-03-01 16:00 (UTC+08:00)"""
                        .formatted(shown.size()));
    }

    @Test
    void a_partial_list_and_rows_left_out_are_said() {
        var head = in(Locale.ENGLISH).head(shown("", SortOrder.AS_SENT), 5, new AllConnectionsStatus(
                List.of(source("Prod", new Coverage.Incomplete(Inventory.Reason.COUNTS_DISAGREE)))));
        assertThat(head).contains("- Filter: none", "- May be incomplete or out of date. Prod")
                .startsWith("**Pools: the first 5 of 30** (PoolScope)\n")
                .doesNotContain("Order:");
    }

    @Test
    void the_title_says_in_one_sentence_how_many_of_how_many_pools_are_listed() {
        var none = new AllConnectionsStatus(List.of());
        var all = shown("", SortOrder.AS_SENT);
        var matching = shown("status!=running", SortOrder.AS_SENT);
        var chinese = in(Locale.SIMPLIFIED_CHINESE);
        assertThat(chinese.head(all, 30, none)).startsWith("**30 个资源池**（PoolScope）\n");
        assertThat(chinese.head(all, 20, none)).startsWith("**30 个资源池中的前 20 个**（PoolScope）\n");
        assertThat(chinese.head(matching, matching.size(), none))
                .startsWith("**30 个资源池中有 %d 个符合筛选条件**（PoolScope）\n".formatted(matching.size()));
        assertThat(chinese.head(matching, 2, none))
                .startsWith("**符合筛选条件的 %d 个资源池（共 30 个）中的前 2 个**（PoolScope）\n".formatted(matching.size()));
        assertThat(in(Locale.ENGLISH).head(matching, 2, none)).startsWith(
                "**Matching pools: the first 2 of %d; 30 in all** (PoolScope)\n".formatted(matching.size()));
    }

    @Test
    void a_filter_with_a_backtick_stays_one_piece_of_code() {
        var head = in(Locale.ENGLISH).head(shown("desc:\"a`b\"", SortOrder.AS_SENT), 0,
                new AllConnectionsStatus(List.of()));
        assertThat(head).contains("- Filter: `` desc:\"a`b\" ``");
    }

    @Test
    void in_Chinese_the_filter_is_in_Chinese_too() {
        var head = in(Locale.SIMPLIFIED_CHINESE).head(shown("status:abnormal", SortOrder.AS_SENT), 1,
                new AllConnectionsStatus(List.of(source("生产", new Coverage.Complete()))));
        assertThat(head).contains("筛选：`状态:异常`", "来源：生产 / cn-north-4，30 个资源池，读取于 2026-03-01 16:00 (UTC+08:00)");
    }
}
