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
import poolscope.pool.Pool;
import poolscope.settings.Look;

/// Times in this computer's zone or in UTC, wherever they stand.
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
        try (var desk = Desk.open(20)) {
            var created = created(look(desk));
            assertThat(written(desk)).contains(minute(created, HERE)).doesNotContain(minute(created, ZoneOffset.UTC));
            choose(desk, "timeZoneUtc");
            look(desk);
            assertThat(written(desk)).contains(minute(created, ZoneOffset.UTC)).doesNotContain(minute(created, HERE));
            desk.until("it is remembered", () -> Files.exists(desk.folder.resolve("settings.json"))
                    && JSON.readTree(desk.folder.resolve("settings.json").toFile()).at("/look/timeZone").asText().equals("utc"));
            choose(desk, "timeZoneSystem");
            look(desk);
            assertThat(written(desk)).contains(minute(created, HERE));
        }
    }

    @Test
    void a_date_in_the_filter_is_a_day_of_the_chosen_zone() throws Exception {
        try (var desk = Desk.open(240)) {
            var all = desk.cloudPools();
            var day = created(all.stream().filter(pool -> !day(created(pool), HERE).equals(day(created(pool), ZoneOffset.UTC)))
                    .findFirst().orElseThrow()).atZone(HERE).toLocalDate();
            desk.type("created:" + day);
            desk.hands().push(KeyCode.ENTER);
            untilShown(desk, on(all, day, HERE));
            choose(desk, "timeZoneUtc");
            untilShown(desk, on(all, day, ZoneOffset.UTC));
            assertThat(desk.fx(() -> desk.program.pools().filter().text())).contains(day.toString());
            desk.fx(() -> {
                desk.program.pools().filter().undo();
                desk.program.pools().filter().redo();
                return true;
            });
            untilShown(desk, on(all, day, ZoneOffset.UTC));
        }
    }

    @Test
    void what_is_copied_has_the_offset_of_the_chosen_zone() throws Exception {
        try (var desk = Desk.open(20)) {
            var created = created(look(desk));
            assertThat(copied(desk)).contains(iso(created, HERE));
            choose(desk, "timeZoneUtc");
            look(desk);
            assertThat(copied(desk)).contains(iso(created, ZoneOffset.UTC));
        }
    }

    /// Shows the time column alone and selects the first pool.
    private static Pool look(Desk desk) {
        desk.fx(() -> {
            for (var column : desk.table().getColumns())
                column.setVisible(List.of("cluster_name", "created_at").contains(column.getId()));
            desk.table().getSelectionModel().select(0);
            return true;
        });
        desk.settle();
        return desk.shown().getFirst();
    }

    private static List<String> written(Desk desk) {
        return desk.fx(() -> {
            var root = desk.program.stage().getScene().getRoot();
            root.applyCss();
            root.layout();
            var row = desk.table().lookupAll(".table-row-cell").stream().filter(cell -> cell.getPseudoClassStates().stream()
                    .anyMatch(state -> state.getPseudoClassName().equals("selected"))).findFirst().orElseThrow();
            var times = row.lookupAll(".value-cell").stream().map(cell -> ((Labeled) cell).getText()).toList();
            var details = desk.find(".details").lookupAll(".label").stream().map(label -> ((Labeled) label).getText()).toList();
            return times.stream().filter(time -> time != null && details.contains(time)).toList();
        });
    }

    private static String copied(Desk desk) {
        desk.fx(() -> {
            Clipboard.getSystemClipboard().clear();
            desk.table().requestFocus();
            return true;
        });
        desk.hands().push(KeyCode.SHORTCUT, KeyCode.C);
        desk.until("it is copied", () -> Clipboard.getSystemClipboard().hasString());
        return desk.fx(() -> Clipboard.getSystemClipboard().getString());
    }

    private static void choose(Desk desk, String id) {
        desk.fx(() -> {
            ((MenuBar) desk.find("#menuBar")).getMenus().stream().flatMap(menu -> menu.getItems().stream())
                    .filter(Menu.class::isInstance).flatMap(menu -> ((Menu) menu).getItems().stream())
                    .filter(item -> id.equals(item.getId())).findFirst().map(MenuItem.class::cast).orElseThrow().fire();
            return true;
        });
        desk.until("it is chosen", () -> desk.program.settings().settings().look().timeZone() == (id.equals("timeZoneUtc")
                ? Look.TimeZone.UTC
                : Look.TimeZone.SYSTEM));
    }

    private static void untilShown(Desk desk, List<String> names) {
        desk.until(names.size() + " pools are shown",
                () -> desk.shownNow().stream().map(Pool::key).sorted().toList().equals(names));
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
