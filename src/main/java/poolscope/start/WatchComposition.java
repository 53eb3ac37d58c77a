package poolscope.start;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import poolscope.connection.ServiceAndProject;
import poolscope.desktop.DesktopNotifications;
import poolscope.live.ObservableConnections;
import poolscope.live.RefreshPolicy;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.BackgroundThreads;
import poolscope.live.watch.BackgroundDesktopNotifier;
import poolscope.live.watch.ObservableWatchRules;
import poolscope.live.watch.WatchNotification;
import poolscope.live.watch.WatchRunner;
import poolscope.pool.watch.WatchRuleMatchChange;
import poolscope.settings.FileNotice;
import poolscope.settings.Settings;
import poolscope.ui.main.FileNoticesModel;
import poolscope.ui.pools.FilterModel;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TimeText;
import poolscope.ui.text.WatchRulesText;
import poolscope.ui.watch.WatchRulesModel;

/// Watch rules, their evaluation after each refresh, and the notifications that follow.
final class WatchComposition implements AutoCloseable {
    private final SharedWindowServices shared;
    private final Consumer<Collection<WatchRuleMatchChange>> showHits;
    private final BackgroundThreads notifying = BackgroundThreads.single("notifications");
    private final ObservableWatchRules rules;
    private final BackgroundDesktopNotifier notifier;
    private final WatchRunner runner;

    /// @param refreshPolicy
    ///            when a connection is refreshed
    /// @param showHits
    ///            called when somebody clicks on a notification
    WatchComposition(SharedWindowServices shared, LoadedFiles.WatchRules kept, DesktopNotifications desktop,
            Function<ServiceAndProject, RefreshPolicy> refreshPolicy,
            Consumer<Collection<WatchRuleMatchChange>> showHits) {
        this.shared = shared;
        this.showHits = showHits;
        rules = new ObservableWatchRules(kept.loaded().value().rules(), kept.files(), shared.executors());
        notifier = new BackgroundDesktopNotifier(desktop, BackgroundAndFxExecutors.of(notifying));
        runner = new WatchRunner(kept.loaded().value().state(), kept.files(),
                new WatchRunner.Parts(shared.observableTickedConnectionPools(), rules, shared.secondTicker(),
                        shared::zone, refreshPolicy, shared.executors(), this::show));
    }

    /// The main window shows when something could not be saved.
    void showProblems(FileNoticesModel notices) {
        notices.follow(rules.saveProblemProperty());
        notices.follow(runner.saveProblemProperty());
    }

    private void show(WatchNotification notification) {
        var texts = Texts.of(shared.settings().settings().windowAppearance().language());
        var notice = new WatchRulesText(texts, new TimeText(texts, shared.zone())).notice(notification);
        notifier.show(notice.title(), notice.body(), () -> showHits.accept(notification.hits()));
    }

    WatchRulesModel model(FilterModel filter, ObservableConnections connections) {
        return new WatchRulesModel(new WatchRulesModel.Dependencies(rules, runner, filter, connections,
                shared.observableTickedConnectionPools(), shared.secondTicker(), notifier,
                shared.settings().settingsProperty().map(Settings::refresh)));
    }

    ObservableWatchRules rules() {
        return rules;
    }

    /// Saves rules and what matched last, on this thread.
    ///
    /// @return what could not be saved
    List<FileNotice.NotSaved> saveNow() {
        return Stream.concat(rules.saveNow().stream(), runner.saveNow().stream()).toList();
    }

    /// Saves what matched last.
    @Override
    public void close() {
        runner.close();
        rules.close();
        notifier.close();
        notifying.close();
    }
}
