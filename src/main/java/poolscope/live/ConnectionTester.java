package poolscope.live;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.concurrent.Task;
import org.jspecify.annotations.Nullable;
import poolscope.api.ApiEnvironment;
import poolscope.api.ApiException;
import poolscope.api.Failure;
import poolscope.api.NetworkPath;
import poolscope.api.check.CheckKind;
import poolscope.api.check.CheckResult;
import poolscope.api.check.ConnectionCheck;
import poolscope.api.signin.ProjectFinder;
import poolscope.api.signin.SavedCredentials;
import poolscope.connection.CredentialDiscovery;
import poolscope.connection.CredentialDiscovery.Finding;
import poolscope.connection.Credentials;
import poolscope.connection.NetworkRoute;
import poolscope.connection.SavedConnection;
import poolscope.connection.Secret;
import poolscope.settings.KooCliProfiles;

/// Tests a connection before it is saved, requests the projects from IAM, and searches this machine for credentials.
/// Only one of these runs at a time; a new one cancels the running one.
public final class ConnectionTester {
    private final ApiEnvironment apiEnvironment;
    private final SavedCredentials signIns;
    private final BackgroundThreads backgroundThreads;
    private final ObservableList<CheckResult> steps = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyBooleanWrapper testing = new ReadOnlyBooleanWrapper(this, "testing");
    private final ReadOnlyObjectWrapper<Optional<CheckKind>> current = new ReadOnlyObjectWrapper<>(this, "current",
            Optional.empty());
    private @Nullable Task<?> task;
    private volatile Runnable forgetting = () -> {
    };

    public ConnectionTester(ApiEnvironment apiEnvironment, SavedCredentials signIns,
            BackgroundThreads backgroundThreads) {
        this.apiEnvironment = apiEnvironment;
        this.signIns = signIns;
        this.backgroundThreads = backgroundThreads;
    }

    /// The results of the finished steps.
    public ObservableList<CheckResult> steps() {
        return steps;
    }

    /// The running step, or the one that was running when the test was stopped; empty before the first and after
    /// the last.
    public ReadOnlyObjectProperty<Optional<CheckKind>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Whether a test is running.
    public ReadOnlyBooleanProperty testingProperty() {
        return testing.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// Runs the test with the typed credentials, or with the stored ones where nothing was typed.
    public void climb(SavedConnection connection, SavedCredentials.Typed typed) {
        steps.clear();
        begin(new Task<List<CheckResult>>() {
            @Override
            protected List<CheckResult> call() throws InterruptedException {
                try {
                    var apiTarget = signIns.target(connection, typed);
                    forgetting = () -> apiEnvironment.guard().forget(apiTarget);
                    return ConnectionCheck.of(apiTarget, apiEnvironment).run(this::show);
                } catch (ApiException e) {
                    var unsent = new CheckResult(CheckKind.SIGN_IN, Duration.ZERO,
                            new CheckResult.Outcome.Failed(e.failure()));
                    show(unsent);
                    return List.of(unsent);
                }
            }

            private void show(CheckResult checkResult) {
                Platform.runLater(() -> {
                    if (!isCancelled()) over(checkResult);
                });
            }
        });
    }

    private void begin(Task<?> test) {
        stop();
        current.set(Optional.of(CheckKind.values()[0]));
        run(test);
        testing.bind(test.runningProperty());
    }

    private void over(CheckResult checkResult) {
        steps.add(checkResult);
        int next = checkResult.name().ordinal() + 1;
        current.set(checkResult.isFailed() || next == CheckKind.values().length
                ? Optional.empty()
                : Optional.of(CheckKind.values()[next]));
    }

    /// The IAM endpoint, the credentials, and the network route of a request for projects.
    public record Search(URI iam, Credentials credentials, NetworkRoute networkRoute, Optional<Secret> proxyPassword) {}

    /// Requests from IAM the projects that these credentials may use.
    public void findProjects(Search asked, Consumer<List<ProjectFinder.Project>> found, Consumer<Failure> failed) {
        var search = new Task<List<ProjectFinder.Project>>() {
            @Override
            protected List<ProjectFinder.Project> call() throws ApiException, InterruptedException {
                var networkPath = new NetworkPath(asked.networkRoute(), asked.proxyPassword());
                forgetting = () -> apiEnvironment.guard().forget(asked.credentials(), networkPath);
                return ProjectFinder.find(asked.iam(), asked.credentials(), networkPath, apiEnvironment);
            }
        };
        search.setOnSucceeded(_ -> found.accept(search.getValue()));
        search.setOnFailed(_ -> {
            if (search.getException() instanceof ApiException e) failed.accept(e.failure());
        });
        start(search);
    }

    /// Searches environment variables and files of other tools; nothing is sent.
    public void lookAround(LocalMachine localMachine, Consumer<List<Finding>> found) {
        backgroundThreads.execute(() -> {
            var all = new ArrayList<>(CredentialDiscovery.search(localMachine.environment(), localMachine.home()));
            all.addAll(KooCliProfiles.search(localMachine.home()));
            var findings = CredentialDiscovery.distinct(all);
            Platform.runLater(() -> found.accept(findings));
        });
    }

    /// Cancels what is running, and removes refused credentials from memory.
    public void stop() {
        if (task != null) task.cancel();
        forgetting.run();
    }

    private void start(Task<?> next) {
        stop();
        testing.unbind();
        testing.set(false);
        run(next);
    }

    private void run(Task<?> next) {
        task = next;
        running.bind(next.runningProperty());
        backgroundThreads.execute(next);
    }
}
