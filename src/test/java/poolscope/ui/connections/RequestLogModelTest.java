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

    @Test
    void requests_are_listed_newest_first_with_host_and_path() throws Exception {
        var log = new RequestLog();
        try (var fixture = new ModelFixture(folder)) {
            var ticker = new SecondTicker(fixture.clock);
            var model = new RequestLogModel(new ObservableRequestLog(log), ticker, fixture.settings);
            assertThat(model.lines()).isEmpty();
            log.add(new RequestLog.Entry(Instant.EPOCH, "GET", "a.example.com", "/v1/p/clusters", 200, "", 12, "r-1"));
            log.add(new RequestLog.Entry(Instant.EPOCH.plusSeconds(1), "POST", "iam.example.com", "/v3/auth/tokens", 0,
                    "Timeout", 5_000, ""));
            assertThat(model.lines()).containsExactly(
                    new RequestLogModel.Line(Instant.EPOCH.plusSeconds(1), "POST", "iam.example.com/v3/auth/tokens", 0,
                            "Timeout", 5_000, ""),
                    new RequestLogModel.Line(Instant.EPOCH, "GET", "a.example.com/v1/p/clusters", 200, "", 12, "r-1"));
            ticker.close();
        }
    }
}
