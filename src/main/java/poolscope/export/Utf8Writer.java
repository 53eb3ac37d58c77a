package poolscope.export;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Text as UTF-8, whatever the platform's default is.
final class Utf8Writer {
    private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);

    private Utf8Writer() {}

    /// Half a pair of surrogates, which UTF-8 can't carry, is written as U+FFFD, not as a question mark that could have
    /// been sent.
    static Writer on(OutputStream out) {
        return new OutputStreamWriter(out,
                StandardCharsets.UTF_8.newEncoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .replaceWith(REPLACEMENT));
    }
}
