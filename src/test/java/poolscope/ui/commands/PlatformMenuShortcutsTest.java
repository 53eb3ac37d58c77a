package poolscope.ui.commands;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformMenuShortcutsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Linux      | F5 | Shortcut+R |            | F5, Ctrl+R
            Windows 11 | F5 | Shortcut+R |            | F5, Ctrl+R
            Mac OS X   | F5 | Shortcut+R | Shortcut+R | ⌘R
            Linux      | F11 |           | Ctrl+Meta+F | F11
            Mac OS X   | F11 |           | Ctrl+Meta+F | ⌃⌘F
            Windows 11 | Shortcut+Shift+Slash | | | Ctrl+Shift+/
            Mac OS X   | Shortcut+Shift+Slash | | | ⇧⌘/
            Mac OS X   | Alt+Down | | | ⌥↓
            Linux      | Alt+Down | | | Alt+↓
            Linux      | Shortcut+1 | | | Ctrl+1
            Linux      | Shortcut+Equals | Shortcut+Plus Shortcut+Add | | Ctrl+=, Ctrl++, Ctrl+Num +
            Windows 11 | Shortcut+Subtract | | | Ctrl+Num -
            """)
    void an_item_has_the_keys_of_its_system(String system, String accelerator, String also, String mac,
            String written) {
        var item = new MenuItem("item");
        item.setAccelerator(KeyCombination.valueOf(accelerator));
        if (also != null) item.getProperties().put("also", also);
        if (mac != null) item.getProperties().put("mac", mac);
        var platformMenuShortcuts = PlatformMenuShortcuts.on(system);
        assertThat(platformMenuShortcuts.of(item).stream().map(platformMenuShortcuts::display).toList())
                .isEqualTo(java.util.List.of(written.split(", ")));
    }

    @ParameterizedTest
    @CsvSource({"Linux, Alt+1", "Windows 11, Alt+1", "Mac OS X, ⌥⌘1"})
    void an_item_made_in_code_is_given_the_key_of_its_system(String system, String written) {
        var item = new MenuItem("item");
        var platformMenuShortcuts = PlatformMenuShortcuts.on(system);
        platformMenuShortcuts.give(item, "Alt+1", "Shortcut+Alt+1");
        assertThat(platformMenuShortcuts.of(item).stream().map(platformMenuShortcuts::display).toList())
                .containsExactly(written);
        assertThat(item.getAccelerator()).isEqualTo(platformMenuShortcuts.of(item).getFirst());
    }

    @Test
    void the_mark_of_a_mnemonic_is_no_part_of_a_name() {
        assertThat(MenuCommand.plain(new MenuItem("_Refresh"))).isEqualTo("Refresh");
        assertThat(MenuCommand.plain(new MenuItem("刷新(_R)"))).isEqualTo("刷新");
        assertThat(MenuCommand.plain(new MenuItem("请求日志(_R)…"))).isEqualTo("请求日志…");
        var asTyped = new MenuItem("lab_1");
        asTyped.setMnemonicParsing(false);
        assertThat(MenuCommand.plain(asTyped)).isEqualTo("lab_1");
    }
}
