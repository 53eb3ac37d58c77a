package poolscope.ui.main;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.EventHandler;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import poolscope.ui.parts.ScreenReaderMessage;

/// What screen readers are given of the status bar: the newest message of the window, then what the bar says.
final class AccessibleStatus {
    private final Node bar;
    private final Supplier<List<String>> parts;
    private final EventHandler<ScreenReaderMessage> listener = event -> {
        message = event.text();
        update();
    };
    private String message = "";

    /// @param parts
    ///            what the bar says now, part by part
    AccessibleStatus(Node bar, Supplier<List<String>> parts) {
        this.bar = bar;
        this.parts = parts;
    }

    Subscription install() {
        bar.setAccessibleRole(AccessibleRole.TEXT);
        // its ages grow by the second, which would be read again and again
        var focused = bar.focusedProperty().subscribe(_ -> update());
        return Subscription.combine(bar.sceneProperty().subscribe((before, now) -> follow(before, now)), focused,
                () -> follow(bar.getScene(), null));
    }

    private void follow(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) before.removeEventHandler(ScreenReaderMessage.SHOWN, listener);
        if (now != null) now.addEventHandler(ScreenReaderMessage.SHOWN, listener);
    }

    /// Sets the text anew, and notifies screen readers when it differs.
    void update() {
        var text = Stream.concat(Stream.of(message), parts.get().stream())
                .filter(part -> !part.isBlank())
                .distinct()
                .collect(Collectors.joining("\n"));
        if (Objects.equals(text, bar.getAccessibleText())) return;
        bar.setAccessibleText(text);
        bar.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
