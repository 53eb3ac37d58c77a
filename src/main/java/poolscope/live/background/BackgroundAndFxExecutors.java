package poolscope.live.background;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// Where work runs, and where its result is published. Given in, so that tests need no JavaFX toolkit.
///
/// @param background
///            runs the work
/// @param fx
///            runs what changes observable properties: the FX thread
public record BackgroundAndFxExecutors(Executor background, Executor fx) {

    /// Work in `background`, results on the FX thread.
    public static BackgroundAndFxExecutors of(Executor background) {
        return new BackgroundAndFxExecutors(background, Platform::runLater);
    }
}
