package poolscope.live.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import poolscope.api.FaultyHttpService;
import poolscope.api.FaultyHttpService.Answer;
import poolscope.connection.PoolQuery;
import poolscope.connection.RequestedPoolLists;
import poolscope.connection.RequestedPoolLists.Generations;
import poolscope.connection.RequestedPoolLists.Workspaces;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.TestQueries;

/// A service whose pools come, go and change, also while somebody reads them page by page. It remembers its states
/// since a moment, so that a list that was read meanwhile can be compared with them.
final class ChangingService implements AutoCloseable {
    private static final int PAGE = 10;
    private static final double CHANGES_DURING_A_REQUEST = 0.1;
    private static final Pattern OFFSET = Pattern.compile("offset=(\\d+)&limit=(\\d+)");
    private static final Pattern TOKEN = Pattern.compile("continue=(\\d+)");

    /// What a service offers, and how.
    enum Kind {
        /// v1, `offset` counts pools.
        ITEMS,
        /// v1, `offset` counts pages.
        PAGES,
        /// v2 with runtime metrics, specifications and planned maintenance.
        V2,
        /// v1 and v2.
        BOTH,
        /// v2, and the list never proves to be whole: the service says that it has one pool more.
        NEVER_WHOLE;

        private boolean hasV1() {
            return this == ITEMS || this == PAGES || this == BOTH;
        }

        private boolean hasV2() {
            return !hasV1() || this == BOTH;
        }
    }

    private final Kind kind;
    private final Random random;
    private final FaultyHttpService http;
    private final int usual;
    private final List<List<ServicePool>> states = new ArrayList<>();
    private List<ServicePool> pools = List.of();
    private int serials;
    private boolean isStill = true;

    /// @param usual
    ///            about how many pools it has
    ChangingService(Kind kind, int usual, long seed) throws IOException {
        this.kind = kind;
        this.usual = usual;
        random = new Random(seed);
        for (int i = 0; i < usual; i++)
            add();
        http = new FaultyHttpService(this::answer, seed);
        http.setFaultless(true);
    }

    ServiceAndProject serviceAndProject() {
        var id = kind.name().toLowerCase(Locale.ROOT);
        return ServiceAndProject.of(new ServiceAndProject.Draft(id, id, "", http.address(), "p1")).orThrow();
    }

    PoolQuery query() {
        var generations = !kind.hasV2() ? Generations.V1 : kind.hasV1() ? Generations.BOTH : Generations.V2;
        return TestQueries.of(new RequestedPoolLists(generations, Workspaces.DEFAULT));
    }

    Kind kind() {
        return kind;
    }

    FaultyHttpService http() {
        return http;
    }

    /// From now on it neither changes by itself nor errs, or does both.
    synchronized void setStill(boolean isStill) {
        this.isStill = isStill;
        http.setFaultless(isStill);
    }

    /// Changes once or a few times, and begins to remember its states.
    synchronized void beginRound() {
        if (!isStill) for (int i = random.nextInt(3); i > 0; i--)
            change();
        states.clear();
        states.add(pools);
    }

    /// Its states since the round began, in the order of time.
    synchronized List<List<ServicePool>> states() {
        return List.copyOf(states);
    }

    private void change() {
        int what = random.nextInt(10);
        if (what == 0 && pools.size() < usual * 5 / 4 || pools.isEmpty()) add();
        else if (what == 1 && pools.size() > usual * 3 / 4) remove(random.nextInt(pools.size()));
        else
            replace(random.nextInt(pools.size()));
        states.add(pools);
    }

    private void add() {
        int serial = serials++;
        boolean isV2 = kind.hasV2() && (!kind.hasV1() || serial % 2 == 0);
        var next = new ArrayList<>(pools);
        next.add(pool(serial, isV2));
        pools = List.copyOf(next);
    }

    private void remove(int at) {
        var next = new ArrayList<>(pools);
        next.remove(at);
        pools = List.copyOf(next);
    }

    private void replace(int at) {
        var next = new ArrayList<>(pools);
        next.set(at, pool(pools.get(at).serial(), pools.get(at).isV2()));
        pools = List.copyOf(next);
    }

    private ServicePool pool(int serial, boolean isV2) {
        int nodes = 1 + random.nextInt(9);
        return new ServicePool(serial, "id-" + kind.ordinal() + "-" + serial, isV2,
                random.nextInt(4) == 0 ? ServicePool.ABNORMAL : "running", nodes, random.nextInt(nodes + 1), nodes * 8,
                random.nextInt(nodes * 8 + 1));
    }

    private synchronized Answer answer(String requestLine) {
        if (!isStill && random.nextDouble() < CHANGES_DURING_A_REQUEST) change();
        if (requestLine.contains("/v1/p1/clusters") && kind.hasV1()) return Answer.ok(pageOfV1(requestLine));
        if (!kind.hasV2()) return notFound();
        if (requestLine.contains("/v2/p1/pools")) return Answer.ok(pageOfV2(requestLine));
        if (requestLine.contains("/v2/p1/metrics/runtime/pools"))
            return Answer.ok(items(of(true).stream().map(ServicePool::metricsOfV2).toList(), ""));
        if (requestLine.contains("/v1/p1/resourceflavors")) return Answer.ok(items(List.of(ServicePool.flavor()), ""));
        if (requestLine.contains("/v1/p1/scheduled-events")) return Answer.ok("{\"events\":[]}");
        return notFound();
    }

    private static Answer notFound() {
        return new Answer("404 Not Found", "{}".getBytes(StandardCharsets.UTF_8));
    }

    private List<ServicePool> of(boolean isV2) {
        return pools.stream().filter(pool -> pool.isV2() == isV2).toList();
    }

    /// Newest first.
    private String pageOfV1(String requestLine) {
        var all = of(false).reversed();
        var asked = OFFSET.matcher(requestLine);
        if (!asked.find()) throw new IllegalArgumentException(requestLine);
        int offset = Integer.parseInt(asked.group(1));
        int limit = Math.min(PAGE, Integer.parseInt(asked.group(2)));
        int from = Math.min(kind == Kind.PAGES ? offset * limit : offset, all.size());
        var page = all.subList(from, Math.min(from + limit, all.size()));
        return "{\"total_count\":%d,\"count\":%d,\"clusters\":[%s]}".formatted(all.size(), page.size(),
                page.stream().map(ServicePool::jsonOfV1).collect(Collectors.joining(",")));
    }

    /// Oldest first; a page is continued after the pool that was its last.
    private String pageOfV2(String requestLine) {
        var token = TOKEN.matcher(requestLine);
        int after = token.find() ? Integer.parseInt(token.group(1)) : -1;
        var left = of(true).stream().filter(pool -> pool.serial() > after).toList();
        var page = left.subList(0, Math.min(PAGE, left.size()));
        var next = page.size() < left.size() ? String.valueOf(page.getLast().serial()) : "";
        var list = items(page.stream().map(ServicePool::jsonOfV2).toList(), next);
        return kind == Kind.NEVER_WHOLE ? "{\"count\":" + (of(true).size() + 1) + "," + list.substring(1) : list;
    }

    private static String items(Collection<String> items, String next) {
        return "{\"metadata\":{\"continue\":\"" + next + "\"},\"items\":[" + String.join(",", items) + "]}";
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
