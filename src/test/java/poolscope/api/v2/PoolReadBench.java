package poolscope.api.v2;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import poolscope.api.json.StrictJsonParser;
import poolscope.api.json.UnreadableResponseException;
import poolscope.api.json.ValueInterner;
import poolscope.api.v1.ClusterListPageJson;
import poolscope.bench.BenchSection;
import poolscope.connection.PoolQuery;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.pool.ApiGeneration;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolOrigin;
import poolscope.pool.ReportedNodeFlavor;

/// What it costs to turn the responses of the demo cloud into pools, for both generations of the API: CPU of one warm
/// thread and heap that stays. v1 comes in its largest pages; v2 as one response, with its metrics and specifications.
/// The time of the JSON parser alone, without a value being looked at, is what reading can't go below.
///
/// Run by `mvn -Pbench verify`. The generations alternate in one run, so that other load on the machine meets both; the
/// figures are medians. Exits with 1 when a list does not have the pools that it must.
public final class PoolReadBench {
    private static final int POOLS = 10_000;
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 41;
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /// So that the JVM can't leave the parser out.
    private static volatile long tokens;

    private PoolReadBench() {}

    /// Turns responses into pools.
    private interface Reading {
        List<Pool> read() throws UnreadableResponseException;
    }

    /// The responses of one generation.
    private record Generation(String name, List<byte[]> bodies, Reading reading) {
        long bytes() {
            return bodies.stream().mapToLong(body -> body.length).sum();
        }

        /// Nanoseconds of CPU of the parser alone for a pool.
        double parser(int pools) throws IOException {
            long start = THREADS.getCurrentThreadCpuTime();
            long count = 0;
            for (var body : bodies)
                try (var parser = StrictJsonParser.FACTORY.createParser(body)) {
                    while (parser.nextToken() != null)
                        count++;
                }
            tokens = count;
            return (THREADS.getCurrentThreadCpuTime() - start) / (double) pools;
        }

        /// Nanoseconds of CPU for a pool.
        double cpu() throws UnreadableResponseException {
            long start = THREADS.getCurrentThreadCpuTime();
            int pools = reading.read().size();
            return (THREADS.getCurrentThreadCpuTime() - start) / (double) pools;
        }

        /// Bytes of heap for a pool beside the responses.
        double heap() throws UnreadableResponseException {
            long before = usedHeap();
            var pools = reading.read();
            return (usedHeap() - before) / (double) pools.size();
        }
    }

    public static void main(String[] arguments) throws Exception {
        var generations = load();
        for (var generation : generations) {
            int pools = generation.reading().read().size();
            if (pools < POOLS * 9 / 10) {
                System.err.println("FAILED: " + pools + " of " + POOLS + " pools of " + generation.name());
                System.exit(1);
            }
        }
        var cpu = new double[2][ROUNDS];
        var parser = new double[2][ROUNDS];
        var heap = new double[2][5];
        for (int round = -WARM_UP; round < ROUNDS; round++)
            for (int i = 0; i < 2; i++) {
                double cost = generations.get(i).cpu();
                double ofParser = generations.get(i).parser(POOLS);
                if (round < 0) continue;
                cpu[i][round] = cost;
                parser[i][round] = ofParser;
            }
        for (int round = 0; round < heap[0].length; round++)
            for (int i = 0; i < 2; i++)
                heap[i][round] = generations.get(i).heap();
        print(generations, cpu, parser, heap);
        System.exit(0);
    }

    private static void print(List<Generation> generations, double[][] cpu, double[][] parser, double[][] heap)
            throws UnreadableResponseException, IOException {
        System.out.printf("%-8s %14s %14s %14s %16s %22s%n", "", "CPU µs/pool", "parser alone", "CPU ns/byte",
                "bytes sent/pool", "heap beside them/pool");
        var section = BenchSection.of(4, "Reading a pool",
                List.of("", "CPU µs", "of that the JSON parser alone", "CPU ns a byte", "bytes sent",
                        "heap beside them"),
                "A pool, turned from a response into what the window shows; one warm thread, medians of " + ROUNDS
                        + ".");
        var rows = new double[2][];
        for (int i = 0; i < 2; i++) {
            double sent = generations.get(i).bytes() / (double) generations.get(i).reading().read().size();
            rows[i] = new double[]{median(cpu[i]) / 1000, median(parser[i]) / 1000, median(cpu[i]) / sent, sent,
                    median(heap[i])};
            print(section, generations.get(i).name(), rows[i]);
        }
        var ratios = new double[rows[0].length];
        for (int i = 0; i < ratios.length; i++)
            ratios[i] = rows[1][i] / rows[0][i];
        print(section, "v2 / v1", ratios);
        section.save();
    }

    private static void print(BenchSection section, String name, double[] row) {
        var cells = new ArrayList<>(List.of(name));
        for (double value : row)
            cells.add(String.format(Locale.ROOT, "%.2f", value));
        section.row(cells);
        System.out.printf(Locale.ROOT, "%-8s %14.2f %14.2f %14.2f %16.2f %22.2f%n", name, row[0], row[1], row[2],
                row[3], row[4]);
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++)
            System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static List<Generation> load() throws Exception {
        var settings = TestCloudSettings.of(POOLS).withV2Pools(POOLS).withClock(NOON).withDrift(false);
        try (var cloud = TestCloud.start(settings); var client = HttpClient.newHttpClient()) {
            var pages = new ArrayList<byte[]>();
            for (int page = 0; page < POOLS / PoolQuery.MAX_PAGE_SIZE; page++)
                pages.add(get(client, cloud, "v1", "clusters?limit=" + PoolQuery.MAX_PAGE_SIZE + "&offset=" + page));
            var pools = get(client, cloud, "v2", "pools");
            var metrics = get(client, cloud, "v2", "metrics/runtime/pools");
            var flavors = MetricsFlavorsAndMaintenance
                    .flavors(ResourceFlavorJson.read(get(client, cloud, "v1", "resourceflavors")).items());
            return List.of(new Generation("v1", pages, () -> readV1(pages)),
                    new Generation("v2", List.of(pools, metrics), () -> readV2(pools, metrics, flavors)));
        }
    }

    private static byte[] get(HttpClient client, TestCloud cloud, String version, String path)
            throws IOException, InterruptedException {
        var uri = URI.create(cloud.endpoint() + "/" + version + "/" + cloud.projectId() + "/" + path);
        var response = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) throw new IOException(uri + " is answered with " + response.statusCode());
        return response.body();
    }

    private static PoolOrigin origin(ApiGeneration generation) {
        return new PoolOrigin("c", "Connection", "", generation, 1, NOON.instant(), "");
    }

    private static List<Pool> readV1(List<byte[]> pages) throws UnreadableResponseException {
        var valueInterner = new ValueInterner();
        var pools = new ArrayList<Pool>();
        for (var page : pages)
            for (var entry : ClusterListPageJson
                    .read(page, origin(ApiGeneration.V1), valueInterner, PoolQuery.SortBy.CREATED_AT)
                    .entries())
                if (entry.value() != null) pools.add(entry.value());
        return pools;
    }

    private static List<Pool> readV2(byte[] body, byte[] metricsBody, Map<String, ReportedNodeFlavor> flavors)
            throws UnreadableResponseException {
        var valueInterner = new ValueInterner();
        var poolOrigin = origin(ApiGeneration.V2);
        var page = V2ItemPageJson.read(body, valueInterner, in -> {
            int start = in.start();
            var pool = PoolJson.read(in);
            return pool.toPool(poolOrigin, in.sliceFrom(start), valueInterner);
        });
        var metrics = new HashMap<String, PoolMetrics>();
        for (var one : PoolMetricsJson.read(metricsBody, valueInterner).items())
            if (one.poolId() instanceof FieldValue.Text(String id)) metrics.put(id, one);
        var details = new MetricsFlavorsAndMaintenance(metrics, flavors, Map.of(), valueInterner);
        return page.items().stream().map(details::addTo).toList();
    }
}
