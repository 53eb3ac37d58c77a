package poolscope.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.connection.SecretStore.Lookup;
import poolscope.connection.SecretStoreFailure.Reason;

class ChunkedSecretStoreTest {
    private static final SecretId KEY = new SecretId("one", SecretId.Part.TOKEN, URI.create("https://one.corp"));
    private final MemoryItems items = new MemoryItems();
    private final SecretStore store = new ChunkedSecretStore(SecretStore.Kind.KEYCHAIN, items);

    @ParameterizedTest
    @ValueSource(ints = {1, 28, 29, 30, 58, 59, 1000, 2900})
    void a_secret_of_any_length_comes_back(int length) throws Exception {
        Secret secret = secret("x".repeat(length - 1) + "y");
        assertThat(store.write(KEY, secret)).isEmpty();
        assertThat(store.read(KEY)).isEqualTo(new Lookup.Found(secret));
        assertThat(store.delete(KEY)).isEmpty();
        assertThat(items.contents).isEmpty();
    }

    @Test
    void a_password_of_any_letters_comes_back() throws Exception {
        Secret secret = secret("密码 \n 😀 ".repeat(20));
        store.write(KEY, secret);
        assertThat(store.read(KEY)).isEqualTo(new Lookup.Found(secret));
    }

    @Test
    void a_shorter_secret_leaves_nothing_of_the_longer_one() throws Exception {
        store.write(KEY, secret("old".repeat(100)));
        store.write(KEY, secret("new"));
        assertThat(items.contents).hasSize(1);
        assertThat(store.read(KEY)).isEqualTo(new Lookup.Found(secret("new")));
    }

    @Test
    void P29_pieces_of_different_secrets_are_not_taken_for_one() throws Exception {
        store.write(KEY, secret("a".repeat(100)));
        items.contents.put(KEY.name() + "#2", "b".repeat(50).getBytes(StandardCharsets.US_ASCII));
        assertThat(store.read(KEY)).isEqualTo(failed(Reason.DAMAGED, "sum"));
        items.contents.remove(KEY.name() + "#2");
        assertThat(store.read(KEY)).isEqualTo(failed(Reason.DAMAGED, "piece 2"));
        items.contents.put(KEY.name(), "something else".getBytes(StandardCharsets.US_ASCII));
        assertThat(store.read(KEY)).isEqualTo(failed(Reason.DAMAGED, "head"));
        items.contents.put(KEY.name(), new byte[0]);
        assertThat(store.read(KEY)).isEqualTo(failed(Reason.DAMAGED, "head"));
    }

    @Test
    void P29_a_store_that_fails_in_the_middle_holds_no_half_secret() throws Exception {
        // one call looks for an older secret, and five write the pieces
        for (int works = 0; works <= 6; works++) {
            MemoryItems failing = new MemoryItems();
            SecretStore halting = new ChunkedSecretStore(SecretStore.Kind.KEYCHAIN, failing);
            failing.worksFor = works;
            failing.failure = Optional.of(new SecretStoreFailure(Reason.LOCKED, "test"));
            Optional<SecretStoreFailure> failure = halting.write(KEY, secret("abc".repeat(40)));
            failing.failure = Optional.empty();
            assertThat(failure.isPresent()).as("after %d calls", works).isEqualTo(works < 6);
            assertThat(halting.read(KEY)).as("after %d calls", works)
                    .isEqualTo(works < 6 ? new Lookup.Nothing() : new Lookup.Found(secret("abc".repeat(40))));
        }
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void P29_what_the_system_refuses_is_told(Reason reason) throws Exception {
        items.worksFor = 0;
        items.failure = Optional.of(new SecretStoreFailure(reason, "test"));
        assertThat(store.read(KEY)).isEqualTo(failed(reason, "test"));
        assertThat(store.write(KEY, secret("x"))).contains(new SecretStoreFailure(reason, "test"));
        assertThat(store.delete(KEY)).contains(new SecretStoreFailure(reason, "test"));
    }

    @Test
    void P32_a_secret_is_found_for_its_own_place_only() throws Exception {
        store.write(KEY, secret("x"));
        for (String other : new String[]{"https://two.corp", "https://one.corp:8443", "http://localhost"}) {
            assertThat(store.read(new SecretId("one", SecretId.Part.TOKEN, URI.create(other))))
                    .isEqualTo(new Lookup.Nothing());
        }
    }

    private static Secret secret(String text) {
        return Secret.ofPassword(text).orThrow();
    }

    private static Lookup failed(Reason reason, String details) {
        return new Lookup.Failed(new SecretStoreFailure(reason, details));
    }
}
