package poolscope.ui.connections;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import poolscope.api.Diagnosis;
import poolscope.api.Failure;
import poolscope.api.ProjectFinder.Project;
import poolscope.api.SavedCredentials;
import poolscope.api.Step;
import poolscope.api.StepName;
import poolscope.connection.Checked;
import poolscope.connection.Endpoint;
import poolscope.connection.Flaw;
import poolscope.connection.FoundCredentials.Finding;
import poolscope.connection.KeptSecrets.Keeping;
import poolscope.connection.Region;
import poolscope.connection.SavedConnection;
import poolscope.connection.SecretStore;
import poolscope.live.Computer;
import poolscope.live.Connections;
import poolscope.live.Keyring;
import poolscope.live.LoadState;
import poolscope.live.Trial;

/// A connection that is being made or changed.
public final class ConnectionFormModel {
    private final Connections connections;
    private final Keyring keyring;
    private final Trial trial;
    private final Around around;
    private final Optional<SavedConnection> before;
    private final Optional<Finding.Usable> begun;
    private final Begin start;
    private final String id;
    private Optional<SavedConnection> tested = Optional.empty();

    /// What the form works with.
    ///
    /// @param computer
    ///            where credentials of other tools are looked for
    public record Around(Connections connections, Keyring keyring, Trial trial, Computer computer) {}

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
    public record Begin(Optional<SavedConnection> edited, Optional<Finding.Usable> found, Optional<SavedConnection> copied,
            boolean tested) {
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
        connections = around.connections();
        keyring = around.keyring();
        trial = around.trial();
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
        return before.filter(one -> connections.state(one.id())
                .filter(state -> state instanceof LoadState.Failed(Failure.SecretUnavailable lacking, var _, var _)
                        && one.connection().address().endsWith("//" + lacking.evidence().request().host()))
                .isPresent()).isPresent();
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
        return Region.find(region).map(Region::modelArtsAddress);
    }

    /// The endpoint of a region's IAM, when the region is known.
    Optional<String> iamOf(String region) {
        return Region.find(region).map(Region::iamAddress);
    }

    /// What *Test connection* has found so far.
    ObservableList<Step> steps() {
        return trial.steps();
    }

    /// The step that is being tried, or was when the test was stopped.
    ReadOnlyObjectProperty<Optional<StepName>> currentProperty() {
        return trial.currentProperty();
    }

    ReadOnlyBooleanProperty testingProperty() {
        return trial.testingProperty();
    }

    /// Ends the test where it is.
    void stopTest() {
        trial.stop();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return trial.runningProperty();
    }

    /// Climbs the ladder with what is typed, or says what is wrong with it.
    Optional<Flaw> test(ConnectionForm form) {
        return switch (checked(form)) {
            case Checked.Refused<ConnectionForm.Meaning>(var flaw) -> Optional.of(flaw);
            case Checked.Accepted<ConnectionForm.Meaning>(var meaning) -> {
                tested = Optional.of(meaning.connection());
                trial.climb(meaning.connection(), new SavedCredentials.Typed(meaning.credentials(), meaning.proxyPassword()));
                yield Optional.empty();
            }
        };
    }

    /// What was found, for a colleague or the service's support, without secrets; empty before a test.
    Optional<String> diagnosis() {
        return tested.map(one -> Diagnosis.text(List.copyOf(trial.steps()), one.connection()));
    }

    /// Asks IAM for the projects of who is typed, or says what is wrong with that.
    Optional<Flaw> findProjects(ConnectionForm form, String iam, Consumer<List<Project>> found, Consumer<Failure> failed) {
        var asked = Endpoint.parse(iam).then(endpoint -> form.credentials().then(credentials -> form.checkRoute().then(route -> {
            trial.findProjects(new Trial.Search(endpoint, credentials, route, form.proxyPassword()), found, failed);
            return Checked.accepted(route);
        })));
        return asked.whatIsWrong();
    }

    /// What other tools on this computer sign in with, also what can't be used of it.
    void lookAround(Consumer<List<Finding>> found) {
        trial.lookAround(around.computer(), found);
    }

    /// Keeps the connection and reads it, or says what is wrong.
    Optional<Flaw> save(ConnectionForm form, boolean remember) {
        return switch (checked(form)) {
            case Checked.Refused<ConnectionForm.Meaning>(var flaw) -> Optional.of(flaw);
            case Checked.Accepted<ConnectionForm.Meaning>(var meaning) -> {
                keep(meaning, remember ? Keeping.SYSTEM : Keeping.SESSION);
                yield Optional.empty();
            }
        };
    }

    /// The name tells connections apart, on screen and for `--connection`. One that had its name before may keep it.
    private Checked<ConnectionForm.Meaning> checked(ConnectionForm form) {
        return form.check(before).then(meaning -> {
            var connection = meaning.connection();
            boolean isKept = before.filter(was -> was.connection().name().equals(connection.connection().name())).isPresent();
            return !isKept && connections.saved().isNameTaken(connection)
                    ? Checked.refused(Flaw.NAME_TAKEN)
                    : Checked.accepted(meaning);
        });
    }

    private void keep(ConnectionForm.Meaning meaning, Keeping keeping) {
        connections.keep(meaning.connection(), new Connections.Typed(meaning.credentials(), meaning.proxyPassword(), keeping));
    }

    /// Ends what is still being tried.
    void close() {
        trial.stop();
    }
}
