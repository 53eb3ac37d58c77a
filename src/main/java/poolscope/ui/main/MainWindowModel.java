package poolscope.ui.main;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import poolscope.live.AllConnectionsStatus;
import poolscope.live.ObservableConnections;
import poolscope.live.ObservableSettings;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.RefreshPolicy;
import poolscope.live.RefreshState;
import poolscope.live.background.SecondTicker;
import poolscope.settings.RefreshInterval;
import poolscope.settings.Settings;
import poolscope.settings.SummaryVisibility;
import poolscope.settings.WindowAppearance;
import poolscope.settings.WindowBoundsAndPaneVisibility;

/// The main window: refresh and its progress, age of the data, appearance, and visible panes.
public final class MainWindowModel {
    private static final int PERIODS_TO_BE_LATE = 3;

    private final ObservableTickedConnectionPools observableTickedConnectionPools;
    private final SecondTicker secondTicker;
    private final ObjectProperty<WindowAppearance> windowAppearance;
    private final ObjectProperty<WindowBoundsAndPaneVisibility> place;
    private final PaneVisibilityModel panes;
    private final ObservableConnections observableConnections;
    private final ObjectProperty<RefreshInterval> refreshInterval;

    public MainWindowModel(ObservableTickedConnectionPools observableTickedConnectionPools, SecondTicker secondTicker,
            ObservableSettings settings, ObservableConnections observableConnections) {
        this.observableTickedConnectionPools = observableTickedConnectionPools;
        this.secondTicker = secondTicker;
        this.observableConnections = observableConnections;
        refreshInterval = settings.part(Settings::refresh, Settings::withRefresh);
        windowAppearance = settings.part(Settings::windowAppearance, Settings::withWindowAppearance);
        place = settings.part(Settings::window, Settings::withWindow);
        panes = new PaneVisibilityModel(place);
    }

    /// Whether the demo cloud is shown.
    public ObservableValue<Boolean> demo() {
        return observableConnections.savedProperty().map(saved -> saved.all().isEmpty());
    }

    /// Whether the line about the demo cloud is visible; the welcome panel says the same while it is visible.
    public ObservableValue<Boolean> demoBanner() {
        return demo().flatMap(isDemo -> place.map(now -> isDemo && !now.welcomeShown()));
    }

    /// The interval of the automatic refresh.
    public ObjectProperty<RefreshInterval> refreshIntervalProperty() {
        return refreshInterval;
    }

    /// Whether a connection is not refreshed automatically because its sign-in was refused or its secret
    /// is unavailable.
    public boolean isRefreshStopped() {
        var lines = observableTickedConnectionPools.allConnectionsStatus().lines();
        return refreshInterval.get() != RefreshInterval.OFF && !lines.isEmpty() && lines.stream()
                .allMatch(
                        sourceStatus -> sourceStatus.outcome() instanceof RefreshState.Failed(var failure, var _, var _)
                                && RefreshPolicy.waitsForPerson(failure));
    }

    /// Whether the automatic refresh of a connection is late: for three of its intervals no refresh ended (P18).
    public boolean isLate() {
        return observableTickedConnectionPools.allConnectionsStatus().lines().stream().anyMatch(this::isLate);
    }

    private boolean isLate(AllConnectionsStatus.SourceStatus sourceStatus) {
        var every = policy(sourceStatus).every();
        if (every.isEmpty()) return false;
        var latest = secondTicker.now().minus(every.get().multipliedBy(PERIODS_TO_BE_LATE));
        return switch (sourceStatus.state()) {
            case RefreshState.Loading(var since, var _) -> since.isBefore(latest);
            case RefreshState.Loaded(var at) -> at.isBefore(latest);
            case RefreshState.Idle _, RefreshState.Failed _, RefreshState.Broken _, RefreshState.Cancelled _,
                    RefreshState.GaveUp _ ->
                false;
        };
    }

    private RefreshPolicy policy(AllConnectionsStatus.SourceStatus sourceStatus) {
        return RefreshPolicy.of(refreshInterval.get().every(),
                observableConnections.saved().refreshEvery(sourceStatus.serviceAndProject()), false);
    }

    /// The time until the first automatic retry of a failed connection; empty when none is scheduled.
    public Optional<Duration> nextRetry() {
        return observableTickedConnectionPools.allConnectionsStatus()
                .lines()
                .stream()
                .filter(line -> line.state() instanceof RefreshState.Failed
                        || line.state() instanceof RefreshState.Broken)
                .flatMap(line -> policy(line).after(line.state()) instanceof RefreshPolicy.Next.At(var due)
                        ? Stream.of(due)
                        : Stream.empty())
                .min(Instant::compareTo)
                .map(due -> Duration.between(secondTicker.now(), due))
                .filter(Duration::isPositive);
    }

    public void refresh() {
        observableTickedConnectionPools.refresh();
    }

    /// Removes the lines that say that connections can be read again.
    public void dismissRecoveries() {
        observableTickedConnectionPools.dismissRecoveries();
    }

    /// Refreshes only the connections whose last refresh failed.
    public void refreshFailed() {
        observableTickedConnectionPools.refreshFailed();
    }

    /// Whether the last refresh of a connection failed.
    public ObservableValue<Boolean> failing() {
        return observableTickedConnectionPools.allConnectionsStatusProperty()
                .map(allConnectionsStatus -> allConnectionsStatus.lines()
                        .stream()
                        .anyMatch(sourceStatus -> sourceStatus.outcome().hasFailed()));
    }

    public void cancel() {
        observableTickedConnectionPools.cancel();
    }

    /// Whether a refresh is running that the operator asked for.
    boolean isRequestedRefreshRunning() {
        return observableTickedConnectionPools.isRequestedRefreshRunning();
    }

    /// Stops the refreshes that the operator asked for.
    ///
    /// @return whether there was one
    public boolean cancelRequested() {
        return observableTickedConnectionPools.cancelRequested();
    }

    public ReadOnlyObjectProperty<AllConnectionsStatus> allConnectionsStatusProperty() {
        return observableTickedConnectionPools.allConnectionsStatusProperty();
    }

    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return secondTicker.nowProperty();
    }

    /// Whether a connection is being refreshed.
    public ObservableValue<Boolean> loading() {
        return observableTickedConnectionPools.allConnectionsStatusProperty().map(AllConnectionsStatus::isLoading);
    }

    /// The progress shown in the status bar: that of the first running refresh.
    public Optional<RefreshState.Loading> reading() {
        return observableTickedConnectionPools.allConnectionsStatus()
                .lines()
                .stream()
                .map(AllConnectionsStatus.SourceStatus::state)
                .flatMap(state -> state instanceof RefreshState.Loading loading
                        ? Optional.of(loading).stream()
                        : Optional.<RefreshState.Loading>empty().stream())
                .findFirst();
    }

    /// When the oldest data on screen was read; empty without data.
    public Optional<Instant> readAt() {
        return observableTickedConnectionPools.allConnectionsStatus()
                .lines()
                .stream()
                .flatMap(sourceStatus -> sourceStatus.inventory().stream())
                .map(i -> i.readAt())
                .min(Instant::compareTo);
    }

    public ObjectProperty<WindowAppearance> windowAppearanceProperty() {
        return windowAppearance;
    }

    public ObjectProperty<WindowBoundsAndPaneVisibility> placeProperty() {
        return place;
    }

    /// Changes the appearance, which is a setting.
    public void changeAppearance(UnaryOperator<WindowAppearance> change) {
        windowAppearance.set(change.apply(windowAppearance.get()));
    }

    public void showDetails() {
        panes.showDetails();
    }

    public void toggleDetails() {
        panes.toggleDetails();
    }

    /// The panes beside the table.
    PaneVisibilityModel panes() {
        return panes;
    }

    public void toggleSidebar() {
        panes.toggleSidebar();
    }

    public void toggle(SummaryVisibility.Part part) {
        place.set(place.get().withSummaryVisibility(place.get().summaryVisibility().toggled(part)));
    }
}
