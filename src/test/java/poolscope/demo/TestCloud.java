package poolscope.demo;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/// The demo cloud as tests need it: it can fail by a script, ask for credentials, and shows what it was asked. All
/// methods may be called from any thread.
public final class TestCloud implements AutoCloseable {
    private final TestRequestFilter filter;
    private final DemoCloud cloud;

    private TestCloud(TestRequestFilter filter, DemoCloud cloud) {
        this.filter = filter;
        this.cloud = cloud;
        filter.serve(cloud.fleet());
    }

    /// Starts to serve, on 127.0.0.1 and a port that the system chooses.
    ///
    /// @throws IOException
    ///             when the system gives no port
    public static TestCloud start(TestCloudSettings settings) throws IOException {
        var filter = new TestRequestFilter(settings);
        return new TestCloud(filter, DemoCloud.start(settings.demo(), filter));
    }

    public URI endpoint() {
        return cloud.endpoint();
    }

    public String projectId() {
        return cloud.projectId();
    }

    public V1Fleet fleet() {
        return cloud.fleet();
    }

    /// How many requests have come in since the start.
    public int requestCount() {
        return filter.requestCount();
    }

    /// The last requests, oldest first, at most 1000.
    public List<DemoRequest> requests() {
        return filter.requests();
    }

    /// How many requests are being answered now.
    public int openExchanges() {
        return filter.openExchanges();
    }

    /// Adds faults to the script. Each is used up by one request, in order; after them requests are answered normally.
    public void script(Fault... faults) {
        filter.script().add(faults);
    }

    /// From now on the fault happens to every request that the script has none for.
    public void failAll(Fault fault) {
        filter.script().failAll(fault);
    }

    /// From now on the fault happens to every request for the nodes or jobs of a pool.
    public void failInside(Fault fault) {
        filter.failInside("", fault);
    }

    /// As [#failInside(Fault)], for the nodes and jobs of one pool only.
    public void failInside(String poolId, Fault fault) {
        filter.failInside(poolId, fault);
    }

    /// From now on the fault happens to every request whose path ends so, such as `/metrics/runtime/pools`.
    public void failPart(String ending, Fault fault) {
        filter.failPart(ending, fault);
    }

    /// Ends [#failAll] and [#failInside] and forgets the rest of the script.
    public void heal() {
        filter.script().heal();
        filter.failInside("", Fault.pass());
    }

    /// Stops to serve, at once: responses under way are cut.
    @Override
    public void close() {
        cloud.close();
    }
}
