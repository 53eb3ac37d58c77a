package poolscope.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.MovableClock;
import poolscope.connection.SavedConnection;
import poolscope.live.FolderOpener;
import poolscope.live.ObservableConnections;
import poolscope.live.RefreshState;
import poolscope.live.background.SecondTicker;
import poolscope.settings.ConfigFileNotSavedException.Why;
import poolscope.settings.FileNotice;
import poolscope.settings.RefreshInterval;
import poolscope.settings.SummaryVisibility;
import poolscope.settings.WindowAppearance;
import poolscope.ui.ListService;
import poolscope.ui.ListService.SentPool;
import poolscope.ui.ModelFixture;
import poolscope.ui.text.ConnectionStateText;
import poolscope.ui.text.FailureText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TimeText;

class MainWindowModelTest {
    @TempDir
    Path folder;
    private ModelFixture fixture;
    private ListService service;
    private ObservableConnections connections;
    private SecondTicker ticker;
    private final List<List<String>> programs = new ArrayList<>();
    private MainWindowModel model;
    private FileNoticesModel notices;

    @BeforeEach
    void open() throws Exception {
        fixture = new ModelFixture(folder);
        service = new ListService();
        service.has(SentPool.of("a", 8));
        open(folder);
    }

    private void open(Path saved) throws Exception {
        open(saved, fixture.savedConnection("prod", "", service));
    }

    private void open(Path saved, SavedConnection connection) throws Exception {
        connections = fixture.saved(saved, connection);
        ticker = new SecondTicker(fixture.clock);
        model = new MainWindowModel(fixture.observableTickedConnectionPools, ticker, fixture.settings, connections);
        notices = new FileNoticesModel(List.of(new FileNotice.NoFile()), new FolderOpener("Linux", line -> {
            programs.add(line);
            return 0;
        }, fixture.executors));
        notices.follow(connections.saveProblemProperty());
    }

    @AfterEach
    void close() throws Exception {
        ticker.close();
        fixture.close();
    }

    private void pass(Duration time) {
        fixture.clock.advance(time);
        ticker.tick();
    }

    @Test
    void a_refresh_is_loading_until_it_has_ended_and_can_be_cancelled() {
        assertThat(model.loading().getValue()).isTrue();
        assertThat(model.readAt()).isEmpty();
        fixture.run();
        assertThat(model.loading().getValue()).isFalse();
        assertThat(model.readAt()).contains(MovableClock.START);
        model.refresh();
        assertThat(model.reading()).isPresent();
        model.cancel();
        assertThat(model.loading().getValue()).isFalse();
        fixture.run();
        assertThat(fixture.observableTickedConnectionPools.sources().getFirst().state())
                .isInstanceOf(RefreshState.Cancelled.class);
    }

    @Test
    void P18_the_automatic_refresh_is_late_after_three_intervals_without_a_result() {
        fixture.run();
        model.refreshIntervalProperty().set(RefreshInterval.MINUTE);
        pass(Duration.ofMinutes(3));
        assertThat(model.isLate()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(model.isLate()).isTrue();
        model.refreshIntervalProperty().set(RefreshInterval.OFF);
        assertThat(model.isLate()).isFalse();
        model.refreshIntervalProperty().set(RefreshInterval.MINUTE);
        fixture.read();
        assertThat(model.isLate()).isFalse();
    }

    @Test
    void P48_a_connection_that_answers_again_is_named_once_until_the_next_refresh() {
        var states = new ConnectionStateText(Texts.of(Locale.ENGLISH),
                new TimeText(Texts.of(Locale.ENGLISH), ZoneOffset.UTC), new FailureText(Texts.of(Locale.ENGLISH)));
        fixture.run();
        assertThat(fixture.observableTickedConnectionPools.allConnectionsStatus().recovered()).isEmpty();
        service.refuse(403);
        for (int times = 0; times < 7; times++) {
            fixture.read();
            pass(Duration.ofMinutes(2));
        }
        assertThat(fixture.observableTickedConnectionPools.allConnectionsStatus().recovered()).isEmpty();
        service.has(SentPool.of("a", 8));
        fixture.read();
        assertThat(states.recovered(fixture.observableTickedConnectionPools.allConnectionsStatus().recovered()))
                .isEqualTo("prod answers again after 14 min 0 s, 7 failed refreshes.");
        model.refresh();
        assertThat(fixture.observableTickedConnectionPools.allConnectionsStatus().recovered())
                .as("until the next one has ended")
                .hasSize(1);
        fixture.run();
        assertThat(fixture.observableTickedConnectionPools.allConnectionsStatus().recovered()).isEmpty();
        service.refuse(403);
        fixture.read();
        service.has(SentPool.of("a", 8));
        fixture.read();
        assertThat(fixture.observableTickedConnectionPools.allConnectionsStatus().recovered()).hasSize(1);
        model.dismissRecoveries();
        assertThat(fixture.observableTickedConnectionPools.allConnectionsStatus().recovered()).isEmpty();
    }

    @Test
    void a_connection_with_a_longer_interval_of_its_own_is_late_and_tried_again_by_that() throws Exception {
        fixture.observableTickedConnectionPools.sources().clear();
        open(folder,
                fixture.savedConnection("prod", "", service).withRefreshEvery(Optional.of(Duration.ofMinutes(15))));
        fixture.run();
        model.refreshIntervalProperty().set(RefreshInterval.MINUTE);
        pass(Duration.ofMinutes(40));
        assertThat(model.isLate()).isFalse();
        pass(Duration.ofMinutes(6));
        assertThat(model.isLate()).isTrue();
        service.refuse(403);
        fixture.read();
        assertThat(model.nextRetry()).contains(Duration.ofMinutes(15));
    }

    @Test
    void a_failed_refresh_is_tried_again_after_twice_the_interval_and_the_rest_of_that_time_is_known() {
        model.refreshIntervalProperty().set(RefreshInterval.MINUTE);
        service.refuse(403);
        fixture.run();
        assertThat(model.failing().getValue()).isTrue();
        assertThat(model.nextRetry()).contains(Duration.ofMinutes(2));
        pass(Duration.ofSeconds(90));
        assertThat(model.nextRetry()).contains(Duration.ofSeconds(30));
        model.refreshIntervalProperty().set(RefreshInterval.OFF);
        assertThat(model.nextRetry()).isEmpty();
        assertThat(model.isRefreshStopped()).isFalse();
    }

    @Test
    void after_a_refused_sign_in_there_is_no_retry_and_that_is_known() {
        model.refreshIntervalProperty().set(RefreshInterval.MINUTE);
        service.refuse(401);
        fixture.run();
        assertThat(model.isRefreshStopped()).isTrue();
        assertThat(model.nextRetry()).isEmpty();
        service.has(SentPool.of("a", 8));
        model.refreshFailed();
        fixture.run();
        assertThat(model.isRefreshStopped()).isFalse();
        assertThat(model.failing().getValue()).isFalse();
    }

    @Test
    void the_demo_cloud_is_shown_while_there_is_no_connection_and_its_banner_when_the_welcome_is_gone() {
        assertThat(model.demo().getValue()).isFalse();
        connections.remove("prod");
        fixture.run();
        assertThat(model.demo().getValue()).isTrue();
        assertThat(model.demoBanner().getValue()).as("the welcome panel says it").isFalse();
        model.placeProperty().set(model.placeProperty().get().withWelcomeShown(false));
        assertThat(model.demoBanner().getValue()).isTrue();
    }

    @Test
    void a_notice_is_listed_once_until_all_are_dismissed() {
        var noFile = new FileNotice.NoFile();
        notices.add(noFile);
        assertThat(notices.noticesProperty().get()).containsExactly(noFile);
        assertThat(notices.namesFolder()).isFalse();
        notices.dismiss();
        assertThat(notices.noticesProperty().get()).isEmpty();
    }

    @Test
    void P38_of_a_file_only_the_last_that_was_said_about_saving_it_is_listed() {
        var file = folder.resolve("views/mine.json");
        var other = new FileNotice.NotSaved(folder.resolve("views/other.json"), Why.FULL);
        notices.dismiss();
        notices.add(new FileNotice.NotSaved(file, Why.FULL));
        notices.add(other);
        notices.add(new FileNotice.NotSaved(file, Why.READ_ONLY));
        assertThat(notices.noticesProperty().get()).containsExactly(other,
                new FileNotice.NotSaved(file, Why.READ_ONLY));
        notices.add(new FileNotice.SavedAgain(file));
        assertThat(notices.noticesProperty().get()).containsExactly(other, new FileNotice.SavedAgain(file));
    }

    @Test
    void the_folder_of_the_newest_notice_that_has_one_is_opened() throws Exception {
        var views = Files.createDirectory(folder.resolve("views"));
        notices.add(new FileNotice.FromBackup(folder.resolve("other/backup.json")));
        notices.add(new FileNotice.ViewsUnreadable(views));
        notices.add(new FileNotice.SavedAgain(folder.resolve("settings.json")));
        notices.openFolder();
        fixture.run();
        assertThat(programs).containsExactly(List.of("xdg-open", views.toString()));
        assertThat(notices.folderProblemProperty().get()).isEmpty();
    }

    @Test
    void P48_when_saving_fails_that_is_noticed_and_when_it_works_again_that_is_instead() throws Exception {
        var blocked = folder.resolve("blocked");
        Files.createFile(blocked);
        fixture.observableTickedConnectionPools.sources().clear();
        open(blocked);
        notices.dismiss();
        connections.tick("prod", false);
        fixture.run();
        assertThat(notices.noticesProperty().get()).singleElement().isInstanceOf(FileNotice.NotSaved.class);
        connections.tick("prod", true);
        fixture.run();
        assertThat(notices.noticesProperty().get()).as("once, however often").hasSize(1);
        Files.delete(blocked);
        connections.tick("prod", false);
        fixture.run();
        assertThat(notices.noticesProperty().get()).singleElement().isInstanceOf(FileNotice.SavedAgain.class);
    }

    @Test
    void appearance_and_panes_are_settings() {
        model.changeAppearance(now -> now.withTheme(WindowAppearance.Theme.DARK));
        model.changeAppearance(now -> now.withZoomPercent(125));
        model.changeAppearance(now -> now.withZoomBy(1));
        assertThat(fixture.settings.settings().windowAppearance().theme()).isEqualTo(WindowAppearance.Theme.DARK);
        assertThat(fixture.settings.settings().windowAppearance().zoomPercent()).as("the step after 125 %")
                .isEqualTo(150);
        boolean details = model.placeProperty().get().detailsShown();
        model.toggleDetails();
        assertThat(fixture.settings.settings().window().detailsShown()).isEqualTo(!details);
        model.showDetails();
        assertThat(fixture.settings.settings().window().detailsShown()).isTrue();
        model.toggle(SummaryVisibility.Part.CHARTS);
        assertThat(fixture.settings.settings().window().summaryVisibility().charts()).isTrue();
        assertThat(Optional.of(fixture.settings.settings().window().sidebarShown())).contains(true);
        model.toggleSidebar();
        assertThat(fixture.settings.settings().window().sidebarShown()).isFalse();
    }
}
