package poolscope.ui.parts;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// The place of a part that is made when it is first wanted: the window is there sooner without what nobody looks
/// at yet.
public final class DeferredNode extends Region {

    public DeferredNode() {
        setManaged(false);
        setVisible(false);
    }

    /// Gives its place, once, to what is made then.
    public Subscription when(ObservableValue<Boolean> wanted, Supplier<? extends Node> make) {
        return wanted.subscribe(now -> {
            if (!now || !(getParent() instanceof Pane place)) return;
            place.getChildren().set(place.getChildren().indexOf(this), make.get());
        });
    }
}
