package poolscope.export;

/// Makes sure that a spreadsheet shows text as text (P41; OWASP, *CSV Injection*): an apostrophe before what would
/// begin a formula, and before what would be taken for a number or a date ([SpreadsheetMisreadTextDetector]). All
/// spreadsheets keep such a cell as text, with the apostrophe in sight; the other ways, `="…"` and a tab, are text in
/// some of them only.
///
/// A formula begins a cell, perhaps after blanks, also with the full-width signs that Chinese and Japanese spreadsheets
/// take. A program that splits at semicolons or tabs begins a cell after them too, and one that misreads quotes after a
/// line break.
final class SpreadsheetTextEscaper {
    private static final String APOSTROPHE = "'";
    private static final String TRIGGERS = "=+-@＝＋－＠";
    private static final String LINE_TRIGGERS = "\t\r\n";

    private SpreadsheetTextEscaper() {}

    static String disarm(String text) {
        return SpreadsheetMisreadTextDetector.contains(text) ? APOSTROPHE + text : withoutFormulas(text);
    }

    /// Only an apostrophe before formulas.
    static String withoutFormulas(String text) {
        if (endOfCell(text, 0) == text.length() && !isArmed(text, 0, text.length())) return text;
        var safe = new StringBuilder(text.length() + 1);
        int from = 0;
        while (from < text.length()) {
            int to = endOfCell(text, from);
            if (isArmed(text, from, to)) safe.append(APOSTROPHE);
            safe.append(text, from, to);
            from = to;
        }
        return safe.toString();
    }

    /// The place after the first thing that some program takes for a separator.
    private static int endOfCell(String text, int from) {
        int at = from;
        while (at < text.length() && !isSeparator(text.charAt(at)))
            at++;
        return Math.min(at + 1, text.length());
    }

    private static boolean isSeparator(char c) {
        return c <= ';' && (c == ';' || c == '\t' || c == '\r' || c == '\n');
    }

    private static boolean isArmed(String text, int from, int to) {
        int at = from;
        while (at < to && isBlank(text.charAt(at)))
            at++;
        if (at == to) return false;
        return TRIGGERS.indexOf(text.charAt(at)) >= 0 || from == 0 && LINE_TRIGGERS.indexOf(text.charAt(at)) >= 0;
    }

    /// Also what is invisible: a program may cut it off before it looks.
    private static boolean isBlank(char c) {
        if (LINE_TRIGGERS.indexOf(c) >= 0) return false;
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
