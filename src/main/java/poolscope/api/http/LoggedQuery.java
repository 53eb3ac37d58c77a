package poolscope.api.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The query of a request as the request log may show it: the values of parameters that this program is known to send
/// and that hold no secret, at most [#LONGEST] characters of each. Of others only the name is shown.
final class LoggedQuery {
    private static final int LONGEST = 32;
    private static final Set<String> SHOWN = Set.of("offset", "limit", "sort_by", "order", "cluster_name", "status",
            "workspaceId", "resource", "name", "continue", "nocatalog");

    private LoggedQuery() {}

    /// @param raw
    ///            percent-encoded, null for none
    /// @param secretRedaction
    ///            masks secrets that a name filter repeats
    static String of(@Nullable String raw, SecretRedaction secretRedaction) {
        if (raw == null || raw.isEmpty()) return "";
        return Arrays.stream(raw.split("&"))
                .map(parameter -> parameter(parameter, secretRedaction))
                .collect(Collectors.joining("&"));
    }

    private static String parameter(String parameter, SecretRedaction secretRedaction) {
        int sign = parameter.indexOf('=');
        var name = sign < 0 ? parameter : parameter.substring(0, sign);
        if (!SHOWN.contains(name)) return name.length() > LONGEST ? "…" : name + "=…";
        var value = URLDecoder.decode(parameter.substring(sign + 1), StandardCharsets.UTF_8);
        int shown = value.codePointCount(0, value.length()) > LONGEST
                ? value.offsetByCodePoints(0, LONGEST / 2)
                : value.length();
        return name + "=" + secretRedaction.apply(value.substring(0, shown), LONGEST)
                + (shown < value.length() ? "…" : "");
    }
}
