package poolscope.ui.connections;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import poolscope.api.Failure;
import poolscope.api.check.ConnectionCheckKind;
import poolscope.api.check.ConnectionCheckResult;
import poolscope.api.check.ConnectionDiagnosisText;
import poolscope.api.signin.ConnectionSecretLookup;
import poolscope.connection.CloudRegion;
import poolscope.connection.CredentialDiscovery.Finding;
import poolscope.connection.CredentialStore.Storage;
import poolscope.connection.EndpointParser;
import poolscope.connection.NetworkRoute;
import poolscope.connection.SavedConnection;
import poolscope.connection.SecretId;
import poolscope.connection.SecretStore;
import poolscope.connection.ValidationError;
import poolscope.connection.ValidationResult;
import poolscope.live.BackgroundSecretStoreSearch;
import poolscope.live.ConnectionFormBackgroundJobs;
import poolscope.live.LocalCredentialLocations;
import poolscope.live.ObservableConnections;
import poolscope.live.RefreshState;

/// The form of a new or edited connection.
public final class ConnectionFormModel {
    private static final List<Duration> REFRESH_CHOICES = List.of(Duration.ofSeconds(30), Duration.ofMinutes(1),
            Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));

    private final ObservableConnections observableConnections;
    private final BackgroundSecretStoreSearch backgroundSecretStoreSearch;
    private final ConnectionFormBackgroundJobs connectionFormBackgroundJobs;
    private final Dependencies dependencies;
    private final Optional<SavedConnection> before;
    private final Optional<Finding.Usable> foundCredentials;
    private final ConnectionFormInitialState start;
    private final String id;
    private final ConnectionFormValidator validator;
    private Optional<SavedConnection> tested = Optional.empty();

    /// Services that the form uses.
    ///
    /// @param localCredentialLocations
    ///            searched for credentials of other tools
    public record Dependencies(ObservableConnections observableConnections,
            BackgroundSecretStoreSearch backgroundSecretStoreSearch,
            ConnectionFormBackgroundJobs connectionFormBackgroundJobs,
            LocalCredentialLocations localCredentialLocations) {}

    public ConnectionFormModel(Dependencies dependencies, ConnectionFormInitialState start) {
        this.dependencies = dependencies;
        this.start = start;
        foundCredentials = start.found();
        observableConnections = dependencies.observableConnections();
        backgroundSecretStoreSearch = dependencies.backgroundSecretStoreSearch();
        connectionFormBackgroundJobs = dependencies.connectionFormBackgroundJobs();
        before = start.edited();
        id = before.map(SavedConnection::id).orElseGet(SavedConnection::freshId);
        validator = new ConnectionFormValidator(observableConnections, before, id);
    }

    Optional<SavedConnection> before() {
        return before;
    }

    /// The credentials found on this machine that the new connection starts with.
    Optional<Finding.Usable> foundCredentials() {
        return foundCredentials;
    }

    /// The connection to copy, without its secrets.
    Optional<SavedConnection> copied() {
        return start.copied();
    }

    /// Whether it is tested as soon as the form is filled.
    boolean isToBeTested() {
        return start.tested();
    }

    /// Where a secret of the edited connection is.
    enum SecretPlace {
        /// Nowhere: it has to be entered again.
        LACKING,
        /// In memory, until the program ends.
        SESSION,
        /// In the system's key store.
        KEPT
    }

    /// Whether the typed endpoint is that of the edited connection, whose secrets are sent nowhere else (P32).
    boolean isAtSavedEndpoint(String typed) {
        return before.filter(saved -> saved.isAt(typed)).isPresent();
    }

    SecretPlace credentialsPlace() {
        return place(lacksSecret(), EnumSet.of(SecretId.Part.TOKEN, SecretId.Part.ACCESS_KEY, SecretId.Part.PASSWORD));
    }

    SecretPlace caFilePasswordPlace() {
        return place(lacksCaFilePassword(), EnumSet.of(SecretId.Part.CA_FILE_PASSWORD));
    }

    private SecretPlace place(boolean isLacking, Set<SecretId.Part> parts) {
        if (isLacking) return SecretPlace.LACKING;
        return before.filter(one -> backgroundSecretStoreSearch.isForSessionOnly(one, parts)).isPresent()
                ? SecretPlace.SESSION
                : SecretPlace.KEPT;
    }

    /// Whether a secret of the edited connection is unavailable.
    boolean lacksSecret() {
        return before.filter(one -> lastFailure()
                .filter(failure -> failure instanceof Failure.SecretUnavailable lacking
                        && one.serviceAndProject().address().endsWith("//" + lacking.failureDetails().request().host()))
                .isPresent()).isPresent();
    }

    /// Whether a secret of the edited connection has to be entered: it is unavailable, or was refused.
    boolean needsSecret() {
        return lacksSecret() || lastFailure().filter(Failure.SignInRefused.class::isInstance).isPresent();
    }

    /// Whether the password of the CA file was missing or wrong at the last reading of the edited connection.
    private boolean lacksCaFilePassword() {
        return lastFailure().filter(failure -> failure instanceof Failure.Untrusted(var cause, _)
                && (cause == Failure.Untrusted.Cause.CA_FILE_PASSWORD
                        || cause == Failure.Untrusted.Cause.CA_FILE_WRONG_PASSWORD))
                .isPresent();
    }

    /// Of the edited connection; empty when its last refresh succeeded.
    private Optional<Failure> lastFailure() {
        return before.flatMap(one -> observableConnections.state(one.id()))
                .flatMap(state -> state instanceof RefreshState.Failed failed
                        ? Optional.of(failed.failure())
                        : Optional.empty());
    }

    /// Finds out whether a typed CA file needs a password; an earlier request gets no answer.
    void checkCaFile(String typed, Consumer<Boolean> isPasswordNeeded) {
        connectionFormBackgroundJobs
                .checkCaFile(NetworkRoute.caFile(typed) instanceof ValidationResult.Accepted<Optional<Path>>(var file)
                        ? file
                        : Optional.empty(), isPasswordNeeded);
    }

    String id() {
        return id;
    }

    /// The kind of the secret store; empty until it was found.
    ReadOnlyObjectProperty<Optional<SecretStore.Kind>> keyStoreProperty() {
        return backgroundSecretStoreSearch.kindProperty();
    }

    /// The endpoint of a region, when the region is known.
    Optional<String> endpointOf(String region) {
        return CloudRegion.find(region).map(CloudRegion::modelArtsAddress);
    }

    /// The endpoint of a region's IAM, when the region is known.
    Optional<String> iamOf(String region) {
        return CloudRegion.find(region).map(CloudRegion::iamAddress);
    }

    /// The intervals to choose from: that of the window first, and one that the connection has from its file.
    List<Optional<Duration>> refreshChoices(Optional<Duration> now) {
        var own = Stream.concat(REFRESH_CHOICES.stream(), now.stream()).distinct().sorted().map(Optional::of);
        return Stream.concat(Stream.of(Optional.<Duration>empty()), own).toList();
    }

    /// Results of *Test connection* so far.
    ObservableList<ConnectionCheckResult> steps() {
        return connectionFormBackgroundJobs.steps();
    }

    /// The step that is running, or was when the test was stopped.
    ReadOnlyObjectProperty<Optional<ConnectionCheckKind>> currentProperty() {
        return connectionFormBackgroundJobs.currentProperty();
    }

    ReadOnlyBooleanProperty testingProperty() {
        return connectionFormBackgroundJobs.testingProperty();
    }

    /// Stops the test.
    void stopTest() {
        connectionFormBackgroundJobs.stop();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return connectionFormBackgroundJobs.runningProperty();
    }

    /// A free name for a connection that gets none; see [ConnectionFormValidator#suggestedName].
    String suggestedName(String region, String endpoint) {
        return validator.suggestedName(region, endpoint);
    }

    /// The first error of the typed values that keeps them from being saved.
    Optional<ValidationError> error(ConnectionFormValues form) {
        return validator.validated(form).error();
    }

    /// Tests the connection with the typed values, or returns their first error. The name does not count.
    Optional<ValidationError> test(ConnectionFormValues form) {
        return switch (validator.validatedButName(form)) {
            case ValidationResult.Refused<ConnectionFormValues.Result>(var validationError) ->
                Optional.of(validationError);
            case ValidationResult.Accepted<ConnectionFormValues.Result>(var result) -> {
                tested = Optional.of(result.connection());
                connectionFormBackgroundJobs.test(result.connection(),
                        new ConnectionSecretLookup.Typed(result.credentials(), result.passwords()));
                yield Optional.empty();
            }
        };
    }

    /// The report of the test for a colleague or the service's support, without secrets; empty before a test.
    Optional<String> diagnosis() {
        return tested.map(one -> ConnectionDiagnosisText.text(List.copyOf(connectionFormBackgroundJobs.steps()),
                one.serviceAndProject()));
    }

    /// Requests the projects of the typed credentials from IAM, or returns the first error.
    Optional<ValidationError> findProjects(ConnectionFormValues form, Consumer<List<IamProject>> found,
            Consumer<Failure> failed) {
        var asked = EndpointParser.parse(form.signIn().user().iam())
                .then(endpoint -> form.credentials().then(credentials -> form.validateRoute().then(networkRoute -> {
                    connectionFormBackgroundJobs.findProjects(
                            new ConnectionFormBackgroundJobs.Search(endpoint, credentials, networkRoute,
                                    form.passwords()),
                            projects -> found.accept(projects.stream().map(IamProject::of).toList()), failed);
                    return ValidationResult.accepted(networkRoute);
                })));
        return asked.error();
    }

    /// Searches this machine for credentials of other tools, including unusable ones.
    void searchCredentials(Consumer<List<Finding>> found) {
        connectionFormBackgroundJobs.searchCredentials(dependencies.localCredentialLocations(), found);
    }

    /// Saves the connection and reads it, or returns the first error.
    Optional<ValidationError> save(ConnectionFormValues form, boolean remember) {
        return switch (validator.validated(form)) {
            case ValidationResult.Refused<ConnectionFormValues.Result>(var validationError) ->
                Optional.of(validationError);
            case ValidationResult.Accepted<ConnectionFormValues.Result>(var result) -> {
                keep(result, remember ? Storage.SYSTEM : Storage.SESSION);
                yield Optional.empty();
            }
        };
    }

    /// Saves a new connection for each of several projects and reads them, or returns the first error; then none is
    /// saved. Each keeps the secrets under its own id, so that removing one leaves those of the others.
    Optional<ValidationError> saveAll(ConnectionFormValues form, List<IamProject> projects, boolean remember) {
        var results = new ArrayList<ConnectionFormValues.Result>();
        for (var project : projects)
            switch (validator.validated(ConnectionPerProject.of(form, project))) {
                case ValidationResult.Refused<ConnectionFormValues.Result>(var validationError) -> {
                    return Optional.of(validationError);
                }
                case ValidationResult.Accepted<ConnectionFormValues.Result>(var result) -> results.add(result);
            }
        results.forEach(result -> keep(result, remember ? Storage.SYSTEM : Storage.SESSION));
        return Optional.empty();
    }

    private void keep(ConnectionFormValues.Result result, Storage storage) {
        observableConnections.keep(result.connection(),
                new ObservableConnections.Typed(result.credentials(), result.passwords(), storage));
    }

    /// Stops what is still running.
    void close() {
        connectionFormBackgroundJobs.stop();
    }
}
