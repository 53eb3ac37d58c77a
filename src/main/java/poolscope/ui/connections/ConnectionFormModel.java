package poolscope.ui.connections;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import poolscope.api.Failure;
import poolscope.api.check.CheckKind;
import poolscope.api.check.CheckResult;
import poolscope.api.check.Diagnosis;
import poolscope.api.signin.ProjectFinder.Project;
import poolscope.api.signin.SavedCredentials;
import poolscope.connection.CloudRegion;
import poolscope.connection.CredentialDiscovery.Finding;
import poolscope.connection.CredentialStore.Storage;
import poolscope.connection.Endpoint;
import poolscope.connection.SavedConnection;
import poolscope.connection.SecretStore;
import poolscope.connection.Validated;
import poolscope.connection.ValidationError;
import poolscope.live.ConnectionTester;
import poolscope.live.LiveConnections;
import poolscope.live.LoadState;
import poolscope.live.LocalMachine;
import poolscope.live.SecretStoreAccess;

/// A connection that is being made or changed.
public final class ConnectionFormModel {
    private final LiveConnections liveConnections;
    private final SecretStoreAccess secretStoreAccess;
    private final ConnectionTester connectionTester;
    private final Around around;
    private final Optional<SavedConnection> before;
    private final Optional<Finding.Usable> begun;
    private final Begin start;
    private final String id;
    private Optional<SavedConnection> tested = Optional.empty();

    /// What the form works with.
    ///
    /// @param localMachine
    ///            where credentials of other tools are looked for
    public record Around(LiveConnections liveConnections, SecretStoreAccess secretStoreAccess,
            ConnectionTester connectionTester, LocalMachine localMachine) {}

    /// What the form begins with.
    ///
    /// @param edited
    ///            the connection to change, empty for a new one
    /// @param found
    ///            what a new one begins with, empty for nothing
    /// @param copied
    ///            the connection that a new one is a copy of, empty for none
    /// @param tested
    ///            whether it is tested at once
    public record Begin(Optional<SavedConnection> edited, Optional<Finding.Usable> found,
            Optional<SavedConnection> copied, boolean tested) {
        /// An empty form.
        public static final Begin EMPTY = new Begin(Optional.empty(), Optional.empty(), Optional.empty(), false);

        public static Begin edit(SavedConnection connection) {
            return new Begin(Optional.of(connection), Optional.empty(), Optional.empty(), false);
        }

        public static Begin test(SavedConnection connection) {
            return new Begin(Optional.of(connection), Optional.empty(), Optional.empty(), true);
        }

        public static Begin copy(SavedConnection connection) {
            return new Begin(Optional.empty(), Optional.empty(), Optional.of(connection), false);
        }

        public static Begin with(Finding.Usable found) {
            return new Begin(Optional.empty(), Optional.of(found), Optional.empty(), false);
        }
    }

    public ConnectionFormModel(Around around, Begin start) {
        this.around = around;
        this.start = start;
        begun = start.found();
        liveConnections = around.liveConnections();
        secretStoreAccess = around.secretStoreAccess();
        connectionTester = around.connectionTester();
        before = start.edited();
        id = before.map(SavedConnection::id).orElseGet(SavedConnection::freshId);
    }

    Optional<SavedConnection> before() {
        return before;
    }

    /// What was found on this computer and is to be made a connection of.
    Optional<Finding.Usable> begun() {
        return begun;
    }

    /// The connection that this one is to be a copy of, without its secrets.
    Optional<SavedConnection> copied() {
        return start.copied();
    }

    /// Whether it is to be tested as soon as the form is filled.
    boolean isToBeTested() {
        return start.tested();
    }

    /// Whether what the edited connection signs in with is not at hand.
    boolean lacksSecret() {
        return before.filter(one -> liveConnections.state(one.id())
                .filter(state -> state instanceof LoadState.Failed(Failure.SecretUnavailable lacking, var _, var _)
                        && one.connection().address().endsWith("//" + lacking.failureDetails().request().host()))
                .isPresent()).isPresent();
    }

    String id() {
        return id;
    }

    /// What keeps secrets here; empty while it is being found.
    ReadOnlyObjectProperty<Optional<SecretStore.Kind>> keyStoreProperty() {
        return secretStoreAccess.kindProperty();
    }

    /// The endpoint that a region's services have, when the region is known.
    Optional<String> endpointOf(String region) {
        return CloudRegion.find(region).map(CloudRegion::modelArtsAddress);
    }

    /// The endpoint of a region's IAM, when the region is known.
    Optional<String> iamOf(String region) {
        return CloudRegion.find(region).map(CloudRegion::iamAddress);
    }

    /// What *Test connection* has found so far.
    ObservableList<CheckResult> steps() {
        return connectionTester.steps();
    }

    /// The step that is being tried, or was when the test was stopped.
    ReadOnlyObjectProperty<Optional<CheckKind>> currentProperty() {
        return connectionTester.currentProperty();
    }

    ReadOnlyBooleanProperty testingProperty() {
        return connectionTester.testingProperty();
    }

    /// Ends the test where it is.
    void stopTest() {
        connectionTester.stop();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return connectionTester.runningProperty();
    }

    /// Climbs the ladder with what is typed, or says what is wrong with it.
    Optional<ValidationError> test(ConnectionForm form) {
        return switch (checked(form)) {
            case Validated.Refused<ConnectionForm.Meaning>(var validationError) -> Optional.of(validationError);
            case Validated.Accepted<ConnectionForm.Meaning>(var meaning) -> {
                tested = Optional.of(meaning.connection());
                connectionTester.climb(meaning.connection(),
                        new SavedCredentials.Typed(meaning.credentials(), meaning.proxyPassword()));
                yield Optional.empty();
            }
        };
    }

    /// What was found, for a colleague or the service's support, without secrets; empty before a test.
    Optional<String> diagnosis() {
        return tested.map(one -> Diagnosis.text(List.copyOf(connectionTester.steps()), one.connection()));
    }

    /// Asks IAM for the projects of who is typed, or says what is wrong with that.
    Optional<ValidationError> findProjects(ConnectionForm form, String iam, Consumer<List<Project>> found,
            Consumer<Failure> failed) {
        var asked = Endpoint.parse(iam)
                .then(endpoint -> form.credentials().then(credentials -> form.checkRoute().then(networkRoute -> {
                    connectionTester.findProjects(
                            new ConnectionTester.Search(endpoint, credentials, networkRoute, form.proxyPassword()),
                            found, failed);
                    return Validated.accepted(networkRoute);
                })));
        return asked.error();
    }

    /// What other tools on this computer sign in with, also what can't be used of it.
    void lookAround(Consumer<List<Finding>> found) {
        connectionTester.lookAround(around.localMachine(), found);
    }

    /// Keeps the connection and reads it, or says what is wrong.
    Optional<ValidationError> save(ConnectionForm form, boolean remember) {
        return switch (checked(form)) {
            case Validated.Refused<ConnectionForm.Meaning>(var validationError) -> Optional.of(validationError);
            case Validated.Accepted<ConnectionForm.Meaning>(var meaning) -> {
                keep(meaning, remember ? Storage.SYSTEM : Storage.SESSION);
                yield Optional.empty();
            }
        };
    }

    /// The name tells connections apart, on screen and for `--connection`. One that had its name before may keep it.
    private Validated<ConnectionForm.Meaning> checked(ConnectionForm form) {
        return form.check(before).then(meaning -> {
            var connection = meaning.connection();
            boolean isKept = before.filter(was -> was.connection().name().equals(connection.connection().name()))
                    .isPresent();
            return !isKept && liveConnections.saved().isNameTaken(connection)
                    ? Validated.refused(ValidationError.NAME_TAKEN)
                    : Validated.accepted(meaning);
        });
    }

    private void keep(ConnectionForm.Meaning meaning, Storage storage) {
        liveConnections.keep(meaning.connection(),
                new LiveConnections.Typed(meaning.credentials(), meaning.proxyPassword(), storage));
    }

    /// Ends what is still being tried.
    void close() {
        connectionTester.stop();
    }
}
