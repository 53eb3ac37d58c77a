package poolscope.demo;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Records each request, then applies the next fault of the script and the access control to it.
final class TestRequestFilter implements DemoRequestInterceptor {
    private static final int REQUESTS_KEPT = 1000;
    private static final Pattern OF_A_PROJECT = Pattern.compile("/v[12]/([^/]*)/.+");

    private final TestCloudSettings settings;
    private final IamApi iamApi;
    private final AccessControl accessControl;
    private final Random random;
    private volatile Fault inside = Fault.pass();
    private volatile String insideOf = "";
    private final Map<String, Fault> parts = new ConcurrentHashMap<>();
    private final FaultScript script = new FaultScript();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger received = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final Deque<DemoRequest> requests = new ArrayDeque<>();
    private final CompletableFuture<V1Fleet> fleet = new CompletableFuture<>();

    TestRequestFilter(TestCloudSettings settings) {
        this.settings = settings;
        iamApi = new IamApi(settings, new DeterministicHashRandom(DeterministicHashRandom.mix(settings.demo().seed())));
        accessControl = new AccessControl(settings, iamApi);
        random = new Random(settings.demo().seed());
    }

    /// Requests that come before this wait for it.
    void serve(V1Fleet served) {
        fleet.complete(served);
    }

    FaultScript script() {
        return script;
    }

    int requestCount() {
        return received.get();
    }

    int openExchanges() {
        return open.get();
    }

    List<DemoRequest> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    @Override
    public void handle(DemoRequest request, ResponseSender sender, Supplier<DemoResponse> normal) throws IOException {
        open.incrementAndGet();
        try {
            received.incrementAndGet();
            remember(request);
            perhapsChange();
            Supplier<DemoResponse> made = () -> settings.storedResponses()
                    .map(stored -> stored.of(request, normal))
                    .orElseGet(normal);
            new FaultInjector(sender, () -> guarded(request, made), closing).play(faultOf(request));
        } finally {
            open.decrementAndGet();
        }
    }

    private static boolean isInsideAPool(String path) {
        return path.endsWith("/nodes") || path.endsWith("/workloads");
    }

    /// What happens to requests for nodes and jobs from now on.
    ///
    /// @param poolId
    ///            of the only pool that it happens to, empty for all
    void failInside(String poolId, Fault fault) {
        insideOf = poolId;
        inside = fault;
    }

    /// What happens from now on to requests whose path ends so.
    void failPart(String ending, Fault fault) {
        parts.put(ending, fault);
    }

    /// Both generations are asked at once, in an order that nobody knows: the script is for the requests of v1.
    private Fault faultOf(DemoRequest request) {
        for (var part : parts.entrySet())
            if (request.path().endsWith(part.getKey())) return part.getValue();
        if (isInsideAPool(request.path())) return request.path().contains(insideOf) ? inside : Fault.pass();
        return request.path().startsWith("/v2/") ? Fault.pass() : script.next();
    }

    @Override
    public void close() {
        closing.countDown();
    }

    private DemoResponse guarded(DemoRequest request, Supplier<DemoResponse> normal) {
        switch (request.path()) {
            case "/v3/auth/tokens" -> {
                return DemoModelArtsApi.only("POST", request, () -> iamApi.token(request));
            }
            case "/v3/auth/projects" -> {
                return DemoModelArtsApi.only("GET", request,
                        () -> accessControl.refusal(request).orElseGet(iamApi::projects));
            }
            default -> {
            }
        }
        var path = OF_A_PROJECT.matcher(request.path());
        if (!path.matches() || !request.method().equals("GET")) return normal.get();
        return accessControl.refusal(request)
                .or(() -> accessControl.projectRefusal(request, path.group(1)))
                .orElseGet(normal);
    }

    /// With the chance that the settings give, creates or deletes a pool.
    private synchronized void perhapsChange() {
        if (settings.changeRate() == 0 || random.nextDouble() >= settings.changeRate()) return;
        var changing = fleet.join();
        var ids = changing.ids();
        if (ids.isEmpty() || random.nextBoolean()) changing.create();
        else
            changing.delete(ids.get(random.nextInt(ids.size())));
    }

    private void remember(DemoRequest request) {
        synchronized (requests) {
            if (requests.size() == REQUESTS_KEPT) requests.removeFirst();
            requests.addLast(request);
        }
    }
}
