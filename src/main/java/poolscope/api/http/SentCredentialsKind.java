package poolscope.api.http;

import poolscope.connection.Credentials;

/// The kind of credentials a request carried. It is known, so it takes precedence over what the message of a
/// refusal suggests.
public enum SentCredentialsKind {
    /// None.
    NOTHING,
    /// A token, as typed or as issued for a password.
    TOKEN,
    /// A signature by a permanent access key.
    ACCESS_KEY,
    /// A signature by a temporary access key, with its security token.
    TEMPORARY_KEY,
    /// User and password, to IAM.
    PASSWORD;

    /// What a request to the service of a connection carries.
    public static SentCredentialsKind of(Credentials credentials) {
        return switch (credentials) {
            case Credentials.None _ -> NOTHING;
            case Credentials.Token _, Credentials.Password _ -> TOKEN;
            case Credentials.AccessKey key -> key.securityToken().isPresent() ? TEMPORARY_KEY : ACCESS_KEY;
        };
    }
}
