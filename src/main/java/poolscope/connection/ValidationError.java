package poolscope.connection;

/// What can be wrong with a typed value of a connection. The messages are made elsewhere.
public enum ValidationError {
    /// The connection has no name.
    NAME_EMPTY,
    /// Another connection has this name.
    NAME_TAKEN,
    /// Nothing was typed for the endpoint.
    ENDPOINT_EMPTY,
    /// Not a URL: forbidden characters, or no host.
    ENDPOINT_MALFORMED,
    /// Neither `https` nor `http`.
    ENDPOINT_SCHEME_UNKNOWN,
    /// Plain `http` to a host other than this machine (P22).
    ENDPOINT_NOT_ENCRYPTED,
    /// `user@host`: the text after `@` is the real host, a known trick (P22).
    ENDPOINT_WITH_USER,
    /// The endpoint is a host; the program adds the path itself.
    ENDPOINT_WITH_PATH,
    /// A query or fragment.
    ENDPOINT_WITH_QUERY,
    /// The host has letters beyond ASCII that may look like others (P22).
    ENDPOINT_HOST_NOT_ASCII,
    /// The port is not 1 to 65535.
    ENDPOINT_PORT_OUT_OF_RANGE,
    /// Nothing was typed for the project id.
    PROJECT_ID_EMPTY,
    /// Not `[0-9A-Za-z-]{1,64}` (P44).
    PROJECT_ID_MALFORMED,
    /// A secret or key is empty.
    SECRET_EMPTY,
    /// The secret that is saved was entered for another endpoint (P32).
    SECRET_OF_OTHER_ENDPOINT,
    /// The token of a sign-in by token is empty.
    TOKEN_EMPTY,
    /// The id of an access key (AK) is empty.
    ACCESS_KEY_EMPTY,
    /// The signing key (SK) of an access key is empty.
    SECRET_KEY_EMPTY,
    /// The account (domain) of a password sign-in is empty.
    ACCOUNT_EMPTY,
    /// The password of a password sign-in is empty.
    PASSWORD_EMPTY,
    /// A secret or key contains a line break, blank or control character (P30).
    SECRET_BROKEN,
    /// A secret or key has quotes around it or characters beyond ASCII (P30).
    SECRET_NOT_ASCII,
    /// Longer than any header may be (32 KiB): pasted twice? (P30)
    SECRET_TOO_LONG,
    /// A name that is shown is longer than 200 characters or has control characters.
    NAME_UNSHOWABLE,
    /// The account (domain) or the user of a password sign-in is empty.
    USER_EMPTY,
    /// The account (domain), the user or the proxy's user is too long or has control characters.
    USER_MALFORMED,
    /// Not `host:port`: the host is empty, has characters that no host has, or the port is missing.
    PROXY_MALFORMED,
    /// The proxy's port is not 1 to 65535.
    PROXY_PORT_OUT_OF_RANGE,
    /// A host that is to be reached without the proxy is neither a name nor an address nor a range of addresses.
    NO_PROXY_MALFORMED,
    /// Not an absolute path.
    CA_FILE_MALFORMED,
    /// The refresh interval is outside the allowed range.
    REFRESH_OUT_OF_RANGE,
    /// The page size is not 1 to 1000.
    PAGE_SIZE_OUT_OF_RANGE
}
