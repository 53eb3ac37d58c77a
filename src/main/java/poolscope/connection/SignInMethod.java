package poolscope.connection;

import java.net.URI;

/// How a saved connection signs in. Contains no secret: those are in a [SecretStore], or asked for.
public sealed interface SignInMethod {

    /// No sign-in: for the demo cloud.
    record None() implements SignInMethod {}

    /// A pasted token.
    record Token() implements SignInMethod {}

    /// An access key. Its id is stored with the secrets; only its end is kept here, so that a person recognises it.
    ///
    /// @param tail
    ///            at most [#TAIL] characters (P28 allows four), empty when no key was entered
    /// @param temporary
    ///            whether it has a security token
    record AccessKey(String tail, boolean temporary) implements SignInMethod {
        private static final int TAIL = 4;

        /// Keeps only the end of the given text, so that a whole key can't get into a file by mistake.
        ///
        /// @throws IllegalArgumentException
        ///             when it contains control characters
        public AccessKey {
            tail = tail(tail).orThrow();
        }

        /// The end of a key, or of the end read from a file.
        public static ValidationResult<String> tail(String key) {
            return ConnectionNameValidation.name(key.substring(Math.max(0, key.length() - TAIL)),
                    ValidationError.USER_MALFORMED);
        }
    }

    /// A password, for which IAM issues a token.
    ///
    /// @param domain
    ///            the account
    /// @param iam
    ///            the only endpoint that the password is sent to (P32): `scheme://host[:port]`
    record Password(String domain, String user, URI iam) implements SignInMethod {
        /// @throws IllegalArgumentException
        ///             when a part is invalid ([SignInMethod#password])
        public Password {
            domain = ConnectionNameValidation.user(domain).orThrow();
            user = ConnectionNameValidation.user(user).orThrow();
            iam = EndpointParser.parse(iam.toString()).orThrow();
        }

        /// The IAM endpoint for display.
        public String address() {
            return iam.toString();
        }
    }

    /// No sign-in.
    SignInMethod NONE = new None();
    /// A pasted token.
    SignInMethod TOKEN = new Token();

    /// A typed password sign-in, or its first error.
    static ValidationResult<SignInMethod> password(String domain, String user, String iam) {
        return ConnectionNameValidation.user(domain)
                .then(account -> ConnectionNameValidation.user(user)
                        .then(name -> EndpointParser.parse(iam)
                                .then(address -> ValidationResult.accepted(new Password(account, name, address)))));
    }

    /// The sign-in method of these credentials.
    static SignInMethod of(Credentials credentials) {
        return switch (credentials) {
            case Credentials.None _ -> NONE;
            case Credentials.Token _ -> TOKEN;
            case Credentials.AccessKey key -> new AccessKey(key.tail(), key.securityToken().isPresent());
            case Credentials.Password password -> new Password(password.domain(), password.user(), password.iam());
        };
    }
}
