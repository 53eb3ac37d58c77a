package poolscope.api;

import java.time.Duration;
import java.util.Optional;
import poolscope.pool.InventoryPart;

/// An expected failure, as data: what happened, as finely as the words for it need, and what it was concluded from.
/// Which words and which advice is decided elsewhere (*Refusals* in api-notes.md).
public sealed interface Failure extends InventoryPart.Cause {

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

    /// No answer came.
    record Unreachable(Cause cause, FailureDetails failureDetails) implements Failure {
        public enum Cause {
            /// The host's name is unknown.
            NAME_UNKNOWN,
            /// Nobody listens at that port.
            REFUSED,
            /// No connection within the deadline.
            CONNECT_TIMED_OUT,
            /// Connected, but no whole answer within the deadline.
            ANSWER_TIMED_OUT,
            /// The connection broke before or within the answer.
            RESET,
            /// The network has no way to the host.
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

    /// The connection can't be trusted (P19), or is none. `detail` names the issuer, the names found, or the date.
    record Untrusted(Cause cause, FailureDetails failureDetails) implements Failure {
        public enum Cause {
            /// The certificate's issuer is not known here.
            UNKNOWN_ISSUER,
            /// The certificate is for other names.
            WRONG_NAME,
            /// The certificate's time is over.
            EXPIRED,
            /// The certificate's time has not come: or the local clock is wrong.
            NOT_YET_VALID,
            /// Only versions of TLS that are too old, or no common cipher.
            TOO_OLD,
            /// The port responds, but not with TLS.
            NOT_HTTPS,
            /// The server wants a client certificate, and there is none to show.
            CLIENT_CERTIFICATE,
            /// There is no CA file of that name. `detail` is the file, as for all that follow; nothing was sent.
            CA_FILE_MISSING,
            /// The CA file may not be read.
            CA_FILE_DENIED,
            /// In place of the CA file there is a folder or device.
            CA_FILE_NOT_A_FILE,
            /// The CA file could not be read, for a reason of the disk.
            CA_FILE_UNREADABLE,
            /// The CA file is larger than 16 MiB.
            CA_FILE_TOO_LARGE,
            /// The CA file is a PKCS #12 or Java key store.
            CA_FILE_KEY_STORE,
            /// A certificate in the CA file is damaged or cut off.
            CA_FILE_DAMAGED,
            /// There is no certificate in the CA file.
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
            /// The proxy made no connection within the deadline.
            CONNECT_TIMED_OUT,
            /// The network has no way to the proxy.
            NO_ROUTE,
            /// What answers there is no HTTP proxy, or it hung up.
            NO_PROXY
        }

        @Override
        public Proxy with(FailureDetails failureDetails) {
            return new Proxy(cause, failureDetails);
        }
    }

    /// The service doesn't accept who is asking (P25). Automatic traffic stops at the first of these: five lock
    /// the key.
    record SignInRefused(Cause cause, FailureDetails failureDetails) implements Failure {
        public enum Cause {
            /// No token or signature arrived.
            MISSING,
            /// The token's time is over.
            TOKEN_EXPIRED,
            /// The token can't be decoded: expired, damaged or of another environment.
            TOKEN_INVALID,
            /// The signature doesn't fit: wrong secret key, or blanks pasted with it.
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
            /// The service doesn't say more.
            OTHER
        }

        @Override
        public SignInRefused with(FailureDetails failureDetails) {
            return new SignInRefused(cause, failureDetails);
        }
    }

    /// A secret of the connection is unavailable, so nothing was sent: not without it, and not with another one. The
    /// request's host is whom the secret is for, the service or the proxy; `detail` is what the key store said, a name
    /// and a code.
    record SecretUnavailable(Cause cause, FailureDetails failureDetails) implements Failure {
        public enum Cause {
            /// The key store has no such secret: it was kept for one session only, taken away, or belongs to
            /// another endpoint.
            NOT_KEPT,
            /// No key store answers here, so secrets are kept until the program ends.
            STORE_ABSENT,
            /// The key store is locked and was not unlocked.
            STORE_LOCKED,
            /// A person or the system does not let this program have the secret.
            STORE_DENIED,
            /// The secret store did not respond in time, for example because nobody answered its prompt.
            STORE_SLOW,
            /// The key store failed otherwise.
            STORE_BROKEN,
            /// What the key store has is not what was written into it.
            DAMAGED;

            /// Whether a later attempt may find the secret without an edit of the connection.
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
            /// A right is missing, says the service.
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

    /// The project id is not the token's, or the project can't be used.
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
            /// The service does not give so many pools an answer, and no fewer either.
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

    /// A quota is used up, or the caller is frozen. Waiting a moment doesn't help.
    record QuotaUsed(FailureDetails failureDetails) implements Failure {
        @Override
        public QuotaUsed with(FailureDetails failureDetails) {
            return new QuotaUsed(failureDetails);
        }
    }

    /// Too many requests; wait.
    ///
    /// @param retryAfter
    ///            how long the service asks to wait, more than zero
    record Throttled(Optional<Duration> retryAfter, FailureDetails failureDetails) implements Failure {
        @Override
        public Throttled with(FailureDetails failureDetails) {
            return new Throttled(retryAfter, failureDetails);
        }
    }

    /// The service or its gateway is in trouble; trying again may help.
    ///
    /// @param retryAfter
    ///            how long the service asks to wait, more than zero
    record ServiceTrouble(Optional<Duration> retryAfter, FailureDetails failureDetails) implements Failure {
        @Override
        public ServiceTrouble with(FailureDetails failureDetails) {
            return new ServiceTrouble(retryAfter, failureDetails);
        }
    }

    /// An answer came that is not a list of pools. Never read as "no pools" (P07).
    record UnreadableAnswer(Cause cause, FailureDetails failureDetails) implements Failure {
        public enum Cause {
            /// A web page: a proxy's, a login page. `detail` is its title.
            WEB_PAGE,
            /// Not JSON. `detail` is the byte where it stops being it.
            NOT_JSON,
            /// JSON that ends in the middle.
            TRUNCATED,
            /// More than 16 MiB (P14).
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
            /// A hundred times more entries than can be asked for.
            TOO_MANY_ENTRIES,
            /// A redirect, which is not followed (P21). `detail` is the host it points to.
            REDIRECTED,
            /// Nothing.
            EMPTY,
            /// JSON, but no object as every list is.
            NOT_A_LIST,
            /// JSON without what the document promises. `detail` is the field.
            WRONG_SHAPE,
            /// Packed in a way that was not asked for and can't be read.
            ENCODED,
            /// Packed with gzip, and what comes out is not whole.
            DAMAGED_GZIP,
            /// A status that no answer to a plain GET may have.
            WRONG_STATUS,
            /// A success that reports a failure inside.
            REPORTS_FAILURE
        }

        @Override
        public UnreadableAnswer with(FailureDetails failureDetails) {
            return new UnreadableAnswer(cause, failureDetails);
        }
    }
}
