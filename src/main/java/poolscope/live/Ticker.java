package poolscope.live;

import java.time.Clock;
import java.time.Instant;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/// The time of day, told once a second: what ages on screen are measured against.
public final class Ticker {
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Instant> now;
    private final Timeline seconds = new Timeline();

    public Ticker(Clock clock) {
        this.clock = clock;
        now = new ReadOnlyObjectWrapper<>(this, "now", clock.instant());
        seconds.getKeyFrames().add(new KeyFrame(Duration.seconds(1), _ -> now.set(this.clock.instant())));
        seconds.setCycleCount(Animation.INDEFINITE);
        seconds.play();
    }

    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    public Instant now() {
        return now.get();
    }

    public void close() {
        seconds.stop();
    }
}
