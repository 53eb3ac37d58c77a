package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.tk.TKClipboard;
import java.lang.reflect.Proxy;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A clipboard that another program holds.
class CopyRefusedTest {

    @Test
    void rows_that_could_not_be_copied_are_said_at_the_foot_of_the_window() throws Exception {
        try (var appFixture = AppFixture.open(30); var _ = new Held(appFixture)) {
            appFixture.fx(() -> {
                appFixture.table().getSelectionModel().select(3);
                appFixture.table().requestFocus();
                return true;
            });
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.C);
            appFixture.until("it is said", () -> appFixture.find(".status-bar")
                    .lookupAll(".label")
                    .stream()
                    .map(Label.class::cast)
                    .anyMatch(label -> label.getText() != null && label.getText().startsWith("Nothing was copied")));
        }
    }

    @ParameterizedTest
    @CsvSource({"REQUESTS, #copyRequests", "COMPARISON, #copyComparison", "FIELDS, #copyFields", "ABOUT, #copyAbout"})
    void a_button_whose_text_was_not_copied_says_so_over_what_is_open(FormsTest.Form form, String button)
            throws Exception {
        try (var appFixture = AppFixture.open(30); var _ = new Held(appFixture)) {
            appFixture.fx(() -> {
                appFixture.table().getSelectionModel().select(3);
                return true;
            });
            form.open(appFixture);
            assertThat(appFixture.fx(() -> appFixture.find("#copyRefused").isVisible())).isFalse();
            appFixture.fx(() -> {
                ((Button) appFixture.find(button)).fire();
                return true;
            });
            assertThat(appFixture.fx(() -> appFixture.find("#copyRefused").isVisible())).isTrue();
        }
    }

    /// The system's clipboard takes nothing until this is closed.
    private static final class Held implements AutoCloseable {
        private final AppFixture appFixture;
        private final Object real;

        Held(AppFixture appFixture) {
            this.appFixture = appFixture;
            real = peer(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{TKClipboard.class},
                    (_, method, _) -> method.getReturnType() == boolean.class ? false : null));
        }

        private Object peer(Object next) {
            return appFixture.fx(() -> {
                var field = Clipboard.class.getDeclaredField("peer");
                field.setAccessible(true);
                var before = field.get(Clipboard.getSystemClipboard());
                field.set(Clipboard.getSystemClipboard(), next);
                return before;
            });
        }

        @Override
        public void close() {
            peer(real);
        }
    }
}
