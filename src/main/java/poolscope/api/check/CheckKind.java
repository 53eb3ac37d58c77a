package poolscope.api.check;

/// The rungs of [ConnectionCheck]'s ladder, from the bottom up.
public enum CheckKind {
    /// The host's name is known.
    NAME,
    /// Somebody listens there.
    TCP,
    /// The proxy lets us through.
    PROXY,
    /// The certificate can be trusted.
    TLS,
    /// The service answers at all.
    ANSWER,
    /// The two clocks agree.
    CLOCK,
    /// The service knows who asks.
    SIGN_IN,
    /// Who asks may list pools of this project.
    PERMISSION,
    /// The first page of pools can be read.
    FIRST_PAGE
}
