package poolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.api.ApiTarget;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.inventory.InventoryReader;
import poolscope.connection.Credentials;
import poolscope.connection.PoolQuery;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.TestQueries;
import poolscope.demo.DemoOffsetMode;
import poolscope.demo.Fault;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.Inventory.Reason;
import poolscope.pool.Pool;

/// A list of 2,500 pools whose `total_count` is wrong: everything is read, with few requests, and it is said that the
/// numbers disagree.
@Execution(ExecutionMode.CONCURRENT)
class WrongTotalTest {
    /// Requests are counted.
    private static final PoolQuery V1_ONLY = TestQueries.V1_ONLY;
    private static final int POOLS = 2500;
    /// Three pages, and what it takes to find out what `offset` means and that nothing follows.
    private static final int FEW = 12;

    /// What the service says instead of the total.
    ///
    /// @param said
    ///            of the right total and the number of the answer, from 0; empty for no `total_count` at all
    record Lie(String name, Optional<Said> said, boolean isTrue) {
        interface Said {
            long total(long right, long answer);
        }

        static Lie of(String name, LongUnaryOperator wrong) {
            return new Lie(name, Optional.of((right, _) -> wrong.applyAsLong(right)), false);
        }

        Fault fault() {
            var answers = new AtomicLong();
            return new Fault.Edited(body -> {
                long answer = answers.getAndIncrement();
                var total = said.map(it -> "\"total_count\":" + it.total(POOLS, answer)).orElse("\"other\":0");
                return body.replaceFirst("\"total_count\":\\s*\\d+", total);
            });
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private record Case(DemoOffsetMode offset, Lie lie) {
        @Override
        public String toString() {
            return "offset " + offset + ", total_count " + lie;
        }
    }

    static Stream<Case> cases() {
        var lies = Stream
                .of(new Lie("right", Optional.of((right, _) -> right), true), Lie.of("one more", right -> right + 1),
                        Lie.of("one less", right -> right - 1), Lie.of("10 % more", right -> right * 11 / 10),
                        Lie.of("10 % less", right -> right * 9 / 10), Lie.of("half", right -> right / 2),
                        Lie.of("2147483647", _ -> Integer.MAX_VALUE),
                        Lie.of("9 * 10^18", _ -> 9_000_000_000_000_000_000L),
                        new Lie("500 more with every answer", Optional.of((right, answer) -> right + 500 * answer),
                                false),
                        new Lie("absent", Optional.empty(), false))
                .toList();
        return Stream.of(DemoOffsetMode.ITEM, DemoOffsetMode.PAGE, DemoOffsetMode.PAGE_FROM_ONE)
                .flatMap(offset -> lies.stream().map(lie -> new Case(offset, lie)));
    }

    private static TestCloud cloud(DemoOffsetMode offset) throws Exception {
        return TestCloud.start(TestCloudSettings.of(POOLS).withDrift(false).withOffset(offset));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void all_pools_are_read_with_few_requests_and_a_wrong_total_is_said(Case wrong) throws Exception {
        try (var cloud = cloud(wrong.offset)) {
            cloud.failAll(wrong.lie.fault());
            var inventory = read(cloud);
            assertThat(inventory.pools()).extracting(Pool::key).doesNotHaveDuplicates().hasSize(POOLS);
            assertThat(cloud.requestCount()).isLessThanOrEqualTo(FEW).isEqualTo(inventory.reading().requests());
            assertThat(inventory.coverage()).isEqualTo(
                    wrong.lie.isTrue ? new Coverage.Complete() : new Coverage.Incomplete(Reason.COUNTS_DISAGREE));
        }
    }

    @ParameterizedTest
    @MethodSource("someCases")
    void export_writes_all_rows_and_ends_with_3_when_the_total_is_wrong(Case wrong) throws Exception {
        try (var cloud = cloud(wrong.offset)) {
            cloud.failAll(wrong.lie.fault());
            var terminal = new Terminal();
            assertThat(terminal.export(cloud, "--format", "json")).isEqualTo(wrong.lie.isTrue ? 0 : 3);
            assertThat(new ObjectMapper().readTree(terminal.rows())).hasSize(POOLS);
            assertThat(terminal.words()).contains("2500 pools were written");
        }
    }

    /// Of each kind one.
    static Stream<Case> someCases() {
        return cases().filter(one -> Set.of("right", "one more", "2147483647", "absent").contains(one.lie.name));
    }

    /// Small pages take more requests, at most three a page and sixty beside; none becomes smaller because of
    /// the total.
    @ParameterizedTest
    @MethodSource("someCases")
    void a_service_that_gives_small_pages_is_read_to_the_end(Case wrong) throws Exception {
        int page = 50;
        try (var cloud = TestCloud
                .start(TestCloudSettings.of(POOLS).withDrift(false).withOffset(wrong.offset).withLimitCap(page))) {
            cloud.failAll(wrong.lie.fault());
            var inventory = read(cloud);
            assertThat(inventory.pools()).extracting(Pool::key).doesNotHaveDuplicates().hasSize(POOLS);
            assertThat(cloud.requestCount()).isLessThanOrEqualTo(3 * POOLS / page + 60);
            assertThat(inventory.isComplete()).isEqualTo(wrong.lie.isTrue);
        }
    }

    /// One that is wrong once may be so by chance, and is asked for again.
    @Test
    void a_service_whose_count_is_always_wrong_is_not_asked_twice_for_every_page() throws Exception {
        int page = 50;
        try (var cloud = TestCloud.start(TestCloudSettings.of(POOLS).withDrift(false).withLimitCap(page))) {
            int usual = read(cloud).reading().requests();
            int before = cloud.requestCount();
            cloud.failAll(new Fault.Edited(body -> body.replaceFirst("\"count\":\\s*\\d+", "\"count\":7777")));
            var inventory = read(cloud);
            assertThat(inventory.pools()).hasSize(POOLS);
            assertThat(inventory.coverage()).isEqualTo(new Coverage.Incomplete(Reason.COUNTS_DISAGREE));
            assertThat(cloud.requestCount() - before).isEqualTo(inventory.reading().requests()).isEqualTo(usual + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 12, 999, 1000, 1001})
    void a_short_list_with_a_total_beyond_all_measure_is_read_at_once(int pools) throws Exception {
        for (var offset : DemoOffsetMode.values())
            try (var cloud = TestCloud.start(TestCloudSettings.of(pools).withDrift(false).withOffset(offset))) {
                cloud.failAll(Lie.of("2147483647", _ -> Integer.MAX_VALUE).fault());
                var inventory = read(cloud);
                assertThat(inventory.pools()).as("%s", offset)
                        .hasSize(offset == DemoOffsetMode.IGNORED ? Math.min(pools, 1000) : pools);
                assertThat(inventory.isComplete()).isFalse();
                assertThat(cloud.requestCount()).as("%s", offset).isLessThanOrEqualTo(FEW);
            }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "[]", "\"a\"", "true"})
    void a_list_with_an_entry_that_is_no_object_is_shown_and_not_whole(String entry) throws Exception {
        try (var cloud = cloud(DemoOffsetMode.ITEM)) {
            cloud.failAll(
                    Fault.body("{\"total_count\":2,\"count\":2,\"clusters\":[{\"cluster_id\":\"a\"}," + entry + "]}"));
            var inventory = read(cloud);
            assertThat(inventory.pools()).hasSize(1);
            assertThat(inventory.coverage()).isEqualTo(new Coverage.Incomplete(Reason.UNREADABLE_ENTRIES));
            assertThat(inventory.reading().unreadable()).isEqualTo(1);
            var terminal = new Terminal();
            assertThat(terminal.export(cloud)).isEqualTo(3);
            assertThat(terminal.words()).startsWith("Incomplete: 1 of 2 pools were read")
                    .contains("unreadable: 1")
                    .hasLineCount(1);
        }
    }

    @Test
    void a_pool_that_is_sent_twice_is_shown_once_and_the_list_is_not_whole() throws Exception {
        try (var cloud = cloud(DemoOffsetMode.ITEM)) {
            cloud.failAll(
                    Fault.body("{\"total_count\":2,\"clusters\":[{\"cluster_id\":\"a\"},{\"cluster_id\":\"a\"}]}"));
            assertThat(read(cloud).reading().duplicates()).isEqualTo(1);
            var terminal = new Terminal();
            assertThat(terminal.export(cloud)).isEqualTo(3);
            assertThat(terminal.words()).startsWith("Incomplete: 1 of 2 pools were read")
                    .contains("under one id: 1")
                    .hasLineCount(1);
        }
    }

    /// An answer of nothing but entries that take two bytes on the way and a hundred here.
    @ParameterizedTest
    @ValueSource(strings = {"0,", "{},"})
    void millions_of_entries_in_one_answer_are_no_list(String entry) throws Exception {
        try (var cloud = cloud(DemoOffsetMode.ITEM)) {
            cloud.failAll(Fault.body("{\"clusters\":[" + entry.repeat(15_000_000 / entry.length()) + "0]}"));
            var terminal = new Terminal();
            assertThat(terminal.export(cloud)).isEqualTo(5);
            assertThat(terminal.words()).contains("more than 100,000 entries").hasLineCount(1);
            assertThat(terminal.rows()).isEmpty();
        }
    }

    @Test
    void a_list_of_nothing_that_is_a_pool_ends_and_is_not_whole() throws Exception {
        try (var cloud = cloud(DemoOffsetMode.ITEM)) {
            cloud.failAll(Fault.body("{\"total_count\":0,\"clusters\":[[]]}"));
            var inventory = read(cloud);
            assertThat(inventory.pools()).isEmpty();
            assertThat(inventory.coverage()).isEqualTo(new Coverage.Incomplete(Reason.COUNTS_DISAGREE));
            assertThat(cloud.requestCount()).isLessThanOrEqualTo(FEW);
            var terminal = new Terminal();
            assertThat(terminal.export(cloud)).isEqualTo(3);
        }
    }

    private static Inventory read(TestCloud cloud) throws Exception {
        var serviceAndProject = ServiceAndProject
                .of(new ServiceAndProject.Draft("c", "Demo", "", cloud.endpoint().toString(), cloud.projectId()))
                .orThrow();
        try (var reader = InventoryReader.open(ApiTarget.of(serviceAndProject, Credentials.NONE).withQuery(V1_ONLY),
                RequestClockAndTimeouts.real())) {
            return reader.read(_ -> {
            });
        }
    }
}
