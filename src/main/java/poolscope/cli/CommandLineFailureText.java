package poolscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import poolscope.api.ApiCallKind;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;

/// A failure as one English sentence: what happened, and the codes that the service's support needs. External text was
/// redacted when it was read (P28); control characters are removed here (P43).
final class CommandLineFailureText {
    private CommandLineFailureText() {}

    /// What happened, with host, HTTP status, error code and request id where known.
    static String of(Failure failure) {
        var failureDetails = failure.failureDetails();
        var facts = new ArrayList<>(List.of(failureDetails.request().host()));
        if (failureDetails.status() != 0) facts.add("HTTP " + failureDetails.status());
        if (!failureDetails.code().isEmpty()) facts.add("code " + failureDetails.code());
        if (!failureDetails.requestId().isEmpty()) facts.add("request " + failureDetails.requestId());
        return description(failure) + detail(failureDetails) + " (" + TerminalText.of(String.join(", ", facts)) + ")";
    }

    /// The exit code: the sign-in was refused, or nothing usable came.
    static ExitCode code(Failure failure) {
        return switch (failure) {
            case Failure.SecretUnavailable _ -> ExitCode.NO_SECRET;
            case Failure.SignInRefused _, Failure.NotAllowed _, Failure.ProjectMismatch _ -> ExitCode.REFUSED;
            case Failure.Unreachable _, Failure.Untrusted _, Failure.Proxy _, Failure.NoSuchApi _,
                    Failure.BadRequest _, Failure.QuotaUsed _, Failure.Throttled _, Failure.ServiceTrouble _,
                    Failure.UnreadableAnswer _ ->
                ExitCode.UNREACHABLE;
        };
    }

    private static String detail(FailureDetails failureDetails) {
        var message = failureDetails.detail().isEmpty() ? failureDetails.serverText() : failureDetails.detail();
        return message.isEmpty() ? "" : ": " + TerminalText.of(message);
    }

    private static String description(Failure failure) {
        return switch (failure) {
            case Failure.Unreachable(var cause, _) -> unreachable(cause);
            case Failure.Untrusted(var cause, _) -> untrusted(cause);
            case Failure.Proxy(var cause, _) -> proxy(cause);
            case Failure.SignInRefused(var cause, _) -> signIn(cause);
            case Failure.SecretUnavailable(var cause, _) -> secret(cause);
            case Failure.NotAllowed(var cause, var details) -> notAllowed(cause, ApiCallKind.of(details.request()));
            case Failure.ProjectMismatch _ -> "the project id does not fit the sign-in";
            case Failure.NoSuchApi _ -> "this API is not served there; check region and endpoint";
            case Failure.BadRequest(var cause, _) -> badRequest(cause);
            case Failure.QuotaUsed _ -> "the quota of calls is used up";
            case Failure.Throttled throttled -> "too many requests; the service asks to wait" + wait(throttled);
            case Failure.ServiceTrouble trouble -> "the service answered with an error of its own"
                    + trouble.retryAfter().map(after -> " and asks to wait " + after.toSeconds() + " s").orElse("");
            case Failure.UnreadableAnswer(var cause, _) -> unreadable(cause);
        };
    }

    private static String wait(Failure.Throttled throttled) {
        return throttled.retryAfter().map(after -> " " + after.toSeconds() + " s").orElse("");
    }

    private static String unreachable(Failure.Unreachable.Cause cause) {
        return switch (cause) {
            case NAME_UNKNOWN -> "the host's name was not found";
            case REFUSED -> "the connection was refused, nothing listens there";
            case CONNECT_TIMED_OUT -> "no connection came about in time";
            case ANSWER_TIMED_OUT -> "no whole answer came in time";
            case RESET -> "the connection broke";
            case NO_ROUTE -> "the network has no way to the host";
            case NO_DESCRIPTORS ->
                "the system gives this program no more connections or open files; raise the limit (ulimit -n)";
            case OTHER -> "the host could not be reached";
        };
    }

    private static String untrusted(Failure.Untrusted.Cause cause) {
        return switch (cause) {
            case UNKNOWN_ISSUER -> "the certificate comes from an issuer that is not known here";
            case WRONG_NAME -> "the certificate is for another name";
            case EXPIRED -> "the certificate has expired";
            case NOT_YET_VALID -> "the certificate is not valid yet; check this machine's clock";
            case TOO_OLD -> "only encryption that is too old to be safe is offered";
            case NOT_HTTPS -> "what answers there does not speak HTTPS; check port and scheme";
            case CLIENT_CERTIFICATE -> "the service wants a client certificate, and this program has none to show";
            case CA_FILE_MISSING -> "there is no such CA file";
            case CA_FILE_DENIED -> "the CA file may not be read";
            case CA_FILE_NOT_A_FILE -> "the CA file is a folder or device";
            case CA_FILE_UNREADABLE -> "the CA file could not be read";
            case CA_FILE_TOO_LARGE -> "the CA file is larger than 16 MiB";
            case CA_FILE_KEY_STORE ->
                "the CA file is a key store without a certificate that is marked as trusted; openssl pkcs12 -in FILE -nokeys -out ca.pem makes PEM of it";
            case CA_FILE_PASSWORD -> "the CA file is a key store with a password, which is not at hand: for --ca set "
                    + EnvironmentCredentials.CA_PASSWORD + ", for a saved connection edit it in the window";
            case CA_FILE_WRONG_PASSWORD ->
                "the password does not open the CA file; if it is right, the file is damaged or was changed";
            case CA_FILE_DAMAGED -> "a certificate in the CA file is damaged or cut off";
            case CA_FILE_NO_CERTIFICATE -> "there is no certificate in the CA file, or its type is not known";
            case OTHER -> "no secure connection came about";
        };
    }

    private static String proxy(Failure.Proxy.Cause cause) {
        return switch (cause) {
            case LOGIN_REQUIRED -> "the proxy wants a login";
            case REFUSED -> "the proxy does not let this host through";
            case CANNOT_REACH -> "the proxy can not reach the service";
            case NAME_UNKNOWN -> "the name of the proxy was not found";
            case NOTHING_LISTENS -> "the proxy refused the connection, nothing listens there";
            case CONNECT_TIMED_OUT -> "the proxy made no connection in time";
            case NO_ROUTE -> "the network has no way to the proxy";
            case NO_PROXY -> "what answers at the proxy's address is no HTTP proxy, or it hung up";
        };
    }

    private static String signIn(Failure.SignInRefused.Cause cause) {
        return switch (cause) {
            case MISSING -> "the service wants a sign-in";
            case TOKEN_EXPIRED -> "the token has expired; sign in again with a new one";
            case TOKEN_INVALID -> "the service can not read the token";
            case SIGNATURE_WRONG -> "the signature is wrong; check the secret key and this machine's clock";
            case SECURITY_TOKEN ->
                "the security token of the temporary access key has expired or does not fit it; get all three anew";
            case KEY_UNKNOWN -> "the access key does not exist";
            case KEY_LOCKED -> "the access key is locked for 5 minutes after too many wrong signatures";
            case ACCOUNT_LOCKED -> "the account is locked after too many wrong passwords";
            case CLOCK_SKEW -> "this machine's clock and the service's are more than 15 minutes apart";
            case NO_PROJECT_SCOPE -> "the token belongs to no project";
            case SUSPENDED -> "the account is suspended or restricted";
            case OTHER -> "the service refused the sign-in";
        };
    }

    private static String secret(Failure.SecretUnavailable.Cause cause) {
        return switch (cause) {
            case NOT_KEPT -> "the connection's secret is not in this computer's key store";
            case STORE_ABSENT -> "no key store answers here, so the connection's secret is not at hand";
            case STORE_LOCKED -> "the key store that has the connection's secret is locked";
            case STORE_DENIED -> "the key store does not let this program have the connection's secret";
            case STORE_SLOW -> "the key store that has the connection's secret did not answer in time";
            case STORE_BROKEN -> "the key store did not give the connection's secret out";
            case DAMAGED -> "what the key store has as the connection's secret is damaged";
        };
    }

    private static String notAllowed(Failure.NotAllowed.Cause cause, Optional<ApiCallKind> call) {
        return switch (cause) {
            case PERMISSION -> call.map(CommandLineFailureText::permission).orElse("a permission is missing");
            case ADDRESS -> "this machine's address may not call the service";
            case REGION -> "this user may not use this region";
            case UNEXPLAINED -> "access was forbidden without a reason, perhaps by a firewall on the way"
                    + call.map(one -> "; " + needed(one)).orElse("");
        };
    }

    private static String permission(ApiCallKind call) {
        return "the permission to " + action(call) + " is missing; " + needed(call);
    }

    private static String needed(ApiCallKind call) {
        return call.permission()
                .map(name -> call.request() + " needs " + name)
                .orElseGet(() -> "the documentation does not name the permission that " + call.request() + " needs");
    }

    private static String action(ApiCallKind call) {
        return switch (call) {
            case V1_POOLS, V2_POOLS -> "list pools";
            case WORKSPACES -> "list workspaces";
            case METRICS -> "read what is free in pools";
            case FLAVORS -> "read what specifications have";
            case MAINTENANCE -> "read planned maintenance";
            case NODES -> "read the nodes of a pool";
            case JOBS -> "read the jobs of a pool";
            case EVENTS -> "read the events of a pool";
        };
    }

    private static String badRequest(Failure.BadRequest.Cause cause) {
        return switch (cause) {
            case PARAMETER -> "the service refused a parameter; check the project id";
            case PAGE_SIZE ->
                "the service refused the number of pools asked for at once; set a page size that it allows";
            case TOO_LARGE -> "the request is too large; was the token pasted twice?";
            case PROTOCOL -> "the service does not allow this protocol";
            case OTHER -> "the service refused the request";
        };
    }

    private static String unreadable(Failure.UnreadableAnswer.Cause cause) {
        return switch (cause) {
            case WEB_PAGE -> "a web page answered, perhaps a login page or proxy";
            case NOT_JSON -> "the answer is not JSON";
            case TRUNCATED -> "the answer ends in the middle";
            case TOO_LARGE ->
                "the answer is larger than what is read at once; is this the endpoint of the ModelArts API? The pools of "
                        + "v2 come in one answer: without them, with --api v1, those of v1 can be read";
            case TOO_DEEP -> "the answer is nested deeper than 100, which no list of pools is";
            case NUMBER_TOO_LONG -> "there is a number of more than 100 digits in the answer";
            case TEXT_TOO_LONG -> "there is a text of more than 1 MiB in the answer";
            case DUPLICATE_NAME ->
                "an object in the answer has one field twice, so it can not be told which one counts";
            case HEADERS_TOO_LARGE -> "the headers of the answer are larger than 384 KiB";
            case NOT_HTTP -> "what answers there does not speak HTTP; check the port";
            case NOT_A_LIST -> "the answer is JSON, but no list of pools";
            case TOO_MANY_ENTRIES -> "the answer has more than 100,000 entries, a hundred times what can be asked for";
            case REDIRECTED -> "the service redirects elsewhere, which is not followed";
            case EMPTY -> "the answer is empty";
            case WRONG_SHAPE -> "in the answer something is missing or not what it should be";
            case DAMAGED_GZIP -> "the answer is packed with gzip and damaged";
            case ENCODED -> "the answer is packed in a way that was not asked for";
            case WRONG_STATUS -> "no list of pools has this status";
            case REPORTS_FAILURE -> "the service reports an error";
        };
    }
}
