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
import poolscope.api.ApiException;
import poolscope.api.ConnectionCheck;
import poolscope.api.Failure;
import poolscope.api.ProjectFinder;
import poolscope.api.SavedCredentials;
import poolscope.api.Step;
import poolscope.api.StepName;
import poolscope.api.Surroundings;
import poolscope.api.Way;
import poolscope.connection.Credentials;
import poolscope.connection.FoundCredentials;
import poolscope.connection.FoundCredentials.Finding;
import poolscope.connection.Route;
import poolscope.connection.SavedConnection;
import poolscope.connection.Secret;
import poolscope.settings.KooCliProfiles;

/// Tries a connection out before it is kept: climbs the ladder of *Test connection*, asks IAM for projects, looks for credentials
/// on this computer. One thing at a time; a new one ends the one before.
public final class Trial {
    private final Surroundings surroundings;
    private final SavedCredentials signIns;
    private final Background background;
    private final ObservableList<Step> steps = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyBooleanWrapper testing = new ReadOnlyBooleanWrapper(this, "testing");
    private final ReadOnlyObjectWrapper<Optional<StepName>> current = new ReadOnlyObjectWrapper<>(this, "current",
            Optional.empty());
    private @Nullable Task<?> task;
    private volatile Runnable forgetting = () -> {
    };

    public Trial(Surroundings surroundings, SavedCredentials signIns, Background background) {
        this.surroundings = surroundings;
        this.signIns = signIns;
        this.background = background;
    }

    /// The rungs climbed so far.
    public ObservableList<Step> steps() {
        return steps;
    }

    /// The step of the ladder that is being climbed, or was when it was stopped; empty before the first and after the last.
    public ReadOnlyObjectProperty<Optional<StepName>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Whether the ladder is being climbed.
    public ReadOnlyBooleanProperty testingProperty() {
        return testing.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// Climbs the ladder with what was typed, or what is kept where nothing was typed.
    public void climb(SavedConnection connection, SavedCredentials.Typed typed) {
        steps.clear();
        begin(new Task<List<Step>>() {
            @Override
            protected List<Step> call() throws InterruptedException {
                try {
                    var approach = signIns.approach(connection, typed);
                    forgetting = () -> surroundings.guard().forget(approach);
                    return ConnectionCheck.of(approach, surroundings).climb(this::show);
                } catch (ApiException e) {
                    var unsent = new Step(StepName.SIGN_IN, Duration.ZERO, new Step.Outcome.Failed(e.failure()));
                    show(unsent);
                    return List.of(unsent);
                }
            }

            private void show(Step step) {
                Platform.runLater(() -> {
                    if (!isCancelled()) over(step);
                });
            }
        });
    }

    private void begin(Task<?> test) {
        stop();
        current.set(Optional.of(StepName.values()[0]));
        run(test);
        testing.bind(test.runningProperty());
    }

    private void over(Step step) {
        steps.add(step);
        int next = step.name().ordinal() + 1;
        current.set(step.isFailed() || next == StepName.values().length
                ? Optional.empty()
                : Optional.of(StepName.values()[next]));
    }

    /// Who asks IAM for projects, and by which way.
    public record Search(URI iam, Credentials credentials, Route route, Optional<Secret> proxyPassword) {}

    /// Asks IAM for the projects that somebody may use.
    public void findProjects(Search asked, Consumer<List<ProjectFinder.Project>> found, Consumer<Failure> failed) {
        var search = new Task<List<ProjectFinder.Project>>() {
            @Override
            protected List<ProjectFinder.Project> call() throws ApiException, InterruptedException {
                var way = new Way(asked.route(), asked.proxyPassword());
                forgetting = () -> surroundings.guard().forget(asked.credentials(), way);
                return ProjectFinder.find(asked.iam(), asked.credentials(), way, surroundings);
            }
        };
        search.setOnSucceeded(_ -> found.accept(search.getValue()));
        search.setOnFailed(_ -> {
            if (search.getException() instanceof ApiException e) failed.accept(e.failure());
        });
        start(search);
    }

    /// Looks into the environment and the files of other tools; nothing is sent.
    public void lookAround(Computer computer, Consumer<List<Finding>> found) {
        background.execute(() -> {
            var all = new ArrayList<>(FoundCredentials.search(computer.environment(), computer.home()));
            all.addAll(KooCliProfiles.search(computer.home()));
            var findings = FoundCredentials.once(all);
            Platform.runLater(() -> found.accept(findings));
        });
    }

    /// Ends what is being tried; what was typed and refused goes out of memory.
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
        background.execute(next);
    }
}
