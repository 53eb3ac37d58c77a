package poolscope.api.v1;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import poolscope.api.FaultyHttpService;
import poolscope.api.FaultyHttpService.Answer;
import poolscope.connection.ServiceAndProject;

/// A service on loopback with a list that stands still, which does something wrong to every seventh request.
/// For [Soak].
final class SoakService implements AutoCloseable {
    private static final Pattern ASKED = Pattern.compile("offset=(\\d+)&limit=(\\d+)");

    private final List<String> rows = new ArrayList<>();
    private final Set<String> ids = new TreeSet<>();
    private final boolean pages;
    private final int most;
    private final FaultyHttpService http;

    /// @param number
    ///            tells one service from the other: odd ones count `offset` in pages, every third one refuses more than
    ///            a hundred pools an answer
    /// @param pools
    ///            how many there are
    SoakService(int number, int pools) throws IOException {
        pages = number % 2 == 1;
        most = number % 3 == 2 ? 100 : 1000;
        for (int i = 0; i < pools; i++) {
            ids.add("s" + number + "-" + i);
            rows.add(
                    ("{\"cluster_id\":\"s%d-%d\",\"cluster_name\":\"pool %d\",\"created_at\":%d,\"status\":\"running\",\"nodes\":"
                            + "{\"specification\":\"modelarts.vm.cpu.8ud\",\"count\":%d,\"available_count\":1}}")
                            .formatted(number, i, i, 1_700_000_000_000L - i, 1 + i % 7));
        }
        http = new FaultyHttpService(this::answer, number);
    }

    private Answer answer(String requestLine) {
        var asked = ASKED.matcher(requestLine);
        if (!asked.find()) return new Answer("404 Not Found", new byte[0]);
        int limit = Integer.parseInt(asked.group(2));
        if (limit > most) return new Answer("400 Bad Request", "{\"error_code\":\"ModelArts.0104\"}".getBytes(UTF_8));
        return Answer.ok(page(Long.parseLong(asked.group(1)), limit));
    }

    private String page(long offset, int limit) {
        int from = (int) Math.min(pages ? offset * limit : offset, rows.size());
        var page = rows.subList(from, (int) Math.min((long) from + limit, rows.size()));
        return "{\"total_count\":" + rows.size() + ",\"count\":" + page.size() + ",\"clusters\":["
                + String.join(",", page) + "]}";
    }

    /// Whether every request gets a good answer from now on.
    void setFaultless(boolean faultless) {
        http.setFaultless(faultless);
    }

    Set<String> ids() {
        return ids;
    }

    long requests() {
        return http.requests();
    }

    long faultsPlayed() {
        return http.faultsPlayed();
    }

    int openConnections() {
        return http.openConnections();
    }

    ServiceAndProject connection(String id) {
        return ServiceAndProject.of(new ServiceAndProject.Draft(id, id, "", http.address(), "p1")).orThrow();
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
