package poolscope.connection;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.connection.SecretStore.Lookup;
import poolscope.connection.SecretStoreFailure.Reason;

/// What can be tried of the Windows store on any system: its answers are played, its memory is laid out for real.
class WindowsCredentialManagerStoreTest {

    /// Windows as `wincred.h` documents it.
    private static final class Played implements WindowsCredentialManagerStore.Calls {
        final Map<String, byte[]> kept = new HashMap<>();
        int error;

        @Override
        public int write(String target, byte[] blob) {
            if (error == 0 && blob.length > 2560) return 1783;
            if (error == 0) kept.put(target, blob.clone());
            return error;
        }

        @Override
        public Outcome read(String target) {
            if (error == 0 && !kept.containsKey(target)) return new Outcome(1168, new byte[0]);
            return new Outcome(error, kept.getOrDefault(target, new byte[0]));
        }

        @Override
        public int delete(String target) {
            if (error != 0) return error;
            return kept.remove(target) == null ? 1168 : 0;
        }
    }

    private static final SecretId KEY = new SecretId("one", SecretId.Part.TOKEN, URI.create("https://one.corp"));
    private final Played windows = new Played();
    private final WindowsCredentialManagerStore items = new WindowsCredentialManagerStore(windows);
    private final SecretStore store = new ChunkedSecretStore(SecretStore.Kind.CREDENTIAL_MANAGER, items);

    @Test
    void a_token_of_the_largest_size_is_kept_in_as_many_credentials_as_it_needs() throws Exception {
        Secret token = Secret.ofHeader("t".repeat(32 * 1024)).orThrow();
        assertThat(store.write(KEY, token)).isEmpty();
        assertThat(windows.kept).hasSize(13)
                .containsKeys("PoolScope/one/token@https://one.corp", "PoolScope/one/token@https://one.corp#12");
        assertThat(store.read(KEY)).isEqualTo(new Lookup.Found(token));
        assertThat(store.delete(KEY)).isEmpty();
        assertThat(windows.kept).isEmpty();
        assertThat(store.delete(KEY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5,DENIED", "1223,DENIED", "1312,ABSENT", "87,BROKEN"})
    void P29_what_windows_refuses_is_told_with_its_number(int error, Reason reason) throws Exception {
        windows.error = error;
        assertThat(store.read(KEY)).isEqualTo(new Lookup.Failed(new SecretStoreFailure(reason, "CredReadW " + error)));
        assertThat(items.write("x", new byte[1])).contains(new SecretStoreFailure(reason, "CredWriteW " + error));
        assertThat(items.delete("x")).contains(new SecretStoreFailure(reason, "CredDeleteW " + error));
        assertThat(items.obstacle()).contains(new SecretStoreFailure(reason, "CredReadW " + error));
    }

    @Test
    void a_manager_that_answers_has_no_obstacle() {
        assertThat(items.obstacle()).isEmpty();
    }

    @Test
    @SuppressWarnings("restricted")
    void a_credential_is_laid_out_as_64_bit_windows_wants_it() {
        assertThat(WinCredBindings.CREDENTIAL.byteSize()).isEqualTo(80);
        try (Arena arena = Arena.ofConfined()) {
            byte[] blob = {1, 2, 3};
            MemorySegment credential = WinCredBindings.credential(arena, "目标", blob);
            assertThat(credential.get(JAVA_INT, 4)).as("Type").isEqualTo(1);
            assertThat(credential.get(ADDRESS, 8).reinterpret(100).getString(0, StandardCharsets.UTF_16LE))
                    .isEqualTo("目标");
            assertThat(credential.get(JAVA_INT, 32)).as("CredentialBlobSize").isEqualTo(3);
            assertThat(credential.get(ADDRESS, 40).reinterpret(3).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE))
                    .isEqualTo(blob);
            assertThat(credential.get(JAVA_INT, 48)).as("Persist").isEqualTo(2);
            assertThat(credential.get(ADDRESS, 72).reinterpret(100).getString(0, StandardCharsets.UTF_16LE))
                    .isEqualTo("PoolScope");
            assertThat(WinCredBindings.blobOf(credential).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE))
                    .isEqualTo(blob);
        }
    }
}
