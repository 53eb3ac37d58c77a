package poolscope.ui.connections;

import java.util.Optional;
import java.util.stream.IntStream;
import poolscope.connection.EndpointParser;
import poolscope.connection.SavedConnection;
import poolscope.connection.ValidationError;
import poolscope.connection.ValidationResult;
import poolscope.live.ObservableConnections;

/// Checks what is typed into the form of a connection, and finds a name for one that has none. Names identify
/// connections on screen and for `--connection`, so they are unique.
///
/// @param before
///            the connection as it is saved; empty for a new one
/// @param id
///            of the connection
record ConnectionFormValidator(ObservableConnections observableConnections, Optional<SavedConnection> before,
        String id) {
    /// A free name for a connection that gets none: its region, or the host of its endpoint; empty without both.
    String suggestedName(String region, String endpoint) {
        var base = region.isBlank() ? EndpointParser.authority(endpoint).orElse("") : region.strip();
        if (base.isEmpty()) return "";
        return IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> i == 1 ? base : base + " " + i)
                .filter(name -> observableConnections.saved().named(name).stream().allMatch(one -> one.id().equals(id)))
                .findFirst()
                .orElseThrow();
    }

    /// An existing duplicate of a name may be kept.
    ValidationResult<ConnectionFormValues.Result> validated(ConnectionFormValues form) {
        return validatedButName(form).then(result -> {
            var connection = result.connection();
            boolean isKept = before
                    .filter(was -> was.serviceAndProject().name().equals(connection.serviceAndProject().name()))
                    .isPresent();
            return !isKept && observableConnections.saved().isNameTaken(connection)
                    ? ValidationResult.refused(ValidationError.NAME_TAKEN)
                    : ValidationResult.accepted(result);
        });
    }

    /// With the suggested name when none was typed, and any name that can be shown.
    ValidationResult<ConnectionFormValues.Result> validatedButName(ConnectionFormValues form) {
        var service = form.service();
        return EndpointParser.parse(service.endpoint())
                .then(_ -> form.orNamed(suggestedName(service.region(), service.endpoint())).validate(before));
    }
}
