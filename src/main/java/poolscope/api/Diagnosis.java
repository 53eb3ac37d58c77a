package poolscope.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import poolscope.api.Step.Outcome;
import poolscope.connection.Connection;

/// What *Copy diagnosis* puts on the clipboard: plain English for a colleague or the service's support, without secrets. Whatever
/// came from the service was redacted when it arrived.
public final class Diagnosis {
    private static final String DEVELOPMENT = "development";

    private Diagnosis() {}

    /// @param steps
    ///            as [ConnectionCheck#climb] gave them
    public static String text(List<Step> steps, Connection connection) {
        var text = new StringBuilder();
        line(text, "PoolScope", program());
        line(text, "Java", Runtime.version() + " " + System.getProperty("java.vendor", ""));
        line(text, "System", String.join(" ", System.getProperty("os.name", ""), System.getProperty("os.version", ""), System
                .getProperty("os.arch", "")));
        line(text, "Endpoint", connection.endpoint().toString());
        connection.region().ifPresent(region -> line(text, "Region", region));
        line(text, "Project", connection.projectId());
        text.append('\n');
        steps.forEach(step -> text.append(line(step)).append('\n'));
        steps.stream().map(Diagnosis::failure).flatMap(Optional::stream).forEach(failure -> evidence(text, failure));
        return text.toString();
    }

    private static String program() {
        var descriptor = Diagnosis.class.getModule().getDescriptor();
        return descriptor == null ? DEVELOPMENT : descriptor.rawVersion().orElse(DEVELOPMENT);
    }

    private static String line(Step step) {
        String said = switch (step.outcome()) {
            case Outcome.Passed(String detail) -> "ok       " + detail;
            case Outcome.Skipped(Step.Why why) -> "skipped  " + why.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            case Outcome.Failed(Failure failure) -> "FAILED   " + failure.name();
        };
        return String.format(Locale.ROOT, "%-10s %6d ms  %s", step.name(), step.took().toMillis(), said).stripTrailing();
    }

    private static Optional<Failure> failure(Step step) {
        return step.outcome() instanceof Outcome.Failed(Failure failure) ? Optional.of(failure) : Optional.empty();
    }

    private static void evidence(StringBuilder text, Failure failure) {
        var evidence = failure.evidence();
        var asked = evidence.request();
        text.append('\n');
        line(text, "Failure", failure.name());
        line(text, "Request", (asked.method() + " " + asked.host() + asked.path()).strip());
        line(text, "Status", evidence.status() == 0 ? "no answer" : Integer.toString(evidence.status()));
        line(text, "Code", evidence.code());
        line(text, "Request id", evidence.requestId());
        line(text, "Detail", evidence.detail());
        line(text, "Said", evidence.serverText());
        evidence.clockSkew().ifPresent(skew -> line(text, "Clock skew", skew.toSeconds() + " s"));
        line(text, "At", evidence.at().toString());
    }

    /// Nothing for nothing; on one line, whatever came.
    private static void line(StringBuilder text, String label, String value) {
        String flat = value.replaceAll("\\p{Cntrl}+", " ").strip();
        if (!flat.isEmpty()) text.append(label).append(": ").append(flat).append('\n');
    }
}
