package poolscope.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.Failure;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.connection.Credentials;
import poolscope.connection.EndpointParser;
import poolscope.connection.ProxyChoice;
import poolscope.connection.RoutePasswords;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.ValidationResult;
import poolscope.demo.DemoCloud;
import poolscope.demo.DemoCloudSettings;

/// The service that a command reads; with a demo cloud, it is closed with this object.
///
/// @param signInHint
///            what to do when the service requires a sign-in and there is none
record CommandTargetService(ApiTarget apiTarget, String signInHint,
        Optional<DemoCloud> cloud) implements AutoCloseable {

    private static final String NO_SIGN_IN = "the connection is saved without a sign-in; " + MissingSecretHint.WINDOW;

    /// The service that the options name: a saved connection, an endpoint, or the demo cloud.
    ///
    /// @throws ExitException
    ///             when there is no such connection, or its credentials are invalid
    static CommandTargetService open(ServiceOptions options, SavedConnectionLookup saved,
            EnvironmentCredentials environment) throws ExitException, InterruptedException {
        var proxy = OptionOrEnvironmentProxy.option(options.proxy());
        var commandTargetService = of(options, proxy, saved, environment);
        var query = options.query().applyTo(commandTargetService.apiTarget.query());
        return new CommandTargetService(
                commandTargetService.apiTarget.withQuery(query)
                        .withWay(commandTargetService.networkPath(options, proxy, environment)),
                commandTargetService.signInHint, commandTargetService.cloud);
    }

    private NetworkRouteAndPasswords networkPath(ServiceOptions options, Optional<ProxyChoice> proxy,
            EnvironmentCredentials environment) throws ExitException {
        var networkRouteAndPasswords = new OptionOrEnvironmentProxy(environment.environment())
                .apply(apiTarget.networkRouteAndPasswords(), proxy, apiTarget.serviceAndProject().endpoint());
        return options.ca().isEmpty()
                ? networkRouteAndPasswords
                : new NetworkRouteAndPasswords(networkRouteAndPasswords.networkRoute().withCaFile(options.ca()),
                        new RoutePasswords(networkRouteAndPasswords.proxyPassword(), environment.caFilePassword()));
    }

    private static CommandTargetService of(ServiceOptions options, Optional<ProxyChoice> proxy,
            SavedConnectionLookup saved, EnvironmentCredentials environment)
            throws ExitException, InterruptedException {
        if (options.connection().isPresent()) return saved(options.connection().get(), proxy, saved);
        if (options.endpoint().isPresent())
            return byEndpoint(options.endpoint().get(), options.project().orElse(""), environment);
        return demo();
    }

    @Override
    public void close() {
        cloud.ifPresent(DemoCloud::close);
    }

    /// Uses the connection's own credentials: those of the environment may belong to somebody else.
    static CommandTargetService saved(String name, Optional<ProxyChoice> proxy, SavedConnectionLookup saved)
            throws ExitException, InterruptedException {
        var several = saved.named(name);
        if (!several.isEmpty()) throw new ExitException(ExitCode.USAGE, whichOf(name, several));
        try {
            var apiTarget = saved.find(name, proxy)
                    .orElseThrow(() -> new ExitException(ExitCode.USAGE,
                            "No connection of the name \"" + TerminalText.of(name) + "\" is saved."));
            return new CommandTargetService(apiTarget, NO_SIGN_IN, Optional.empty());
        } catch (ApiException e) {
            var hint = e.failure() instanceof Failure.SecretUnavailable(var cause, var _)
                    ? "; " + MissingSecretHint.of(cause)
                    : "";
            throw new ExitException(CommandLineFailureText.code(e.failure()),
                    "No pools were read: " + CommandLineFailureText.of(e.failure()) + hint + ".",
                    Optional.of(e.failure()));
        }
    }

    private static String whichOf(String name, List<ServiceAndProject> several) {
        var all = several.stream()
                .map(one -> one.id() + " (" + one.address() + ", project " + one.projectId() + ")")
                .collect(Collectors.joining(", "));
        return several.size() + " connections have the name \"" + TerminalText.of(name)
                + "\". Give the id of one instead: " + all + ".";
    }

    private static CommandTargetService byEndpoint(String endpoint, String project, EnvironmentCredentials environment)
            throws ExitException {
        var address = required("--endpoint", EndpointParser.parse(endpoint));
        var id = required("--project", ServiceAndProject.projectId(project));
        var serviceAndProject = new ServiceAndProject(address + "/" + id, address.getRawAuthority(), Optional.empty(),
                address, id);
        return new CommandTargetService(ApiTarget.of(serviceAndProject, environment.read()),
                EnvironmentCredentials.HINT, Optional.empty());
    }

    private static <T> T required(String option, ValidationResult<T> typed) throws ExitException {
        return switch (typed) {
            case ValidationResult.Accepted<T>(T value) -> value;
            case ValidationResult.Refused<T>(var validationError) ->
                throw new ExitException(ExitCode.USAGE, option + " " + ValidationText.of(validationError) + ".");
        };
    }

    private static CommandTargetService demo() throws ExitException {
        try {
            var cloud = DemoCloud.start(DemoCloudSettings.ofBothGenerations(WindowOptions.DEMO_POOLS));
            var serviceAndProject = new ServiceAndProject("demo", "Demo cloud", Optional.of("demo-1"), cloud.endpoint(),
                    cloud.projectId());
            return new CommandTargetService(ApiTarget.of(serviceAndProject, Credentials.NONE), "", Optional.of(cloud));
        } catch (IOException e) {
            throw new ExitException(ExitCode.UNREACHABLE,
                    "The demo cloud could not start: " + TerminalText.of(e.toString()) + ".");
        }
    }
}
