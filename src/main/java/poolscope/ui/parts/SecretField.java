package poolscope.ui.parts;

import javafx.scene.control.PasswordField;

/// A password field without input method, which would show the composed text.
public final class SecretField extends PasswordField {
    public SecretField() {
        // the skin sets them
        inputMethodRequestsProperty().subscribe(requests -> {
            if (requests != null) setInputMethodRequests(null);
        });
    }
}
