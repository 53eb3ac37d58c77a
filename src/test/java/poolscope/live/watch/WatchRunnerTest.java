package poolscope.live.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.disk.FileSystemOperations;
import poolscope.live.RefreshPolicy;
import poolscope.live.background.SecondTicker;
import poolscope.pool.watch.ConnectionWatchObstacle;
import poolscope.pool.watch.WatchLogEntry;
import poolscope.pool.watch.WatchRule;
import poolscope.pool.watch.WatchRuleMatchChange;
import poolscope.settings.WatchRulesAndStateFiles;
import poolscope.ui.ListService.SentPool;
import poolscope.ui.ModelFixture;

/// The watch rules over services on loopback, step by step, and over a restart.
class WatchRunnerTest {
    private static final SentPool A = SentPool.of("a", 8);
    private static final SentPool B = SentPool.of("b", 8);

    @TempDir
    Path folder;

    private ModelFixture fixture;
    private SecondTicker ticker;
    private ObservableWatchRules rules;
    private WatchRunner runner;
    private final List<WatchNotification> shown = new ArrayList<>();
    private Optional<Duration> every = Optional.of(Duration.ofMinutes(1));

    @BeforeEach
    void open() {
        fixture = new ModelFixture(folder);
        start();
    }

    private void start() {
        var files = WatchRulesAndStateFiles.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC());
        var loaded = files.load().value();
        ticker = new SecondTicker(fixture.clock);
        rules = new ObservableWatchRules(loaded.rules(), files, fixture.executors);
        runner = new WatchRunner(loaded.state(), files,
                new WatchRunner.Parts(fixture.observableTickedConnectionPools, rules, ticker, () -> ZoneOffset.UTC,
                        _ -> new RefreshPolicy(every, false), fixture.executors, shown::add));
        fixture.run();
    }

    private void stop() {
        runner.close();
        rules.close();
        ticker.close();
    }

    @AfterEach
    void close() {
        stop();
        fixture.close();
    }

    private void read() {
        pass(Duration.ofMinutes(1));
        fixture.read();
    }

    private void pass(Duration time) {
        fixture.clock.advance(time);
        ticker.tick();
        fixture.run();
    }

    private WatchRule watch(String id, String filter, String... connections) {
        var rule = new WatchRule(id, "Rule " + id, filter, WatchRule.Trigger.STARTS, List.of(connections), false,
                Optional.empty());
        rules.keep(rule);
        fixture.run();
        return rule;
    }

    private static List<String> names(WatchNotification notification) {
        return notification.hits()
                .stream()
                .map(hit -> hit.ruleId() + ":" + hit.connection() + ":"
                        + String.join(",", hit.pools().stream().map(WatchRuleMatchChange.WatchedPool::name).toList()))
                .toList();
    }

    @Test
    void a_new_rule_reports_nothing_and_then_what_begins_to_match() throws Exception {
        var prod = fixture.connect("prod", A.withStatus("abnormal"), B);
        read();
        var rule = watch("r", "status:abnormal");
        assertThat(runner.status(rule)).isEqualTo(new WatchRuleStatus.Watching());
        assertThat(runner.stateProperty().get().matchesOf(rule).count()).isEqualTo(1);
        read();
        assertThat(shown).isEmpty();
        prod.has(A.withStatus("abnormal"), B.withStatus("abnormal"));
        read();
        assertThat(shown).singleElement().extracting(WatchRunnerTest::names).isEqualTo(List.of("r:prod:b"));
        assertThat(runner.stateProperty().get().unseen()).hasSize(1);
        runner.markSeen();
        assertThat(runner.stateProperty().get().unseen()).isEmpty();
    }

    @Test
    void one_refresh_of_two_connections_and_two_rules_is_one_notification() throws Exception {
        var prod = fixture.connect("prod", A);
        var lab = fixture.connect("lab", B);
        read();
        watch("one", "status:abnormal");
        watch("two", "status:abnormal", "lab");
        prod.has(A.withStatus("abnormal"));
        lab.has(B.withStatus("abnormal"));
        read();
        assertThat(shown).singleElement()
                .extracting(WatchRunnerTest::names)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder("one:prod:a", "one:lab:b", "two:lab:b");
    }

    @Test
    void what_a_rule_finds_within_ten_minutes_is_shown_in_its_next_notification() throws Exception {
        var prod = fixture.connect("prod", A, B);
        read();
        watch("r", "status:abnormal");
        prod.has(A.withStatus("abnormal"), B);
        read();
        prod.has(A.withStatus("abnormal"), B.withStatus("abnormal"));
        read();
        assertThat(shown).hasSize(1);
        assertThat(runner.stateProperty().get().unseen()).hasSize(2);
        pass(Duration.ofMinutes(9));
        assertThat(shown).hasSize(2);
        assertThat(names(shown.get(1))).containsExactly("r:prod:b");
    }

    @Test
    void what_happened_while_the_program_was_closed_is_reported_at_the_first_refresh() throws Exception {
        var prod = fixture.connect("prod", A, B);
        read();
        watch("r", "status:abnormal");
        read();
        var lastRead = fixture.clock.instant();
        stop();
        prod.has(A.withStatus("abnormal"), B);
        pass(Duration.ofHours(5));
        start();
        assertThat(shown).isEmpty();
        read();
        assertThat(shown).singleElement()
                .satisfies(notification -> assertThat(notification.hits()).singleElement().satisfies(hit -> {
                    assertThat(hit.since()).isEqualTo(lastRead);
                    assertThat(hit.isAfterGap()).isTrue();
                }));
    }

    @Test
    void a_connection_that_can_not_sign_in_pauses_the_rule_and_is_reported_once() throws Exception {
        var prod = fixture.connect("prod", A);
        read();
        var rule = watch("r", "status:abnormal");
        prod.refuse(401);
        for (int i = 0; i < 5; i++)
            read();
        assertThat(runner.status(rule)).isInstanceOfSatisfying(WatchRuleStatus.Interrupted.class,
                paused -> assertThat(paused.connections()).singleElement().satisfies(one -> {
                    assertThat(one.connection()).isEqualTo("prod");
                    assertThat(one.obstacle()).isEqualTo(ConnectionWatchObstacle.SIGN_IN_REFUSED);
                }));
        assertThat(shown).singleElement().satisfies(notification -> assertThat(notification.interrupted()).hasSize(1));
        prod.has(A);
        read();
        assertThat(runner.status(rule)).isEqualTo(new WatchRuleStatus.Watching());
        assertThat(runner.stateProperty().get().log()).extracting(Object::getClass)
                .isEqualTo(List.of(WatchLogEntry.Interrupted.class, WatchLogEntry.Resumed.class));
        assertThat(shown).hasSize(1);
    }

    @Test
    void one_failed_refresh_is_shown_and_only_one_that_lasts_is_reported() throws Exception {
        var prod = fixture.connect("prod", A);
        read();
        var rule = watch("r", "status:abnormal");
        prod.refuse(503);
        read();
        assertThat(runner.status(rule)).isInstanceOf(WatchRuleStatus.Interrupted.class);
        assertThat(shown).isEmpty();
        pass(Duration.ofMinutes(2));
        assertThat(shown).singleElement()
                .extracting(WatchNotification::interrupted)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(1);
    }

    @Test
    void a_list_that_was_not_refreshed_for_three_intervals_is_late() throws Exception {
        fixture.connect("prod", A);
        read();
        var rule = watch("r", "status:abnormal");
        pass(Duration.ofMinutes(3));
        assertThat(runner.status(rule)).isEqualTo(new WatchRuleStatus.Watching());
        pass(Duration.ofSeconds(1));
        assertThat(runner.status(rule)).isInstanceOfSatisfying(WatchRuleStatus.Interrupted.class,
                paused -> assertThat(paused.connections().getFirst().obstacle())
                        .isEqualTo(ConnectionWatchObstacle.LATE));
        every = Optional.empty();
        pass(Duration.ofSeconds(1));
        assertThat(runner.status(rule)).isEqualTo(new WatchRuleStatus.Watching());
    }

    @Test
    void a_rule_of_another_connection_is_not_concerned() throws Exception {
        fixture.connect("prod", A);
        var lab = fixture.connect("lab", B);
        read();
        var rule = watch("r", "status:abnormal", "prod");
        lab.refuse(401);
        read();
        assertThat(runner.status(rule)).isEqualTo(new WatchRuleStatus.Watching());
        assertThat(shown).isEmpty();
        assertThat(runner.status(watch("none", "", "elsewhere"))).isEqualTo(new WatchRuleStatus.NotTicked());
    }

    @Test
    void an_invalid_filter_makes_the_rule_faulty_and_disturbs_no_other() throws Exception {
        var prod = fixture.connect("prod", A);
        read();
        var wrong = watch("wrong", "gpus:(");
        watch("r", "status:abnormal");
        prod.has(A.withStatus("abnormal"));
        read();
        assertThat(runner.status(wrong)).isInstanceOf(WatchRuleStatus.Faulty.class);
        assertThat(rules.rules()).contains(wrong);
        assertThat(shown).hasSize(1);
    }

    @Test
    void a_paused_rule_finds_nothing_and_reports_the_difference_when_it_goes_on() throws Exception {
        var prod = fixture.connect("prod", A, B);
        read();
        var rule = watch("r", "status:abnormal");
        rules.change("r", one -> one.withPaused(true));
        fixture.run();
        prod.has(A.withStatus("abnormal"), B);
        read();
        assertThat(shown).isEmpty();
        assertThat(runner.status(rules.find("r").orElseThrow())).isEqualTo(new WatchRuleStatus.Paused());
        rules.keep(rule);
        fixture.run();
        assertThat(shown).singleElement().extracting(WatchRunnerTest::names).isEqualTo(List.of("r:prod:a"));
    }

    @Test
    void two_connections_with_the_same_pools_report_them_once() throws Exception {
        var service = fixture.connect("prod", A);
        fixture.connectAgain("twin", service);
        read();
        watch("r", "status:abnormal");
        service.has(A.withStatus("abnormal"));
        read();
        assertThat(shown).singleElement().extracting(WatchRunnerTest::names).isEqualTo(List.of("r:prod:a"));
    }

    @Test
    void a_rule_that_finds_nothing_writes_no_file_at_a_refresh() throws Exception {
        fixture.connect("prod", A);
        read();
        watch("r", "status:abnormal");
        read();
        var state = folder.resolve("watch-state.json");
        java.nio.file.Files.delete(state);
        read();
        assertThat(state).doesNotExist();
    }
}
