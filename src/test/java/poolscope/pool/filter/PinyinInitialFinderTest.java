package poolscope.pool.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinInitialFinderTest {
    /// Where each letter begins among the everyday characters of GB 2312, which are encoded in the order of pinyin.
    private static final int[] STARTS = {0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6,
            0xC0AC, 0xC2E8, 0xC4C3, 0xC5B6, 0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1};
    private static final String LETTERS = "abcdefghjklmnopqrstwxyz";
    private static final int LAST = 0xD7F9;

    @Test
    void every_everyday_character_has_the_letter_that_its_place_in_the_national_standard_gives() {
        var characters = new ArrayList<Character>();
        for (int code = STARTS[0]; code <= LAST; code++) {
            if ((code & 0xFF) < 0xA1 || (code & 0xFF) > 0xFE) continue;
            char character = new String(new byte[]{(byte) (code >> 8), (byte) code}, Charset.forName("GB2312"))
                    .charAt(0);
            characters.add(character);
            assertThat(PinyinInitialFinder.initial(character)).as("%c", character).isEqualTo(letterOf(code));
        }
        assertThat(characters).hasSize(3_755).doesNotHaveDuplicates();
    }

    static char letterOf(int code) {
        int letter = STARTS.length - 1;
        while (STARTS[letter] > code)
            letter--;
        return LETTERS.charAt(letter);
    }

    @ParameterizedTest
    @CsvSource({"北,b", "京,j", "上,s", "海,h", "训,x", "练,l", "推,t", "理,l", "资,z", "源,y", "池,c", "腾,t"})
    void well_known_characters_have_their_letter(char character, char letter) {
        assertThat(PinyinInitialFinder.initial(character)).isEqualTo(letter);
    }

    @ParameterizedTest
    @CsvSource({"圳", "昇", "單", "龍", "镕", "鑫"})
    void characters_that_the_collation_does_not_sort_by_pinyin_stand_for_any_letter(char character) {
        assertThat(PinyinInitialFinder.initial(character)).isEqualTo(PinyinInitialFinder.ANY);
    }

    /// Syllables that a common character begins with, taken from a dictionary.
    @ParameterizedTest
    @CsvSource({"北,bei", "京,jing", "上,shang", "海,hai", "训,xun", "练,lian", "推,tui", "理,li", "资,zi", "源,yuan", "池,chi",
            "腾,teng", "区,qu", "域,yu", "筛,shai", "选,xuan", "异,yi", "常,chang", "节,jie", "点,dian", "规,gui", "格,ge",
            "备,bei", "注,zhu"})
    void well_known_characters_have_their_syllable(char character, String syllable) {
        assertThat(PinyinOfCharacters.of(character)).contains(syllable);
    }

    @Test
    void the_syllable_of_every_character_begins_with_its_letter() {
        for (char c = 0x4E00; c < 0x9FFF; c++) {
            char initial = PinyinInitialFinder.initial(c);
            if (initial != PinyinInitialFinder.ANY)
                assertThat(PinyinOfCharacters.of(c).orElseThrow().charAt(0)).as("%c", c).isEqualTo(initial);
        }
    }

    @Test
    void a_character_with_two_readings_has_the_one_of_the_collation() {
        assertThat(PinyinInitialFinder.initial('重')).isEqualTo('z');
        assertThat(PinyinInitialFinder.initial('厦')).isEqualTo('x');
    }
}
