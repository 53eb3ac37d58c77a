package poolscope.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import poolscope.settings.FileNotice;
import poolscope.settings.FileNotice.Damage;

class ProgramFileNoticeTextTest {
    private static final Path FILE = Path.of("settings.json");
    private final ProgramFileNoticeText words = new ProgramFileNoticeText(Texts.of(Locale.ENGLISH));

    @Test
    void P35_of_a_file_that_is_not_json_it_says_that_nothing_of_it_is_used_and_where_it_is_kept() {
        assertThat(words.textOf(new FileNotice.SetAside(Path.of("settings.json.bad-1"), new Damage(true, List.of()))))
                .contains("nothing of it")
                .contains("settings.json.bad-1");
        assertThat(words.textOf(new FileNotice.NotYetSetAside(FILE, new Damage(true, List.of()))))
                .contains("nothing of it");
    }

    @Test
    void P35_of_a_value_that_makes_no_sense_it_says_which_and_that_the_rest_is_used() {
        var damage = new Damage(false, List.of("look.theme"));
        assertThat(words.textOf(new FileNotice.NotYetSetAside(FILE, damage))).contains("what could be read was taken")
                .contains("look.theme");
    }
}
