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
import poolscope.live.ConnectionTester;
import poolscope.live.LiveConnections;
import poolscope.live.LiveSettings;
import poolscope.live.LocalMachine;
import poolscope.settings.Appearance;
import poolscope.settings.Settings;
import poolscope.settings.WindowBounds;

/// The first minutes: what there is to begin with, until there is a connection or somebody puts the offer away.
public final class WelcomeModel {
    private final LiveConnections liveConnections;
    private final ConnectionTester connectionTester;
    private final LocalMachine localMachine;
    private final ObjectProperty<WindowBounds> place;
    private final ObjectProperty<Appearance> appearance;
    private final ReadOnlyObjectWrapper<List<Finding.Usable>> found = new ReadOnlyObjectWrapper<>(this, "found",
            List.of());
    private final ObservableValue<Boolean> shown;
    private boolean hasLooked;

    public WelcomeModel(LiveSettings settings, LiveConnections liveConnections, ConnectionTester connectionTester,
            LocalMachine localMachine) {
        this.liveConnections = liveConnections;
        this.connectionTester = connectionTester;
        this.localMachine = localMachine;
        place = settings.part(Settings::window, Settings::withWindow);
        appearance = settings.part(Settings::appearance, Settings::withLook);
        shown = liveConnections.savedProperty()
                .flatMap(saved -> place.map(now -> saved.all().isEmpty() && now.welcomeShown()));
    }

    /// Whether the offer stands over the demo data.
    public ObservableValue<Boolean> shown() {
        return shown;
    }

    /// The key pairs of other tools on this computer; empty until somebody has looked.
    ReadOnlyObjectProperty<List<Finding.Usable>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// What tells it from the others, in no language: the file and its section or the variables, and the region when it
    /// is known.
    static String mark(Finding.Usable finding) {
        var place = switch (finding.location()) {
            case Location.Environment(var prefix) -> prefix + "_…";
            case Location.CredentialsFile(var file, var section) -> file.getFileName() + " [" + section + "]";
            case Location.Profile(_, var profile) -> "KooCLI [" + profile + "]";
        };
        return finding.draft().region().isEmpty() ? place : place + ", " + finding.draft().region();
    }

    /// Looks for them, once: files are read, nothing is sent.
    void lookAround() {
        if (hasLooked) return;
        hasLooked = true;
        connectionTester.lookAround(localMachine, findings -> found.set(
                findings.stream().filter(Finding.Usable.class::isInstance).map(Finding.Usable.class::cast).toList()));
    }

    /// Makes a connection of what was found and reads it.
    ///
    /// @return false when something is missing that only a person knows, be it another name
    boolean connect(Finding.Usable finding) {
        var complete = finding.complete().filter(connection -> !liveConnections.saved().isNameTaken(connection));
        complete.ifPresent(connection -> liveConnections.keep(connection, new LiveConnections.Typed(
                Optional.of(finding.credentials()), Optional.empty(), storage(finding.credentials()))));
        return complete.isPresent();
    }

    /// What ends by itself is not worth a place in the key store.
    private static Storage storage(Credentials credentials) {
        boolean isTemporary = credentials instanceof Credentials.AccessKey key && key.securityToken().isPresent();
        return isTemporary ? Storage.SESSION : Storage.SYSTEM;
    }

    ObjectProperty<Appearance> appearanceProperty() {
        return appearance;
    }

    void setLanguage(Appearance.Language language) {
        appearance.set(appearance.get().withLanguage(language));
    }

    /// Puts the offer away for good; the menus have all of it.
    void dismiss() {
        place.set(place.get().withWelcomeShown(false));
    }
}
