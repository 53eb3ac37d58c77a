package poolscope.ui.trends;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.api.ApiTarget;
import poolscope.api.inventory.InventoryReader;
import poolscope.connection.Credentials;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.TestQueries;
import poolscope.live.ObservableConnectionInventory;
import poolscope.live.SteppedRefresh;
import poolscope.live.background.LatestTask;
import poolscope.live.changes.HistoryRecorder;
import poolscope.pool.PoolField;
import poolscope.pool.change.RegularlyRefreshedPeriods;
import poolscope.pool.trend.TrendSeries;
import poolscope.ui.ListService;
import poolscope.ui.ListService.SentPool;
import poolscope.ui.ModelFixture;
import poolscope.ui.pools.SelectedRowIndexes;

class TrendsModelTest {
    @TempDir
    Path folder;
    private ModelFixture fixture;
    private ListService service;
    private TrendsModel model;

    @BeforeEach
    void open() throws Exception {
        fixture = new ModelFixture(folder);
        service = fixture.connect("prod", SentPool.of("a", 8).withNodes("v100", 4, 4),
                SentPool.of("b", 16).withNodes("v100", 6, 6));
        var recorder = new HistoryRecorder(fixture.observableTickedConnectionPools, fixture.executors);
        model = new TrendsModel(fixture.pools,
                new TrendsModel.Past(fixture.observableTickedConnectionPools, recorder.poolHistory(), fixture.clock),
                new LatestTask(fixture.executors));
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    private void twoReadings() {
        fixture.read();
        fixture.clock.advance(Duration.ofMinutes(10));
        service.has(SentPool.of("a", 8).withNodes("v100", 4, 1), SentPool.of("b", 16).withNodes("v100", 6, 5));
        fixture.read();
    }

    private TrendSeries usable() {
        fixture.run();
        return ((TrendScreenState.Known) model.contentProperty().get()).poolAmountTrend()
                .series()
                .stream()
                .filter(series -> series.measure().field() == PoolField.AVAILABLE_NODES)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void before_two_readings_there_is_no_trend() {
        fixture.read();
        model.open();
        fixture.run();
        assertThat(model.contentProperty().get()).isInstanceOf(TrendScreenState.Nothing.class);
    }

    @Test
    void it_is_of_the_pools_that_the_filter_shows() {
        twoReadings();
        fixture.filter("name:a");
        model.open();
        assertThat(usable().maximum()).isEqualByComparingTo("4");
        assertThat(usable().last().value()).isEqualByComparingTo("1");
        fixture.filter("");
        assertThat(usable().maximum()).isEqualByComparingTo("10");
        assertThat(usable().last().value()).isEqualByComparingTo("6");
    }

    @Test
    void it_is_of_the_pools_selected_when_it_is_opened_until_those_in_view_are_chosen() {
        twoReadings();
        fixture.pools.selection().select(SelectedRowIndexes.only(1));
        model.open();
        assertThat(model.selected()).hasSize(1);
        assertThat(usable().maximum()).isEqualByComparingTo("6");
        model.ofSelectionProperty().set(false);
        assertThat(usable().maximum()).isEqualByComparingTo("10");
    }

    @Test
    void a_pool_that_two_connections_list_is_added_up_once() {
        var serviceAndProject = new ServiceAndProject("again", "again", Optional.empty(), service.endpoint(), "p");
        fixture.observableTickedConnectionPools.sources()
                .add(new ObservableConnectionInventory(serviceAndProject,
                        () -> InventoryReader.open(
                                ApiTarget.of(serviceAndProject, Credentials.NONE).withQuery(TestQueries.V1_ONLY),
                                fixture.environment()),
                        fixture.clock, reader -> new SteppedRefresh(reader, fixture.executors)));
        twoReadings();
        model.open();
        assertThat(usable().maximum()).isEqualByComparingTo("10");
    }

    @Test
    void a_pause_that_is_not_over_is_no_time_that_nobody_watched_until_it_is_too_long() {
        twoReadings();
        fixture.clock.advance(Duration.ofMinutes(19));
        model.open();
        assertThat(unwatched()).isEmpty();
        fixture.clock.advance(Duration.ofMinutes(2));
        model.open();
        assertThat(unwatched()).extracting(gap -> Duration.between(gap.start(), gap.end()))
                .containsExactly(Duration.ofMinutes(21));
    }

    private List<RegularlyRefreshedPeriods.Period> unwatched() {
        fixture.run();
        return ((TrendScreenState.Known) model.contentProperty().get()).poolAmountTrend().unwatched();
    }

    @Test
    void less_than_a_day_is_shown_whole_until_another_range_is_chosen_which_is_remembered() {
        twoReadings();
        fixture.clock.advance(Duration.ofMinutes(1));
        var following = model.open();
        fixture.run();
        assertThat(model.rangeProperty().get()).isEqualTo(TrendRange.ALL);
        fixture.clock.advance(Duration.ofHours(24));
        fixture.read();
        fixture.run();
        assertThat(model.rangeProperty().get()).as("while the screen is open").isEqualTo(TrendRange.ALL);
        following.unsubscribe();
        following = model.open();
        fixture.run();
        assertThat(model.rangeProperty().get()).isEqualTo(TrendRange.DAY);
        model.chooseRange(TrendRange.WEEK);
        following.unsubscribe();
        model.open();
        fixture.run();
        assertThat(model.rangeProperty().get()).isEqualTo(TrendRange.WEEK);
    }

    @Test
    void the_range_says_how_much_is_shown_and_a_day_has_the_day_before() {
        twoReadings();
        fixture.clock.advance(Duration.ofHours(30));
        fixture.read();
        fixture.clock.advance(Duration.ofMinutes(1));
        model.open();
        fixture.run();
        var day = (TrendScreenState.Known) model.contentProperty().get();
        assertThat(Duration.between(day.poolAmountTrend().from(), day.poolAmountTrend().to()))
                .isEqualTo(Duration.ofDays(1));
        assertThat(day.dayBefore().orElseThrow().series()).isNotEmpty();
        model.chooseRange(TrendRange.ALL);
        fixture.run();
        var all = (TrendScreenState.Known) model.contentProperty().get();
        assertThat(Duration.between(all.poolAmountTrend().from(), all.poolAmountTrend().to()))
                .isEqualTo(Duration.ofMinutes(30 * 60 + 11));
        assertThat(all.dayBefore()).isEmpty();
    }
}
