package poolscope.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// Secrets that are easy to tell, and the search for them in every form in which they could leak (P28).
public final class Canary {
    private static final int WINDOW = 8;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";

    private final Random random;
    private final Set<String> forms = new LinkedHashSet<>();

    /// @param seed
    ///            to be printed, so that a failure can be played again
    public Canary(long seed) {
        random = new Random(seed);
    }

    /// A new secret that begins so.
    public String plant(String prefix) {
        StringBuilder text = new StringBuilder(prefix);
        random.ints(32, 0, LETTERS.length()).forEach(n -> text.append(LETTERS.charAt(n)));
        plantThis(text.toString());
        return text.toString();
    }

    private void plantThis(String secret) {
        String reversed = new StringBuilder(secret).reverse().toString();
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        Stream.of(secret, reversed).forEach(text -> {
            for (int at = 0; at + WINDOW <= text.length(); at++)
                forms.add(text.substring(at, at + WINDOW));
        });
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        forms.add(secret.replace("/", "\\/"));
        forms.add(HexFormat.of().formatHex(bytes));
        forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            String base64 = Base64.getEncoder().encodeToString(shifted);
            String inner = base64.substring(shift == 0 ? 0 : 4, base64.length() - 4);
            forms.add(inner);
            forms.add(inner.replace('+', '-').replace('/', '_'));
        }
    }

    /// Fails when a secret, or eight characters of one, are in the text.
    public void assertNotIn(String what, String text) {
        List<String> seen = forms.stream().filter(text::contains).toList();
        assertThat(seen).as("secrets in %s", what).isEmpty();
    }

    /// Looks into each file below the folder, and at its name.
    public void assertNotBelow(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                assertNotIn("the name of " + path, path.toString());
                if (Files.isRegularFile(path)) {
                    byte[] bytes = contents(path);
                    assertNotIn(path.toString(), new String(bytes, StandardCharsets.ISO_8859_1));
                    assertNotIn(path.toString(), new String(bytes, StandardCharsets.UTF_16LE));
                }
            }
        }
    }

    /// What stands in a file, also in one that is compressed.
    public static byte[] contents(Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) return Files.readAllBytes(file);
        try (var unzipped = new GZIPInputStream(Files.newInputStream(file))) {
            return unzipped.readAllBytes();
        }
    }
}
