package poolscope.start;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Runs steps one after another on the FX thread. Each step is an action and a condition; the next step begins when the
/// condition holds. A step that throws, or whose condition does not hold within 30 seconds, ends the sequence.
final class FxStepSequenceRunner {
    private static final Duration POLL = Duration.millis(50);
    private static final int MAX_POLLS = 600;

    private final Deque<Step> steps = new ArrayDeque<>();
    private final Consumer<String> onFailure;
    private int polls;

    private record Step(String name, Runnable action, BooleanSupplier condition) {}

    /// @param onFailure
    ///            receives a sentence that names the step; called at most once
    FxStepSequenceRunner(Consumer<String> onFailure) {
        this.onFailure = onFailure;
    }

    /// @param name
    ///            what the step does, for the sentence about its failure
    void add(String name, Runnable action, BooleanSupplier condition) {
        steps.add(new Step(name, action, condition));
    }

    /// Begins with the first step. For the FX thread.
    void run() {
        var step = steps.poll();
        if (step == null) return;
        polls = 0;
        try {
            step.action().run();
        } catch (RuntimeException e) {
            onFailure.accept(step.name() + ": " + e);
            return;
        }
        await(step);
    }

    private void await(Step step) {
        var pause = new PauseTransition(POLL);
        pause.setOnFinished(_ -> check(step));
        pause.play();
    }

    private void check(Step step) {
        try {
            if (step.condition().getAsBoolean()) run();
            else if (++polls < MAX_POLLS) await(step);
            else
                onFailure.accept(step.name() + ": nothing came of it within 30 seconds");
        } catch (RuntimeException e) {
            onFailure.accept(step.name() + ": " + e);
        }
    }
}
