package poolscope.export;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Text that a spreadsheet takes for a number, a date, a time, a truth value or an error, and so changes: `0012` loses its zeros,
/// of 19 digits 15 stay, `12e5`, `3-4` and `MARCH1` become something else. As English and Chinese spreadsheets read, rather once too
/// often than once too rarely.
final class Lookalikes {
    /// Longer than that is neither.
    private static final int LONGEST = 330;
    /// Of a long month and of the hours.
    private static final int LETTERS = 14;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final String MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
            + "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String CLOCK = "(?:上午|下午)?\\d{1,4}(?::\\d{1,2}){1,2}(?:[.,]\\d+)? ?(?:[ap]m?)?z?";
    private static final Pattern NUMBER = Pattern
            .compile("\\(?[-+]? ?[$€£¥]?[-+]? ?(?:\\d[\\d,. '’]*|[.,]\\d+)(?:e[-+]?\\d+)? ?[%元€]?\\)?", FLAGS);
    private static final Pattern FRACTION = Pattern.compile("[-+]?\\d+ \\d+/\\d+");
    private static final Pattern DATE = Pattern
            .compile("(?:\\d{1,4}|" + MONTH + ")(?:[-/., ]{0,2}(?:\\d{1,4}|" + MONTH + ")){1,2}(?:[ t]+" + CLOCK + ")?", FLAGS);
    private static final Pattern CHINESE_DATE = Pattern
            .compile("(?:\\d{2,4}年)?(?:\\d{1,2}月)?(?:\\d{1,2}[日号])?(?: ?" + CLOCK + ")?", FLAGS);
    private static final Pattern TIME = Pattern
            .compile(CLOCK + "|\\d{1,2} ?[ap]m?|(?:上午|下午)?\\d{1,2}时(?:\\d{1,2}分)?(?:\\d{1,2}秒)?", FLAGS);
    private static final Pattern WORD = Pattern.compile("true|false|#[a-z0-9/?!_]+", FLAGS);

    private Lookalikes() {}

    static boolean contains(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !mayBe(text)) return false;
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (WORD.matcher(plain).matches()) return true;
        if (plain.chars().noneMatch(Character::isDigit)) return false;
        return NUMBER.matcher(plain).matches() || DATE.matcher(plain).matches() || TIME.matcher(plain).matches()
                || CHINESE_DATE.matcher(plain).matches() || FRACTION.matcher(plain).matches();
    }

    /// A first look that costs little: most text has more letters than any date.
    private static boolean mayBe(String text) {
        return text.codePoints().filter(Character::isLetter).limit(LETTERS + 1L).count() <= LETTERS;
    }
}
