package poolscope.live;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import poolscope.api.ApiException;
import poolscope.api.Failure;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.check.ConnectionCheckKind;
import poolscope.api.check.ConnectionCheckResult;
import poolscope.api.check.ConnectionTestRun;
import poolscope.api.http.CaFilePasswordCheck;
import poolscope.api.signin.ConnectionSecretLookup;
import poolscope.api.signin.IamProjectsReader;
import poolscope.connection.CredentialDiscovery;
import poolscope.connection.CredentialDiscovery.Finding;
import poolscope.connection.Credentials;
import poolscope.connection.NetworkRoute;
import poolscope.connection.RoutePasswords;
import poolscope.connection.SavedConnection;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.BackgroundJob;
import poolscope.live.background.LatestTask;
import poolscope.settings.KooCliProfileReader;

/// Tests a connection before it is saved, requests the projects from IAM, and searches this machine for credentials.
/// Only one of these runs at a time; a new one cancels the running one.
public final class ConnectionFormBackgroundJobs {
    private final RequestClockAndTimeouts requestClockAndTimeouts;
    private final ConnectionSecretLookup signIns;
    private final BackgroundAndFxExecutors executors;
    private final BackgroundJob<List<ConnectionCheckResult>> test;
    private final BackgroundJob<List<IamProjectsReader.Project>> search;
    private final LatestTask credentialSearch;
    private final LatestTask caFileCheck;
    private final ObservableList<ConnectionCheckResult> steps = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyBooleanWrapper testing = new ReadOnlyBooleanWrapper(this, "testing");
    private final ReadOnlyObjectWrapper<Optional<ConnectionCheckKind>> current = new ReadOnlyObjectWrapper<>(this,
            "current", Optional.empty());
    private Object newest = new Object();
    private Consumer<List<IamProjectsReader.Project>> onFound = _ -> {
    };
    private Consumer<Failure> onFailed = _ -> {
    };
    private volatile Runnable forget = () -> {
    };

    public ConnectionFormBackgroundJobs(RequestClockAndTimeouts requestClockAndTimeouts, ConnectionSecretLookup signIns,
            BackgroundAndFxExecutors executors) {
        this.requestClockAndTimeouts = requestClockAndTimeouts;
        this.signIns = signIns;
        this.executors = executors;
        test = new BackgroundJob<>(executors);
        search = new BackgroundJob<>(executors);
        credentialSearch = new LatestTask(executors);
        caFileCheck = new LatestTask(executors);
        search.stateProperty().subscribe((_, now) -> onSearched(now));
        testing.bind(test.stateProperty().map(_ -> test.isRunning()));
        running.bind(Bindings.createBooleanBinding(() -> test.isRunning() || search.isRunning(), test.stateProperty(),
                search.stateProperty()));
    }

    /// The results of the finished steps.
    public ObservableList<ConnectionCheckResult> steps() {
        return steps;
    }

    /// The running step, or the one that was running when the test was stopped; empty before the first and after
    /// the last.
    public ReadOnlyObjectProperty<Optional<ConnectionCheckKind>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Whether a test is running.
    public ReadOnlyBooleanProperty testingProperty() {
        return testing.getReadOnlyProperty();
    }

    /// Whether a connection is being tested or projects are being searched for.
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// Tests a connection with the typed secrets, or the saved ones where nothing was typed.
    public void test(SavedConnection connection, ConnectionSecretLookup.Typed typed) {
        stop();
        steps.clear();
        current.set(Optional.of(ConnectionCheckKind.values()[0]));
        var request = newest;
        Consumer<ConnectionCheckResult> show = connectionCheckResult -> executors.fx().execute(() -> {
            if (newest == request) add(connectionCheckResult);
        });
        test.start(_ -> {
            try {
                var apiTarget = signIns.target(connection, typed);
                forget = () -> requestClockAndTimeouts.guard().forget(apiTarget);
                return ConnectionTestRun.of(apiTarget, requestClockAndTimeouts).run(show);
            } catch (ApiException e) {
                var unsent = new ConnectionCheckResult(ConnectionCheckKind.SIGN_IN, Duration.ZERO,
                        new ConnectionCheckResult.Outcome.Failed(e.failure()));
                show.accept(unsent);
                return List.of(unsent);
            }
        });
    }

    private void add(ConnectionCheckResult connectionCheckResult) {
        steps.add(connectionCheckResult);
        int next = connectionCheckResult.name().ordinal() + 1;
        current.set(connectionCheckResult.isFailed() || next == ConnectionCheckKind.values().length
                ? Optional.empty()
                : Optional.of(ConnectionCheckKind.values()[next]));
    }

    /// The IAM endpoint, the credentials, and the network route of a request for projects.
    public record Search(URI iam, Credentials credentials, NetworkRoute networkRoute, RoutePasswords passwords) {}

    /// Requests from IAM the projects that these credentials may use.
    public void findProjects(Search asked, Consumer<List<IamProjectsReader.Project>> found, Consumer<Failure> failed) {
        stop();
        onFound = found;
        onFailed = failed;
        search.start(_ -> {
            var networkRouteAndPasswords = new NetworkRouteAndPasswords(asked.networkRoute(), asked.passwords());
            forget = () -> requestClockAndTimeouts.guard().forget(asked.credentials(), networkRouteAndPasswords);
            return IamProjectsReader.find(asked.iam(), asked.credentials(), networkRouteAndPasswords,
                    requestClockAndTimeouts);
        });
    }

    private void onSearched(BackgroundJob.State<List<IamProjectsReader.Project>> now) {
        if (now instanceof BackgroundJob.State.Done<List<IamProjectsReader.Project>>(var projects))
            onFound.accept(projects);
        if (now instanceof BackgroundJob.State.Failed<List<IamProjectsReader.Project>>(ApiException e))
            onFailed.accept(e.failure());
    }

    /// Searches the environment and the files of other tools for credentials; nothing is sent.
    public void searchCredentials(LocalCredentialLocations localCredentialLocations, Consumer<List<Finding>> found) {
        credentialSearch.start(_ -> {
            var all = new ArrayList<>(CredentialDiscovery.search(localCredentialLocations.environment(),
                    localCredentialLocations.home()));
            all.addAll(KooCliProfileReader.search(localCredentialLocations.home()));
            return CredentialDiscovery.distinct(all);
        }, found);
    }

    /// Finds out whether that CA file is a key store with a password of its own; an earlier request gets no answer.
    public void checkCaFile(Optional<Path> file, Consumer<Boolean> isPasswordNeeded) {
        caFileCheck.start(_ -> file.filter(CaFilePasswordCheck::isNeeded).isPresent(), isPasswordNeeded);
    }

    /// Cancels what is running, and removes refused credentials from memory.
    public void stop() {
        newest = new Object();
        test.cancel();
        search.cancel();
        forget.run();
    }
}
