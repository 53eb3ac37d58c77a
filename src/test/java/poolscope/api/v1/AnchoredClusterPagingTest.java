package poolscope.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.PropertyCases;
import poolscope.api.v1.ChangingList.Manners;
import poolscope.api.v1.ChangingList.Offset;
import poolscope.api.v1.ChangingList.Ties;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.Inventory.OffsetMeaning;
import poolscope.pool.Inventory.Reason;

@Execution(ExecutionMode.CONCURRENT)
class AnchoredClusterPagingTest {
    /// A million and a half were run once without a silent error.
    private static final int REFRESHES = PropertyCases.times(40_000);

    static AnchoredClusterPaging<String> read(ChangingList service, int limit) {
        var anchoredClusterPaging = new AnchoredClusterPaging<String>(limit);
        while (anchoredClusterPaging.next().isPresent())
            anchoredClusterPaging.accept(service.answer(anchoredClusterPaging.next().get()));
        return anchoredClusterPaging;
    }

    static Manners still(Offset offset, int cap) {
        return new Manners(offset, cap, true, Ties.BY_ID, 0);
    }

    private static Manners random(Random random) {
        var offset = Offset.values()[random.nextInt(4)];
        int cap = switch (random.nextInt(4)) {
            case 0 -> 1 + random.nextInt(4);
            case 1 -> 5 + random.nextInt(20);
            default -> 10;
        };
        double change = new double[]{0.02, 0.1, 0.2, 0.5}[random.nextInt(4)];
        // pages of fewer than eight rows are too small to hold a group of ties and what surrounds it
        var ties = Ties.values()[random.nextInt(cap < 8 ? 2 : 3)];
        return new Manners(offset, cap, random.nextBoolean(), ties, change);
    }

    @Test
    void P01_every_stable_pool_is_shown_once_or_the_list_is_flagged() {
        int whole = 0;
        for (long seed = PropertyCases.first(); seed < PropertyCases.first() + REFRESHES; seed++) {
            var random = new Random(seed);
            var manners = random(random);
            var service = new ChangingList(manners, random.nextInt(90), seed);
            var anchoredClusterPaging = read(service, 10);
            if (anchoredClusterPaging.coverage() instanceof Coverage.Complete) {
                assertThat(service.wrongWith(anchoredClusterPaging.list().values())).as("seed %d, %s", seed, manners)
                        .isEmpty();
                whole++;
            }
        }
        assertThat(whole).as("unflagged").isGreaterThan(REFRESHES / 3);
    }

    /// Under the order of names new rows come anywhere, and the service may sort names that differ in case anew
    /// each time.
    @ParameterizedTest
    @CsvSource({"false,true", "false,false", "true,true", "true,false"})
    void P01_every_stable_pool_is_shown_once_or_the_list_is_flagged_in_each_order(boolean byName, boolean descending) {
        int whole = 0;
        for (long seed = 0; seed < REFRESHES / 4; seed++) {
            var random = new Random(seed);
            var manners = random(random).sorted(byName, descending);
            var service = new ChangingList(manners, random.nextInt(90), seed);
            var anchoredClusterPaging = read(service, 10);
            if (anchoredClusterPaging.coverage() instanceof Coverage.Complete) {
                assertThat(service.wrongWith(anchoredClusterPaging.list().values())).as("seed %d, %s", seed, manners)
                        .isEmpty();
                whole++;
            }
        }
        assertThat(whole).as("unflagged").isGreaterThan(REFRESHES / 4 / 3);
    }

    /// Names may all be one: then the service may bring any row at any place.
    @ParameterizedTest
    @ValueSource(ints = {3, 10, 50})
    void P01_a_list_of_rows_that_are_all_sorted_alike_and_come_anew_each_time_is_never_called_whole_when_it_is_not(
            int cap) {
        int flagged = 0;
        for (long seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            var rows = IntStream.range(0, 1 + random.nextInt(120))
                    .mapToObj(i -> new ClusterListEntry<>("id" + i, 7, "row " + i))
                    .collect(Collectors.toCollection(ArrayList::new));
            var anchoredClusterPaging = new AnchoredClusterPaging<String>(cap);
            while (anchoredClusterPaging.next().isPresent()) {
                Collections.shuffle(rows, random);
                var pageRequest = anchoredClusterPaging.next().get();
                int from = (int) Math.min(pageRequest.offset(), rows.size());
                anchoredClusterPaging.accept(new ClusterListPage<>(
                        List.copyOf(rows.subList(from, Math.min(from + pageRequest.limit(), rows.size()))), rows.size(),
                        true));
            }
            if (!(anchoredClusterPaging.coverage() instanceof Coverage.Complete)) flagged++;
            else
                assertThat(anchoredClusterPaging.list().values()).as("seed %d", seed).hasSameSizeAs(rows);
        }
        assertThat(flagged).isPositive();
    }

    /// Where the next page would have begun, before and after it, and at both ends.
    @ParameterizedTest
    @ValueSource(ints = {0, 5, 15, 30, 45, 60})
    void a_pool_that_is_created_anywhere_while_the_list_is_read_takes_none_away(int position) {
        int flagged = 0;
        for (int request = 2; request <= 7; request++)
            for (boolean items : List.of(true, false)) {
                int when = request;
                var list = new MovingList(items, 60, (all, now) -> {
                    if (now == when) all.createAt(position);
                });
                var anchoredClusterPaging = list.read();
                assertThat(list.lost(anchoredClusterPaging)).as("request %d, items %s", request, items).isEmpty();
                if (!(anchoredClusterPaging.coverage() instanceof Coverage.Complete)) flagged++;
            }
        assertThat(flagged).isLessThanOrEqualTo(4);
    }

    /// What `offset` means must be found out although the list hardly ever stands still for it.
    @ParameterizedTest
    @CsvSource({"ITEM,0.5", "PAGE_FROM_0,0.5", "PAGE_FROM_1,0.5", "ITEM,0.9", "PAGE_FROM_0,0.9", "PAGE_FROM_1,0.9",
            "ITEM,1.0", "PAGE_FROM_0,1.0", "PAGE_FROM_1,1.0"})
    void P01_a_long_list_that_changes_all_the_time_is_read_to_its_end(Offset offset, double change) {
        int readings = change > 0.5 ? 40 : 100;
        int lacking = 0;
        for (long seed = 0; seed < readings; seed++) {
            var service = new ChangingList(new Manners(offset, 50, true, Ties.BY_ID, change), 2500, seed);
            var anchoredClusterPaging = read(service, 1000);
            var wrong = service.wrongWith(anchoredClusterPaging.list().values());
            if (anchoredClusterPaging.coverage() instanceof Coverage.Complete)
                assertThat(wrong).as("seed %d", seed).isEmpty();
            else
                assertThat(anchoredClusterPaging.coverage()).as("read to the end, seed %d", seed)
                        .isEqualTo(new Coverage.Incomplete(Reason.COUNTS_DISAGREE));
            if (wrong.isPresent()) lacking++;
        }
        assertThat(lacking).as("readings that lack a stable pool").isLessThanOrEqualTo(readings / 100);
    }

    /// What the service says of the total has nothing to do with the list. Only a total below the truth may hide rows:
    /// where a page happens to end there, it looks like the end.
    @Test
    void P01_P05_a_total_that_is_too_high_loses_nothing_unflagged_and_costs_few_requests() {
        int still = 0;
        for (long seed = 0; seed < REFRESHES / 4; seed++) {
            var random = new Random(seed);
            var manners = random(random);
            if (random.nextBoolean())
                manners = new Manners(manners.offset(), manners.cap(), manners.descending(), manners.ties(), 0);
            int size = 1 + random.nextInt(90);
            var service = new ChangingList(manners, size, seed);
            int lie = random.nextInt(4);
            var anchoredClusterPaging = new AnchoredClusterPaging<String>(10);
            while (anchoredClusterPaging.next().isPresent()) {
                var page = service.answer(anchoredClusterPaging.next().get());
                long total = switch (lie) {
                    case 0 -> page.total() + 1;
                    case 1 -> page.total() * 11 / 10 + 1;
                    case 2 -> Integer.MAX_VALUE;
                    default -> page.total() + 5L * service.requests;
                };
                anchoredClusterPaging.accept(new ClusterListPage<>(page.entries(), total, true));
            }
            var shown = anchoredClusterPaging.list().values();
            if (anchoredClusterPaging.coverage() instanceof Coverage.Complete)
                assertThat(service.wrongWith(shown)).as("seed %d, %s, lie %d", seed, manners, lie).isEmpty();
            if (manners.change() > 0 || manners.offset() == Offset.IGNORED || manners.ties() == Ties.ANEW) continue;
            still++;
            assertThat(shown).as("seed %d, %s, lie %d, size %d", seed, manners, lie, size)
                    .hasSize(size)
                    .doesNotHaveDuplicates();
            assertThat(anchoredClusterPaging.coverage()).isNotEqualTo(new Coverage.Complete());
            assertThat(service.requests).as("seed %d, %s, lie %d", seed, manners, lie)
                    .isLessThanOrEqualTo(3 * Math.ceilDiv(size, Math.max(1, Math.min(10, manners.cap()) / 3)) + 60);
        }
        assertThat(still).isGreaterThan(REFRESHES / 20);
    }

    /// The obvious loop: the same oracle must catch it, or it proves nothing.
    @Test
    void P01_the_oracle_catches_a_naive_loop() {
        int wrong = 0;
        for (long seed = 0; seed < 1000; seed++) {
            var service = new ChangingList(new Manners(Offset.ITEM, 10, true, Ties.NONE, 0.2), 60, seed);
            var shown = new ArrayList<String>();
            ClusterListPage<String> page;
            do {
                page = service.answer(new PageRequest(shown.size(), 10));
                page.entries().forEach(clusterListEntry -> shown.add(String.valueOf(clusterListEntry.value())));
            } while (!page.entries().isEmpty() && shown.size() < page.total());
            if (service.wrongWith(shown).isPresent()) wrong++;
        }
        assertThat(wrong).isGreaterThan(300);
    }

    @Test
    void P02_a_list_that_fits_into_one_answer_costs_one_request() {
        assertThat(read(new ChangingList(still(Offset.ITEM, 5000), 999, 1), 1000).requests()).isEqualTo(1);
        assertThat(read(new ChangingList(still(Offset.ITEM, 5000), 1000, 1), 1000).requests()).isEqualTo(1);
        assertThat(read(new ChangingList(still(Offset.ITEM, 5000), 1001, 1), 1000).requests()).isEqualTo(2);
        assertThat(read(new ChangingList(still(Offset.PAGE_FROM_0, 5000), 1001, 1), 1000).requests()).isEqualTo(3);
        assertThat(read(new ChangingList(still(Offset.PAGE_FROM_1, 5000), 1001, 1), 1000).requests())
                .isLessThanOrEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(value = Offset.class, names = "IGNORED", mode = EnumSource.Mode.EXCLUDE)
    void P03_P04_an_unchanging_list_comes_out_whole_and_unflagged_under_any_cap(Offset offset) {
        for (int cap : List.of(1, 2, 3, 4, 5, 7, 10, 13, 49, 50, 51, 100, 999, 1000))
            for (int size : List.of(0, 1, 2, 3, 4, 5, 6, 7, 12, 13, 24, 25, 26, 49, 50, 51, 60, 61, 99, 100, 101, 360,
                    361, 999, 1000, 1001, 2000, 2001, 2500)) {
                var service = new ChangingList(still(offset, cap), size, 7);
                var anchoredClusterPaging = read(service, 1000);
                assertThat(anchoredClusterPaging.coverage())
                        .as("%s, cap %d, size %d, %d requests", offset, cap, size, service.requests)
                        .isEqualTo(new Coverage.Complete());
                assertThat(anchoredClusterPaging.list().values()).hasSize(size);
                assertThat(service.wrongWith(anchoredClusterPaging.list().values())).isEmpty();
                assertThat(service.requests).isLessThanOrEqualTo(Math.ceilDiv(size, Math.min(cap, 1000)) * 2 + 10);
            }
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "50", "1000"})
    void P03_a_service_that_ignores_offset_is_found_out_within_three_requests(int cap) {
        var service = new ChangingList(still(Offset.IGNORED, cap), 2500, 1);
        var anchoredClusterPaging = read(service, 1000);
        assertThat(anchoredClusterPaging.coverage()).isEqualTo(new Coverage.Incomplete(Reason.OFFSET_IGNORED));
        assertThat(anchoredClusterPaging.offsetMeaning()).isEqualTo(OffsetMeaning.IGNORED);
        assertThat(service.requests).isLessThanOrEqualTo(3);
        assertThat(anchoredClusterPaging.list().pools()).isEqualTo(cap);
    }

    @ParameterizedTest
    @EnumSource(value = Offset.class, names = "IGNORED", mode = EnumSource.Mode.EXCLUDE)
    void a_hundred_thousand_pools_take_about_a_hundred_requests(Offset offset) {
        var service = new ChangingList(still(offset, 1000), 100_000, 1);
        var anchoredClusterPaging = read(service, 1000);
        assertThat(anchoredClusterPaging.coverage()).isEqualTo(new Coverage.Complete());
        assertThat(anchoredClusterPaging.list().pools()).isEqualTo(100_000);
        assertThat(service.requests).isLessThanOrEqualTo(110);
    }

    /// Each answer is as long as asked for, so it could be that something follows; but never is there anything new.
    @Test
    void P05_paging_ends_although_full_pages_that_bring_nothing_new_keep_coming() {
        int size = 30;
        var anchoredClusterPaging = new AnchoredClusterPaging<String>(10);
        while (anchoredClusterPaging.next().isPresent()) {
            var pageRequest = anchoredClusterPaging.next().get();
            int from = (int) Math.min(pageRequest.offset(), size - pageRequest.limit());
            var rows = IntStream.range(from, from + pageRequest.limit())
                    .mapToObj(i -> new ClusterListEntry<>("row " + i, 1000L - i, "row " + i))
                    .toList();
            anchoredClusterPaging.accept(new ClusterListPage<>(rows, 1_000_000_000, true));
        }
        assertThat(anchoredClusterPaging.requests()).isLessThanOrEqualTo(3 * Math.ceilDiv(size, 8) + 60);
        assertThat(anchoredClusterPaging.list().pools()).isEqualTo(size);
        assertThat(anchoredClusterPaging.coverage()).isEqualTo(new Coverage.Incomplete(Reason.GAVE_UP));
    }

    @Test
    void a_total_that_is_not_sent_is_paged_by_content_and_flagged() {
        for (var offset : List.of(Offset.ITEM, Offset.PAGE_FROM_0, Offset.PAGE_FROM_1))
            for (int size : List.of(1, 5, 10, 11, 35, 100)) {
                var service = new ChangingList(still(offset, 10), size, 1);
                var anchoredClusterPaging = new AnchoredClusterPaging<String>(10);
                while (anchoredClusterPaging.next().isPresent()) {
                    var page = service.answer(anchoredClusterPaging.next().get());
                    anchoredClusterPaging
                            .accept(new ClusterListPage<>(page.entries(), ClusterListPage.NOT_REPORTED, true));
                }
                assertThat(anchoredClusterPaging.list().pools()).as("%s, size %d", offset, size).isEqualTo(size);
                assertThat(anchoredClusterPaging.coverage()).isEqualTo(new Coverage.Incomplete(Reason.COUNTS_DISAGREE));
            }
    }

    @Test
    void of_two_entries_with_one_id_the_last_is_kept_and_counted() {
        var anchoredClusterPaging = new AnchoredClusterPaging<String>(10);
        anchoredClusterPaging.accept(new ClusterListPage<>(List.of(new ClusterListEntry<>("a", 3, "first"),
                new ClusterListEntry<>("b", 2, "b"), new ClusterListEntry<>("a", 1, "last")), 3, true));
        assertThat(anchoredClusterPaging.list().values()).containsExactly("b", "last");
        assertThat(anchoredClusterPaging.list().duplicates()).isEqualTo(1);
        assertThat(anchoredClusterPaging.list().pools()).isEqualTo(2);
        assertThat(anchoredClusterPaging.coverage()).isEqualTo(new Coverage.Incomplete(Reason.COUNTS_DISAGREE));
    }

    @Test
    void entries_without_id_are_kept_apart_and_come_out_once() {
        for (int cap : List.of(2, 3, 5)) {
            var all = new ArrayList<ClusterListEntry<String>>();
            for (int i = 0; i < 23; i++)
                all.add(i % 7 == 3
                        ? new ClusterListEntry<>(null, 100 - i, i % 2 == 0 ? null : "nameless " + i)
                        : new ClusterListEntry<>("id" + i, 100 - i, "row " + i));
            var anchoredClusterPaging = new AnchoredClusterPaging<String>(cap);
            while (anchoredClusterPaging.next().isPresent()) {
                var pageRequest = anchoredClusterPaging.next().get();
                int from = (int) Math.min(pageRequest.offset(), 23);
                anchoredClusterPaging.accept(
                        new ClusterListPage<>(all.subList(from, Math.min(from + pageRequest.limit(), 23)), 23, true));
            }
            assertThat(anchoredClusterPaging.list().size()).as("cap %d", cap).isEqualTo(23);
            assertThat(anchoredClusterPaging.list().unreadable()).isEqualTo(1);
            assertThat(anchoredClusterPaging.coverage()).isEqualTo(new Coverage.Incomplete(Reason.UNREADABLE_ENTRIES));
        }
    }
}
