package poolscope.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import poolscope.connection.InMemorySecretStore;
import poolscope.connection.SecretStore;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.BackgroundThreads;

class BackgroundSecretStoreSearchTest {

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void P29_a_store_that_can_not_be_looked_for_is_one_session_and_it_is_said() throws Exception {
        try (var backgroundThreads = new BackgroundThreads()) {
            var backgroundSecretStoreSearch = new BackgroundSecretStoreSearch(() -> {
                throw new IllegalStateException("no library");
            }, BackgroundAndFxExecutors.of(backgroundThreads));
            assertThat(backgroundSecretStoreSearch.secrets()).isSameAs(backgroundSecretStoreSearch.secrets());
            assertThat(kind(backgroundSecretStoreSearch)).isEqualTo(SecretStore.Kind.THIS_SESSION);
        }
    }

    @Test
    void the_store_is_looked_for_once_and_not_before_somebody_asks() throws Exception {
        var asked = new AtomicBoolean();
        var looked = new CopyOnWriteArrayList<Boolean>();
        try (var backgroundThreads = new BackgroundThreads()) {
            var backgroundSecretStoreSearch = new BackgroundSecretStoreSearch(() -> {
                looked.add(asked.get());
                return new InMemorySecretStore();
            }, BackgroundAndFxExecutors.of(backgroundThreads));
            asked.set(true);
            assertThat(kind(backgroundSecretStoreSearch)).isEqualTo(SecretStore.Kind.THIS_SESSION);
            backgroundSecretStoreSearch.secrets();
            assertThat(looked).containsExactly(true);
        }
    }

    private static SecretStore.Kind kind(BackgroundSecretStoreSearch backgroundSecretStoreSearch) throws Exception {
        var found = new CompletableFuture<SecretStore.Kind>();
        Platform.runLater(
                () -> backgroundSecretStoreSearch.kindProperty().subscribe(kind -> kind.ifPresent(found::complete)));
        return found.get(30, TimeUnit.SECONDS);
    }
}
