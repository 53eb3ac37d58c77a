package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import poolscope.api.TestCertificates;
import poolscope.live.RefreshState;

/// The password of a key store in the form of a connection.
@Timeout(120)
class CaFilePasswordWindowTest {
    @TempDir
    Path folder;

    private static void type(AppFixture appFixture, String field, String text) {
        appFixture.fx(() -> {
            ((TextInputControl) appFixture.find(".form " + field)).setText(text);
            return true;
        });
        appFixture.settle();
    }

    private static void press(AppFixture appFixture, String button) {
        appFixture.fx(() -> {
            ((Button) appFixture.find(button)).fire();
            return true;
        });
        appFixture.settle();
    }

    private static boolean isPasswordShown(AppFixture appFixture) {
        return appFixture.find(".form #caFilePassword").isVisible()
                && appFixture.find(".form #caFilePasswordName").isVisible();
    }

    private static void test(AppFixture appFixture, String expected) {
        press(appFixture, "#testForm");
        appFixture.until("the test says " + expected,
                () -> appFixture.find(".form #steps")
                        .lookupAll(".label")
                        .stream()
                        .anyMatch(label -> ((Label) label).getText().contains(expected)));
        appFixture.until("the test is over",
                () -> ((Button) appFixture.find("#testForm")).getText().startsWith("Test"));
    }

    private static void fill(AppFixture appFixture, int port) {
        appFixture.fx(() -> {
            ((Hyperlink) appFixture.find("#newConnection")).fire();
            return true;
        });
        appFixture.until("the form is open", () -> appFixture.find("#saveForm") != null);
        type(appFixture, "#name", "company");
        type(appFixture, "#endpoint", "https://127.0.0.1:" + port);
        type(appFixture, "#project", "p");
        choose(appFixture, "#signIn", "NONE");
        choose(appFixture, "#generations", "V1");
    }

    private static void choose(AppFixture appFixture, String box, String value) {
        appFixture.fx(() -> {
            @SuppressWarnings("unchecked")
            var choices = (ComboBox<Object>) appFixture.find(".form " + box);
            choices.setValue(
                    choices.getItems().stream().filter(one -> one.toString().equals(value)).findFirst().orElseThrow());
            return true;
        });
    }

    @Test
    void the_password_is_asked_for_only_when_the_file_needs_it_and_the_test_says_whether_it_opens_the_file()
            throws Exception {
        var certificates = new TestCertificates(folder);
        certificates.issue("good", TestCertificates.HERE);
        var own = certificates.trustStore("own.p12", "PKCS12", "open sesame");
        var server = certificates.serve("good");
        try (var appFixture = AppFixture.open(3)) {
            fill(appFixture, server.getAddress().getPort());
            assertThat(appFixture.fx(() -> isPasswordShown(appFixture))).isFalse();
            appFixture.open(own);
            press(appFixture, "#browseCaFile");
            appFixture.until("the password is asked for", () -> isPasswordShown(appFixture));
            type(appFixture, "#caFile", certificates.ca().toString());
            appFixture.until("the password is not asked for", () -> !isPasswordShown(appFixture));
            type(appFixture, "#caFile", own.toString());
            appFixture.until("the password is asked for again", () -> isPasswordShown(appFixture));

            test(appFixture, "is a key store (PKCS #12 or Java) with a password, which is not at hand");
            type(appFixture, "#caFilePassword", "open rye");
            test(appFixture, "the password does not open the CA file " + own);
            type(appFixture, "#caFilePassword", "open sesame");
            test(appFixture, "CN=Example Company CA");

            press(appFixture, "#saveForm");
            appFixture.until("it is read with the password that was typed",
                    () -> appFixture.appComposition.observableTickedConnectionPools()
                            .sources()
                            .stream()
                            .anyMatch(source -> source.serviceAndProject().name().equals("company")
                                    && source.state() instanceof RefreshState.Loaded));
        } finally {
            server.stop(0);
        }
    }
}
