package poolscope.ui.text;

import poolscope.api.Failure;
import poolscope.api.check.CheckKind;
import poolscope.api.check.CheckResult;

/// A rung of *Test connection* in words.
public final class StepText {
    private final Texts texts;
    private final FailureText failures;

    public StepText(Texts texts) {
        this.texts = texts;
        failures = new FailureText(texts);
    }

    /// What the rung is.
    public String name(CheckKind step) {
        return texts.format("step." + step.name());
    }

    /// For how long the running step has been tried.
    public String running(long seconds) {
        return texts.format("step.running", seconds);
    }

    /// That the step was stopped, and after how long.
    public String stopped(long seconds) {
        return texts.format("step.stopped", seconds);
    }

    /// How it went, with the milliseconds.
    public String verdict(CheckResult checkResult) {
        return switch (checkResult.outcome()) {
            case CheckResult.Outcome.Passed(var detail) ->
                texts.format("step.passed", checkResult.took().toMillis(), SafeText.text(detail));
            case CheckResult.Outcome.Skipped(var why) -> texts.format("step.skipped." + why.name());
            case CheckResult.Outcome.Failed(var failure) -> texts.format("step.failed", failures.what(failure),
                    failures.advice(failure), failures.evidence(failure));
        };
    }

    /// A failure outside the ladder.
    public String failure(Failure failure) {
        return texts.format("step.failed", failures.what(failure), failures.advice(failure),
                failures.evidence(failure));
    }
}
