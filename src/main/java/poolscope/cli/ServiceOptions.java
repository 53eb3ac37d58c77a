package poolscope.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which service a command reads, and how: a saved connection, an endpoint and project, or, with neither, the demo
/// cloud.
///
/// @param connection
///            the name or id of a saved connection
/// @param endpoint
///            as typed; requires a project
/// @param project
///            as typed
/// @param proxy
///            as typed
/// @param ca
///            a file with CA certificates, as an absolute path
/// @param query
///            the parameters of the list request
public record ServiceOptions(Optional<String> connection, Optional<String> endpoint, Optional<String> project,
        Optional<String> proxy, Optional<Path> ca, PoolQueryOptions query) {
    private static final String CONNECTION = "--connection";
    private static final String ENDPOINT = "--endpoint";
    private static final String PROJECT = "--project";
    private static final String CA = "--ca";
    private static final List<CommandLineOption> SERVICE = List.of(
            new CommandLineOption(CONNECTION, "NAME", "Read this saved connection."),
            new CommandLineOption(ENDPOINT, "URL", "Read the service at this address, with --project."),
            new CommandLineOption(PROJECT, "ID", "The project at --endpoint."),
            new CommandLineOption(OptionOrEnvironmentProxy.OPTION, "HOST:PORT",
                    "The HTTP proxy on the way, or none. Without it the saved connection's, or else "
                            + "the environment's; its login belongs in the environment."),
            new CommandLineOption(CA, "FILE",
                    "Trust the certificates of this file too: PEM, DER, PKCS #12, JKS or JCEKS. The password of a key "
                            + "store is the environment variable " + EnvironmentCredentials.CA_PASSWORD + "."));
    static final List<CommandLineOption> ALL = Stream.of(SERVICE, PoolQueryOptions.ALL).flatMap(List::stream).toList();

    /// @throws UsageException
    ///             when an option has an invalid value, or options contradict each other
    static ServiceOptions of(CommandArguments commandArguments) throws UsageException {
        var complaint = complaint(commandArguments);
        if (complaint.isPresent()) throw new UsageException(complaint.get());
        var certificates = commandArguments.value(CA);
        return new ServiceOptions(commandArguments.value(CONNECTION), commandArguments.value(ENDPOINT),
                commandArguments.value(PROJECT), commandArguments.value(OptionOrEnvironmentProxy.OPTION),
                certificates.isPresent()
                        ? Optional.of(WindowOptions.path(CA, certificates.get()).toAbsolutePath())
                        : Optional.empty(),
                PoolQueryOptions.of(commandArguments));
    }

    private static Optional<String> complaint(CommandArguments commandArguments) {
        boolean hasProject = commandArguments.has(PROJECT);
        boolean hasEndpoint = commandArguments.has(ENDPOINT);
        if (commandArguments.has(CONNECTION) && (hasEndpoint || hasProject))
            return Optional.of("--connection knows its endpoint and project; leave out --endpoint and --project");
        if (hasEndpoint && !hasProject) return Optional.of("--endpoint needs --project, the project to read");
        if (hasProject && !hasEndpoint) return Optional.of("--project needs --endpoint, the service to read");
        return Optional.empty();
    }

    /// The same way to another saved connection.
    ServiceOptions withConnection(String id) {
        return new ServiceOptions(Optional.of(id), endpoint, project, proxy, ca, query);
    }
}
