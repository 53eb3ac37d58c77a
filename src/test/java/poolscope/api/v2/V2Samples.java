package poolscope.api.v2;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The made-up answers of v2, and texts as answers.
final class V2Samples {
    private V2Samples() {}

    static byte[] sample(String name) {
        try (var in = V2Samples.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalArgumentException(name);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Single quotes stand for double ones.
    static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    /// A list of one item.
    static byte[] items(String item) {
        return json("{'items':[" + item + "]}");
    }
}
