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
import poolscope.live.Connections;
import poolscope.live.Fleet;
import poolscope.live.Folders;
import poolscope.live.Ledger;
import poolscope.live.LiveSettings;
import poolscope.live.LoadState;
import poolscope.live.RefreshPolicy;
import poolscope.live.Ticker;
import poolscope.settings.Figures;
import poolscope.settings.Look;
import poolscope.settings.Notice;
import poolscope.settings.RefreshEvery;
import poolscope.settings.Settings;
import poolscope.settings.WindowPlace;

/// The window as a whole: what is being read, how old it is, how it looks and which panes are open.
public final class MainModel {
    private static final int PERIODS_TO_BE_LATE = 3;

    private final Fleet fleet;
    private final Ticker ticker;
    private final ObjectProperty<Look> look;
    private final ObjectProperty<WindowPlace> place;
    private final Connections connections;
    private final ReadOnlyObjectWrapper<List<Notice>> notices;
    private final Folders folders;
    private final ObjectProperty<RefreshEvery> refreshEvery;

    /// What there is to tell of the program's own files, and what shows their folders.
    public record Told(List<Notice> notices, Folders folders) {}

    public MainModel(Fleet fleet, Ticker ticker, LiveSettings settings, Connections connections, Told told) {
        this.fleet = fleet;
        this.ticker = ticker;
        this.connections = connections;
        this.notices = new ReadOnlyObjectWrapper<>(this, "notices", List.copyOf(told.notices()));
        folders = told.folders();
        settings.troubleProperty().subscribe(this::tellOfSaving);
        connections.troubleProperty().subscribe(this::tellOfSaving);
        refreshEvery = settings.part(Settings::refresh, Settings::withRefresh);
        look = settings.part(Settings::look, Settings::withLook);
        place = settings.part(Settings::window, Settings::withWindow);
    }

    /// Whether the pools come from the program's own stand-in cloud.
    public ObservableValue<Boolean> demo() {
        return connections.savedProperty().map(saved -> saved.all().isEmpty());
    }

    /// Whether a line says so: while the first steps are offered, they say it.
    public ObservableValue<Boolean> demoBanner() {
        return demo().flatMap(isDemo -> place.map(now -> isDemo && !now.welcomeShown()));
    }

    /// What there is to tell of the program's own files, until the operator has read it.
    public ReadOnlyObjectProperty<List<Notice>> noticesProperty() {
        return notices.getReadOnlyProperty();
    }

    /// Whether a notice names a place that one can look at.
    public boolean namesFolder() {
        return noticed().isPresent();
    }

    /// Shows that place; the last one that was told of, when there are several.
    public void openFolder() {
        noticed().ifPresent(folders::open);
    }

    private Optional<Path> noticed() {
        return notices.get().reversed().stream().flatMap(notice -> notice.place().stream()).findFirst();
    }

    /// Why that did not come about.
    public ReadOnlyObjectProperty<Optional<Folders.Problem>> folderProblemProperty() {
        return folders.problemProperty();
    }

    /// Tells one thing more.
    public void tell(Notice notice) {
        if (!notices.get().contains(notice))
            notices.set(Stream.concat(notices.get().stream(), Stream.of(notice)).toList());
    }

    /// Once when saving fails, and once when it works again (P48).
    private void tellOfSaving(Optional<Notice.NotSaved> before, Optional<Notice.NotSaved> now) {
        before.ifPresent(told -> notices.set(notices.get().stream().filter(notice -> !notice.equals(told)).toList()));
        if (now.isPresent()) {
            notices.set(notices.get().stream().filter(n -> !n.equals(new Notice.SavedAgain(now.get().file()))).toList());
            tell(now.get());
        } else
            before.ifPresent(told -> tell(new Notice.SavedAgain(told.file())));
    }

    /// The operator has read it.
    public void dismissNotices() {
        notices.set(List.of());
    }

    /// How often connections are read again by themselves.
    public ObjectProperty<RefreshEvery> refreshEveryProperty() {
        return refreshEvery;
    }

    /// Whether a refused sign-in, or a secret that is not at hand, keeps a connection from being read again by itself.
    public boolean isStopped() {
        return refreshEvery.get() != RefreshEvery.OFF && fleet.ledger().lines().stream()
                .anyMatch(line -> line.outcome() instanceof LoadState.Failed(var failure, var _, var _)
                        && RefreshPolicy.waitsForPerson(failure));
    }

    /// Whether automatic refresh is late: a reading that goes on, or a next one that does not come, for three intervals (P18).
    public boolean isLate() {
        var every = refreshEvery.get().every();
        if (every.isEmpty()) return false;
        var latest = ticker.now().minus(every.get().multipliedBy(PERIODS_TO_BE_LATE));
        return fleet.ledger().lines().stream().anyMatch(line -> switch (line.state()) {
            case LoadState.Loading(var since, var _) -> since.isBefore(latest);
            case LoadState.Loaded(var at) -> at.isBefore(latest);
            case LoadState.Idle _,LoadState.Failed _,LoadState.Broken _,LoadState.Cancelled _,LoadState.GaveUp _ -> false;
        });
    }

    /// How long it is until a connection that failed is read again by itself: the first of them; empty when none waits.
    public Optional<Duration> nextTry() {
        var policy = new RefreshPolicy(refreshEvery.get().every(), false);
        return fleet.ledger().lines().stream().map(Ledger.Line::state).filter(LoadState.Failed.class::isInstance).flatMap(
                state -> policy.after(state) instanceof RefreshPolicy.Next.At(var due) ? Stream.of(due) : Stream.empty())
                .min(Instant::compareTo).map(due -> Duration.between(ticker.now(), due)).filter(Duration::isPositive);
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
        return fleet.ledgerProperty().map(ledger -> ledger.lines().stream().anyMatch(line -> line.outcome().hasFailed()));
    }

    public void cancel() {
        fleet.cancel();
    }

    public ReadOnlyObjectProperty<Ledger> ledgerProperty() {
        return fleet.ledgerProperty();
    }

    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return ticker.nowProperty();
    }

    /// Whether any connection is being read.
    public ObservableValue<Boolean> loading() {
        return fleet.ledgerProperty().map(Ledger::isLoading);
    }

    /// The reading that is shown in the status bar: the first that is under way.
    public Optional<LoadState.Loading> reading() {
        return fleet.ledger().lines().stream().map(Ledger.Line::state)
                .flatMap(state -> state instanceof LoadState.Loading loading
                        ? Optional.of(loading).stream()
                        : Optional.<LoadState.Loading>empty().stream())
                .findFirst();
    }

    /// When the oldest of what is on screen was read; empty while there is nothing.
    public Optional<Instant> readAt() {
        return fleet.ledger().lines().stream().flatMap(line -> line.inventory().stream()).map(i -> i.readAt())
                .min(Instant::compareTo);
    }

    public ObjectProperty<Look> lookProperty() {
        return look;
    }

    public ObjectProperty<WindowPlace> placeProperty() {
        return place;
    }

    public void setLanguage(Look.Language language) {
        look.set(look.get().withLanguage(language));
    }

    public void setTheme(Look.Theme theme) {
        look.set(look.get().withTheme(theme));
    }

    public void setTimeZone(Look.TimeZone timeZone) {
        look.set(look.get().withTimeZone(timeZone));
    }

    public void setDensity(Look.Density density) {
        look.set(look.get().withDensity(density));
    }

    /// Makes everything one step larger (1) or smaller (-1).
    public void zoomBy(int step) {
        look.set(look.get().withZoomBy(step));
    }

    public void setZoom(int percent) {
        look.set(look.get().withZoomPercent(percent));
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

    public void toggle(Figures.Part part) {
        place.set(place.get().withFigures(place.get().figures().toggled(part)));
    }
}
