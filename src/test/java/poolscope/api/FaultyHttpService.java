package poolscope.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// An HTTP service on loopback, over bare sockets, which does something wrong to every seventh request: at each place
/// where an answer can go wrong, its head included.
public final class FaultyHttpService implements AutoCloseable {
    private static final double FAULTY = 0.15;
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final byte[] BOMB = (OK + "X: " + "a".repeat(400_000) + "\r\n\r\n").getBytes(ISO_8859_1);
    private static final byte[] HUGE = (OK + "Content-Length: 17000000\r\n\r\n" + " ".repeat(17_000_000))
            .getBytes(ISO_8859_1);

    /// What the service answers to a request when nothing goes wrong.
    @FunctionalInterface
    public interface Answers {
        /// @param requestLine
        ///            such as `GET /v1/p/clusters?offset=0&limit=10 HTTP/1.1`
        Answer to(String requestLine);
    }

    /// @param status
    ///            such as `200 OK`
    public record Answer(String status, byte[] body) {
        public static Answer ok(String json) {
            return new Answer("200 OK", json.getBytes(UTF_8));
        }
    }

    /// What goes wrong with an answer.
    @FunctionalInterface
    private interface Fault {
        void play(Socket client, OutputStream out, byte[] page) throws IOException;
    }

    private static final List<Fault> FAULTS = faults();

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Answers answers;
    private final Random random;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong faults = new AtomicLong();
    private volatile boolean faultless;

    /// @param seed
    ///            of the faults
    public FaultyHttpService(Answers answers, long seed) throws IOException {
        this.answers = answers;
        random = new Random(seed);
        Thread.ofVirtual().start(this::accept);
    }

    private static byte[] answer(String head, byte[] body) {
        return joined((head + "Content-Length: " + body.length + "\r\n\r\n").getBytes(ISO_8859_1), body);
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    private static byte[] half(byte[] answer, byte[] page) {
        return Arrays.copyOf(answer, answer.length - (page.length + 1) / 2);
    }

    private static Fault saying(String bytes) {
        return (_, out, _) -> out.write(bytes.getBytes(ISO_8859_1));
    }

    private static Fault status(String status) {
        return (_, out, _) -> out.write(
                answer("HTTP/1.1 " + status + "\r\n", "{\"error_code\":\"X.1\",\"error_msg\":\"no\"}".getBytes(UTF_8)));
    }

    private static Fault body(String body) {
        return (_, out, _) -> out.write(answer(OK, body.getBytes(ISO_8859_1)));
    }

    private static List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        for (var head : List.of("", "SSH-2.0-OpenSSH_9.6\r\n", "HTTP/1.1 xyz OK\r\n\r\n", "\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Le", OK + "X Y: z\r\n\r\n{}", OK + "Content-Length: x\r\n\r\n{}",
                OK + "Content-Length: 99999999999999999999\r\n\r\n{}", OK + "Content-Length: -1\r\n\r\n{}",
                OK + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}", OK + "Transfer-Encoding: chunked\r\n\r\n5\r\n{",
                OK + "Content-Length: 900\r\n\r\n{", "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 101 Switching Protocols\r\n\r\n",
                OK + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"))
            faults.add(saying(head));
        for (var status : List.of("204 No Content", "302 Found", "401 Unauthorized", "403 Forbidden", "404 Not Found",
                "429 Slow\r\nRetry-After: 0", "500 Error", "502 Bad Gateway", "503 Busy"))
            faults.add(status(status));
        for (var body : List.of("", "null", "[]", "{}", "<html><title>Login</title>", "\0\0{\0", "\0\0\u00ff\u00fe",
                "{\"total_count\":9,\"clusters\":[{\"cluster_id\":", "{\"total_count\":3,\"clusters\":[]}",
                "[".repeat(5000)))
            faults.add(body(body));
        faults.add((_, out, _) -> out.write(BOMB));
        faults.add((_, out, _) -> out.write(HUGE));
        faults.add((client, _, _) -> client.setSoLinger(true, 0));
        // half of a good page, without and with a length
        faults.add((_, out, page) -> out
                .write(half(joined((OK + "Connection: close\r\n\r\n").getBytes(ISO_8859_1), page), page)));
        faults.add((_, out, page) -> out.write(half(answer(OK, page), page)));
        // silence until the client gives up
        faults.add((client, _, _) -> client.getInputStream().transferTo(OutputStream.nullOutputStream()));
        return faults;
    }

    private void accept() {
        try {
            while (true) {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException _) {
            // closed
        }
    }

    /// One request after the other, until one goes wrong.
    private void serve(Socket client) {
        open.incrementAndGet();
        try (client) {
            while (answers(client)) {
                // the next one
            }
        } catch (IOException _) {
            // the client has gone away
        } finally {
            open.decrementAndGet();
        }
    }

    private boolean answers(Socket client) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = client.getInputStream().read();
            if (b < 0) return false;
            head.append((char) b);
        }
        var out = client.getOutputStream();
        if (socket.isClosed()) return false;
        requests.incrementAndGet();
        var answer = answers.to(head.substring(0, head.indexOf("\r\n")));
        var fault = fault();
        if (fault != null) {
            faults.incrementAndGet();
            fault.play(client, out, answer.body());
            return false;
        }
        out.write(answer("HTTP/1.1 " + answer.status() + "\r\n", answer.body()));
        return true;
    }

    private @Nullable Fault fault() {
        synchronized (random) {
            if (faultless || random.nextDouble() >= FAULTY) return null;
            return FAULTS.get(random.nextInt(FAULTS.size()));
        }
    }

    /// Whether every request gets a good answer from now on.
    public void setFaultless(boolean faultless) {
        this.faultless = faultless;
    }

    public long requests() {
        return requests.get();
    }

    public long faultsPlayed() {
        return faults.get();
    }

    public int openConnections() {
        return open.get();
    }

    /// Such as `http://127.0.0.1:43121`.
    public String address() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /// Refuses connections from now on; those that are open end with their next request.
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
