package poolscope.api.check;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import poolscope.api.Failure;
import poolscope.api.ProgramVersion;
import poolscope.api.check.ConnectionCheckResult.Outcome;
import poolscope.api.check.PoolListPermissionFinding.Finding;
import poolscope.connection.ServiceAndProject;
import poolscope.pool.ExternalTextCleaner;

/// What *Copy diagnosis* puts on the clipboard: plain English for a colleague or the service's support, without
/// secrets. Whatever came from the service was redacted when it arrived.
public final class ConnectionDiagnosisText {
    private static final String DEVELOPMENT = "development";

    private ConnectionDiagnosisText() {}

    /// @param steps
    ///            as [ConnectionTestRun#run] gave them
    public static String text(List<ConnectionCheckResult> steps, ServiceAndProject serviceAndProject) {
        var text = new StringBuilder();
        line(text, "PoolScope", ProgramVersion.number().orElse(DEVELOPMENT));
        line(text, "Java", Runtime.version() + " " + System.getProperty("java.vendor", ""));
        line(text, "System", String.join(" ", System.getProperty("os.name", ""), System.getProperty("os.version", ""),
                System.getProperty("os.arch", "")));
        line(text, "Endpoint", serviceAndProject.endpoint().toString());
        serviceAndProject.region().ifPresent(region -> line(text, "Region", region));
        line(text, "Project", serviceAndProject.projectId());
        text.append('\n');
        steps.forEach(connectionCheckResult -> text.append(line(connectionCheckResult)).append('\n'));
        steps.stream()
                .map(ConnectionCheckResult::failures)
                .flatMap(List::stream)
                .forEach(failure -> failureDetails(text, failure));
        return text.toString();
    }

    private static String line(ConnectionCheckResult connectionCheckResult) {
        String said = switch (connectionCheckResult.outcome()) {
            case Outcome.Passed(String detail) -> "ok       " + ExternalTextCleaner.of(detail);
            case Outcome.ClocksAgree(Duration skew) -> "ok       " + skew.toSeconds() + " s";
            case Outcome.ClocksDiffer(Duration skew) -> "ok       clocks differ by " + skew.toSeconds() + " s";
            case Outcome.Permissions(var lists) -> (connectionCheckResult.isFailed() ? "FAILED   " : "ok       ")
                    + lists.stream().map(ConnectionDiagnosisText::list).collect(Collectors.joining("; "));
            case Outcome.Skipped(ConnectionCheckResult.Why why) ->
                "skipped  " + why.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            case Outcome.Failed(Failure failure) -> "FAILED   " + failure.name();
        };
        return String
                .format(Locale.ROOT, "%-10s %6d ms  %s", connectionCheckResult.name(),
                        connectionCheckResult.took().toMillis(), said)
                .stripTrailing();
    }

    private static String list(PoolListPermissionFinding list) {
        return list.call().request() + " " + switch (list.finding()) {
            case Finding.Permitted(long pools, boolean isAll) -> "permitted, " + (isAll ? "" : "at least ") + pools;
            case Finding.Refused(var failure) -> "not permitted, " + failure.name();
            case Finding.NotOffered _ -> "not offered";
            case Finding.Unknown(var failure) -> "not known, " + failure.name();
        };
    }

    private static void failureDetails(StringBuilder text, Failure failure) {
        var failureDetails = failure.failureDetails();
        var requestLine = failureDetails.request();
        text.append('\n');
        line(text, "Failure", failure.name());
        line(text, "Request", (requestLine.method() + " " + requestLine.host() + requestLine.path()).strip());
        line(text, "Status", failureDetails.status() == 0 ? "no answer" : Integer.toString(failureDetails.status()));
        line(text, "Code", failureDetails.code());
        line(text, "Request id", failureDetails.requestId());
        line(text, "Detail", failureDetails.detail());
        line(text, "Said", failureDetails.serverText());
        failureDetails.clockSkew().ifPresent(skew -> line(text, "Clock skew", skew.toSeconds() + " s"));
        line(text, "At", failureDetails.at().toString());
    }

    /// Nothing when the value is empty; otherwise one line.
    private static void line(StringBuilder text, String label, String value) {
        String flat = ExternalTextCleaner.of(value).strip();
        if (!flat.isEmpty()) text.append(label).append(": ").append(flat).append('\n');
    }
}
