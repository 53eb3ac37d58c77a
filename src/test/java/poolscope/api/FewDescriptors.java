package poolscope.api;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import poolscope.api.v1.ClusterListReader;
import poolscope.api.v1.FaultTestService;
import poolscope.api.v1.TestService;
import poolscope.connection.Credentials;
import poolscope.connection.NetworkRoute;
import poolscope.connection.ServiceAndProject;

/// Reads from many services in a process that may open few files, and says what came of it, a line a reading. For
/// `FileDescriptorShortageDetectorTest`, which starts it.
public final class FewDescriptors {
    private static final int READERS = 20;

    private FewDescriptors() {}

    /// @param arguments
    ///            the services' port, one where nobody listens, and that of a service that closes each connection; a
    ///            file without certificates
    public static void main(String[] arguments) throws Exception {
        var requestClockAndTimeouts = FaultTestService.quick(new ArrayList<>());
        try (var refused = reader(arguments[1], requestClockAndTimeouts);
                var good = reader(arguments[0], requestClockAndTimeouts);
                var closing = reader(arguments[2], requestClockAndTimeouts)) {
            // every class that both ends of a reading need is loaded: without a descriptor none can be
            say("refused", refused);
            say("good", good);
            say("again", good);
            say("closing", closing);
            try (var unknown = ClusterListReader.open(
                    ApiTarget.of(there("https://no-such-host.invalid"), Credentials.NONE), requestClockAndTimeouts)) {
                say("unknown", unknown);
            }
            try (var trusting = withCaFile(arguments[3], requestClockAndTimeouts)) {
                say("certificates", trusting);
            }
            try (var _ = new Glutton();
                    var unmade = reader(arguments[0], requestClockAndTimeouts);
                    var trusting = withCaFile(arguments[3], requestClockAndTimeouts);
                    var unknown = ClusterListReader.open(
                            ApiTarget.of(there("https://no-such-host.invalid"), Credentials.NONE),
                            requestClockAndTimeouts)) {
                say("new without", unmade);
                say("unknown without", unknown);
                say("certificates without", trusting);
                // it has a client; what it lacks is a socket
                say("closing without", closing);
            }
            say("closing after", closing);
            say("good after", good);
        }
        many(arguments[0], requestClockAndTimeouts);
    }

    private static void many(String port, RequestClockAndTimeouts requestClockAndTimeouts) throws Exception {
        var readers = new ArrayList<ClusterListReader>();
        for (int i = 0; i < READERS; i++)
            readers.add(reader(port, requestClockAndTimeouts));
        for (var reader : readers)
            say("many", reader);
        for (var reader : readers.subList(1, READERS))
            reader.close();
        say("last", readers.getFirst());
        readers.getFirst().close();
    }

    /// Takes every descriptor that there is, and each that is given back, until it is closed.
    private static final class Glutton implements AutoCloseable {
        private final List<FileInputStream> open = new ArrayList<>();
        private final CountDownLatch full = new CountDownLatch(1);
        private final Thread eating = Thread.ofPlatform().start(this::eat);

        Glutton() throws InterruptedException {
            full.await();
        }

        private void eat() {
            while (!Thread.interrupted()) {
                try {
                    open.add(new FileInputStream("/dev/null"));
                } catch (IOException _) {
                    full.countDown();
                }
            }
        }

        @Override
        public void close() throws IOException {
            eating.interrupt();
            joined(eating);
            for (var file : open)
                file.close();
        }
    }

    private static void joined(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static ServiceAndProject there(String endpoint) {
        return ServiceAndProject.of(new ServiceAndProject.Draft("c", "Here", "", endpoint, "p1")).orThrow();
    }

    /// By a way with a file of certificates, in which there is none.
    private static ClusterListReader withCaFile(String file, RequestClockAndTimeouts requestClockAndTimeouts) {
        var networkRouteAndPasswords = new NetworkRouteAndPasswords(
                NetworkRoute.DEFAULT.withCaFile(Optional.of(Path.of(file))), Optional.empty());
        return ClusterListReader.open(
                new ApiTarget(there("https://127.0.0.1:1"), Credentials.NONE, networkRouteAndPasswords),
                requestClockAndTimeouts);
    }

    private static ClusterListReader reader(String port, RequestClockAndTimeouts requestClockAndTimeouts) {
        return ClusterListReader.open(ApiTarget.of(there("http://127.0.0.1:" + port), Credentials.NONE),
                requestClockAndTimeouts);
    }

    private static void say(String what, ClusterListReader reader) throws InterruptedException {
        String said;
        try {
            said = TestService.read(reader).isComplete() ? "read" : "part";
        } catch (ApiException e) {
            said = e.failure().name();
        }
        System.out.println(what + ": " + said);
    }
}
