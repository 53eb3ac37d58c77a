package poolscope.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.api.RequestLog;
import poolscope.live.ObservableRequestLog;
import poolscope.live.background.SecondTicker;
import poolscope.ui.ModelFixture;

class RequestLogModelTest {
    @TempDir
    Path folder;

    private static RequestLog.Request request(Instant at, String connection, String query) {
        return new RequestLog.Request(at, connection, "GET", "a.example.com", "/v1/p/clusters", query);
    }

    @Test
    void running_requests_come_first_then_finished_ones_newest_first_with_host_and_path() throws Exception {
        var log = new RequestLog();
        try (var fixture = new ModelFixture(folder)) {
            var ticker = new SecondTicker(fixture.clock);
            var model = new RequestLogModel(new ObservableRequestLog(log), ticker, fixture.settings);
            assertThat(model.lines("")).isEmpty();
            var now = ticker.nowProperty().get();
            var first = request(now.minusSeconds(9), "prod", "offset=0&limit=500");
            var second = request(now.minusSeconds(5), "test", "");
            var running = request(now.minusMillis(2_500), "prod", "");
            log.begin(running);
            log.add(new RequestLog.Entry(first, 200, "", 12, "r-1"));
            log.add(new RequestLog.Entry(second, 0, "Timeout", 5_000, ""));
            assertThat(model.lines("")).containsExactly(
                    new RequestLogModel.Line(running, RequestLogModel.State.RUNNING, 0, "", 2_500, ""),
                    new RequestLogModel.Line(second, RequestLogModel.State.FAILED, 0, "Timeout", 5_000, ""),
                    new RequestLogModel.Line(first, RequestLogModel.State.SUCCEEDED, 200, "", 12, "r-1"));
            assertThat(model.lines("").getLast().address()).isEqualTo("a.example.com/v1/p/clusters");
            ticker.close();
        }
    }

    @Test
    void the_requests_of_one_connection_can_be_asked_for() throws Exception {
        var log = new RequestLog();
        try (var fixture = new ModelFixture(folder)) {
            var ticker = new SecondTicker(fixture.clock);
            var model = new RequestLogModel(new ObservableRequestLog(log), ticker, fixture.settings);
            log.add(new RequestLog.Entry(request(Instant.EPOCH, "test", ""), 200, "", 1, ""));
            log.add(new RequestLog.Entry(request(Instant.EPOCH, "", ""), 200, "", 1, ""));
            log.begin(request(Instant.EPOCH, "prod", ""));
            assertThat(model.connections()).containsExactly("prod", "test");
            assertThat(model.lines("test")).extracting(line -> line.request().connection()).containsExactly("test");
            assertThat(model.lines("prod")).hasSize(1);
            assertThat(model.lines("")).hasSize(3);
            ticker.close();
        }
    }
}
