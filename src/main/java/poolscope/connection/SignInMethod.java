package poolscope.connection;

import java.net.URI;

/// How a saved connection signs in. Names what is needed and holds no secret: those are in a [SecretStore], or
/// asked for.
public sealed interface SignInMethod {

    /// Not at all: a stand-in asks for nothing.
    record None() implements SignInMethod {}

    /// A pasted token.
    record Token() implements SignInMethod {}

    /// A key pair. The access key names a person's key and is kept with the secrets; a person knows it by its end.
    ///
    /// @param tail
    ///            at most [#TAIL] characters (P28 allows four), empty when none was ever given
    /// @param temporary
    ///            whether a security token belongs to the pair
    record AccessKey(String tail, boolean temporary) implements SignInMethod {
        private static final int TAIL = 4;

        /// Keeps the end of what it is given, so that a whole key can't get into a file by mistake.
        ///
        /// @throws IllegalArgumentException
        ///             when there are control characters in it
        public AccessKey {
            tail = tail(tail).orThrow();
        }

        /// The end of a key, or of what a file has as the end of one.
        public static Validated<String> tail(String key) {
            return NameRules.name(key.substring(Math.max(0, key.length() - TAIL)), ValidationError.USER_MALFORMED);
        }
    }

    /// A password, for which IAM gives a token.
    ///
    /// @param domain
    ///            the account
    /// @param iam
    ///            where the password goes, and nowhere else (P32): `scheme://host[:port]`
    record Password(String domain, String user, URI iam) implements SignInMethod {
        /// @throws IllegalArgumentException
        ///             when a part was not checked by [SignInMethod#password] before
        public Password {
            domain = NameRules.user(domain).orThrow();
            user = NameRules.user(user).orThrow();
            iam = Endpoint.parse(iam.toString()).orThrow();
        }

        /// The IAM endpoint as a person reads it.
        public String address() {
            return iam.toString();
        }
    }

    /// No sign-in.
    SignInMethod NONE = new None();
    /// A pasted token.
    SignInMethod TOKEN = new Token();

    /// A password sign-in as typed, or the first thing that is wrong with it.
    static Validated<SignInMethod> password(String domain, String user, String iam) {
        return NameRules.user(domain)
                .then(account -> NameRules.user(user)
                        .then(name -> Endpoint.parse(iam)
                                .then(address -> Validated.accepted(new Password(account, name, address)))));
    }

    /// How these credentials sign in.
    static SignInMethod of(Credentials credentials) {
        return switch (credentials) {
            case Credentials.None _ -> NONE;
            case Credentials.Token _ -> TOKEN;
            case Credentials.AccessKey key -> new AccessKey(key.tail(), key.securityToken().isPresent());
            case Credentials.Password password -> new Password(password.domain(), password.user(), password.iam());
        };
    }
}
