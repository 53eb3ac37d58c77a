package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import poolscope.ui.main.MainController;
import poolscope.ui.main.MissingFontNoticeController;
import poolscope.ui.parts.ChineseGlyphCheck;
import poolscope.ui.text.Texts;

class MissingFontWindowTest {
    private static final ChineseGlyphCheck BOXES = new ChineseGlyphCheck(_ -> List.of("box"));

    private static Node notice(AppFixture appFixture, Locale locale, ChineseGlyphCheck check, AtomicInteger clicks) {
        return appFixture.fx(() -> {
            var loader = new FXMLLoader(MainController.class.getResource("MissingFont.fxml"));
            loader.setControllerFactory(
                    _ -> new MissingFontNoticeController(Texts.of(locale), check, clicks::incrementAndGet));
            return loader.<Node>load();
        });
    }

    @Test
    void a_window_in_chinese_without_a_font_says_in_english_which_package_to_install() throws Exception {
        try (var appFixture = AppFixture.open(0)) {
            var clicks = new AtomicInteger();
            var notice = notice(appFixture, Locale.SIMPLIFIED_CHINESE, BOXES, clicks);
            assertThat(notice.isVisible()).isTrue();
            var sentence = ((Label) notice.lookup("#missingFontSentence")).getText();
            assertThat(sentence).contains("fonts-noto-cjk", "google-noto-sans-cjk-fonts").matches("\\p{ASCII}+");
            appFixture.fx(() -> {
                ((Hyperlink) notice.lookup("#useEnglishLink")).fire();
                return true;
            });
            assertThat(clicks).hasValue(1);
        }
    }

    @Test
    void nothing_is_said_in_english_or_where_a_font_is_there() throws Exception {
        try (var appFixture = AppFixture.open(0)) {
            var clicks = new AtomicInteger();
            assertThat(notice(appFixture, Locale.ENGLISH, BOXES, clicks).isVisible()).isFalse();
            assertThat(
                    notice(appFixture, Locale.SIMPLIFIED_CHINESE, new ChineseGlyphCheck(List::of), clicks).isVisible())
                    .isFalse();
        }
    }

    @Test
    void the_outlines_of_the_real_font_tell_letters_apart_and_not_characters_that_no_font_has() throws Exception {
        try (var appFixture = AppFixture.open(0)) {
            var check = ChineseGlyphCheck.ofDefaultFont();
            assertThat(appFixture.fx(() -> check.areDrawnDifferently("A", "B"))).isTrue();
            assertThat(appFixture
                    .fx(() -> check.areDrawnDifferently(Character.toString(0x10FFF0), Character.toString(0x10FFF1))))
                    .isFalse();
        }
    }
}
