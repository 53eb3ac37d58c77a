package poolscope.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.connection.SavedConnection;
import poolscope.connection.SignInMethod;
import poolscope.live.ObservableConnectionInventory;
import poolscope.live.ObservableConnections;
import poolscope.live.background.SecondTicker;
import poolscope.ui.ListService;
import poolscope.ui.ListService.SentPool;
import poolscope.ui.ModelFixture;
import poolscope.ui.text.ConnectionStateText;
import poolscope.ui.text.FailureText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TimeText;

class ConnectionListModelTest {
    @TempDir
    Path folder;
    private ModelFixture fixture;
    private ObservableConnections connections;
    private SecondTicker ticker;
    private ConnectionListModel model;

    @BeforeEach
    void open() {
        fixture = new ModelFixture(folder);
        ticker = new SecondTicker(fixture.clock);
    }

    private void openWith(SavedConnection... saved) throws Exception {
        connections = fixture.saved(folder, saved);
        model = new ConnectionListModel(connections.ofFirstWindow(), ticker, connections);
        fixture.run();
    }

    private SavedConnection one(String name, String group) throws Exception {
        var service = new ListService();
        service.has(SentPool.of("pool-of-" + name, 8));
        return fixture.savedConnection(name, group, service);
    }

    @AfterEach
    void close() throws Exception {
        ticker.close();
        fixture.close();
    }

    private List<String> names() {
        return model.entries().stream().map(ConnectionListModel.Entry::name).toList();
    }

    private List<String> ticked() {
        return model.entries()
                .stream()
                .filter(ConnectionListModel.Entry::isTicked)
                .map(ConnectionListModel.Entry::name)
                .toList();
    }

    @Test
    void connections_of_one_group_are_together_in_the_order_in_which_they_were_added() throws Exception {
        openWith(one("a", "live"), one("b", ""), one("c", "live"), one("d", ""));
        assertThat(names()).hasSize(4);
        assertThat(names().indexOf("c")).isEqualTo(names().indexOf("a") + 1);
        assertThat(names().indexOf("d")).isEqualTo(names().indexOf("b") + 1);
        assertThat(model.entries().getFirst().sourceStatus().orElseThrow().pools()).isOne();
    }

    @Test
    void without_a_connection_the_demo_cloud_is_the_list() throws Exception {
        openWith();
        assertThat(names()).containsExactly("demo");
        assertThat(model.entries().getFirst().saved()).isEmpty();
        assertThat(model.saved("demo")).isEmpty();
    }

    @Test
    void an_unticked_connection_is_listed_and_its_pools_are_not() throws Exception {
        openWith(one("a", ""), one("b", ""));
        model.tick("a", false);
        fixture.run();
        assertThat(names()).containsExactly("a", "b");
        assertThat(model.entries().getFirst().sourceStatus()).isEmpty();
        assertThat(fixture.shown()).containsExactly("pool-of-b");
        assertThat(model.isOnlyOne(model.entries().get(1))).isTrue();
        model.tickAll();
        fixture.run();
        assertThat(fixture.shown()).containsExactly("pool-of-a", "pool-of-b");
        assertThat(model.isOnlyOne(model.entries().get(1))).isFalse();
    }

    @Test
    void a_group_is_ticked_together_and_one_connection_alone() throws Exception {
        openWith(one("a", "live"), one("b", ""), one("c", "live"));
        model.tickGroup("live", false);
        assertThat(ticked()).containsExactly("b");
        model.tickGroup("live", true);
        assertThat(Set.copyOf(ticked())).isEqualTo(Set.of("a", "b", "c"));
        model.tickOnly(model.saved("c").orElseThrow());
        assertThat(ticked()).containsExactly("c");
    }

    @Test
    void one_connection_is_read_again_and_no_other() throws Exception {
        openWith(one("a", ""), one("b", ""));
        model.refresh(model.saved("b"));
        assertThat(
                fixture.observableTickedConnectionPools.sources().stream().filter(source -> source.state().isLoading()))
                .extracting(source -> source.serviceAndProject().name())
                .containsExactly("b");
        fixture.run();
        model.refresh(Optional.empty());
        assertThat(fixture.observableTickedConnectionPools.sources())
                .allMatch((ObservableConnectionInventory source) -> source.state().isLoading());
    }

    @Test
    void removing_the_last_connection_brings_the_demo_cloud_back() throws Exception {
        openWith(one("a", ""));
        model.remove("a");
        fixture.run();
        assertThat(names()).containsExactly("demo");
        assertThat(fixture.shown()).isEmpty();
    }

    @Test
    void P27_a_clock_that_differs_by_more_than_a_minute_is_named_until_it_is_set() throws Exception {
        fixture.clock.set(Instant.now().minusSeconds(330));
        openWith(one("a", ""));
        var behind = model.entries().getFirst().sourceStatus().orElseThrow();
        assertThat(behind.clockSkew().orElseThrow()).isBetween(Duration.ofSeconds(325), Duration.ofSeconds(359));
        var states = new ConnectionStateText(Texts.of(Locale.ENGLISH),
                new TimeText(Texts.of(Locale.ENGLISH), ZoneOffset.UTC), new FailureText(Texts.of(Locale.ENGLISH)));
        assertThat(states.clockSkew(behind)).startsWith("This computer’s clock is 5 min").contains("behind");
        fixture.clock.set(Instant.now());
        fixture.read();
        assertThat(model.entries().getFirst().sourceStatus().orElseThrow().clockSkew()).isEmpty();
    }

    @Test
    void a_connection_whose_secret_is_not_there_says_so() throws Exception {
        var open = one("a", "");
        var locked = one("b", "").withSignIn(new SignInMethod.Token());
        openWith(open, locked);
        assertThat(model.entries().getFirst().lacksSecret()).isFalse();
        assertThat(model.entries().get(1).lacksSecret()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"PT5H59M, 'token: 5 h left', false", "PT59M59S, 'token: 59 min left', false",
            "PT30M, 'token: 30 min left', false", "PT29M59S, 'token: 29 min left', true",
            "PT59S, 'token: less than a minute left', true", "PT0S, token expired, true", "PT-5M, token expired, true"})
    void the_time_left_of_a_token_is_said_in_one_unit(Duration left, String words, boolean isEnding) {
        var now = Instant.parse("2026-03-01T12:00:00Z");
        var texts = Texts.of(Locale.ENGLISH);
        var states = new ConnectionStateText(texts, new TimeText(texts, ZoneOffset.UTC), new FailureText(texts));
        assertThat(states.tokenLeft(now.plus(left), now)).isEqualTo(words);
        assertThat(states.isTokenEnding(now.plus(left), now)).isEqualTo(isEnding);
        assertThat(states.tokenRenewed(now.plus(left), now))
                .isEqualTo(left.isPositive() ? words + ", renewed automatically" : "");
    }
}
