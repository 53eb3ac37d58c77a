package poolscope.api.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.Failure;
import poolscope.api.HttpTimeouts;
import poolscope.api.RawServer;
import poolscope.api.ReadMemoryLimit;
import poolscope.api.ReadProgress;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.connection.Credentials;
import poolscope.connection.PoolQuery;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.TestQueries;
import poolscope.demo.AccessRequirement;
import poolscope.demo.DemoOffsetMode;
import poolscope.demo.Fault;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.pool.FieldValue;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.Inventory.Reason;
import poolscope.pool.Pool;

/// The whole room against the stand-in cloud, over real HTTP.
@Timeout(60)
class ClusterListReaderTest {

    static ClusterListReader reader(TestCloud cloud, Credentials credentials) {
        return reader(cloud, credentials, PoolQuery.ALL);
    }

    static ClusterListReader reader(TestCloud cloud, Credentials credentials, PoolQuery query) {
        var serviceAndProject = ServiceAndProject
                .of(new ServiceAndProject.Draft("c", "Demo", "here", cloud.endpoint().toString(), cloud.projectId()))
                .orThrow();
        var real = RequestClockAndTimeouts.real();
        return ClusterListReader.open(ApiTarget.of(serviceAndProject, credentials).withQuery(query),
                new RequestClockAndTimeouts(real.clock(), real.nanoTime(), real.random(), _ -> {
                }, HttpTimeouts.DEFAULT));
    }

    static PoolQuery pages(int size) {
        return TestQueries.pages(size);
    }

    private static Inventory read(TestCloud cloud, int limit) throws ApiException, InterruptedException {
        try (var reader = reader(cloud, Credentials.NONE, pages(limit))) {
            return reader.read(_ -> {
            });
        }
    }

    private static TestCloudSettings still(int pools) {
        return TestCloudSettings.of(pools).withDrift(false);
    }

    @ParameterizedTest
    @CsvSource({"ITEM,0,137", "PAGE,0,137", "PAGE_FROM_ONE,0,137", "ITEM,1,23", "PAGE,1,23", "PAGE_FROM_ONE,1,23",
            "ITEM,10,137", "PAGE,10,137", "PAGE_FROM_ONE,10,137", "PAGE,50,2500", "ITEM,100,2500"})
    void P03_P04_every_pool_comes_once_whatever_offset_means_and_whatever_the_cap(DemoOffsetMode offset, int cap,
            int pools) throws Exception {
        try (var cloud = TestCloud.start(still(pools).withOffset(offset).withLimitCap(cap))) {
            var inventory = read(cloud, cap == 0 ? 20 : 1000);
            assertThat(inventory.coverage()).isEqualTo(new Coverage.Complete());
            assertThat(inventory.pools()).hasSize(pools).extracting(Pool::key).doesNotHaveDuplicates();
            assertThat(inventory.reading().requests()).isEqualTo(cloud.requestCount());
            assertThat(inventory.reading().expected()).isEqualTo(pools);
        }
    }

    @ParameterizedTest
    @CsvSource({"ITEM,CREATED_AT,DESC", "ITEM,CREATED_AT,ASC", "ITEM,CLUSTER_NAME,DESC", "ITEM,CLUSTER_NAME,ASC",
            "PAGE,CREATED_AT,DESC", "PAGE,CREATED_AT,ASC", "PAGE,CLUSTER_NAME,DESC", "PAGE,CLUSTER_NAME,ASC"})
    void every_pool_comes_once_in_each_order_that_can_be_asked_for(DemoOffsetMode offset, PoolQuery.SortBy sortBy,
            PoolQuery.Order order) throws Exception {
        var query = new PoolQuery("", "", sortBy, order, 20);
        try (var cloud = TestCloud.start(still(137).withOffset(offset));
                var reader = reader(cloud, Credentials.NONE, query)) {
            var inventory = reader.read(_ -> {
            });
            assertThat(inventory.coverage()).isEqualTo(new Coverage.Complete());
            assertThat(inventory.pools()).extracting(Pool::key)
                    .containsExactlyInAnyOrderElementsOf(cloud.fleet().ids());
            var sorted = sortBy == PoolQuery.SortBy.CREATED_AT
                    ? Comparator.comparing((Pool pool) -> ((FieldValue.Time) pool.createdAt()).instant())
                    : Comparator.comparing((Pool pool) -> ((FieldValue.Text) pool.poolNamesAndOwner().name()).text());
            assertThat(inventory.pools())
                    .isSortedAccordingTo(order == PoolQuery.Order.ASC ? sorted : sorted.reversed());
            assertThat(inventory.narrowing()).isEmpty();
        }
    }

    @Test
    void what_a_connection_asks_for_arrives_signed_as_it_was_typed() throws Exception {
        var query = new PoolQuery("池 a+b&c=d%20/?#~é😀", "running", PoolQuery.SortBy.CREATED_AT, PoolQuery.Order.DESC,
                20);
        try (var cloud = TestCloud
                .start(still(5).withAccess(new AccessRequirement.Signature("AKDEMO", "secretdemo", "")));
                var reader = reader(cloud, Credentials.accessKey("AKDEMO", "secretdemo", "").orThrow(), query)) {
            var inventory = reader.read(_ -> {
            });
            assertThat(inventory.pools()).isEmpty();
            assertThat(inventory.narrowing()).isEqualTo("cluster_name=池 a+b&c=d%20/?#~é😀, status=running");
            var sent = cloud.requests().getLast().query();
            assertThat(sent).contains("cluster_name="
                    + URLEncoder.encode(query.name(), StandardCharsets.UTF_8).replace("+", "%20").replace("%7E", "~"));
        }
    }

    @Test
    void P02_one_request_when_one_is_enough() throws Exception {
        try (var cloud = TestCloud.start(still(1000))) {
            assertThat(read(cloud, 1000).isComplete()).isTrue();
            assertThat(cloud.requestCount()).isEqualTo(1);
        }
    }

    @Test
    void P03_a_service_that_ignores_offset_is_flagged_within_three_requests() throws Exception {
        try (var cloud = TestCloud.start(still(300).withOffset(DemoOffsetMode.IGNORED))) {
            var inventory = read(cloud, 100);
            assertThat(inventory.coverage()).isEqualTo(new Coverage.Incomplete(Reason.OFFSET_IGNORED));
            assertThat(inventory.pools()).hasSize(100);
            assertThat(cloud.requestCount()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void P01_a_list_that_changes_while_it_is_read_has_no_pool_twice() throws Exception {
        for (var offset : List.of(DemoOffsetMode.ITEM, DemoOffsetMode.PAGE))
            for (int seed = 0; seed < 20; seed++)
                try (var cloud = TestCloud.start(still(200).withOffset(offset).withSeed(seed).withChangeRate(0.3))) {
                    assertThat(read(cloud, 20).pools()).extracting(Pool::key).doesNotHaveDuplicates();
                }
    }

    @Test
    void tells_after_each_answer_how_far_it_is_and_gives_the_pools_on_demand() throws Exception {
        try (var cloud = TestCloud.start(still(95).withOffset(DemoOffsetMode.ITEM));
                var reader = reader(cloud, Credentials.NONE, pages(20))) {
            var seen = new ArrayList<ReadProgress>();
            var sizes = new ArrayList<Integer>();
            var inventory = reader.read(readProgress -> {
                seen.add(readProgress);
                assertThat(readProgress.inventory().get().coverage()).isEqualTo(new Coverage.SoFar());
                sizes.add(readProgress.inventory().get().pools().size());
            });
            assertThat(seen).extracting(ReadProgress::requests).containsExactly(1, 2, 3, 4, 5);
            assertThat(seen).extracting(ReadProgress::pools).isEqualTo(sizes).isSorted();
            assertThat(seen).extracting(ReadProgress::expected).containsOnly(95L);
            assertThat(seen).extracting(ReadProgress::elapsed).allMatch(Duration::isPositive);
            assertThat(sizes).startsWith(20);
            assertThat(seen.getLast().inventory().get()).isEqualTo(inventory);
            assertThat(inventory.pools()).hasSize(95);
        }
    }

    @Test
    void a_reading_that_was_begun_asks_for_nothing_twice_and_tells_of_each_answer() throws Exception {
        try (var cloud = TestCloud.start(still(95).withOffset(DemoOffsetMode.ITEM));
                var begun = reader(cloud, Credentials.NONE, pages(20));
                var usual = reader(cloud, Credentials.NONE, pages(20));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var expected = usual.read(_ -> {
            });
            int before = cloud.requestCount();
            begun.prefetch(threads);
            var seen = new ArrayList<Integer>();
            var inventory = begun.read(readProgress -> seen.add(readProgress.inventory().get().pools().size()));
            assertThat(inventory.pools()).extracting(Pool::key)
                    .isEqualTo(expected.pools().stream().map(Pool::key).toList())
                    .hasSize(95);
            assertThat(inventory.isComplete()).isTrue();
            assertThat(cloud.requestCount() - before).isEqualTo(before);
            assertThat(seen).hasSize(before - 1).startsWith(20).isSorted();
            begun.read(_ -> {
            });
            assertThat(cloud.requestCount()).as("the next one begins anew").isEqualTo(3 * before);
        }
    }

    @Test
    @Timeout(60)
    void a_beginning_that_no_thread_takes_up_is_made_up_for_by_the_reading() throws Exception {
        var ended = Executors.newSingleThreadExecutor();
        ended.shutdown();
        List<Executor> threads = List.of(ended, _ -> {
            // Accepted and never run, as the queue of an executor that is shut down.
        });
        try (var cloud = TestCloud.start(still(3)); var reader = reader(cloud, Credentials.NONE)) {
            for (var none : threads) {
                int before = cloud.requestCount();
                reader.prefetch(none);
                assertThat(reader.read(_ -> {
                }).pools()).hasSize(3);
                assertThat(cloud.requestCount() - before).isEqualTo(1);
            }
        }
    }

    @Test
    @Timeout(60)
    void closing_ends_a_reading_that_waits_for_its_beginning_as_it_ends_any_other() throws Exception {
        try (var cloud = TestCloud.start(still(3)); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            cloud.script(new Fault.Stall());
            var reader = reader(cloud, Credentials.NONE);
            reader.prefetch(threads);
            var reading = threads.submit(() -> reader.read(_ -> {
            }));
            while (cloud.requestCount() == 0)
                Thread.onSpinWait();
            reader.close();
            assertThatThrownBy(reading::get).cause().isInstanceOfAny(ApiException.class, InterruptedException.class);
        }
    }

    @Test
    void a_beginning_that_failed_is_the_failure_of_the_reading_and_not_of_the_next_one() throws Exception {
        try (var cloud = TestCloud.start(still(3));
                var reader = reader(cloud, Credentials.NONE);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            cloud.script(Fault.status(404));
            reader.prefetch(threads);
            assertThatThrownBy(() -> reader.read(_ -> {
            })).isInstanceOf(ApiException.class);
            assertThat(reader.read(_ -> {
            }).pools()).hasSize(3);
        }
    }

    @Test
    void P23_a_beginning_that_was_refused_is_not_forgotten_when_a_person_asks_for_it() throws Exception {
        try (var cloud = TestCloud.start(still(3).withAccess(AccessRequirement.token("MIIGtoken")));
                var reader = reader(cloud, Credentials.token("other").orThrow())) {
            reader.prefetch(Runnable::run);
            reader.release();
            assertRefused(reader);
            assertRefused(reader);
            assertThat(cloud.requestCount()).isEqualTo(1);
            reader.release();
            assertRefused(reader);
            assertThat(cloud.requestCount()).isEqualTo(2);
        }
    }

    @Test
    void an_interrupt_ends_a_beginning_that_is_waited_for() throws Exception {
        var asleep = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        RequestClockAndTimeouts.Sleeper forEver = _ -> {
            asleep.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                ended.countDown();
            }
        };
        try (var cloud = TestCloud.start(still(3)); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var real = RequestClockAndTimeouts.real();
            var requestClockAndTimeouts = new RequestClockAndTimeouts(real.clock(), real.nanoTime(), real.random(),
                    forEver, HttpTimeouts.DEFAULT);
            var serviceAndProject = ServiceAndProject
                    .of(new ServiceAndProject.Draft("c", "Demo", "", cloud.endpoint().toString(), cloud.projectId()))
                    .orThrow();
            cloud.script(Fault.status(503));
            try (var reader = ClusterListReader.open(ApiTarget.of(serviceAndProject, Credentials.NONE),
                    requestClockAndTimeouts)) {
                reader.prefetch(threads);
                asleep.await();
                Thread.currentThread().interrupt();
                assertThatThrownBy(() -> reader.read(_ -> {
                })).isInstanceOf(InterruptedException.class);
                assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void P15_faults_that_pass_leave_no_trace_in_the_list() throws Exception {
        try (var cloud = TestCloud.start(still(95).withOffset(DemoOffsetMode.ITEM))) {
            cloud.script(Fault.status(503), Fault.pass(), new Fault.Truncate(700), new Fault.TruncateChunked(700),
                    Fault.pass(), Fault.body(""), Fault.pass(), new Fault.Gzip());
            assertThat(read(cloud, 20)).satisfies(i -> assertThat(i.isComplete()).isTrue())
                    .extracting(i -> i.pools().size())
                    .isEqualTo(95);
        }
    }

    @Test
    void signs_in_with_a_token_or_with_a_key_pair() throws Exception {
        String token = "MIIGtoken";
        try (var cloud = TestCloud.start(still(3).withAccess(AccessRequirement.token(token)));
                var good = reader(cloud, Credentials.token(token).orThrow());
                var bad = reader(cloud, Credentials.token("other").orThrow())) {
            assertThat(good.read(_ -> {
            }).pools()).hasSize(3);
            assertRefused(bad);
        }
        for (String securityToken : List.of("", "temporary")) {
            var access = new AccessRequirement.Signature("AKDEMO", "secretdemo", securityToken);
            try (var cloud = TestCloud.start(still(45).withAccess(access));
                    var good = reader(cloud, Credentials.accessKey("AKDEMO", "secretdemo", securityToken).orThrow(),
                            pages(10));
                    var bad = reader(cloud, Credentials.accessKey("AKDEMO", "secretdem0", securityToken).orThrow())) {
                assertThat(good.read(_ -> {
                }).pools()).hasSize(45);
                int before = cloud.requestCount();
                assertRefused(bad);
                assertThat(cloud.requestCount()).as("P23").isEqualTo(before + 1);
            }
        }
    }

    private static void assertRefused(ClusterListReader reader) {
        assertThatThrownBy(() -> reader.read(_ -> {
        })).isInstanceOfSatisfying(ApiException.class, e -> {
            assertThat(e.failure()).isInstanceOf(Failure.SignInRefused.class);
            assertThat(e.failure().toString()).doesNotContain("secretdem").doesNotContain("AKDEMO");
        });
    }

    /// Each page is answered, but all of them take long.
    @Test
    void P05_a_list_that_keeps_coming_is_read_to_its_end_however_long_it_takes() throws Exception {
        try (var cloud = TestCloud.start(still(400).withOffset(DemoOffsetMode.ITEM))) {
            var now = new AtomicLong();
            try (var reader = ClusterListReader.open(approach(cloud.endpoint(), cloud.projectId(), 10), at(now))) {
                var inventory = reader.read(_ -> now.addAndGet(Duration.ofSeconds(50).toNanos()));
                assertThat(inventory.coverage()).isEqualTo(new Coverage.Complete());
                assertThat(inventory.pools()).hasSize(400);
                assertThat(inventory.reading().took()).isGreaterThan(Duration.ofMinutes(30));
            }
        }
    }

    /// Every answer is in time and as long as asked for, but after the thirtieth pool none is new.
    @Test
    void P05_a_reading_that_gets_no_further_for_three_minutes_ends_with_what_was_read() throws Exception {
        try (var server = new RawServer(
                (_, out) -> out.write(list(30, from -> Math.min(from, 20), requests.getLast())))) {
            requests = server.requests;
            var now = new AtomicLong();
            var started = server.connection("http");
            try (var reader = ClusterListReader.open(approach(started.endpoint(), started.projectId(), 10), at(now))) {
                var inventory = reader.read(_ -> now.addAndGet(Duration.ofSeconds(50).toNanos()));
                assertThat(inventory.coverage()).isEqualTo(new Coverage.Incomplete(Reason.GAVE_UP));
                assertThat(inventory.pools()).hasSize(30);
                assertThat(inventory.reading().expected()).isEqualTo(1_000_000);
                assertThat(inventory.reading().requests()).isLessThanOrEqualTo(9);
            }
        }
    }

    @Test
    void a_list_without_end_is_read_as_far_as_one_reading_may_keep() throws Exception {
        try (var server = new RawServer(
                (_, out) -> out.write(list(Integer.MAX_VALUE, from -> from, requests.getLast())))) {
            requests = server.requests;
            var started = server.connection("http");
            int most = 400_000;
            try (var reader = ClusterListReader.open(approach(started.endpoint(), started.projectId(), 100),
                    FaultTestService.quick(new ArrayList<>()), new ReadMemoryLimit(most))) {
                var inventory = reader.read(_ -> {
                });
                assertThat(inventory.coverage()).isEqualTo(new Coverage.Incomplete(Reason.TOO_LARGE));
                assertThat(inventory.pools().size()).isBetween(most / 2 / (ReadMemoryLimit.BYTES_PER_POOL + ROW),
                        most / ReadMemoryLimit.BYTES_PER_POOL);
            }
        }
    }

    private static final int ROW = 60;
    private List<String> requests = List.of();

    /// The answer to a request for a window, rows counted from 0.
    private static byte[] list(int size, IntUnaryOperator from, String request) {
        int offset = from.applyAsInt(parameter("offset", request));
        var rows = IntStream.range(offset, Math.min(size, offset + parameter("limit", request)))
                .mapToObj(i -> "{\"cluster_id\":\"id-" + i + "\",\"created_at\":" + (1_700_000_000_000L - i) + "}")
                .collect(Collectors.joining(","));
        return RawServer.ok("{\"total_count\":1000000,\"clusters\":[" + rows + "]}")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static int parameter(String name, String request) {
        var found = Pattern.compile("[?&]" + name + "=(\\d+)").matcher(request);
        assertThat(found.find()).isTrue();
        return Integer.parseInt(found.group(1));
    }

    private static ApiTarget approach(URI endpoint, String project, int pageSize) {
        var serviceAndProject = ServiceAndProject
                .of(new ServiceAndProject.Draft("c", "Demo", "", endpoint.toString(), project))
                .orThrow();
        return ApiTarget.of(serviceAndProject, Credentials.NONE).withQuery(TestQueries.pages(pageSize));
    }

    private static RequestClockAndTimeouts at(AtomicLong now) {
        var real = RequestClockAndTimeouts.real();
        return new RequestClockAndTimeouts(real.clock(), now::get, real.random(), real.sleeper(), HttpTimeouts.DEFAULT);
    }
}
