package poolscope.ui.main;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import poolscope.live.Fleet;
import poolscope.live.FolderOpener;
import poolscope.live.LiveConnections;
import poolscope.live.LiveSettings;
import poolscope.live.LoadState;
import poolscope.live.RefreshPolicy;
import poolscope.live.SecondTicker;
import poolscope.live.SourcesStatus;
import poolscope.settings.Appearance;
import poolscope.settings.FileNotice;
import poolscope.settings.RefreshInterval;
import poolscope.settings.Settings;
import poolscope.settings.VisibleSummaries;
import poolscope.settings.WindowBounds;

/// The window as a whole: what is being read, how old it is, how it looks and which panes are open.
public final class MainModel {
    private static final int PERIODS_TO_BE_LATE = 3;

    private final Fleet fleet;
    private final SecondTicker secondTicker;
    private final ObjectProperty<Appearance> appearance;
    private final ObjectProperty<WindowBounds> place;
    private final LiveConnections liveConnections;
    private final ReadOnlyObjectWrapper<List<FileNotice>> notices;
    private final FolderOpener folderOpener;
    private final ObjectProperty<RefreshInterval> refreshInterval;

    /// What there is to tell of the program's own files, and what shows their folders.
    public record Told(List<FileNotice> notices, FolderOpener folderOpener) {}

    public MainModel(Fleet fleet, SecondTicker secondTicker, LiveSettings settings, LiveConnections liveConnections,
            Told told) {
        this.fleet = fleet;
        this.secondTicker = secondTicker;
        this.liveConnections = liveConnections;
        this.notices = new ReadOnlyObjectWrapper<>(this, "notices", List.copyOf(told.notices()));
        folderOpener = told.folderOpener();
        settings.troubleProperty().subscribe(this::tellOfSaving);
        liveConnections.troubleProperty().subscribe(this::tellOfSaving);
        refreshInterval = settings.part(Settings::refresh, Settings::withRefresh);
        appearance = settings.part(Settings::appearance, Settings::withLook);
        place = settings.part(Settings::window, Settings::withWindow);
    }

    /// Whether the pools come from the program's own stand-in cloud.
    public ObservableValue<Boolean> demo() {
        return liveConnections.savedProperty().map(saved -> saved.all().isEmpty());
    }

    /// Whether a line says so: while the first steps are offered, they say it.
    public ObservableValue<Boolean> demoBanner() {
        return demo().flatMap(isDemo -> place.map(now -> isDemo && !now.welcomeShown()));
    }

    /// What there is to tell of the program's own files, until the operator has read it.
    public ReadOnlyObjectProperty<List<FileNotice>> noticesProperty() {
        return notices.getReadOnlyProperty();
    }

    /// Whether a notice names a place that one can look at.
    public boolean namesFolder() {
        return noticed().isPresent();
    }

    /// Shows that place; the last one that was told of, when there are several.
    public void openFolder() {
        noticed().ifPresent(folderOpener::open);
    }

    private Optional<Path> noticed() {
        return notices.get().reversed().stream().flatMap(fileNotice -> fileNotice.place().stream()).findFirst();
    }

    /// Why that did not come about.
    public ReadOnlyObjectProperty<Optional<FolderOpener.Problem>> folderProblemProperty() {
        return folderOpener.problemProperty();
    }

    /// Tells one thing more.
    public void addNotice(FileNotice fileNotice) {
        if (!notices.get().contains(fileNotice))
            notices.set(Stream.concat(notices.get().stream(), Stream.of(fileNotice)).toList());
    }

    /// Once when saving fails, and once when it works again (P48).
    private void tellOfSaving(Optional<FileNotice.NotSaved> before, Optional<FileNotice.NotSaved> now) {
        before.ifPresent(
                told -> notices.set(notices.get().stream().filter(fileNotice -> !fileNotice.equals(told)).toList()));
        if (now.isPresent()) {
            notices.set(notices.get()
                    .stream()
                    .filter(n -> !n.equals(new FileNotice.SavedAgain(now.get().file())))
                    .toList());
            addNotice(now.get());
        } else
            before.ifPresent(told -> addNotice(new FileNotice.SavedAgain(told.file())));
    }

    /// The operator has read it.
    public void dismissNotices() {
        notices.set(List.of());
    }

    /// How often connections are read again by themselves.
    public ObjectProperty<RefreshInterval> refreshIntervalProperty() {
        return refreshInterval;
    }

    /// Whether a refused sign-in, or a secret that is not at hand, keeps a connection from being read again by itself.
    public boolean isStopped() {
        return refreshInterval.get() != RefreshInterval.OFF && fleet.sourcesStatus()
                .lines()
                .stream()
                .anyMatch(sourceStatus -> sourceStatus.outcome() instanceof LoadState.Failed(var failure, var _, var _)
                        && RefreshPolicy.waitsForPerson(failure));
    }

    /// Whether automatic refresh is late: a reading that goes on, or a next one that does not come, for three
    /// intervals (P18).
    public boolean isLate() {
        var every = refreshInterval.get().every();
        if (every.isEmpty()) return false;
        var latest = secondTicker.now().minus(every.get().multipliedBy(PERIODS_TO_BE_LATE));
        return fleet.sourcesStatus().lines().stream().anyMatch(sourceStatus -> switch (sourceStatus.state()) {
            case LoadState.Loading(var since, var _) -> since.isBefore(latest);
            case LoadState.Loaded(var at) -> at.isBefore(latest);
            case LoadState.Idle _, LoadState.Failed _, LoadState.Broken _, LoadState.Cancelled _, LoadState.GaveUp _ ->
                false;
        });
    }

    /// How long it is until a connection that failed is read again by itself: the first of them; empty when none waits.
    public Optional<Duration> nextTry() {
        var policy = new RefreshPolicy(refreshInterval.get().every(), false);
        return fleet.sourcesStatus()
                .lines()
                .stream()
                .map(SourcesStatus.SourceStatus::state)
                .filter(LoadState.Failed.class::isInstance)
                .flatMap(state -> policy.after(state) instanceof RefreshPolicy.Next.At(var due)
                        ? Stream.of(due)
                        : Stream.empty())
                .min(Instant::compareTo)
                .map(due -> Duration.between(secondTicker.now(), due))
                .filter(Duration::isPositive);
    }

    public void refresh() {
        fleet.refresh();
    }

    /// Reads only those connections again of which the last reading failed.
    public void refreshFailed() {
        fleet.refreshFailed();
    }

    /// Whether there is a connection of which the last reading failed.
    public ObservableValue<Boolean> failing() {
        return fleet.sourcesStatusProperty()
                .map(sourcesStatus -> sourcesStatus.lines()
                        .stream()
                        .anyMatch(sourceStatus -> sourceStatus.outcome().hasFailed()));
    }

    public void cancel() {
        fleet.cancel();
    }

    public ReadOnlyObjectProperty<SourcesStatus> sourcesStatusProperty() {
        return fleet.sourcesStatusProperty();
    }

    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return secondTicker.nowProperty();
    }

    /// Whether any connection is being read.
    public ObservableValue<Boolean> loading() {
        return fleet.sourcesStatusProperty().map(SourcesStatus::isLoading);
    }

    /// The reading that is shown in the status bar: the first that is under way.
    public Optional<LoadState.Loading> reading() {
        return fleet.sourcesStatus()
                .lines()
                .stream()
                .map(SourcesStatus.SourceStatus::state)
                .flatMap(state -> state instanceof LoadState.Loading loading
                        ? Optional.of(loading).stream()
                        : Optional.<LoadState.Loading>empty().stream())
                .findFirst();
    }

    /// When the oldest of what is on screen was read; empty while there is nothing.
    public Optional<Instant> readAt() {
        return fleet.sourcesStatus()
                .lines()
                .stream()
                .flatMap(sourceStatus -> sourceStatus.inventory().stream())
                .map(i -> i.readAt())
                .min(Instant::compareTo);
    }

    public ObjectProperty<Appearance> appearanceProperty() {
        return appearance;
    }

    public ObjectProperty<WindowBounds> placeProperty() {
        return place;
    }

    public void setLanguage(Appearance.Language language) {
        appearance.set(appearance.get().withLanguage(language));
    }

    public void setTheme(Appearance.Theme theme) {
        appearance.set(appearance.get().withTheme(theme));
    }

    public void setTimeZone(Appearance.TimeZone timeZone) {
        appearance.set(appearance.get().withTimeZone(timeZone));
    }

    public void setDensity(Appearance.Density density) {
        appearance.set(appearance.get().withDensity(density));
    }

    /// Makes everything one step larger (1) or smaller (-1).
    public void zoomBy(int step) {
        appearance.set(appearance.get().withZoomBy(step));
    }

    public void setZoom(int percent) {
        appearance.set(appearance.get().withZoomPercent(percent));
    }

    public void showDetails() {
        place.set(place.get().withDetailsShown(true));
    }

    public void toggleDetails() {
        place.set(place.get().withDetailsShown(!place.get().detailsShown()));
    }

    /// Remembers how much of the panes' width the details take, 0 to 1.
    void divide(double detailsShare) {
        if (detailsShare != place.get().detailsShare()) place.set(place.get().withDetailsShare(detailsShare));
    }

    public void toggleSidebar() {
        place.set(place.get().withSidebarShown(!place.get().sidebarShown()));
    }

    public void toggle(VisibleSummaries.Part part) {
        place.set(place.get().withFigures(place.get().visibleSummaries().toggled(part)));
    }
}
