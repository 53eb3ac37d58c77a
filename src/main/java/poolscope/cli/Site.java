package poolscope.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import poolscope.api.ApiException;
import poolscope.api.Approach;
import poolscope.api.Failure;
import poolscope.api.Way;
import poolscope.connection.Checked;
import poolscope.connection.Connection;
import poolscope.connection.Credentials;
import poolscope.connection.Endpoint;
import poolscope.connection.ProxyChoice;
import poolscope.demo.DemoCloud;
import poolscope.demo.DemoSettings;

/// The service that one export reads; for a demo cloud it also is what has to be closed.
///
/// @param signInHint
///            what to do when it is asked without a sign-in and wants one
record Site(Approach approach, String signInHint, Optional<DemoCloud> cloud) implements AutoCloseable {

    private static final String NO_SIGN_IN = "the connection is saved without a sign-in; " + SecretHint.WINDOW;

    /// The site that the options name: a saved connection, an address, or else the demo cloud.
    ///
    /// @throws EndException
    ///             when there is no such site, or the credentials for it can't be what they should
    static Site open(ExportOptions options, Targets saved, EnvironmentCredentials environment)
            throws EndException, InterruptedException {
        var proxy = GivenProxy.option(options.proxy());
        var site = of(options, proxy, saved, environment);
        var query = options.query().over(site.approach.query());
        return new Site(site.approach.withQuery(query).withWay(site.way(options, proxy, environment)), site.signInHint,
                site.cloud);
    }

    private Way way(ExportOptions options, Optional<ProxyChoice> proxy, EnvironmentCredentials environment)
            throws EndException {
        var way = new GivenProxy(environment.environment()).apply(approach.way(), proxy, approach.connection()
                .endpoint());
        return options.ca().isEmpty() ? way : new Way(way.route().withCaFile(options.ca()), way.proxyPassword());
    }

    private static Site of(ExportOptions options, Optional<ProxyChoice> proxy, Targets saved, EnvironmentCredentials environment)
            throws EndException, InterruptedException {
        if (options.connection().isPresent()) return saved(options.connection().get(), proxy, saved);
        if (options.endpoint().isPresent()) return addressed(options.endpoint().get(), options.project(), environment);
        return demo();
    }

    @Override
    public void close() {
        cloud.ifPresent(DemoCloud::close);
    }

    /// With its own credentials: those of the environment may be somebody else's.
    static Site saved(String name, Optional<ProxyChoice> proxy, Targets saved) throws EndException, InterruptedException {
        var several = saved.ofOneName(name);
        if (!several.isEmpty()) throw new EndException(ExitCode.USAGE, whichOf(name, several));
        try {
            var approach = saved.named(name, proxy).orElseThrow(
                    () -> new EndException(ExitCode.USAGE, "No connection of the name \"" + OneLine.of(name) + "\" is saved."));
            return new Site(approach, NO_SIGN_IN, Optional.empty());
        } catch (ApiException e) {
            var hint = e.failure() instanceof Failure.SecretUnavailable(var cause, var _) ? "; " + SecretHint.of(cause) : "";
            throw new EndException(FailureSentence.code(e.failure()),
                    "No pools were read: " + FailureSentence.of(e.failure()) + hint + ".");
        }
    }

    private static String whichOf(String name, List<Connection> several) {
        var all = several.stream().map(one -> one.id() + " (" + one.address() + ", project " + one.projectId() + ")")
                .collect(Collectors.joining(", "));
        return several.size() + " connections have the name \"" + OneLine.of(name) + "\". Give the id of one instead: " + all
                + ".";
    }

    private static Site addressed(String endpoint, String project, EnvironmentCredentials environment) throws EndException {
        var address = required("--endpoint", Endpoint.parse(endpoint));
        var id = required("--project", Connection.projectId(project));
        var connection = new Connection(address + "/" + id, address.getRawAuthority(), Optional.empty(), address, id);
        return new Site(Approach.of(connection, environment.read()), EnvironmentCredentials.HINT, Optional.empty());
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
            return new Site(Approach.of(connection, Credentials.NONE), "", Optional.of(cloud));
        } catch (IOException e) {
            throw new EndException(ExitCode.UNREACHABLE, "The demo cloud could not start: " + OneLine.of(e.toString()) + ".");
        }
    }
}
