package poolscope.ui.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import poolscope.pool.filter.TextMatcher;

/// Content of the list of shortcuts: the commands with a key, enabled or not, in a group for each menu. Commands of one
/// menu that differ only in a digit (the first nine connections) are one line.
public record ShortcutSheet(List<MenuCommand> commands, PlatformMenuShortcuts platformMenuShortcuts) {

    /// A menu and its keys.
    public record Group(String title, List<Line> lines) {}

    /// A command and its keys.
    public record Line(String name, List<String> keys) {}

    public List<Group> groups() {
        var groups = new LinkedHashMap<String, List<Line>>();
        for (var menuCommand : commands) {
            if (menuCommand.keys().isEmpty()) continue;
            var lines = groups.computeIfAbsent(menuCommand.path().getFirst(), _ -> new ArrayList<>());
            var line = line(menuCommand);
            if (!lines.contains(line)) lines.add(line);
        }
        return groups.entrySet()
                .stream()
                .map(group -> new Group(group.getKey(), List.copyOf(group.getValue())))
                .toList();
    }

    /// The lines whose name, keys, or group contains the text; all when it is empty. Groups without lines are left out.
    static List<Group> found(List<Group> groups, TextMatcher sought) {
        return groups.stream()
                .map(group -> new Group(group.title(), group.lines()
                        .stream()
                        .filter(line -> sought.text().isEmpty() || sought.isIn(group.title())
                                || sought.isInOrPinyinOf(line.name()) || line.keys().stream().anyMatch(sought::isIn))
                        .toList()))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }

    /// The groups in their order, in this number of columns, with the lowest possible maximum height.
    static List<List<Group>> inColumns(List<Group> groups, int columns) {
        int height = groups.stream().mapToInt(ShortcutSheet::height).max().orElse(0);
        while (filled(groups, height).size() > columns)
            height++;
        return filled(groups, height);
    }

    /// Fills each column with groups up to that height.
    private static List<List<Group>> filled(List<Group> groups, int height) {
        var columns = new ArrayList<List<Group>>();
        int used = height;
        for (var group : groups) {
            used += height(group);
            if (used > height) {
                columns.add(new ArrayList<>());
                used = height(group);
            }
            columns.getLast().add(group);
        }
        return columns;
    }

    /// Height in lines; a title needs two.
    private static int height(Group group) {
        return 2 + group.lines().size();
    }

    private Line line(MenuCommand menuCommand) {
        var first = menuCommand.keys().getFirst();
        if (isDigit(first) && menuCommand.path().size() > 1) {
            var written = platformMenuShortcuts.display(first);
            return new Line(menuCommand.submenu(), List.of(written.substring(0, written.length() - 1) + "1 … 9"));
        }
        return new Line(menuCommand.nameWithinMenu(),
                menuCommand.keys().stream().map(platformMenuShortcuts::display).toList());
    }

    private static boolean isDigit(KeyCombination key) {
        return key instanceof KeyCodeCombination code && code.getCode().isDigitKey()
                && code.getCode() != KeyCode.DIGIT0;
    }
}
