package poolscope.ui.text;

import poolscope.api.Failure;
import poolscope.api.check.CheckKind;
import poolscope.api.check.CheckResult;
import poolscope.pool.ExternalTextCleaner;

/// Formats the steps of *Test connection*.
public final class CheckStepText {
    private final Texts texts;
    private final FailureText failures;

    public CheckStepText(Texts texts) {
        this.texts = texts;
        failures = new FailureText(texts);
    }

    /// The name of a step.
    public String name(CheckKind step) {
        return texts.format("step." + step.name());
    }

    /// How long the running step has been running.
    public String running(long seconds) {
        return texts.format("step.running", seconds);
    }

    /// That the step was stopped, and after how long.
    public String stopped(long seconds) {
        return texts.format("step.stopped", seconds);
    }

    /// The result of a step, with its milliseconds.
    public String result(CheckResult checkResult) {
        return switch (checkResult.outcome()) {
            case CheckResult.Outcome.Passed(var detail) ->
                texts.format("step.passed", checkResult.took().toMillis(), ExternalTextCleaner.of(detail));
            case CheckResult.Outcome.ClocksDiffer(var skew) ->
                texts.format("step.passed", checkResult.took().toMillis(), TimeText.clockSkew(texts, skew));
            case CheckResult.Outcome.Skipped(var why) -> texts.format("step.skipped." + why.name());
            case CheckResult.Outcome.Failed(var failure) -> texts.format("step.failed", failures.description(failure),
                    failures.advice(failure), failures.details(failure));
        };
    }

    /// A failure that does not belong to a step.
    public String failure(Failure failure) {
        return texts.format("step.failed", failures.description(failure), failures.advice(failure),
                failures.details(failure));
    }
}
