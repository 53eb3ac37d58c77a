package poolscope.ui.connections;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import poolscope.connection.Checked;
import poolscope.connection.Credentials;
import poolscope.connection.Flaw;
import poolscope.connection.KeptSecrets.Keeping;
import poolscope.connection.Region;
import poolscope.connection.SavedConnection;
import poolscope.connection.SecretStore;
import poolscope.connection.StoreFailure;
import poolscope.live.Connections;
import poolscope.live.Keyring;

/// A connection that is being made or changed.
public final class ConnectionFormModel {
    private final Connections connections;
    private final Keyring keyring;
    private final Optional<SavedConnection> before;
    private final String id;

    /// @param before the connection to change, empty for a new one
    public ConnectionFormModel(Connections connections, Keyring keyring, Optional<SavedConnection> before) {
        this.connections = connections;
        this.keyring = keyring;
        this.before = before;
        id = before.map(SavedConnection::id).orElseGet(SavedConnection::freshId);
    }

    Optional<SavedConnection> before() {
        return before;
    }

    String id() {
        return id;
    }

    /// What keeps secrets here; empty while it is being found.
    ReadOnlyObjectProperty<Optional<SecretStore.Kind>> keyStoreProperty() {
        return keyring.kindProperty();
    }

    /// The endpoint that a region's services have, when the region is known.
    Optional<String> endpointOf(String region) {
        return Region.find(region).map(known -> known.modelArts().toString());
    }

    /// Keeps the connection and reads it, or says what is wrong. `told` hears why the secrets could not be kept over restarts.
    Optional<Flaw> save(ConnectionForm form, boolean remember, Consumer<Optional<StoreFailure>> told) {
        return switch (form.check(before)) {
            case Checked.Refused<ConnectionForm.Meaning>(var flaw) -> Optional.of(flaw);
            case Checked.Accepted<ConnectionForm.Meaning>(var meaning) -> {
                keep(meaning, remember ? Keeping.SYSTEM : Keeping.SESSION, told);
                yield Optional.empty();
            }
        };
    }

    private void keep(ConnectionForm.Meaning meaning, Keeping keeping, Consumer<Optional<StoreFailure>> told) {
        Optional<Credentials> credentials = meaning.credentials();
        if (credentials.isPresent()) connections.keep(meaning.connection(), credentials.get(), keeping, told);
        else connections.change(meaning.connection());
    }
}
