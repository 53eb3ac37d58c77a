package poolscope.ui.text;

import java.time.Duration;
import java.util.Optional;
import poolscope.connection.ConnectionColour;
import poolscope.connection.CredentialDiscovery;
import poolscope.connection.SecretStore;
import poolscope.connection.ValidationError;
import poolscope.pool.ExternalTextCleaner;

/// Formats the variable texts of the connection form.
public final class ConnectionFormText {
    private final Texts texts;

    public ConnectionFormText(Texts texts) {
        this.texts = texts;
    }

    public String error(ValidationError validationError) {
        return texts.format("flaw." + validationError.name());
    }

    public String colour(ConnectionColour colour) {
        return texts.format("connections.colour." + colour.name());
    }

    /// How often a connection is refreshed by itself; empty for as often as the window says.
    public String refreshEvery(Optional<Duration> interval) {
        return interval.map(every -> texts.format("form.refresh.every", TimeText.interval(texts, every)))
                .orElseGet(() -> texts.format("form.refresh.window"));
    }

    public String remember(SecretStore.Kind kind) {
        return texts.format("form.remember." + kind.name());
    }

    /// The location of found credentials, without their values.
    public String where(CredentialDiscovery.Location location) {
        return switch (location) {
            case CredentialDiscovery.Location.Environment(var prefix) -> texts.format("form.found.environment", prefix);
            case CredentialDiscovery.Location.CredentialsFile(var file, var section) ->
                texts.format("form.found.file", file.toString(), section);
            case CredentialDiscovery.Location.Profile(var file, var profile) ->
                texts.format("form.found.profile", file.toString(), ExternalTextCleaner.of(profile));
        };
    }

    /// Why found credentials can't be used; empty when they can.
    public Optional<String> trouble(CredentialDiscovery.Finding finding) {
        return switch (finding) {
            case CredentialDiscovery.Finding.Usable _ -> Optional.empty();
            case CredentialDiscovery.Finding.Unusable(var location, var validationError) ->
                Optional.of(texts.format("form.found.unusable", where(location), error(validationError)));
            case CredentialDiscovery.Finding.Encrypted(var location) ->
                Optional.of(texts.format("form.found.encrypted", where(location)));
            case CredentialDiscovery.Finding.Unreadable(var file) ->
                Optional.of(texts.format("form.found.unreadable", file.toString()));
            case CredentialDiscovery.Finding.BrokenLine(var file, var line) ->
                Optional.of(texts.format("form.found.brokenLine", file.toString(), line));
        };
    }
}
