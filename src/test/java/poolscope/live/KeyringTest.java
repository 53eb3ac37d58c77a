package poolscope.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.binding.Bindings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import poolscope.connection.SecretStore;
import poolscope.connection.SessionOnly;

class KeyringTest {

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void P29_a_store_that_can_not_be_looked_for_is_one_session_and_it_is_said() throws Exception {
        try (var background = new Background()) {
            var keyring = new Keyring(() -> {
                throw new IllegalStateException("no library");
            }, background);
            assertThat(keyring.secrets()).isSameAs(keyring.secrets());
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(WaitForAsyncUtils.waitForAsyncFx(5_000, () -> keyring.kindProperty().get()))
                    .isEqualTo(Optional.of(SecretStore.Kind.THIS_SESSION));
        }
    }

    @Test
    void the_store_is_looked_for_once_and_not_before_somebody_asks() throws Exception {
        var looked = new AtomicInteger();
        try (var background = new Background()) {
            var keyring = new Keyring(() -> {
                looked.incrementAndGet();
                return new SessionOnly();
            }, background);
            assertThat(looked).hasValue(0);
            var kind = WaitForAsyncUtils.waitForAsyncFx(5_000, keyring::kindProperty);
            WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS,
                    Bindings.createBooleanBinding(() -> kind.get().isPresent(), kind));
            keyring.secrets();
            assertThat(looked).hasValue(1);
        }
    }
}
