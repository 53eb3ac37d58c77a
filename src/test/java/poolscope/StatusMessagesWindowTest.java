package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.Test;
import poolscope.demo.Fault;
import poolscope.demo.TestCloud;
import poolscope.settings.SavedView;

/// Each change of state reaches the text that screen readers are given of the status bar, and F6 goes there.
class StatusMessagesWindowTest {
    @Test
    void a_failure_and_a_recovery_are_reported() throws Exception {
        try (var app = AppFixture.open(40)) {
            app.cloud.failAll(Fault.forbidden());
            app.click("#refresh");
            app.until("it failed", () -> app.find("#sourcesStatus").isVisible());
            var sentence = app.fx(() -> ((Label) app.find("#sourcesStatus").lookup(".status-message")).getText());
            assertThat(sentence).isNotBlank();
            assertThat(status(app)).startsWith(sentence);
            app.cloud.failAll(Fault.pass());
            app.click("#refresh");
            app.until("it is read again", () -> app.find("#recovered").isVisible());
            assertThat(status(app)).startsWith(app.text("#recoveredSentence"));
        }
    }

    @Test
    void a_filter_reports_how_many_pools_it_shows_and_what_is_wrong_with_it() throws Exception {
        try (var app = AppFixture.open(40)) {
            app.type("status:abnormal");
            app.until("it is applied", () -> app.table().getItems().size() < 40);
            int shown = app.fx(() -> app.table().getItems().size());
            assertThat(status(app)).contains(shown + " of 40");
            app.type("gpus:1");
            app.until("it is wrong", () -> app.find("#problem").isVisible());
            var problem = app.text("#problem");
            assertThat(problem).isNotBlank();
            assertThat(status(app)).startsWith(problem);
            assertThat(app.fx(() -> app.filterField().getAccessibleHelp())).isEqualTo(problem);
        }
    }

    @Test
    void it_is_said_when_grouping_takes_long() throws Exception {
        var clock = new HeldClock();
        try (var app = AppFixture.open(TestCloud.start(AppFixture.still(40)), clock).untilRead()) {
            clock.held = new CountDownLatch(1);
            app.hands().push(KeyCode.SHORTCUT, KeyCode.G);
            app.until("it is said", () -> bar(app).equals("Arranging the list…"));
            assertThat(status(app)).startsWith("Arranging the list…");
            clock.held.countDown();
            app.until("the rows are grouped", () -> bar(app).contains("40 pools shown · groups"));
        } finally {
            clock.held.countDown();
        }
    }

    private static String bar(AppFixture app) {
        return ((StatusBar) app.find(".status-bar")).getText();
    }

    /// A clock that lets the arranging of rows wait.
    private static final class HeldClock extends Clock {
        private volatile CountDownLatch held = new CountDownLatch(0);

        @Override
        public Instant instant() {
            try {
                if (Thread.currentThread().getName().equals("arranging")) held.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return AppFixture.NOON.instant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void copied_exported_and_refused_are_reported() throws Exception {
        try (var app = AppFixture.open(40)) {
            app.fx(() -> {
                app.table().getSelectionModel().clearAndSelect(3);
                app.table().requestFocus();
                return true;
            });
            app.hands().push(KeyCode.SHORTCUT, KeyCode.C);
            app.until("it is copied", () -> status(app).contains("opied"));
            app.saveAs(_ -> Optional.of(app.folder.resolve("pools.csv").toString()));
            app.hands().push(KeyCode.SHORTCUT, KeyCode.E);
            app.until("the form is open", () -> app.find("#export") != null);
            app.fx(() -> {
                ((Button) app.find("#export")).fire();
                return true;
            });
            app.until("it is written", () -> app.find("#said").isVisible());
            var said = app.text("#said");
            assertThat(status(app)).startsWith(said);
            assertThat(app.fx(() -> app.find("#said").isFocusTraversable())).isTrue();
        }
    }

    @Test
    void f6_goes_to_the_status_bar_and_on() throws Exception {
        try (var app = AppFixture.open(40)) {
            app.fx(() -> {
                app.table().getSelectionModel().clearAndSelect(3);
                app.table().requestFocus();
                return true;
            });
            app.hands().push(KeyCode.SHIFT, KeyCode.F6);
            app.hands().push(KeyCode.SHIFT, KeyCode.F6);
            app.settle();
            var owner = app.fx(() -> app.appComposition.stage().getScene().getFocusOwner());
            assertThat(owner).isSameAs(app.fx(() -> app.find(".status-bar")));
            assertThat(status(app)).contains("40 pools shown").contains("1 selected");
            app.hands().push(KeyCode.F6);
            app.settle();
            assertThat(app.fx(() -> app.appComposition.stage().getScene().getFocusOwner())).isSameAs(app.filterField());
        }
    }

    @Test
    void a_saved_view_is_reported() throws Exception {
        try (var app = AppFixture.open(40)) {
            app.type("gpu>=4");
            app.fx(() -> app.appComposition.views().saveAs("large", SavedView.Scope.AS_TICKED));
            app.settle();
            assertThat(status(app)).contains("large");
        }
    }

    private static String status(AppFixture app) {
        return app.fx(() -> text(app.find(".status-bar")));
    }

    private static String text(Node node) {
        return Objects.toString(node.queryAccessibleAttribute(AccessibleAttribute.TEXT), "");
    }
}
