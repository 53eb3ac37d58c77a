package poolscope.cli;

import java.io.IOException;
import java.util.Optional;
import poolscope.connection.Checked;
import poolscope.connection.Connection;
import poolscope.connection.Credentials;
import poolscope.connection.Endpoint;
import poolscope.demo.DemoCloud;
import poolscope.demo.DemoSettings;

/// The service that one export reads; for a demo cloud it also is what has to be closed.
record Site(Target target, Optional<DemoCloud> cloud) implements AutoCloseable {

    /// The site that the options name: a saved connection, an address, or else the demo cloud.
    ///
    /// @throws EndException
    ///             when there is no such site, or the credentials for it can't be what they should
    static Site open(ExportOptions options, Targets saved, EnvironmentCredentials environment) throws EndException {
        if (options.connection().isPresent()) return saved(options.connection().get(), saved, environment);
        if (options.endpoint().isPresent()) return addressed(options.endpoint().get(), options.project(), environment);
        return demo();
    }

    @Override
    public void close() {
        cloud.ifPresent(DemoCloud::close);
    }

    private static Site saved(String name, Targets saved, EnvironmentCredentials environment) throws EndException {
        var target = saved.named(name).orElseThrow(
                () -> new EndException(ExitCode.USAGE, "No connection of the name \"" + OneLine.of(name) + "\" is saved."));
        var credentials = target.credentials() instanceof Credentials.None ? environment.read() : target.credentials();
        return new Site(new Target(target.connection(), credentials, target.way()), Optional.empty());
    }

    private static Site addressed(String endpoint, String project, EnvironmentCredentials environment) throws EndException {
        var address = required("--endpoint", Endpoint.parse(endpoint));
        var id = required("--project", Connection.projectId(project));
        var connection = new Connection(address + "/" + id, address.getRawAuthority(), Optional.empty(), address, id);
        return new Site(new Target(connection, environment.read()), Optional.empty());
    }

    private static <T> T required(String option, Checked<T> typed) throws EndException {
        return switch (typed) {
            case Checked.Accepted<T>(T value) -> value;
            case Checked.Refused<T>(var flaw) -> throw new EndException(ExitCode.USAGE, option + " " + FlawWords.of(flaw) + ".");
        };
    }

    private static Site demo() throws EndException {
        try {
            var cloud = DemoCloud.start(DemoSettings.of(Options.DEMO_POOLS));
            var connection = new Connection("demo", "Demo cloud", Optional.of("demo-1"), cloud.endpoint(), cloud.projectId());
            return new Site(new Target(connection, Credentials.NONE), Optional.of(cloud));
        } catch (IOException e) {
            throw new EndException(ExitCode.UNREACHABLE, "The demo cloud could not start: " + OneLine.of(e.toString()) + ".");
        }
    }
}
