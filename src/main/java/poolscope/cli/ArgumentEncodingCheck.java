package poolscope.cli;

import java.nio.charset.Charset;

/// Detects arguments that the JVM could not decode. The JVM decodes them in the character set of the locale before
/// `main`; undecodable bytes become U+FFFD or half a surrogate pair, and the original can't be recovered.
final class ArgumentEncodingCheck {
    private static final char UNREADABLE = '\uFFFD';

    private ArgumentEncodingCheck() {}

    /// @throws UsageException
    ///             when an argument could not be decoded; names its position from 1, not its content
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

    /// The character set of arguments and file names.
    private static String characterSet() {
        return System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name());
    }
}
