package poolscope.export;

/// The list call as a command line of `curl`. Who runs it puts a token into the variable `TOKEN`; there is none in
/// the text.
public final class CurlCommand {
    private CurlCommand() {}

    /// The call that lists pools.
    ///
    /// @param address
    ///            of the call, with its parameters
    public static String list(String address) {
        return "curl -sS -H \"X-Auth-Token: $TOKEN\" " + quoted(address);
    }

    /// Inside single quotes a shell takes everything as it is but the single quote.
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
