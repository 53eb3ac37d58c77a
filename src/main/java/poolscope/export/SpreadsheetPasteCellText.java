package poolscope.export;

import java.util.List;
import java.util.stream.Collectors;
import poolscope.pool.ExternalTextCleaner;

/// Text of one cell among tab-separated ones, to be pasted into a spreadsheet, which starts a new cell at every tab and
/// a new row at every line break.
public final class SpreadsheetPasteCellText {
    private SpreadsheetPasteCellText() {}

    /// Text as it is shown, so that it begins no formula (P41). A number or a date stays one.
    public static String ofShown(String text) {
        return of(SpreadsheetTextEscaper.withoutFormulas(text));
    }

    /// Rows of texts as they are shown.
    public static String table(List<List<String>> rows) {
        return rows.stream()
                .map(cells -> cells.stream().map(SpreadsheetPasteCellText::ofShown).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    /// Text that stays one cell: on one line, and quoted when it begins with a quote, which would swallow the cells
    /// after it.
    static String of(String text) {
        var line = ExternalTextCleaner.onOneLine(text);
        return line.startsWith("\"") ? '"' + line.replace("\"", "\"\"") + '"' : line;
    }
}
