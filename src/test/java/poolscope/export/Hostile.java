package poolscope.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Texts that a server may send and nobody wants.
final class Hostile {
    static final List<String> TEXTS = List.of("", " ", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\t",
            "\r", "\n", " =1", "\u3000=1", "\u00A0@x", "\u200B=1", "\uFEFF=1", "\0=1", "＝1+1", "＋1", "－1", "＠x", " ＝1",
            "a;=1+1", "a; @x", "a\t-1", "a\n=1", "a\r\n+1", "a;;\r\n ;=1", "\"", "\"\"", "\"=1\"", "a\"b", "a,b", ",",
            ";", "|", "a|b\\|c\\", "`x`", "*a*", "_a_", "a_b_c", "[x](javascript:1)", "<img src=x>", "&lt;",
            "=cmd|' /C calc'!A0", "'=1", "训练池", "😀=1", "\uD800", "\uDC00=1", "a\uD800", "\u202Egnp.exe",
            "e\u0301\u0301\u0301", "\u001B[2J", "\u009B2J", "\u2028=1", "#x", "x".repeat(10_000) + "=1");

    private Hostile() {}

    /// Hundred thousand letters long or made of the worst of all these.
    static String text(Random random) {
        var text = new StringBuilder();
        int parts = random.nextInt(4);
        for (int i = 0; i <= parts; i++)
            text.append(TEXTS.get(random.nextInt(TEXTS.size() - 1)));
        return text.toString();
    }

    /// A cluster with such a name and owner. Its escapes are ASCII, so that half surrogates survive the wire.
    static String cluster(String id, String name, String owner) throws Exception {
        var mapper = JsonMapper.builder()
                .configure(com.fasterxml.jackson.core.json.JsonWriteFeature.ESCAPE_NON_ASCII, true)
                .build();
        return mapper.writeValueAsString(
                Map.of("cluster_id", id, "cluster_name", name, "owner", owner, "status", "running"));
    }
}
