package poolscope.ui.commands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

/// The keys of commands on an operating system. In FXML an item has its `accelerator`; its property `also` has further
/// keys, and its property `mac` has the keys of macOS where they differ, the menu's first. Several keys are separated by
/// a blank.
public record PlatformMenuShortcuts(boolean mac) {
    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("SLASH", "/"), Map.entry("COMMA", ","),
            Map.entry("EQUALS", "="), Map.entry("MINUS", "-"), Map.entry("UP", "↑"), Map.entry("DOWN", "↓"),
            Map.entry("LEFT", "←"), Map.entry("RIGHT", "→"), Map.entry("ESCAPE", "Esc"), Map.entry("ENTER", "Enter"),
            Map.entry("SPACE", "Space"), Map.entry("TAB", "Tab"), Map.entry("INSERT", "Insert"), Map.entry("PLUS", "+"),
            Map.entry("ADD", "Num +"), Map.entry("SUBTRACT", "Num -"));

    private static final List<String> ORDER = List.of("Meta", "Ctrl", "Shortcut", "Alt", "Shift");
    private static final List<String> MAC_ORDER = List.of("Ctrl", "Alt", "Shift", "Meta", "Shortcut");

    /// The keys for this system.
    public static PlatformMenuShortcuts ofThis() {
        return on(System.getProperty("os.name"));
    }

    /// @param system
    ///            the system's name as Java gives it, `os.name`
    public static PlatformMenuShortcuts on(String system) {
        return new PlatformMenuShortcuts(system.toLowerCase(Locale.ROOT).startsWith("mac"));
    }

    /// Sets the key of an item that is created in code.
    ///
    /// @param onMac
    ///            the key on macOS
    public void give(MenuItem item, String key, String onMac) {
        item.getProperties().put("mac", onMac);
        item.setAccelerator(KeyCombination.valueOf(mac ? onMac : key));
    }

    /// The keys of an item, the menu's first.
    public List<KeyCombination> of(MenuItem item) {
        var keys = new ArrayList<KeyCombination>();
        if (mac && item.getProperties().containsKey("mac")) return parse(item, "mac");
        if (item.getAccelerator() != null) keys.add(item.getAccelerator());
        keys.addAll(parse(item, "also"));
        return keys;
    }

    private static List<KeyCombination> parse(MenuItem item, String property) {
        return item.getProperties().get(property) instanceof String written
                ? Arrays.stream(written.split(" ")).map(KeyCombination::valueOf).toList()
                : List.of();
    }

    /// The key as written on this system.
    public String display(KeyCombination key) {
        return Arrays.stream(key.getName().split("\\+"))
                .sorted(Comparator.comparingInt(this::place))
                .map(this::name)
                .collect(Collectors.joining(mac ? "" : "+"));
    }

    /// A key in the notation of FXML, such as `Shortcut+F`, as written on this system.
    public String written(String key) {
        return display(KeyCombination.valueOf(key));
    }

    /// The key of this system, as written there.
    ///
    /// @param onMac
    ///            the key on macOS
    public String written(String key, String onMac) {
        return written(mac ? onMac : key);
    }

    /// Modifiers come before the key, in the system's order.
    private int place(String part) {
        int place = (mac ? MAC_ORDER : ORDER).indexOf(part);
        return place < 0 ? ORDER.size() : place;
    }

    private String name(String part) {
        return switch (part) {
            case "Shortcut" -> mac ? "⌘" : "Ctrl";
            case "Meta" -> mac ? "⌘" : "Win";
            case "Ctrl" -> mac ? "⌃" : "Ctrl";
            case "Alt" -> mac ? "⌥" : "Alt";
            case "Shift" -> mac ? "⇧" : "Shift";
            default -> named(part);
        };
    }

    private static String named(String key) {
        var upper = key.toUpperCase(Locale.ROOT);
        return NAMES.getOrDefault(upper, key.length() > 1 && !upper.matches("F\\d+") ? key : upper);
    }
}
