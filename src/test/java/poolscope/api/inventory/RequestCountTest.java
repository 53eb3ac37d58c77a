package poolscope.api.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import poolscope.MovableClock;
import poolscope.api.ApiTarget;
import poolscope.api.HttpTimeouts;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.connection.Credentials;
import poolscope.connection.PoolQuery;
import poolscope.connection.RequestedPoolLists;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.TestQueries;
import poolscope.demo.DemoRequest;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;

/// How many requests a service with both generations receives.
class RequestCountTest {
    private static final int PAGES_OF_V1 = 3;
    private final MovableClock clock = new MovableClock();
    private TestCloud cloud;

    @BeforeEach
    void start() throws Exception {
        cloud = TestCloud.start(TestCloudSettings.of(PAGES_OF_V1 * PoolQuery.MAX_PAGE_SIZE - 1)
                .withV2Pools(40)
                .withClock(clock)
                .withDrift(false));
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    private List<String> read(InventoryReader reader) throws Exception {
        int before = cloud.requestCount();
        assertThat(reader.read(_ -> {
        }).isComplete()).isTrue();
        return cloud.requests().stream().skip(before).map(DemoRequest::path).toList();
    }

    private InventoryReader reader(RequestedPoolLists.Generations generations) {
        var serviceAndProject = new ServiceAndProject("c", "Connection", Optional.empty(), cloud.endpoint(),
                cloud.projectId());
        var scope = new RequestedPoolLists(generations, RequestedPoolLists.Workspaces.DEFAULT);
        var environment = new RequestClockAndTimeouts(clock, System::nanoTime, RandomGenerator.getDefault(),
                Thread::sleep, HttpTimeouts.DEFAULT);
        return InventoryReader.open(ApiTarget.of(serviceAndProject, Credentials.NONE).withQuery(TestQueries.of(scope)),
                environment);
    }

    private String path(String version, String path) {
        return "/" + version + "/" + cloud.projectId() + "/" + path;
    }

    @Test
    void a_list_costs_the_pages_of_v1_and_two_requests_and_two_more_now_and_then() throws Exception {
        var always = List.of(path("v2", "pools"), path("v2", "metrics/runtime/pools"));
        var flavors = path("v1", "resourceflavors");
        var maintenance = path("v1", "scheduled-events");
        try (var v1 = reader(RequestedPoolLists.Generations.V1);
                var both = reader(RequestedPoolLists.Generations.BOTH)) {
            var pages = read(v1);
            assertThat(pages).hasSizeGreaterThanOrEqualTo(PAGES_OF_V1).containsOnly(path("v1", "clusters"));
            assertThat(read(both)).as("first read")
                    .containsExactlyInAnyOrderElementsOf(all(pages, always, List.of(flavors, maintenance)));
            pages = read(v1);
            assertThat(read(both)).as("refresh").containsExactlyInAnyOrderElementsOf(all(pages, always));
            clock.advance(Duration.ofMinutes(9));
            assertThat(read(both)).as("nine minutes later").containsExactlyInAnyOrderElementsOf(all(pages, always));
            clock.advance(Duration.ofMinutes(1));
            assertThat(read(both)).as("ten minutes later")
                    .containsExactlyInAnyOrderElementsOf(all(pages, always, List.of(maintenance)));
        }
    }

    @SafeVarargs
    private static List<String> all(List<String>... lists) {
        var all = new ArrayList<String>();
        for (var list : lists)
            all.addAll(list);
        return all;
    }
}
