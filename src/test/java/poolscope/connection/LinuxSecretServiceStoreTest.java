package poolscope.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.connection.LibSecretBindings.GError;
import poolscope.connection.SecretStoreFailure.Reason;

class LinuxSecretServiceStoreTest {

    @ParameterizedTest
    @CsvSource({"secret-error,2,LOCKED", "secret-error,1,BROKEN", "g-dbus-error-quark,2,ABSENT",
            "g-dbus-error-quark,9,DENIED", "g-dbus-error-quark,4,SLOW", "g-io-error-quark,19,DENIED",
            "g-io-error-quark,24,SLOW", "g-io-error-quark,1,ABSENT", "g-io-error-quark,30,BROKEN", "anything,1,BROKEN"})
    void P29_what_libsecret_refuses_is_told_with_its_number(String domain, int code, Reason reason) {
        assertThat(LinuxSecretServiceStore.failure(new GError(domain, code)))
                .isEqualTo(new SecretStoreFailure(reason, domain + " " + code));
    }
}
