package poolscope.ui.text;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import poolscope.api.Failure;
import poolscope.api.check.ConnectionCheckKind;
import poolscope.api.check.ConnectionCheckResult;
import poolscope.api.check.PoolListPermissionFinding;
import poolscope.pool.ExternalTextCleaner;

/// Formats the steps of *Test connection*.
public final class ConnectionTestStepText {
    private final Texts texts;
    private final FailureText failures;

    public ConnectionTestStepText(Texts texts) {
        this.texts = texts;
        failures = new FailureText(texts);
    }

    /// The name of a step.
    public String name(ConnectionCheckKind step) {
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
    public String result(ConnectionCheckResult connectionCheckResult) {
        return switch (connectionCheckResult.outcome()) {
            case ConnectionCheckResult.Outcome.Passed(var detail) -> detail.isEmpty()
                    ? texts.format("step.took", connectionCheckResult.took().toMillis())
                    : texts.format("step.passed", connectionCheckResult.took().toMillis(),
                            ExternalTextCleaner.of(detail));
            case ConnectionCheckResult.Outcome.ClocksAgree(var skew) ->
                texts.format("step.passed", connectionCheckResult.took().toMillis(), clock(skew));
            case ConnectionCheckResult.Outcome.ClocksDiffer(var skew) ->
                texts.format("step.passed", connectionCheckResult.took().toMillis(), TimeText.clockSkew(texts, skew));
            case ConnectionCheckResult.Outcome.Permissions permissions -> permissions(permissions);
            case ConnectionCheckResult.Outcome.Skipped(var why) -> texts.format("step.skipped." + why.name());
            case ConnectionCheckResult.Outcome.Failed(var failure) -> texts.format("step.failed",
                    failures.description(failure), failures.advice(failure), failures.details(failure));
        };
    }

    /// Where this computer's clock is, seen from the service's.
    private String clock(Duration skew) {
        if (skew.isZero()) return texts.format("step.clock.exact");
        return texts.format(skew.isNegative() ? "step.clock.ahead" : "step.clock.behind",
                TimeText.span(texts, skew.abs()));
    }

    /// One line for each list, and one more when the connection will have only a part of its pools.
    private String permissions(ConnectionCheckResult.Outcome.Permissions permissions) {
        var lines = permissions.lists().stream().map(this::permission);
        return Stream
                .concat(lines, permissions.isPartial() ? Stream.of(texts.format("step.lists.partial")) : Stream.of())
                .collect(Collectors.joining("\n"));
    }

    private String permission(PoolListPermissionFinding list) {
        var name = texts.format("step.list." + list.call().name());
        return switch (list.finding()) {
            case PoolListPermissionFinding.Finding.Permitted(long pools, boolean isAll) ->
                texts.format(isAll ? "step.list.permitted" : "step.list.permitted.atLeast", name, pools);
            case PoolListPermissionFinding.Finding.Refused(var failure) ->
                texts.format("step.list.refused", name, failures.advice(failure), failures.details(failure));
            case PoolListPermissionFinding.Finding.NotOffered _ -> texts.format("step.list.notOffered", name);
            case PoolListPermissionFinding.Finding.Unknown(var failure) ->
                texts.format("step.list.unknown", name, failures.description(failure));
        };
    }

    /// A failure that does not belong to a step.
    public String failure(Failure failure) {
        return texts.format("step.failed", failures.description(failure), failures.advice(failure),
                failures.details(failure));
    }
}
