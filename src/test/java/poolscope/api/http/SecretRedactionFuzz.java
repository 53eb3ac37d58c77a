package poolscope.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.connection.Credentials;
import poolscope.fuzz.FuzzTarget;

/// No five characters of a secret are left, wherever and in whatever form it stands. `@`, `#`, `^` and `~` of the input
/// stand for the secret as it is, as Base64, as hex and reversed.
public final class SecretRedactionFuzz implements FuzzTarget {
    private static final String SECRET = "Zq7Xw9Kv3Bn5Rt1Yp8Lm";
    private static final int RUN = 5;
    private static final int MAX = 300;
    private static final String BASE64 = Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8));
    private static final String HEX = HexFormat.of().formatHex(SECRET.getBytes(StandardCharsets.UTF_8));
    private static final String REVERSED = new StringBuilder(SECRET).reverse().toString();
    private static final SecretRedaction REDACTION = SecretRedaction.of(Credentials.token(SECRET).orThrow(),
            NetworkRouteAndPasswords.DEFAULT);

    @Override
    public List<byte[]> seeds() {
        return Stream
                .of("it was @ that came", "authorization: SDK-HMAC-SHA256 Access=#, Signature=^", "~\n@@\t#",
                        "canonicalRequest:GET|@", "\"password\":\"@\"", "Zq7X@w9Kv3", "x".repeat(290) + "@")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public void check(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        // the letters of the secret itself may come from the input
        if (runs(SECRET).anyMatch(text::contains) || runs(BASE64).anyMatch(text::contains)) return;
        String shown = REDACTION
                .apply(text.replace("@", SECRET).replace("#", BASE64).replace("^", HEX).replace("~", REVERSED), MAX);
        assertThat(shown.length()).isLessThanOrEqualTo(MAX + 1);
        for (var form : List.of(SECRET, BASE64, REVERSED))
            assertThat(runs(form).filter(shown::contains)).as(shown).isEmpty();
        assertThat(shown).doesNotContain(HEX.substring(0, 2 * RUN));
    }

    private static Stream<String> runs(String form) {
        return Stream.iterate(0, i -> i + RUN <= form.length(), i -> i + 1).map(i -> form.substring(i, i + RUN));
    }
}
