package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TimeZone;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import poolscope.pool.Pool;
import poolscope.settings.WindowAppearance;

/// Times in this computer's zone or in UTC, wherever they stand.
@Isolated("Sets the time zone of the whole JVM.")
class ZoneWindowTest {
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final JsonMapper JSON = new JsonMapper();
    private TimeZone before = TimeZone.getDefault();

    @BeforeEach
    void live_in_China() {
        before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(HERE));
    }

    @AfterEach
    void go_home() {
        TimeZone.setDefault(before);
    }

    @Test
    void table_and_details_show_the_chosen_zone_at_once_and_it_is_remembered() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            var created = created(look(appFixture));
            assertThat(written(appFixture)).contains(minute(created, HERE))
                    .doesNotContain(minute(created, ZoneOffset.UTC));
            choose(appFixture, "timeZoneUtc");
            look(appFixture);
            assertThat(written(appFixture)).contains(minute(created, ZoneOffset.UTC))
                    .doesNotContain(minute(created, HERE));
            appFixture.until("it is remembered",
                    () -> Files.exists(appFixture.folder.resolve("settings.json"))
                            && JSON.readTree(appFixture.folder.resolve("settings.json").toFile())
                                    .at("/look/timeZone")
                                    .asText()
                                    .equals("utc"));
            choose(appFixture, "timeZoneSystem");
            look(appFixture);
            assertThat(written(appFixture)).contains(minute(created, HERE));
        }
    }

    @Test
    void a_date_in_the_filter_is_a_day_of_the_chosen_zone() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            var all = appFixture.cloudPools();
            var day = created(all.stream()
                    .filter(pool -> !day(created(pool), HERE).equals(day(created(pool), ZoneOffset.UTC)))
                    .findFirst()
                    .orElseThrow()).atZone(HERE).toLocalDate();
            appFixture.type("created:" + day);
            appFixture.hands().push(KeyCode.ENTER);
            untilShown(appFixture, on(all, day, HERE));
            choose(appFixture, "timeZoneUtc");
            untilShown(appFixture, on(all, day, ZoneOffset.UTC));
            assertThat(appFixture.fx(() -> appFixture.appComposition.pools().filter().text())).contains(day.toString());
            appFixture.fx(() -> {
                appFixture.appComposition.pools().filter().undo();
                appFixture.appComposition.pools().filter().redo();
                return true;
            });
            untilShown(appFixture, on(all, day, ZoneOffset.UTC));
        }
    }

    @Test
    void what_is_copied_has_the_offset_of_the_chosen_zone() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            var created = created(look(appFixture));
            assertThat(copied(appFixture)).contains(iso(created, HERE));
            choose(appFixture, "timeZoneUtc");
            look(appFixture);
            assertThat(copied(appFixture)).contains(iso(created, ZoneOffset.UTC));
        }
    }

    /// Shows the time column alone and selects the first pool.
    private static Pool look(AppFixture appFixture) {
        appFixture.fx(() -> {
            for (var column : appFixture.table().getColumns())
                column.setVisible(List.of("cluster_name", "created_at").contains(column.getId()));
            appFixture.table().getSelectionModel().select(0);
            return true;
        });
        appFixture.settle();
        return appFixture.shown().getFirst();
    }

    private static List<String> written(AppFixture appFixture) {
        return appFixture.fx(() -> {
            var root = appFixture.appComposition.stage().getScene().getRoot();
            root.applyCss();
            root.layout();
            var row = appFixture.table()
                    .lookupAll(".table-row-cell")
                    .stream()
                    .filter(cell -> cell.getPseudoClassStates()
                            .stream()
                            .anyMatch(state -> state.getPseudoClassName().equals("selected")))
                    .findFirst()
                    .orElseThrow();
            var times = row.lookupAll(".value-cell").stream().map(cell -> ((Labeled) cell).getText()).toList();
            var details = appFixture.find(".details")
                    .lookupAll(".label")
                    .stream()
                    .map(label -> ((Labeled) label).getText())
                    .toList();
            return times.stream().filter(time -> time != null && details.contains(time)).toList();
        });
    }

    private static String copied(AppFixture appFixture) {
        appFixture.fx(() -> {
            Clipboard.getSystemClipboard().clear();
            appFixture.table().requestFocus();
            return true;
        });
        appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.C);
        appFixture.until("it is copied", () -> Clipboard.getSystemClipboard().hasString());
        return appFixture.fx(() -> Clipboard.getSystemClipboard().getString());
    }

    private static void choose(AppFixture appFixture, String id) {
        appFixture.fx(() -> {
            ((MenuBar) appFixture.find("#menuBar")).getMenus()
                    .stream()
                    .flatMap(menu -> menu.getItems().stream())
                    .filter(Menu.class::isInstance)
                    .flatMap(menu -> ((Menu) menu).getItems().stream())
                    .filter(item -> id.equals(item.getId()))
                    .findFirst()
                    .map(MenuItem.class::cast)
                    .orElseThrow()
                    .fire();
            return true;
        });
        appFixture.until("it is chosen",
                () -> appFixture.appComposition.settings()
                        .settings()
                        .windowAppearance()
                        .timeZone() == (id.equals("timeZoneUtc")
                                ? WindowAppearance.TimeZone.UTC
                                : WindowAppearance.TimeZone.SYSTEM));
    }

    private static void untilShown(AppFixture appFixture, List<String> names) {
        appFixture.until(names.size() + " pools are shown",
                () -> appFixture.shownNow().stream().map(Pool::key).sorted().toList().equals(names));
    }

    private static List<String> on(List<Pool> pools, LocalDate day, ZoneId zone) {
        return pools.stream().filter(pool -> day(created(pool), zone).equals(day)).map(Pool::key).sorted().toList();
    }

    private static LocalDate day(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate();
    }

    private static String minute(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(moment.atZone(zone));
    }

    private static String iso(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").format(moment.atZone(zone));
    }

    /// As the service sent it.
    private static Instant created(Pool pool) {
        try {
            return Instant.ofEpochMilli(JSON.readTree(pool.raw().text()).path("created_at").asLong());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
