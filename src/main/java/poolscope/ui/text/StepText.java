package poolscope.ui.text;

import poolscope.api.Failure;
import poolscope.api.Step;
import poolscope.api.StepName;

/// A rung of *Test connection* in words.
public final class StepText {
    private final Texts texts;
    private final FailureText failures;

    public StepText(Texts texts) {
        this.texts = texts;
        failures = new FailureText(texts);
    }

    /// What the rung is.
    public String name(StepName step) {
        return texts.say("step." + step.name());
    }

    /// For how long the running step has been tried.
    public String running(long seconds) {
        return texts.say("step.running", seconds);
    }

    /// That the step was stopped, and after how long.
    public String stopped(long seconds) {
        return texts.say("step.stopped", seconds);
    }

    /// How it went, with the milliseconds.
    public String verdict(Step step) {
        return switch (step.outcome()) {
            case Step.Outcome.Passed(var detail) -> texts.say("step.passed", step.took().toMillis(), Inert.text(detail));
            case Step.Outcome.Skipped(var why) -> texts.say("step.skipped." + why.name());
            case Step.Outcome.Failed(var failure) -> texts.say("step.failed", failures.what(failure), failures.advice(failure),
                    failures.evidence(failure));
        };
    }

    /// A failure outside the ladder.
    public String failure(Failure failure) {
        return texts.say("step.failed", failures.what(failure), failures.advice(failure), failures.evidence(failure));
    }
}
