package poolscope.start;

import java.time.Clock;
import java.time.ZoneId;
import poolscope.live.ObservableSettings;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.BackgroundJob;
import poolscope.live.background.LatestTask;
import poolscope.live.background.SecondTicker;
import poolscope.ui.parts.BackgroundFileWriter;

/// What most objects of the window are made with.
///
/// @param observableTickedConnectionPools
///            the ticked connections
/// @param executors
///            the threads that all background work shares
record SharedWindowServices(ObservableTickedConnectionPools observableTickedConnectionPools,
        ObservableSettings settings, SecondTicker secondTicker, Clock clock,
        BackgroundAndFxExecutors executors) implements AutoCloseable {

    static SharedWindowServices of(ServicesBeforeJavaFxStart servicesBeforeJavaFxStart, LoadedFiles files) {
        var executors = BackgroundAndFxExecutors.of(servicesBeforeJavaFxStart.backgroundThreads());
        var clock = servicesBeforeJavaFxStart.requestClockAndTimeouts().clock();
        var secondTicker = new SecondTicker(clock);
        secondTicker.start(executors.fx());
        return new SharedWindowServices(new ObservableTickedConnectionPools(),
                new ObservableSettings(files.settings().value(), files.settingsFile(), executors), secondTicker, clock,
                executors);
    }

    /// The same for one window, with connections and settings of its own.
    SharedWindowServices with(ObservableTickedConnectionPools poolsOfWindow, ObservableSettings ofWindow) {
        return new SharedWindowServices(poolsOfWindow, ofWindow, secondTicker, clock, executors);
    }

    /// The time zone of the settings.
    ZoneId zone() {
        return settings.settings().windowAppearance().timeZone().zone();
    }

    /// Whether the operator chose that files of text are written for spreadsheets.
    boolean forSpreadsheets() {
        return settings.settings().recentCommandsAndExport().export().forSpreadsheets();
    }

    LatestTask newTask() {
        return new LatestTask(executors);
    }

    <T> BackgroundJob<T> newJob() {
        return new BackgroundJob<>(executors);
    }

    BackgroundFileWriter newFileWriter() {
        return new BackgroundFileWriter(executors);
    }

    /// Stops the ticker and saves unsaved settings.
    @Override
    public void close() {
        secondTicker.close();
        settings.close();
    }
}
