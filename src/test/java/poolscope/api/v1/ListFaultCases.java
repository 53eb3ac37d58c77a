package poolscope.api.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.api.v1.FaultTestService.answer;
import static poolscope.api.v1.FaultTestService.fails;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.RawServer;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.v1.ChangingList.Manners;
import poolscope.api.v1.ChangingList.Offset;
import poolscope.api.v1.ChangingList.Ties;
import poolscope.demo.AccessRequirement;
import poolscope.demo.DemoOffsetMode;
import poolscope.demo.Fault;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.pool.FieldValue;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.Inventory.Reason;

/// B6 and B7: what the list means, and lists that change between two pages.
final class ListFaultCases {

    private ListFaultCases() {}

    static List<FaultCase> cases() {
        return List.of(new FaultCase(78, "offset is ignored", () -> {
            var anchoredClusterPaging = AnchoredClusterPagingTest
                    .read(new ChangingList(AnchoredClusterPagingTest.still(Offset.IGNORED, 50), 2500, 1), 1000);
            assertThat(anchoredClusterPaging.coverage()).isEqualTo(new Coverage.Incomplete(Reason.OFFSET_IGNORED));
            assertThat(anchoredClusterPaging.requests()).isLessThanOrEqualTo(3);
        }), new FaultCase(79, "offset is an item, a page from 0, a page from 1", () -> {
            for (var offset : List.of(Offset.ITEM, Offset.PAGE_FROM_0, Offset.PAGE_FROM_1))
                assertWhole(new ChangingList(AnchoredClusterPagingTest.still(offset, 5000), 2500, 1), 2500);
        }), new FaultCase(80, "limit is clamped", () -> {
            for (int cap : new int[]{1, 50})
                for (var offset : List.of(Offset.ITEM, Offset.PAGE_FROM_0, Offset.PAGE_FROM_1))
                    assertWhole(new ChangingList(AnchoredClusterPagingTest.still(offset, cap), 200, 1), 200);
        }), new FaultCase(81, "sort is ignored",
                () -> assertWhole(new ChangingList(new Manners(Offset.ITEM, 50, false, Ties.BY_ID, 0), 200, 1), 200)),
                new FaultCase(82, "filter by name means something else", ListFaultCases::assertNoServerFilter),
                new FaultCase(83, "50,000 pools", () -> {
                    var anchoredClusterPaging = assertWhole(
                            new ChangingList(AnchoredClusterPagingTest.still(Offset.ITEM, 5000), 50_000, 1), 50_000);
                    assertThat(anchoredClusterPaging.requests()).isLessThanOrEqualTo(51);
                }),
                new FaultCase(84, "a row of another project",
                        () -> assertThat(FaultTestService.pool("\"project\":\"other\"").poolNamesAndOwner().project())
                                .isEqualTo(FieldValue.text("other"))),
                new FaultCase(85, "all created at once, ties ordered anew", ListFaultCases::ties),
                new FaultCase(86, "total 0 with rows, rows without total", () -> {
                    fails(answer("200 OK", "{\"total_count\":3,\"clusters\":[]}"), "UnreadableAnswer.WRONG_SHAPE", 1);
                    fails(answer("200 OK", "{\"clusters\":[]}"), "UnreadableAnswer.WRONG_SHAPE", 1);
                    var rows = FaultTestService.reads("{\"total_count\":0,\"clusters\":[{\"cluster_id\":\"a\"}]}");
                    assertThat(rows.pools()).hasSize(1);
                    assertThat(rows.isComplete()).isFalse();
                }), new FaultCase(87, "a pool is created", () -> between(3, MovingList::create)),
                new FaultCase(88, "a pool of a page read before is deleted", () -> between(3, list -> list.delete(2))),
                new FaultCase(89, "the anchor itself is deleted", () -> {
                    for (int position = 0; position < 40; position++) {
                        int at = position;
                        between(3, list -> list.delete(at));
                    }
                }), new FaultCase(90, "one deleted, one created, the total unchanged", () -> between(3, list -> {
                    list.delete(2);
                    list.create();
                })), new FaultCase(91, "half of all are deleted", () -> between(3, list -> {
                    for (int i = 0; i < 30; i++)
                        list.delete(i);
                })), new FaultCase(92, "all are deleted, then three created", () -> between(3, list -> {
                    while (!list.rows.isEmpty())
                        list.delete(0);
                    for (int i = 0; i < 3; i++)
                        list.create();
                })), new FaultCase(93, "thirty are created for every page", ListFaultCases::growth),
                new FaultCase(94, "status changes while the server filters by it",
                        ListFaultCases::assertNoServerFilter),
                new FaultCase(95, "page 3 fails three times", ListFaultCases::lostPage),
                new FaultCase(96, "the token expires between two pages", ListFaultCases::expiry));
    }

    private static AnchoredClusterPaging<String> assertWhole(ChangingList service, int size) {
        var anchoredClusterPaging = AnchoredClusterPagingTest.read(service, 1000);
        assertThat(anchoredClusterPaging.coverage()).isEqualTo(new Coverage.Complete());
        assertThat(anchoredClusterPaging.list().values()).hasSize(size).doesNotHaveDuplicates();
        return anchoredClusterPaging;
    }

    private static void assertNoServerFilter() throws Exception {
        try (var server = RawServer.saying(RawServer.ok(FaultTestService.EMPTY_LIST));
                var reader = ClusterListReader.open(ApiTarget.of(server.connection("http"), FaultTestService.TOKEN),
                        RequestClockAndTimeouts.real())) {
            TestService.read(reader);
            assertThat(server.requests).singleElement().asString().doesNotContain("status=", "cluster_name=");
        }
    }

    private static void ties() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var rows = new ArrayList<ClusterListEntry<String>>();
            for (int i = 0; i < 35; i++)
                rows.add(new ClusterListEntry<>("row " + i, 7, "row " + i));
            var anchoredClusterPaging = new AnchoredClusterPaging<String>(10);
            while (anchoredClusterPaging.next().isPresent()) {
                Collections.shuffle(rows, random);
                var pageRequest = anchoredClusterPaging.next().get();
                int from = (int) Math.min(pageRequest.offset(), rows.size());
                anchoredClusterPaging.accept(new ClusterListPage<>(
                        List.copyOf(rows.subList(from, Math.min(from + pageRequest.limit(), rows.size()))), 35, true));
            }
            if (anchoredClusterPaging.coverage() instanceof Coverage.Complete)
                assertThat(anchoredClusterPaging.list().values()).as("seed %d", seed).hasSize(35);
        }
    }

    private static void between(int request, java.util.function.Consumer<MovingList> event) {
        BiConsumer<MovingList, Integer> once = (list, number) -> {
            if (number == request) event.accept(list);
        };
        for (boolean items : new boolean[]{true, false}) {
            var list = new MovingList(items, 60, once);
            var anchoredClusterPaging = list.read();
            assertThat(list.lost(anchoredClusterPaging)).as("items %s, %s", items, anchoredClusterPaging.coverage())
                    .isEmpty();
            assertThat(anchoredClusterPaging.list().values()).doesNotHaveDuplicates();
        }
    }

    private static void growth() {
        for (boolean items : new boolean[]{true, false}) {
            var list = new MovingList(items, 60, (all, _) -> {
                for (int i = 0; i < 30; i++)
                    all.create();
            });
            var anchoredClusterPaging = list.read();
            assertThat(anchoredClusterPaging.requests()).isLessThanOrEqualTo(3 * 9 + 60);
            if (anchoredClusterPaging.coverage() instanceof Coverage.Complete)
                assertThat(list.lost(anchoredClusterPaging)).isEmpty();
        }
    }

    private static void lostPage() throws Exception {
        try (var cloud = TestCloud.start(TestCloudSettings.of(95).withDrift(false).withOffset(DemoOffsetMode.ITEM));
                var reader = ClusterListReaderTest.reader(cloud, poolscope.connection.Credentials.NONE,
                        ClusterListReaderTest.pages(20))) {
            cloud.script(Fault.pass(), Fault.pass(), Fault.status(503), Fault.status(500), Fault.status(502));
            try {
                throw new AssertionError("read " + reader.read(_ -> {
                }));
            } catch (ApiException e) {
                assertThat(e.failure().name()).isEqualTo("ServiceTrouble");
            }
            assertThat(cloud.requestCount()).isEqualTo(5);
        }
    }

    private static void expiry() throws Exception {
        try (var testService = new TestService(AccessRequirement.token("another-token-0123456789"),
                s -> s.withOffset(DemoOffsetMode.ITEM));
                var reader = testService.reader(testService.password(TestService.PASSWORD),
                        ClusterListReaderTest.pages(3))) {
            TestService.read(reader);
            // a token just got is not renewed
            testService.pass(java.time.Duration.ofHours(5));
            testService.cloud.script(Fault.pass(), Fault.pass(), Fault.tokenExpired());
            var inventory = reader.read(_ -> {
            });
            assertThat(inventory.isComplete()).isTrue();
            assertThat(inventory.pools()).hasSize(7);
            assertThat(testService.logins()).isEqualTo(2);
        }
    }
}
