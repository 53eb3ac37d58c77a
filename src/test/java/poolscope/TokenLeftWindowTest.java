package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import poolscope.demo.AccessRequirement;
import poolscope.demo.TestCloud;

/// The time left of a token on the card of its connection.
@Timeout(120)
class TokenLeftWindowTest {
    private static final PseudoClass ENDING = PseudoClass.getPseudoClass("ending");

    private static String token(Instant end) {
        return Base64.getEncoder()
                .encodeToString(("0\u0082{\"token\":{\"expires_at\":\"" + end + "\",\"methods\":[\"password\"]}}")
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    /// The card of a connection that signs in with that token.
    private static Label card(AppFixture appFixture, TestCloud own, String token) {
        appFixture.fx(() -> {
            ((Hyperlink) appFixture.find("#newConnection")).fire();
            return true;
        });
        appFixture.until("the form is open", () -> appFixture.find("#saveForm") != null);
        appFixture.fx(() -> {
            ((TextInputControl) appFixture.find(".form #name")).setText("mine");
            ((TextInputControl) appFixture.find(".form #endpoint")).setText(own.endpoint().toString());
            ((TextInputControl) appFixture.find(".form #project")).setText(own.projectId());
            @SuppressWarnings("unchecked")
            var ways = (ComboBox<Object>) appFixture.find(".form #signIn");
            ways.setValue(
                    ways.getItems().stream().filter(way -> way.toString().equals("TOKEN")).findFirst().orElseThrow());
            ((TextInputControl) appFixture.find(".form #token")).setText(token);
            ((Button) appFixture.find("#saveForm")).fire();
            return true;
        });
        appFixture.until("it is read", () -> appFixture.table().getItems().size() == 5);
        return appFixture.fx(() -> (Label) appFixture.find(".source-card .token-left"));
    }

    private static void assertCard(Duration left, String words, boolean isEnding) throws Exception {
        var token = token(Instant.now().plus(left));
        try (var own = TestCloud.start(AppFixture.still(5).withAccess(AccessRequirement.token(token)));
                var appFixture = AppFixture.open(3)) {
            var card = card(appFixture, own, token);
            appFixture.until("the card says it", () -> card.isVisible() && card.getText().equals(words));
            assertThat(appFixture.fx(() -> card.getPseudoClassStates().contains(ENDING))).isEqualTo(isEnding);
        }
    }

    @Test
    void hours_are_left() throws Exception {
        assertCard(Duration.ofHours(3).plusMinutes(20), "token: 3 h left", false);
    }

    @Test
    void below_half_an_hour_it_needs_attention() throws Exception {
        assertCard(Duration.ofMinutes(29).plusSeconds(50), "token: 29 min left", true);
    }

    @Test
    void it_has_expired() throws Exception {
        assertCard(Duration.ofMinutes(-1), "token expired", true);
    }

    @Test
    void a_token_that_does_not_say_when_it_ends_has_no_line() throws Exception {
        try (var own = TestCloud
                .start(AppFixture.still(5).withAccess(AccessRequirement.token("CNRYtok-7f31c9a2b8e64d05")));
                var appFixture = AppFixture.open(3)) {
            var card = card(appFixture, own, "CNRYtok-7f31c9a2b8e64d05");
            assertThat(appFixture.fx(card::isVisible)).isFalse();
        }
    }
}
