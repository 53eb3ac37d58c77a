package poolscope;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// A service on loopback with many pools of v1, of which some change when the test says so.
final class ManyPoolsService implements AutoCloseable {
    private static final int LARGEST_PAGE = 1_000;
    private static final Pattern ASKED = Pattern.compile("offset=(\\d+)&limit=(\\d+)");

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Random random = new Random(1);
    private final String[] rows;

    ManyPoolsService(int pools) throws IOException {
        rows = new String[pools];
        for (int i = 0; i < pools; i++)
            rows[i] = row(i);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /// Some pools, taken by chance, have other nodes available, and with them other cores, memory and cards; a few of
    /// them another status.
    synchronized void change(int pools) {
        for (int i = 0; i < pools; i++) {
            int at = random.nextInt(rows.length);
            rows[at] = row(at);
        }
    }

    private String row(int number) {
        int available = random.nextInt(17);
        return """
                {"cluster_id":"id-%07d","cluster_name":"pool %d","created_at":%d,"status":"%s","allocatable_gpus":%d,\
                "allocatable_cpu_cores":%d.5,"allocatable_memory":%d,"nodes":{"specification":"modelarts.vm.npu.8u",\
                "count":16,"available_count":%d}}""".formatted(number, number, 1_700_000_000_000L - number,
                random.nextInt(20) == 0 ? "abnormal" : "running", available * 8, available * 23, available * 93_000,
                available);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        var asked = ASKED.matcher(String.valueOf(exchange.getRequestURI().getRawQuery()));
        boolean isList = exchange.getRequestURI().getPath().equals("/v1/p/clusters") && asked.find();
        var body = (isList ? page(Integer.parseInt(asked.group(1)), Integer.parseInt(asked.group(2))) : "{}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(isList ? 200 : 404, body.length);
        try (exchange; var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private synchronized String page(int offset, int limit) {
        var page = new StringBuilder("{\"total_count\":").append(rows.length).append(",\"clusters\":[");
        for (int i = offset; i < Math.min(rows.length, offset + Math.min(limit, LARGEST_PAGE)); i++)
            page.append(i == offset ? "" : ",").append(rows[i]);
        return page.append("]}").toString();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
