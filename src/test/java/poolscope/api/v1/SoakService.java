package poolscope.api.v1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import poolscope.connection.Connection;

/// A service on loopback with a list that stands still, which does something wrong to every seventh request: at each
/// place where an answer can go wrong, its head included. For [Soak].
final class SoakService implements AutoCloseable {
    private static final double FAULTY = 0.15;
    private static final Pattern ASKED = Pattern.compile("offset=(\\d+)&limit=(\\d+)");
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final byte[] BOMB = (OK + "X: " + "a".repeat(400_000) + "\r\n\r\n").getBytes(ISO_8859_1);
    private static final byte[] HUGE = (OK + "Content-Length: 17000000\r\n\r\n" + " ".repeat(17_000_000))
            .getBytes(ISO_8859_1);

    /// What goes wrong with an answer.
    @FunctionalInterface
    private interface Fault {
        void play(Socket client, OutputStream out, byte[] page) throws IOException;
    }

    private static final List<Fault> FAULTS = faults();

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> rows = new ArrayList<>();
    private final Set<String> ids = new TreeSet<>();
    private final boolean pages;
    private final int most;
    private final Random random;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong faults = new AtomicLong();
    private volatile boolean faultless;

    /// @param number
    ///            tells one service from the other: odd ones count `offset` in pages, every third one refuses more than
    ///            a hundred pools an answer
    /// @param pools
    ///            how many there are
    SoakService(int number, int pools) throws IOException {
        pages = number % 2 == 1;
        most = number % 3 == 2 ? 100 : 1000;
        random = new Random(number);
        for (int i = 0; i < pools; i++) {
            ids.add("s" + number + "-" + i);
            rows.add(
                    ("{\"cluster_id\":\"s%d-%d\",\"cluster_name\":\"pool %d\",\"created_at\":%d,\"status\":\"running\",\"nodes\":"
                            + "{\"specification\":\"modelarts.vm.cpu.8ud\",\"count\":%d,\"available_count\":1}}")
                            .formatted(number, i, i, 1_700_000_000_000L - i, 1 + i % 7));
        }
        Thread.ofVirtual().start(this::accept);
    }

    private static byte[] answer(String head, byte[] body) {
        return joined((head + "Content-Length: " + body.length + "\r\n\r\n").getBytes(ISO_8859_1), body);
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] all = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
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
        faults.add((_, out, page) -> out.write(joined((OK + "Connection: close\r\n\r\n").getBytes(ISO_8859_1), page), 0,
                60 + page.length / 2));
        faults.add((_, out, page) -> out.write(answer(OK, page), 0, 40 + page.length / 2));
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
        requests.incrementAndGet();
        var asked = ASKED.matcher(head);
        if (!asked.find()) {
            out.write(answer("HTTP/1.1 404 Not Found\r\n", new byte[0]));
            return true;
        }
        int limit = Integer.parseInt(asked.group(2));
        byte[] page = page(Long.parseLong(asked.group(1)), limit);
        var fault = fault();
        if (fault != null) {
            faults.incrementAndGet();
            fault.play(client, out, page);
            return false;
        }
        if (limit > most)
            out.write(answer("HTTP/1.1 400 Bad Request\r\n", "{\"error_code\":\"ModelArts.0104\"}".getBytes(UTF_8)));
        else
            out.write(answer(OK, page));
        return true;
    }

    private @org.jspecify.annotations.Nullable Fault fault() {
        synchronized (random) {
            if (faultless || random.nextDouble() >= FAULTY) return null;
            return FAULTS.get(random.nextInt(FAULTS.size()));
        }
    }

    private byte[] page(long offset, int limit) {
        int from = (int) Math.min(pages ? offset * limit : offset, rows.size());
        var page = rows.subList(from, (int) Math.min((long) from + limit, rows.size()));
        return ("{\"total_count\":" + rows.size() + ",\"count\":" + page.size() + ",\"clusters\":["
                + String.join(",", page) + "]}").getBytes(UTF_8);
    }

    /// Whether every request gets a good answer from now on.
    void setFaultless(boolean faultless) {
        this.faultless = faultless;
    }

    Set<String> ids() {
        return ids;
    }

    long requests() {
        return requests.get();
    }

    long faultsPlayed() {
        return faults.get();
    }

    int openConnections() {
        return open.get();
    }

    Connection connection(String id) {
        return Connection.of(new Connection.Draft(id, id, "", "http://127.0.0.1:" + socket.getLocalPort(), "p1"))
                .orThrow();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
