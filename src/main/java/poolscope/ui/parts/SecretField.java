package poolscope.ui.parts;

import javafx.scene.control.PasswordField;

/// A field for a secret, without an input method: that would show what is composed, and what it offers for it,
/// in clear.
public final class SecretField extends PasswordField {
    public SecretField() {
        // The skin brings its own.
        inputMethodRequestsProperty().subscribe(requests -> {
            if (requests != null) setInputMethodRequests(null);
        });
    }
}
