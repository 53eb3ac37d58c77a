package poolscope.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.Failure;
import poolscope.api.NetworkPath;
import poolscope.connection.Connection;
import poolscope.connection.Credentials;
import poolscope.connection.Endpoint;
import poolscope.connection.ProxyChoice;
import poolscope.connection.Validated;
import poolscope.demo.DemoCloud;
import poolscope.demo.DemoSettings;

/// The service that an export reads; with a demo cloud, it is closed with this object.
///
/// @param signInHint
///            what to do when the service requires a sign-in and there is none
record ExportSource(ApiTarget apiTarget, String signInHint, Optional<DemoCloud> cloud) implements AutoCloseable {

    private static final String NO_SIGN_IN = "the connection is saved without a sign-in; " + SecretHint.WINDOW;

    /// The service that the options name: a saved connection, an endpoint, or the demo cloud.
    ///
    /// @throws ExitException
    ///             when there is no such connection, or its credentials are invalid
    static ExportSource open(ExportOptions options, ConnectionLookup saved, EnvironmentCredentials environment)
            throws ExitException, InterruptedException {
        var proxy = ProxyOption.option(options.proxy());
        var exportSource = of(options, proxy, saved, environment);
        var query = options.query().applyTo(exportSource.apiTarget.query());
        return new ExportSource(
                exportSource.apiTarget.withQuery(query).withWay(exportSource.networkPath(options, proxy, environment)),
                exportSource.signInHint, exportSource.cloud);
    }

    private NetworkPath networkPath(ExportOptions options, Optional<ProxyChoice> proxy,
            EnvironmentCredentials environment) throws ExitException {
        var networkPath = new ProxyOption(environment.environment()).apply(apiTarget.networkPath(), proxy,
                apiTarget.connection().endpoint());
        return options.ca().isEmpty()
                ? networkPath
                : new NetworkPath(networkPath.networkRoute().withCaFile(options.ca()), networkPath.proxyPassword());
    }

    private static ExportSource of(ExportOptions options, Optional<ProxyChoice> proxy, ConnectionLookup saved,
            EnvironmentCredentials environment) throws ExitException, InterruptedException {
        if (options.connection().isPresent()) return saved(options.connection().get(), proxy, saved);
        if (options.endpoint().isPresent()) return byEndpoint(options.endpoint().get(), options.project(), environment);
        return demo();
    }

    @Override
    public void close() {
        cloud.ifPresent(DemoCloud::close);
    }

    /// Uses the connection's own credentials: those of the environment may belong to somebody else.
    static ExportSource saved(String name, Optional<ProxyChoice> proxy, ConnectionLookup saved)
            throws ExitException, InterruptedException {
        var several = saved.named(name);
        if (!several.isEmpty()) throw new ExitException(ExitCode.USAGE, whichOf(name, several));
        try {
            var apiTarget = saved.find(name, proxy)
                    .orElseThrow(() -> new ExitException(ExitCode.USAGE,
                            "No connection of the name \"" + TerminalText.of(name) + "\" is saved."));
            return new ExportSource(apiTarget, NO_SIGN_IN, Optional.empty());
        } catch (ApiException e) {
            var hint = e.failure() instanceof Failure.SecretUnavailable(var cause, var _)
                    ? "; " + SecretHint.of(cause)
                    : "";
            throw new ExitException(CommandLineFailureText.code(e.failure()),
                    "No pools were read: " + CommandLineFailureText.of(e.failure()) + hint + ".");
        }
    }

    private static String whichOf(String name, List<Connection> several) {
        var all = several.stream()
                .map(one -> one.id() + " (" + one.address() + ", project " + one.projectId() + ")")
                .collect(Collectors.joining(", "));
        return several.size() + " connections have the name \"" + TerminalText.of(name)
                + "\". Give the id of one instead: " + all + ".";
    }

    private static ExportSource byEndpoint(String endpoint, String project, EnvironmentCredentials environment)
            throws ExitException {
        var address = required("--endpoint", Endpoint.parse(endpoint));
        var id = required("--project", Connection.projectId(project));
        var connection = new Connection(address + "/" + id, address.getRawAuthority(), Optional.empty(), address, id);
        return new ExportSource(ApiTarget.of(connection, environment.read()), EnvironmentCredentials.HINT,
                Optional.empty());
    }

    private static <T> T required(String option, Validated<T> typed) throws ExitException {
        return switch (typed) {
            case Validated.Accepted<T>(T value) -> value;
            case Validated.Refused<T>(var validationError) ->
                throw new ExitException(ExitCode.USAGE, option + " " + ValidationText.of(validationError) + ".");
        };
    }

    private static ExportSource demo() throws ExitException {
        try {
            var cloud = DemoCloud.start(DemoSettings.ofBothGenerations(WindowOptions.DEMO_POOLS));
            var connection = new Connection("demo", "Demo cloud", Optional.of("demo-1"), cloud.endpoint(),
                    cloud.projectId());
            return new ExportSource(ApiTarget.of(connection, Credentials.NONE), "", Optional.of(cloud));
        } catch (IOException e) {
            throw new ExitException(ExitCode.UNREACHABLE,
                    "The demo cloud could not start: " + TerminalText.of(e.toString()) + ".");
        }
    }
}
