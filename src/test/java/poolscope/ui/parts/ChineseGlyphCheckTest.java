package poolscope.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChineseGlyphCheckTest {
    @Test
    void two_characters_that_look_the_same_are_boxes() {
        assertThat(new ChineseGlyphCheck(_ -> List.of("box")).canDrawChinese()).isFalse();
    }

    @Test
    void nothing_drawn_is_no_glyph_either() {
        assertThat(new ChineseGlyphCheck(_ -> List.of()).canDrawChinese()).isFalse();
    }

    @Test
    void characters_that_look_different_are_drawn() {
        assertThat(new ChineseGlyphCheck(text -> List.of("outline of " + text)).canDrawChinese()).isTrue();
    }
}
