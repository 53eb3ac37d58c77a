package poolscope.export;

/// The list call as a command line of `curl`. Who runs it puts a token into the variable `TOKEN`; there is none in the text.
public final class Curl {
    private Curl() {}

    /// The call that lists the pools of a project.
    ///
    /// @param address
    ///            of the service: scheme, host and port
    public static String list(String address, String project) {
        return "curl -sS -H \"X-Auth-Token: $TOKEN\" "
                + quoted(address + "/v1/" + project + "/clusters?offset=0&limit=1000&sort_by=created_at&order=desc");
    }

    /// Inside single quotes a shell takes everything as it is but the single quote.
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
