package poolscope.live.background;

import java.time.Duration;
import javafx.animation.PauseTransition;

/// Runs the newest action on the FX thread when no other has come for a while, so that the effect of typing waits for
/// a pause.
public interface Debouncer {

    /// Runs the action after the pause, unless a newer one comes before.
    void then(Runnable newest);

    /// A pause of this length.
    static Debouncer of(Duration length) {
        var pause = new PauseTransition(javafx.util.Duration.millis((double) length.toMillis()));
        return newest -> {
            pause.setOnFinished(_ -> newest.run());
            pause.playFromStart();
        };
    }
}
