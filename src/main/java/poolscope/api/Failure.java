package poolscope.api;

import java.time.Duration;
import java.util.Optional;
import poolscope.pool.InventoryPartReadOutcome;

/// An expected failure, as data: what happened, in as much detail as its message needs, and what it was concluded from.
/// Message and advice are made elsewhere (*Refusals* in api-notes.md).
public sealed interface Failure extends InventoryPartReadOutcome.Cause {

    FailureDetails failureDetails();

    /// The same failure with other details.
    Failure with(FailureDetails failureDetails);

    /// How long the service asks to wait, more than zero; empty when it does not say.
    default Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /// Kind and cause as one word for logs and reports, such as `Unreachable.REFUSED`.
    default String name() {
        return switch (this) {
            case Unreachable it -> "Unreachable." + it.cause;
            case Untrusted it -> "Untrusted." + it.cause;
            case Proxy it -> "Proxy." + it.cause;
            case SignInRefused it -> "SignInRefused." + it.cause;
            case SecretUnavailable it -> "SecretUnavailable." + it.cause;
            case NotAllowed it -> "NotAllowed." + it.cause;
            case ProjectMismatch _ -> "ProjectMismatch";
            case NoSuchApi _ -> "NoSuchApi";
            case BadRequest it -> "BadRequest." + it.cause;
            case QuotaUsed _ -> "QuotaUsed";
            case Throttled _ -> "Throttled";
            case ServiceTrouble _ -> "ServiceTrouble";
            case UnreadableAnswer it -> "UnreadableAnswer." + it.cause;
        };
    }

    /// No response came.
    record Unreachable(Cause cause, FailureDetails failureDetails) implements Failure {
        public enum Cause {
            /// The host's name is unknown.
            NAME_UNKNOWN,
            /// Nothing listens at that port.
            REFUSED,
            /// No connection within the timeout.
            CONNECT_TIMED_OUT,
            /// Connected, but no complete response within the timeout.
            ANSWER_TIMED_OUT,
            /// The connection broke before or during the response.
            RESET,
            /// The network has no route to the host.
            NO_ROUTE,
            /// The system gives this program no more connections or open files.
            NO_DESCRIPTORS,
            /// Any other failure of the transport.
            OTHER
        }

        @Override
        public Unreachable with(FailureDetails failureDetails) {
            return new Unreachable(cause, failureDetails);
        }
    }

    /// The connection can't be trusted (P19), or is not TLS. `detail` names the issuer, the names found, or the date.
    record Untrusted(Cause cause, FailureDetails failureDetails) implements Failure {
        public enum Cause {
            /// The certificate's issuer is not known here.
            UNKNOWN_ISSUER,
            /// The certificate is for other names.
            WRONG_NAME,
            /// The certificate has expired.
            EXPIRED,
            /// The certificate is not valid yet, or the local clock is wrong.
            NOT_YET_VALID,
            /// The server offers only TLS versions that are too old, or no common cipher.
            TOO_OLD,
            /// The port responds, but not with TLS.
            NOT_HTTPS,
            /// The server requires a client certificate, and this program has none.
            CLIENT_CERTIFICATE,
            /// There is no CA file of that name. `detail` is the file, as for all that follow; nothing was sent.
            CA_FILE_MISSING,
            /// The CA file may not be read.
            CA_FILE_DENIED,
            /// The path of the CA file is a folder or device.
            CA_FILE_NOT_A_FILE,
            /// The CA file could not be read because of an input error.
            CA_FILE_UNREADABLE,
            /// The CA file is larger than 16 MiB.
            CA_FILE_TOO_LARGE,
            /// The CA file is a PKCS #12 or Java key store in which no certificate is visible to Java.
            CA_FILE_KEY_STORE,
            /// The CA file is a key store with a password that is neither empty nor `changeit`, and the connection
            /// has none.
            CA_FILE_PASSWORD,
            /// The password of the connection does not open the CA file, or the file was changed: that looks the same.
            CA_FILE_WRONG_PASSWORD,
            /// A certificate in the CA file is damaged or cut off.
            CA_FILE_DAMAGED,
            /// There is no certificate in the CA file, or it is of an unknown type.
            CA_FILE_NO_CERTIFICATE,
            /// The handshake failed otherwise.
            OTHER
        }

        @Override
        public Untrusted with(FailureDetails failureDetails) {
            return new Untrusted(cause, failureDetails);
        }
    }

    /// A proxy on the way failed or refused; the service was not reached (P20).
    record Proxy(Cause cause, FailureDetails failureDetails) implements Failure {
        public enum Cause {
            /// The proxy wants a login (407).
            LOGIN_REQUIRED,
            /// The proxy doesn't allow this host.
            REFUSED,
            /// The proxy can't reach the service.
            CANNOT_REACH,
            /// The name of the proxy is unknown. `detail` is `host:port` of the proxy, as for all that follow.
            NAME_UNKNOWN,
            /// Nothing listens at the proxy's port.
            NOTHING_LISTENS,
            /// The proxy made no connection within the timeout.
            CONNECT_TIMED_OUT,
            /// The network has no route to the proxy.
            NO_ROUTE,
            /// What responds there is not an HTTP proxy, or it closed the connection.
            NO_PROXY
        }

        @Override
        public Proxy with(FailureDetails failureDetails) {
            return new Proxy(cause, failureDetails);
        }
    }

    /// The service refuses the sign-in (P25). Automatic requests stop at the first of these, because five lock the key.
    record SignInRefused(Cause cause, FailureDetails failureDetails) implements Failure {
        public enum Cause {
            /// No token or signature arrived.
            MISSING,
            /// The token has expired.
            TOKEN_EXPIRED,
            /// The token can't be decoded: expired, damaged or of another environment.
            TOKEN_INVALID,
            /// The signature is wrong: wrong secret key, or blanks pasted with it.
            SIGNATURE_WRONG,
            /// The security token of a temporary access key has expired or doesn't belong to the key.
            SECURITY_TOKEN,
            /// The access key doesn't exist.
            KEY_UNKNOWN,
            /// Too many wrong signatures: the key is locked for five minutes.
            KEY_LOCKED,
            /// Too many wrong passwords.
            ACCOUNT_LOCKED,
            /// The local clock and the service's are more than 15 minutes apart (P27).
            CLOCK_SKEW,
            /// The token belongs to no project.
            NO_PROJECT_SCOPE,
            /// The account is suspended or restricted, mostly for arrears.
            SUSPENDED,
            /// The service gives no reason.
            OTHER
        }

        @Override
        public SignInRefused with(FailureDetails failureDetails) {
            return new SignInRefused(cause, failureDetails);
        }
    }

    /// A secret of the connection is unavailable, so nothing was sent: neither without it nor with another one. The
    /// request's host is the one the secret is for, the service or the proxy; `detail` is the key store's own name and
    /// code of the error.
    record SecretUnavailable(Cause cause, FailureDetails failureDetails) implements Failure {
        public enum Cause {
            /// The key store has no such secret: it was kept for one session only, was removed, or belongs to
            /// another endpoint.
            NOT_KEPT,
            /// There is no key store here, so secrets are kept until the program ends.
            STORE_ABSENT,
            /// The key store is locked and was not unlocked.
            STORE_LOCKED,
            /// A person or the system denied this program access to the secret.
            STORE_DENIED,
            /// The secret store did not respond in time, for example because nobody answered its prompt.
            STORE_SLOW,
            /// The key store failed otherwise.
            STORE_BROKEN,
            /// The key store returned something else than was written into it.
            DAMAGED;

            /// Whether a later attempt may succeed without an edit of the connection.
            public boolean mayPass() {
                return switch (this) {
                    case STORE_LOCKED, STORE_SLOW, STORE_BROKEN -> true;
                    case NOT_KEPT, STORE_ABSENT, STORE_DENIED, DAMAGED -> false;
                };
            }
        }

        @Override
        public SecretUnavailable with(FailureDetails failureDetails) {
            return new SecretUnavailable(cause, failureDetails);
        }
    }

    /// Signed in, but not allowed (P26).
    record NotAllowed(Cause cause, FailureDetails failureDetails) implements Failure {
        public enum Cause {
            /// The service reports a missing permission.
            PERMISSION,
            /// This machine's address may not call.
            ADDRESS,
            /// The user may not use this region.
            REGION,
            /// 403 without a reason: perhaps a firewall on the way.
            UNEXPLAINED
        }

        @Override
        public NotAllowed with(FailureDetails failureDetails) {
            return new NotAllowed(cause, failureDetails);
        }
    }

    /// The project id is not that of the token, or the project can't be used.
    record ProjectMismatch(FailureDetails failureDetails) implements Failure {
        @Override
        public ProjectMismatch with(FailureDetails failureDetails) {
            return new ProjectMismatch(failureDetails);
        }
    }

    /// This endpoint doesn't serve this API (wrong region or host, or retired there), or not for this project.
    record NoSuchApi(FailureDetails failureDetails) implements Failure {
        @Override
        public NoSuchApi with(FailureDetails failureDetails) {
            return new NoSuchApi(failureDetails);
        }
    }

    /// The service doesn't understand the request.
    record BadRequest(Cause cause, FailureDetails failureDetails) implements Failure {
        public enum Cause {
            /// A parameter or the project id is wrong.
            PARAMETER,
            /// The service refuses this page size, and smaller ones too.
            PAGE_SIZE,
            /// The request is too large: is the token pasted twice?
            TOO_LARGE,
            /// TLS version or protocol not allowed.
            PROTOCOL,
            /// Any other.
            OTHER
        }

        @Override
        public BadRequest with(FailureDetails failureDetails) {
            return new BadRequest(cause, failureDetails);
        }
    }

    /// A quota is used up, or the caller is frozen. Waiting doesn't help.
    record QuotaUsed(FailureDetails failureDetails) implements Failure {
        @Override
        public QuotaUsed with(FailureDetails failureDetails) {
            return new QuotaUsed(failureDetails);
        }
    }

    /// Too many requests.
    ///
    /// @param retryAfter
    ///            how long the service asks to wait, more than zero
    record Throttled(Optional<Duration> retryAfter, FailureDetails failureDetails) implements Failure {
        @Override
        public Throttled with(FailureDetails failureDetails) {
            return new Throttled(retryAfter, failureDetails);
        }
    }

    /// The service or its gateway failed; a retry may help.
    ///
    /// @param retryAfter
    ///            how long the service asks to wait, more than zero
    record ServiceTrouble(Optional<Duration> retryAfter, FailureDetails failureDetails) implements Failure {
        @Override
        public ServiceTrouble with(FailureDetails failureDetails) {
            return new ServiceTrouble(retryAfter, failureDetails);
        }
    }

    /// A response came that is not a list of pools. Never read as "no pools" (P07).
    record UnreadableAnswer(Cause cause, FailureDetails failureDetails) implements Failure {
        public enum Cause {
            /// A web page, for example of a proxy or a login. `detail` is its title.
            WEB_PAGE,
            /// Not JSON. `detail` is the byte at which it stops being valid.
            NOT_JSON,
            /// JSON that is cut off.
            TRUNCATED,
            /// Larger than what is read of it (P14). `detail` is that size.
            TOO_LARGE,
            /// JSON that is nested deeper than 100.
            TOO_DEEP,
            /// JSON with a number of more than 100 digits.
            NUMBER_TOO_LONG,
            /// JSON with a text of more than 1 MiB, or a name of more than 64 KiB.
            TEXT_TOO_LONG,
            /// JSON in which an object has one name twice. `detail` is the name.
            DUPLICATE_NAME,
            /// The headers are larger than 384 KiB.
            HEADERS_TOO_LARGE,
            /// Not HTTP at all, or broken HTTP.
            NOT_HTTP,
            /// A hundred times more entries than the largest page may have.
            TOO_MANY_ENTRIES,
            /// A redirect, which is not followed (P21). `detail` is the host it points to.
            REDIRECTED,
            /// An empty body.
            EMPTY,
            /// JSON that is not an object, as every list is.
            NOT_A_LIST,
            /// JSON without a documented field. `detail` is the field.
            WRONG_SHAPE,
            /// Compressed in a way that was not requested and can't be read.
            ENCODED,
            /// Compressed with gzip, but cut off or damaged.
            DAMAGED_GZIP,
            /// A status that no response to a plain GET may have.
            WRONG_STATUS,
            /// A success status with an error in the body.
            REPORTS_FAILURE
        }

        @Override
        public UnreadableAnswer with(FailureDetails failureDetails) {
            return new UnreadableAnswer(cause, failureDetails);
        }
    }
}
