package poolscope.api.check;

/// The checks of [ConnectionTestRun], in the order in which they run.
public enum ConnectionCheckKind {
    /// The host name can be resolved.
    NAME,
    /// The port accepts a connection.
    TCP,
    /// The proxy opens a tunnel to the service.
    PROXY,
    /// The TLS handshake succeeds with a trusted certificate.
    TLS,
    /// The service responds to HTTP.
    ANSWER,
    /// The service's clock and ours differ by less than a signature allows.
    CLOCK,
    /// The service accepts the sign-in.
    SIGN_IN,
    /// The user may list the pools of this project.
    PERMISSION,
    /// The first page of pools can be read.
    FIRST_PAGE
}
