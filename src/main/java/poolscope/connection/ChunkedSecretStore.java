package poolscope.connection;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import poolscope.connection.SecretStoreFailure.Reason;

/// A secret store on top of the operating system's. A token can be larger than one item of the system's store, so a
/// secret is split into numbered chunks; the first begins with the number of chunks and a checksum of the whole.
final class ChunkedSecretStore implements SecretStore {
    /// Number of chunks and checksum, a blank, then the secret; the checksum is the beginning of its SHA-256.
    private static final Pattern HEAD = Pattern.compile("([1-9][0-9]{0,2}) ([0-9a-f]{16}) ");
    private static final int HEAD_LENGTH = 3 + 1 + 16 + 1;

    private final Kind kind;
    private final NativeSecretBackend nativeSecretBackend;

    ChunkedSecretStore(Kind kind, NativeSecretBackend nativeSecretBackend) {
        this.kind = kind;
        this.nativeSecretBackend = nativeSecretBackend;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Lookup read(SecretId key) throws InterruptedException {
        return switch (nativeSecretBackend.read(chunkName(key, 0))) {
            case NativeSecretBackend.Item.Nothing _ -> new Lookup.Nothing();
            case NativeSecretBackend.Item.Failed(SecretStoreFailure failure) -> new Lookup.Failed(failure);
            case NativeSecretBackend.Item.Found(byte[] first) -> join(key, first);
        };
    }

    /// Writes the first chunk last, so that an interrupted write leaves no readable secret.
    @Override
    public Optional<SecretStoreFailure> write(SecretId key, Secret secret) throws InterruptedException {
        Optional<SecretStoreFailure> failure = delete(key);
        byte[] all = secret.reveal().getBytes(StandardCharsets.UTF_8);
        int room = nativeSecretBackend.capacity() - HEAD_LENGTH;
        int chunks = Math.max(1, Math.ceilDiv(all.length, room));
        for (int n = chunks - 1; n >= 0 && failure.isEmpty(); n--) {
            byte[] chunk = Arrays.copyOfRange(all, n * room, Math.min(all.length, (n + 1) * room));
            byte[] head = n == 0
                    ? (chunks + " " + checksum(all) + " ").getBytes(StandardCharsets.US_ASCII)
                    : new byte[0];
            failure = nativeSecretBackend.write(chunkName(key, n), concat(head, chunk));
            Arrays.fill(chunk, (byte) 0);
        }
        Arrays.fill(all, (byte) 0);
        return failure;
    }

    @Override
    public Optional<SecretStoreFailure> delete(SecretId key) throws InterruptedException {
        int chunks = switch (nativeSecretBackend.read(chunkName(key, 0))) {
            case NativeSecretBackend.Item.Nothing _ -> 0;
            case NativeSecretBackend.Item.Failed _ -> 1;
            case NativeSecretBackend.Item.Found(byte[] first) -> Math.max(1, countOf(first));
        };
        for (int n = chunks - 1; n >= 0; n--) {
            Optional<SecretStoreFailure> failure = nativeSecretBackend.delete(chunkName(key, n));
            if (failure.isPresent()) return failure;
        }
        return Optional.empty();
    }

    private Lookup join(SecretId key, byte[] first) throws InterruptedException {
        Matcher head = head(first);
        if (!head.lookingAt()) return damaged("head");
        var all = new ByteArrayOutputStream();
        all.write(first, head.end(), first.length - head.end());
        for (int n = 1; n < countOf(first); n++) {
            switch (nativeSecretBackend.read(chunkName(key, n))) {
                case NativeSecretBackend.Item.Nothing _ -> {
                    return damaged("piece " + n);
                }
                case NativeSecretBackend.Item.Failed(SecretStoreFailure failure) -> {
                    return new Lookup.Failed(failure);
                }
                case NativeSecretBackend.Item.Found(byte[] more) -> all.writeBytes(more);
            }
        }
        byte[] bytes = all.toByteArray();
        if (!checksum(bytes).equals(head.group(2))) return damaged("sum");
        return switch (Secret.ofPassword(new String(bytes, StandardCharsets.UTF_8))) {
            case ValidationResult.Accepted<Secret>(Secret secret) -> new Lookup.Found(secret);
            case ValidationResult.Refused<Secret> _ -> damaged("empty");
        };
    }

    private static Lookup damaged(String details) {
        return new Lookup.Failed(new SecretStoreFailure(Reason.DAMAGED, details));
    }

    private static String chunkName(SecretId key, int n) {
        return n == 0 ? key.name() : key.name() + "#" + n;
    }

    private static int countOf(byte[] first) {
        Matcher head = head(first);
        return head.lookingAt() ? Integer.parseInt(head.group(1)) : 0;
    }

    private static Matcher head(byte[] first) {
        int length = Math.min(first.length, HEAD_LENGTH);
        return HEAD.matcher(new String(first, 0, length, StandardCharsets.ISO_8859_1));
    }

    private static byte[] concat(byte[] head, byte[] tail) {
        byte[] both = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, both, head.length, tail.length);
        return both;
    }

    private static String checksum(byte[] all) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all), 0, 8);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
