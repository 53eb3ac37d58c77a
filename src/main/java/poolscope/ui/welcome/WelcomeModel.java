package poolscope.ui.welcome;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import poolscope.connection.CredentialDiscovery.Finding;
import poolscope.connection.CredentialDiscovery.Location;
import poolscope.connection.CredentialStore.Storage;
import poolscope.connection.Credentials;
import poolscope.connection.RoutePasswords;
import poolscope.live.ConnectionFormBackgroundJobs;
import poolscope.live.LocalCredentialLocations;
import poolscope.live.ObservableConnections;
import poolscope.live.ObservableSettings;
import poolscope.settings.Settings;
import poolscope.settings.WindowAppearance;
import poolscope.settings.WindowBoundsAndPaneVisibility;

/// The first steps, shown until there is a connection or the operator dismisses them.
public final class WelcomeModel {
    private final ObservableConnections observableConnections;
    private final ConnectionFormBackgroundJobs connectionFormBackgroundJobs;
    private final LocalCredentialLocations localCredentialLocations;
    private final ObjectProperty<WindowBoundsAndPaneVisibility> place;
    private final ObjectProperty<WindowAppearance> windowAppearance;
    private final ReadOnlyObjectWrapper<List<Finding.Usable>> found = new ReadOnlyObjectWrapper<>(this, "found",
            List.of());
    private final ObservableValue<Boolean> shown;
    private boolean hasLooked;

    public WelcomeModel(ObservableSettings settings, ObservableConnections observableConnections,
            ConnectionFormBackgroundJobs connectionFormBackgroundJobs,
            LocalCredentialLocations localCredentialLocations) {
        this.observableConnections = observableConnections;
        this.connectionFormBackgroundJobs = connectionFormBackgroundJobs;
        this.localCredentialLocations = localCredentialLocations;
        place = settings.part(Settings::window, Settings::withWindow);
        windowAppearance = settings.part(Settings::windowAppearance, Settings::withWindowAppearance);
        shown = observableConnections.savedProperty()
                .flatMap(saved -> place.map(now -> saved.all().isEmpty() && now.welcomeShown()));
    }

    /// Whether the banner is shown.
    public ObservableValue<Boolean> shown() {
        return shown;
    }

    /// The access keys of other tools on this machine; empty until they were searched for.
    ReadOnlyObjectProperty<List<Finding.Usable>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// A label that is the same in all languages: the file and its section or the variables, and the region when known.
    static String label(Finding.Usable finding) {
        var place = switch (finding.location()) {
            case Location.Environment(var prefix) -> prefix + "_…";
            case Location.CredentialsFile(var file, var section) -> file.getFileName() + " [" + section + "]";
            case Location.Profile(_, var profile) -> "KooCLI [" + profile + "]";
        };
        return finding.draft().region().isEmpty() ? place : place + ", " + finding.draft().region();
    }

    /// Searches for them, once: files are read, nothing is sent.
    void searchCredentials() {
        if (hasLooked) return;
        hasLooked = true;
        connectionFormBackgroundJobs.searchCredentials(localCredentialLocations, findings -> found.set(
                findings.stream().filter(Finding.Usable.class::isInstance).map(Finding.Usable.class::cast).toList()));
    }

    /// Creates a connection from found credentials and reads it.
    ///
    /// @return false when something is missing that only the person knows, such as another name
    boolean connect(Finding.Usable finding) {
        var complete = finding.complete().filter(connection -> !observableConnections.saved().isNameTaken(connection));
        complete.ifPresent(connection -> observableConnections.keep(connection, new ObservableConnections.Typed(
                Optional.of(finding.credentials()), RoutePasswords.NONE, storage(finding.credentials()))));
        return complete.isPresent();
    }

    /// Temporary keys expire soon, so they are not written to the key store.
    private static Storage storage(Credentials credentials) {
        boolean isTemporary = credentials instanceof Credentials.AccessKey key && key.securityToken().isPresent();
        return isTemporary ? Storage.SESSION : Storage.SYSTEM;
    }

    void setLanguage(WindowAppearance.Language language) {
        windowAppearance.set(windowAppearance.get().withLanguage(language));
    }

    /// Dismisses the banner for good; the menus have the same commands.
    void dismiss() {
        place.set(place.get().withWelcomeShown(false));
    }
}
