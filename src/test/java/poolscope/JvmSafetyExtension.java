package poolscope;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import poolscope.api.http.UnsafeJvmSettingsCheck;

/// Sets what the JDK's client reads once, at its first use in the JVM, before any test class, as the program does
/// before anything else: whether a test that needs it passes must not depend on the tests before it.
public final class JvmSafetyExtension implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        UnsafeJvmSettingsCheck.prepare();
    }
}
