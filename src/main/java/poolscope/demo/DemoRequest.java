package poolscope.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A request as it arrived.
///
/// @param method
///            in capitals
/// @param path
///            as sent, still percent-encoded
/// @param query
///            as sent, still percent-encoded; empty when there was none
/// @param headers
///            by name in small letters
/// @param body
///            up to 64 KiB of it, read as ISO-8859-1 so that every byte is kept
public record DemoRequest(String method, String path, String query, Map<String, List<String>> headers, String body) {
    /// The first value of a header, or an empty text.
    public String header(String name) {
        var values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }
}
