package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.connection.ConnectionColour;
import poolscope.connection.ConnectionListAppearance;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;
import poolscope.demo.TestCloud;
import poolscope.disk.FileSystemOperations;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.WindowAppearance;
import poolscope.ui.export.OpenDialog;
import poolscope.ui.parts.LazyTooltip;

/// How the form of a connection is laid out: what is folded, where the checks are, how a file is chosen.
@Timeout(120)
class ConnectionFormWindowTest {
    @TempDir
    Path folder;

    private static AppFixture openNew() throws Exception {
        var appFixture = AppFixture.open(3);
        appFixture.fx(() -> {
            ((Hyperlink) appFixture.find("#newConnection")).fire();
            return true;
        });
        appFixture.until("the form is open", () -> appFixture.find("#saveForm") != null);
        return appFixture;
    }

    private AppFixture edit(SavedConnection saved) throws Exception {
        ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC())
                .save(new SavedConnections(List.of(saved)));
        var appFixture = AppFixture.open(TestCloud.start(AppFixture.still(3)), folder, WindowAppearance.Theme.LIGHT);
        appFixture.until("the card is there", () -> appFixture.find(".source-card") != null);
        appFixture.fx(() -> {
            Event.fireEvent(appFixture.find(".source-card"), new MouseEvent(MouseEvent.MOUSE_CLICKED, 1, 1, 1, 1,
                    MouseButton.PRIMARY, 2, false, false, false, false, true, false, false, true, false, false, null));
            return true;
        });
        appFixture.until("the form is open", () -> appFixture.find("#saveForm") != null);
        return appFixture;
    }

    private static SavedConnection saved() {
        return SavedConnection.of(
                new ServiceAndProject("one", "one", Optional.empty(), java.net.URI.create("http://127.0.0.1:9"), "p"),
                SignInMethod.NONE);
    }

    private static TitledPane more(AppFixture appFixture) {
        return (TitledPane) appFixture.find(".form #more");
    }

    private static void type(AppFixture appFixture, String field, String text) {
        appFixture.fx(() -> {
            ((TextInputControl) appFixture.find(".form " + field)).setText(text);
            return true;
        });
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

    private static void press(AppFixture appFixture, String button) {
        appFixture.fx(() -> {
            ((Button) appFixture.find(button)).fire();
            return true;
        });
        appFixture.settle();
    }

    private static boolean isFocused(AppFixture appFixture, String field) {
        return appFixture.fx(() -> appFixture.find(".form " + field).isFocused());
    }

    @Test
    void another_way_to_sign_in_leaves_the_buttons_where_they_are() throws Exception {
        try (var appFixture = openNew()) {
            untilStill(appFixture);
            var before = placeOfTest(appFixture);
            for (var choice : List.of("TOKEN", "PASSWORD", "NONE", "ACCESS_KEY")) {
                choose(appFixture, "#signIn", choice);
                appFixture.settle();
                assertThat(placeOfTest(appFixture)).as(choice).isEqualTo(before);
            }
        }
    }

    private static void untilStill(AppFixture appFixture) {
        appFixture.settle();
        appFixture.until("the form has stopped moving",
                () -> appFixture.find("#connectionForm").getLocalToSceneTransform().getMyy() == 1);
    }

    private static double placeOfTest(AppFixture appFixture) {
        return appFixture.fx(() -> appFixture.find("#testForm").localToScene(0, 0).getY());
    }

    @Test
    void what_a_newcomer_does_not_need_is_folded_and_space_unfolds_it() throws Exception {
        try (var appFixture = openNew()) {
            assertThat(appFixture.labels()).contains("Name", "Region", "Endpoint", "Project ID", "Sign in with")
                    .doesNotContain("IAM endpoint", "Group", "Proxy", "CA certificate", "Automatic refresh");
            assertThat(appFixture.fx(() -> more(appFixture).queryAccessibleAttribute(AccessibleAttribute.EXPANDED)))
                    .isEqualTo(false);
            appFixture.fx(() -> {
                more(appFixture).requestFocus();
                return true;
            });
            appFixture.hands().push(KeyCode.SPACE);
            appFixture.until("it is unfolded", () -> more(appFixture).isExpanded());
            assertThat(appFixture.labels()).contains("IAM endpoint", "Group", "Proxy", "CA certificate");
            assertThat(appFixture.fx(() -> more(appFixture).queryAccessibleAttribute(AccessibleAttribute.EXPANDED)))
                    .isEqualTo(true);
            appFixture.hands().push(KeyCode.TAB);
            assertThat(isFocused(appFixture, "#iam")).as("Tab goes into the section").isTrue();
        }
    }

    private static boolean isInView(AppFixture appFixture, String field) {
        var view = appFixture.find(".form #middle").localToScene(appFixture.find(".form #middle").getLayoutBounds());
        return view.contains(appFixture.find(field).localToScene(appFixture.find(field).getLayoutBounds()));
    }

    @Test
    void in_a_low_window_what_is_unfolded_comes_into_view() throws Exception {
        try (var appFixture = openNew()) {
            appFixture.fx(() -> {
                appFixture.appComposition.stage().setHeight(560);
                return true;
            });
            appFixture.until("the form does not fit", () -> !isInView(appFixture, ".form #more"));
            appFixture.fx(() -> {
                more(appFixture).requestFocus();
                return true;
            });
            appFixture.hands().push(KeyCode.SPACE);
            appFixture.until("the first field of the section is in view",
                    () -> more(appFixture).isExpanded() && isInView(appFixture, ".form #iam"));
        }
    }

    @Test
    void a_choice_of_region_alone_does_not_unfold_it() throws Exception {
        try (var appFixture = openNew()) {
            appFixture.fx(() -> {
                ((ComboBox<?>) appFixture.find(".form #region")).getEditor().setText("cn-north-4");
                return true;
            });
            press(appFixture, "#saveForm");
            assertThat(appFixture.text(".form .problem")).isEqualTo("Type the project ID, or find it.");
            assertThat(isFocused(appFixture, "#project")).isTrue();
            assertThat(appFixture.fx(() -> more(appFixture).isExpanded())).isFalse();
        }
    }

    @Test
    void it_is_open_from_the_start_when_the_connection_uses_it() throws Exception {
        try (var appFixture = edit(
                saved().withListing(new ConnectionListAppearance("lab", ConnectionColour.NONE, true)))) {
            assertThat(appFixture.fx(() -> more(appFixture).isExpanded())).isTrue();
        }
    }

    @Test
    void it_is_folded_when_the_connection_does_not_use_it() throws Exception {
        try (var appFixture = edit(saved())) {
            assertThat(appFixture.fx(() -> more(appFixture).isExpanded())).isFalse();
        }
    }

    @Test
    void results_of_a_test_are_marked_as_old_while_something_else_is_typed() throws Exception {
        try (var appFixture = openNew()) {
            type(appFixture, "#endpoint", "http://127.0.0.1:9");
            type(appFixture, "#project", "p");
            choose(appFixture, "#signIn", "NONE");
            press(appFixture, "#testForm");
            appFixture.until("it failed", () -> !steps(appFixture).isEmpty()
                    && ((Button) appFixture.find("#testForm")).getText().equals("Test connection"));
            assertThat(isOld(appFixture)).isFalse();
            type(appFixture, "#name", "no input of the test");
            assertThat(isOld(appFixture)).isFalse();
            type(appFixture, "#endpoint", "http://127.0.0.1:99");
            assertThat(isOld(appFixture)).isTrue();
            type(appFixture, "#endpoint", "http://127.0.0.1:9");
            assertThat(isOld(appFixture)).isFalse();
            type(appFixture, "#endpoint", "no address");
            press(appFixture, "#testForm");
            assertThat(appFixture.text(".form #problem")).isNotEmpty();
            assertThat(isOld(appFixture)).as("nothing was tested anew").isTrue();
        }
    }

    private static boolean isOld(AppFixture appFixture) {
        return appFixture.fx(() -> appFixture.find("#checksOld").isVisible());
    }

    @Test
    void an_error_leaves_the_buttons_where_they_are_and_a_copied_diagnosis_is_said() throws Exception {
        try (var appFixture = openNew()) {
            untilStill(appFixture);
            double place = placeOfTest(appFixture);
            press(appFixture, "#testForm");
            assertThat(appFixture.fx(() -> appFixture.find(".form > #problem").isVisible())).isTrue();
            assertThat(placeOfTest(appFixture)).isEqualTo(place);
            type(appFixture, "#endpoint", "http://127.0.0.1:9");
            type(appFixture, "#project", "p");
            choose(appFixture, "#signIn", "NONE");
            assertThat(appFixture.fx(() -> appFixture.find(".form > #problem").isVisible())).isFalse();
            press(appFixture, "#testForm");
            press(appFixture, "#copyDiagnosis");
            assertThat(appFixture.fx(() -> Clipboard.getSystemClipboard().getString())).contains("127.0.0.1:9");
            assertThat(appFixture.fx(() -> ((Button) appFixture.find("#copyDiagnosis")).getText())).isEqualTo("Copied");
            appFixture.until("the test has ended",
                    () -> ((Button) appFixture.find("#testForm")).getText().equals("Test connection"));
            press(appFixture, "#testForm");
            assertThat(appFixture.fx(() -> ((Button) appFixture.find("#copyDiagnosis")).getText()))
                    .isEqualTo("Copy diagnosis");
        }
    }

    @Test
    void a_double_click_on_cancel_only_asks() throws Exception {
        try (var appFixture = openNew()) {
            type(appFixture, "#name", "mine");
            appFixture.hands().doubleClickOn("#cancelForm");
            appFixture.settle();
            assertThat(appFixture.text("#notSaved")).contains("Esc again");
            assertThat(appFixture.fx(() -> appFixture.find("#notSaved").isVisible())).isTrue();
            appFixture.hands().push(KeyCode.ESCAPE);
            appFixture.until("the form is closed", () -> appFixture.find("#cancelForm") == null);
        }
    }

    @Test
    void a_letter_chooses_the_next_item_that_begins_with_it_and_home_and_end_the_outermost() throws Exception {
        try (var appFixture = openNew()) {
            appFixture.fx(() -> {
                appFixture.find(".form #signIn").requestFocus();
                return true;
            });
            appFixture.hands().write("t");
            assertThat(chosen(appFixture, "#signIn")).hasToString("TOKEN");
            appFixture.hands().write("a");
            assertThat(chosen(appFixture, "#signIn")).hasToString("ACCESS_KEY");
            appFixture.hands().write("q");
            assertThat(chosen(appFixture, "#signIn")).as("none begins with it").hasToString("ACCESS_KEY");
            appFixture.hands().push(KeyCode.END);
            assertThat(chosen(appFixture, "#signIn")).hasToString("NONE");
            appFixture.hands().push(KeyCode.HOME);
            assertThat(chosen(appFixture, "#signIn")).hasToString("ACCESS_KEY");
        }
    }

    private static Object chosen(AppFixture appFixture, String box) {
        return appFixture.fx(() -> ((ComboBox<?>) appFixture.find(".form " + box)).getValue());
    }

    @Test
    void an_error_in_it_unfolds_it() throws Exception {
        try (var appFixture = openNew()) {
            type(appFixture, "#name", "mine");
            type(appFixture, "#endpoint", "https://modelarts.example.com");
            type(appFixture, "#project", "p");
            choose(appFixture, "#signIn", "NONE");
            type(appFixture, "#pageSize", "many");
            press(appFixture, "#saveForm");
            assertThat(appFixture.text(".form .problem")).isEqualTo("The page size is between 1 and 1000 pools.");
            assertThat(appFixture.fx(() -> more(appFixture).isExpanded())).isTrue();
            assertThat(isFocused(appFixture, "#pageSize")).isTrue();
        }
    }

    @Test
    void an_address_of_IAM_that_is_missing_is_named_and_gets_the_focus() throws Exception {
        try (var appFixture = openNew()) {
            type(appFixture, "#name", "mine");
            type(appFixture, "#endpoint", "https://modelarts.example.com");
            type(appFixture, "#project", "p");
            choose(appFixture, "#signIn", "PASSWORD");
            type(appFixture, "#domain", "account");
            type(appFixture, "#user", "user");
            type(appFixture, "#password", "CNRYpassword");
            press(appFixture, "#saveForm");
            assertThat(appFixture.text(".form .problem"))
                    .isEqualTo("IAM endpoint: Choose a region or type an endpoint.");
            assertThat(isFocused(appFixture, "#iam")).isTrue();
        }
    }

    private static boolean isBeside(AppFixture appFixture) {
        var checks = appFixture.find("#checks").localToScene(appFixture.find("#checks").getLayoutBounds());
        var fields = appFixture.find("#fields").localToScene(appFixture.find("#fields").getLayoutBounds());
        return checks.getMinX() >= fields.getMaxX();
    }

    @Test
    void checks_are_beside_the_fields_in_a_wide_window_and_below_them_in_a_narrow_one() throws Exception {
        try (var appFixture = openNew()) {
            appFixture.until("the note of the checks is beside the fields",
                    () -> appFixture.find("#checksNote").isVisible() && isBeside(appFixture));
            press(appFixture, "#testForm");
            type(appFixture, "#name", "mine");
            type(appFixture, "#endpoint", "http://127.0.0.1:9");
            type(appFixture, "#project", "p");
            choose(appFixture, "#signIn", "NONE");
            press(appFixture, "#testForm");
            appFixture.until("the test has begun", () -> !steps(appFixture).isEmpty());
            assertThat(appFixture.fx(() -> isBeside(appFixture))).isTrue();
            assertThat(appFixture.fx(() -> appFixture.find("#checksNote").isVisible())).isFalse();
            var last = appFixture.fx(() -> steps(appFixture).getLast());
            appFixture.fx(() -> {
                appFixture.appComposition.stage().setWidth(820);
                return true;
            });
            appFixture.until("they are below the fields",
                    () -> !isBeside(appFixture) && appFixture.find("#checks")
                            .localToScene(0, 0)
                            .getY() >= appFixture.find("#more").localToScene(0, more(appFixture).getHeight()).getY());
            assertThat(appFixture.fx(() -> steps(appFixture).getLast().getText())).isEqualTo(last.getText());
            appFixture.fx(() -> {
                appFixture.appComposition.stage().setWidth(980);
                return true;
            });
            appFixture.until("they are beside the fields again", () -> isBeside(appFixture));
        }
    }

    @Test
    void before_a_test_a_narrow_form_has_no_empty_checks() throws Exception {
        try (var appFixture = AppFixture.open(3)) {
            appFixture.fx(() -> {
                appFixture.appComposition.stage().setWidth(820);
                ((Hyperlink) appFixture.find("#newConnection")).fire();
                return true;
            });
            appFixture.until("the form is open", () -> appFixture.find("#saveForm") != null);
            assertThat(appFixture.fx(() -> appFixture.find("#checks").isVisible())).isFalse();
        }
    }

    private static List<Label> steps(AppFixture appFixture) {
        return appFixture.find("#steps").lookupAll(".label").stream().map(Label.class::cast).toList();
    }

    @Test
    void browse_starts_at_the_typed_file_and_leaves_it_when_it_is_cancelled() throws Exception {
        var typed = Files.createFile(folder.resolve("old.pem")).toString();
        var chosen = folder.resolve("new.p12").toString();
        try (var appFixture = openNew()) {
            appFixture.fx(() -> {
                more(appFixture).setExpanded(true);
                return true;
            });
            type(appFixture, "#caFile", typed);
            var asked = new AtomicReference<OpenDialog.Question>();
            appFixture.open(question -> {
                asked.set(question);
                return Optional.empty();
            });
            press(appFixture, "#browseCaFile");
            assertThat(asked.get().current()).isEqualTo(typed);
            assertThat(asked.get().kinds().getFirst().patterns()).contains("*.pem", "*.p12", "*.JKS");
            assertThat(asked.get().kinds().getLast().patterns()).containsExactly("*");
            assertThat(text(appFixture, "#caFile")).isEqualTo(typed);
            appFixture.open(_ -> Optional.of(chosen));
            press(appFixture, "#browseCaFile");
            assertThat(text(appFixture, "#caFile")).isEqualTo(chosen);
        }
    }

    /// Asks IAM for the projects of an account that may use three, and one that is disabled.
    private static void findProjects(AppFixture appFixture, String name) {
        type(appFixture, "#name", name);
        type(appFixture, "#endpoint", appFixture.cloud.endpoint().toString());
        type(appFixture, "#iam", appFixture.cloud.endpoint().toString());
        choose(appFixture, "#signIn", "NONE");
        press(appFixture, "#find");
        appFixture.until("the projects are offered", () -> appFixture.find("#iamProjects").isVisible()
                && appFixture.find("#projects").isFocused() && !boxes(appFixture).isEmpty());
    }

    private static List<CheckBox> boxes(AppFixture appFixture) {
        return appFixture.find("#projects").lookupAll(".check-box").stream().map(CheckBox.class::cast).toList();
    }

    @Test
    void each_ticked_project_becomes_a_connection_of_its_own() throws Exception {
        try (var appFixture = openNew()) {
            findProjects(appFixture, "prod");
            assertThat(appFixture.fx(() -> boxes(appFixture).stream().filter(box -> !box.isDisabled()).count()))
                    .isEqualTo(3);
            appFixture.hands().push(KeyCode.SPACE).push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.SPACE);
            appFixture.settle();
            assertThat(appFixture.text("#projectsNote"))
                    .isEqualTo("2 connections are made: prod / cn-north-4, prod / cn-east-3");
            assertThat(appFixture.fx(() -> ((Button) appFixture.find("#saveForm")).getText()))
                    .isEqualTo("Save 2 connections");
            appFixture.hands().push(KeyCode.ENTER);
            appFixture.until("the form is closed", () -> appFixture.find("#saveForm") == null);
            assertThat(appFixture.labels()).contains("prod / cn-north-4", "prod / cn-east-3")
                    .doesNotContain("prod / cn-north-4_research");
        }
    }

    @Test
    void a_project_that_is_ticked_alone_is_in_its_field_and_the_name_stays() throws Exception {
        try (var appFixture = openNew()) {
            findProjects(appFixture, "prod");
            appFixture.hands().push(KeyCode.SPACE);
            appFixture.settle();
            assertThat(text(appFixture, "#project")).isEqualTo(appFixture.cloud.projectId());
            assertThat(appFixture.fx(() -> ((Button) appFixture.find("#saveForm")).getText())).isEqualTo("Save");
            press(appFixture, "#saveForm");
            appFixture.until("the form is closed", () -> appFixture.find("#saveForm") == null);
            assertThat(appFixture.labels()).contains("prod").doesNotContain("prod / cn-north-4");
        }
    }

    @Test
    void a_disabled_project_can_not_be_ticked() throws Exception {
        try (var appFixture = openNew()) {
            findProjects(appFixture, "prod");
            appFixture.hands().push(KeyCode.END).push(KeyCode.SPACE);
            appFixture.settle();
            assertThat(appFixture.fx(() -> boxes(appFixture).stream().noneMatch(CheckBox::isSelected))).isTrue();
        }
    }

    private static String text(AppFixture appFixture, String field) {
        return appFixture.fx(() -> ((TextInputControl) appFixture.find(".form " + field)).getText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#name", "#iam", "#group", "#caFile"})
    void a_screen_reader_knows_the_name_of_each_field_also_in_the_section(String field) throws Exception {
        try (var appFixture = openNew()) {
            assertThat(appFixture.fx(() -> appFixture.find(".form #fields")
                    .lookupAll(".label")
                    .stream()
                    .map(Label.class::cast)
                    .map(Label::getLabelFor)
                    .toList())).contains(appFixture.<Node>fx(() -> appFixture.find(".form " + field)));
        }
    }

    @Test
    void a_connection_is_tested_and_saved_without_a_name_of_its_own() throws Exception {
        try (var appFixture = openNew()) {
            assertThat(isFocused(appFixture, "#region")).as("the first field that must be filled").isTrue();
            type(appFixture, "#endpoint", "http://127.0.0.1:9");
            type(appFixture, "#project", "p");
            choose(appFixture, "#signIn", "NONE");
            assertThat(appFixture.fx(() -> ((TextInputControl) appFixture.find(".form #name")).getPromptText()))
                    .isEqualTo("127.0.0.1:9");
            appFixture.fx(() -> {
                appFixture.find(".form #project").requestFocus();
                return true;
            });
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.ENTER);
            appFixture.until("the test has begun", () -> !steps(appFixture).isEmpty());
            assertThat(LazyTooltip.getText(appFixture.find("#testForm"))).contains("Ctrl+");
            assertThat(appFixture.fx(() -> appFixture.find(".form #problem").isVisible())).isFalse();
            press(appFixture, "#saveForm");
            appFixture.until("the form is closed", () -> appFixture.find("#saveForm") == null);
            assertThat(appFixture.labels()).contains("127.0.0.1:9");
        }
    }

    @Test
    void an_empty_field_of_the_sign_in_is_named_until_it_is_filled() throws Exception {
        try (var appFixture = openNew()) {
            type(appFixture, "#endpoint", "https://modelarts.example.com");
            type(appFixture, "#project", "p");
            type(appFixture, "#accessKey", "ak");
            press(appFixture, "#testForm");
            assertThat(appFixture.text(".form #problem")).isEqualTo("Enter the secret key (SK).");
            assertThat(isFocused(appFixture, "#secretKey")).isTrue();
            type(appFixture, "#name", "another field");
            assertThat(appFixture.fx(() -> appFixture.find(".form #problem").isVisible())).isTrue();
            type(appFixture, "#secretKey", "s");
            assertThat(appFixture.fx(() -> appFixture.find(".form #problem").isVisible())).isFalse();
            choose(appFixture, "#signIn", "TOKEN");
            press(appFixture, "#testForm");
            assertThat(appFixture.text(".form #problem")).isEqualTo("Enter the token.");
            assertThat(isFocused(appFixture, "#token")).isTrue();
            choose(appFixture, "#signIn", "NONE");
            assertThat(appFixture.fx(() -> appFixture.find(".form #problem").isVisible())).isFalse();
        }
    }

    @Test
    void the_form_keeps_its_top_when_its_height_changes() throws Exception {
        try (var appFixture = openNew()) {
            appFixture.fx(() -> {
                appFixture.appComposition.stage().setHeight(1_000);
                return true;
            });
            appFixture.until("there is room",
                    () -> appFixture.appComposition.stage().getScene().getRoot().getLayoutBounds().getHeight() > 900);
            untilStill(appFixture);
            double top = top(appFixture);
            for (var choice : List.of("NONE", "TOKEN", "ACCESS_KEY")) {
                choose(appFixture, "#signIn", choice);
                press(appFixture, "#testForm");
                assertThat(top(appFixture)).as(choice).isEqualTo(top);
            }
        }
    }

    private static double top(AppFixture appFixture) {
        return appFixture.fx(() -> {
            appFixture.appComposition.stage().getScene().getRoot().layout();
            return appFixture.find("#connectionForm").localToScene(0, 0).getY();
        });
    }
}
