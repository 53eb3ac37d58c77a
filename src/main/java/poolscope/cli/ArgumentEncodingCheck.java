package poolscope.cli;

import java.nio.charset.Charset;

/// Whether the arguments are what was typed. The JVM reads them in the character set of the locale before the first
/// line of this program; what is no text there arrives as U+FFFD or as half a pair of surrogates, and nobody knows any
/// more what it was.
final class ArgumentEncodingCheck {
    private static final char UNREADABLE = '\uFFFD';

    private ArgumentEncodingCheck() {}

    /// @throws UsageException
    ///             when an argument is not what was typed; says which, by its place from 1, and not what it holds
    static void check(String[] arguments) throws UsageException {
        for (int i = 0; i < arguments.length; i++)
            if (isBroken(arguments[i]))
                throw new UsageException("Argument " + (i + 1) + " can not be read: it is not text in " + characterSet()
                        + ", the character set of this session; pass it in that, or set LC_ALL=C.UTF-8");
    }

    private static boolean isBroken(String text) {
        return text.indexOf(UNREADABLE) >= 0
                || text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /// In which the JVM reads arguments and names of files.
    private static String characterSet() {
        return System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name());
    }
}
