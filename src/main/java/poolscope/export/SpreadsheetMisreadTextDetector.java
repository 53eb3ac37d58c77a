package poolscope.export;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Text that a spreadsheet takes for a number, a date, a time, a truth value or an error, and so changes: `0012` loses
/// its zeros, of 19 digits 15 stay, `12e5`, `3-4` and `MARCH1` become something else. As English and Chinese
/// spreadsheets read, rather once too often than once too rarely.
final class SpreadsheetMisreadTextDetector {
    /// Longer than that is neither.
    private static final int LONGEST = 330;
    private static final char ERROR = '#';
    /// Between day, month and year, and one before them.
    private static final int MOST_HYPHENS = 3;
    private static final int LONGEST_WORD = "september".length();
    private static final String CHINESE = "年月日号时分秒元上下午";
    private static final Set<String> WORDS = Set.of("e", "a", "p", "am", "pm", "t", "z", "true", "false", "jan",
            "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june", "jul", "july", "aug",
            "august", "sep", "sept", "september", "oct", "october", "nov", "november", "dec", "december");

    private SpreadsheetMisreadTextDetector() {}

    static boolean contains(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && mayBe(text) && Shapes.matches(text);
    }

    /// A look that costs little, for most text is a name or an id: all letters make words of dates and numbers, and
    /// digits do not stand in more groups than a date has.
    private static boolean mayBe(String text) {
        if (text.charAt(0) == ERROR) return true;
        int hyphens = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isLetter(c)) {
                int end = endOfWord(text, at);
                if (end == at) return false;
                at = end;
            } else {
                if (c == '-' && ++hyphens > MOST_HYPHENS) return false;
                at++;
            }
        }
        return true;
    }

    private static int endOfWord(String text, int from) {
        char first = text.charAt(from);
        if (first >= 0x80) return CHINESE.indexOf(first) >= 0 || isFullWidth(first) ? from + 1 : from;
        int to = from;
        while (to < text.length() && text.charAt(to) < 0x80 && Character.isLetter(text.charAt(to)))
            to++;
        boolean isWord = to - from <= LONGEST_WORD && WORDS.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
        return isWord ? to : from;
    }

    private static boolean isFullWidth(char c) {
        return c >= '\uFF21' && c <= '\uFF5A';
    }

    /// Apart, because most exports never come here.
    private static final class Shapes {
        private static final int FLAGS = Pattern.CASE_INSENSITIVE;
        private static final String MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
                + "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
        private static final String CLOCK = "(?:上午|下午)?\\d{1,4}(?::\\d{1,2}){1,2}(?:[.,]\\d+)? ?(?:[ap]m?)?z?";
        private static final Pattern NUMBER = Pattern
                .compile("\\(?[-+]? ?[$€£¥]?[-+]? ?(?:\\d[\\d,. '’]*|[.,]\\d+)(?:e[-+]?\\d+)? ?[%元€]?\\)?", FLAGS);
        private static final Pattern FRACTION = Pattern.compile("[-+]?\\d+ \\d+/\\d+");
        private static final Pattern DATE = Pattern.compile(
                "(?:\\d{1,4}|" + MONTH + ")(?:[-/., ]{0,2}(?:\\d{1,4}|" + MONTH + ")){1,2}(?:[ t]+" + CLOCK + ")?",
                FLAGS);
        private static final Pattern CHINESE_DATE = Pattern
                .compile("(?:\\d{2,4}年)?(?:\\d{1,2}月)?(?:\\d{1,2}[日号])?(?: ?" + CLOCK + ")?", FLAGS);
        private static final Pattern TIME = Pattern
                .compile(CLOCK + "|\\d{1,2} ?[ap]m?|(?:上午|下午)?\\d{1,2}时(?:\\d{1,2}分)?(?:\\d{1,2}秒)?", FLAGS);
        private static final Pattern WORD = Pattern.compile("true|false|#[a-z0-9/?!_]+", FLAGS);

        static boolean matches(String text) {
            boolean isAscii = text.chars().allMatch(c -> c < 0x80);
            var plain = (isAscii ? text : Normalizer.normalize(text, Normalizer.Form.NFKC)).strip();
            if (WORD.matcher(plain).matches()) return true;
            if (plain.chars().noneMatch(Character::isDigit)) return false;
            return NUMBER.matcher(plain).matches() || DATE.matcher(plain).matches() || TIME.matcher(plain).matches()
                    || CHINESE_DATE.matcher(plain).matches() || FRACTION.matcher(plain).matches();
        }
    }
}
