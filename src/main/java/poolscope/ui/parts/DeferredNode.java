package poolscope.ui.parts;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// Placeholder of a node that is created when it is first needed, so that the window opens faster.
public final class DeferredNode extends Region {

    public DeferredNode() {
        setManaged(false);
        setVisible(false);
    }

    /// Replaces the placeholder, once, by the created node. Its controls can be typed into at once: without their
    /// skins, which otherwise come with the next picture, they would ignore the keys until then.
    public Subscription createWhen(ObservableValue<Boolean> wanted, Supplier<? extends Node> make) {
        return wanted.subscribe(now -> {
            if (!now || !(getParent() instanceof Pane place)) return;
            var made = make.get();
            place.getChildren().set(place.getChildren().indexOf(this), made);
            made.applyCss();
        });
    }
}
