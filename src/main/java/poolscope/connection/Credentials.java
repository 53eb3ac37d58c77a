package poolscope.connection;

import java.net.URI;
import java.util.Optional;

/// Credentials (*Signing in* in api-notes.md). Every part is validated, so that a header can carry it (P30).
public sealed interface Credentials {

    /// None: the demo cloud requires no sign-in.
    record None() implements Credentials {}

    /// A project-scoped token, sent as `X-Auth-Token`. Valid for 24 hours.
    record Token(Secret token) implements Credentials {
        public Token {
            Secret.checkHeader(token.reveal()).orThrow();
        }
    }

    /// An access key that signs each request.
    ///
    /// @param accessKey
    ///            its id (AK)
    /// @param secretKey
    ///            the signing key (SK), never sent
    /// @param securityToken
    ///            sent with temporary keys only
    record AccessKey(String accessKey, Secret secretKey, Optional<Secret> securityToken) implements Credentials {
        public AccessKey {
            accessKey = Secret.checkHeader(accessKey).orThrow();
            Secret.checkHeader(secretKey.reveal()).orThrow();
            securityToken.ifPresent(token -> Secret.checkHeader(token.reveal()).orThrow());
        }

        /// The last four characters, by which a person recognises the key.
        public String tail() {
            return accessKey.substring(Math.max(0, accessKey.length() - 4));
        }

        @Override
        public String toString() {
            return "AccessKey[…" + tail() + "]";
        }
    }

    /// The password of an IAM user, for which IAM issues a token for the connection's project. Several wrong ones lock
    /// the user.
    ///
    /// @param domain
    ///            the account
    /// @param iam
    ///            the only endpoint that the password is sent to (P32): `scheme://host[:port]`
    record Password(String domain, String user, Secret password, URI iam) implements Credentials {
        /// @throws IllegalArgumentException
        ///             when a part is invalid; the message doesn't repeat it
        public Password {
            domain = ConnectionNameValidation.user(domain).orThrow();
            user = ConnectionNameValidation.user(user).orThrow();
            iam = EndpointParser.parse(iam.toString()).orThrow();
        }
    }

    /// No sign-in.
    Credentials NONE = new None();

    /// A pasted token.
    static ValidationResult<Credentials> token(String pasted) {
        return Secret.ofHeader(pasted).then(token -> ValidationResult.accepted(new Token(token)));
    }

    /// A pasted access key; `securityToken` is blank for permanent keys.
    static ValidationResult<Credentials> accessKey(String accessKey, String secretKey, String securityToken) {
        return Secret.checkHeader(accessKey).then(ak -> Secret.ofHeader(secretKey).then(sk -> {
            if (securityToken.isBlank()) return ValidationResult.accepted(new AccessKey(ak, sk, Optional.empty()));
            return Secret.ofHeader(securityToken)
                    .then(t -> ValidationResult.accepted(new AccessKey(ak, sk, Optional.of(t))));
        }));
    }

    /// The credentials of a password sign-in.
    static Credentials password(SignInMethod.Password signIn, Secret password) {
        return new Password(signIn.domain(), signIn.user(), password, signIn.iam());
    }
}
