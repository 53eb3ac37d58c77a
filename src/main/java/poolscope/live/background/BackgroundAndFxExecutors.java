package poolscope.live.background;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// Where work runs, and where its result is published. Given in, so that tests need no JavaFX toolkit.
///
/// @param background
///            runs the work
/// @param fx
///            runs what changes observable properties: the FX thread
/// @param saveTimeLimit
///            for how long the FX thread waits for saves while the window closes
public record BackgroundAndFxExecutors(Executor background, Executor fx, SaveTimeLimit saveTimeLimit) {

    /// With a time limit of its own.
    public BackgroundAndFxExecutors(Executor background, Executor fx) {
        this(background, fx, new SaveTimeLimit());
    }

    /// These with another background, and the same time limit.
    public BackgroundAndFxExecutors withBackground(Executor other) {
        return new BackgroundAndFxExecutors(other, fx, saveTimeLimit);
    }

    /// Work in `background`, results on the FX thread.
    public static BackgroundAndFxExecutors of(Executor background) {
        return new BackgroundAndFxExecutors(background, Platform::runLater);
    }
}
