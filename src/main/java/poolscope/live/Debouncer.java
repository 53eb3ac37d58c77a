package poolscope.live;

import java.time.Duration;
import javafx.animation.PauseTransition;

/// Does the newest of what it is given, on the FX thread, once nothing new has come for a while: what follows from
/// typing waits until the typing pauses.
public interface Debouncer {

    /// Does that after the pause, unless something newer comes before.
    void then(Runnable newest);

    /// A lull that takes so long.
    static Debouncer of(Duration length) {
        var pause = new PauseTransition(javafx.util.Duration.millis((double) length.toMillis()));
        return newest -> {
            pause.setOnFinished(_ -> newest.run());
            pause.playFromStart();
        };
    }
}
