package poolscope.ui.connections;

import java.util.Optional;
import poolscope.connection.CloudRegion;
import poolscope.connection.SavedConnection;

/// Makes the form of one connection for each project that was ticked.
final class ConnectionPerProject {
    private ConnectionPerProject() {}

    /// The form with that project, a name and an id of its own, and with the endpoint of the project's region.
    static ConnectionFormValues of(ConnectionFormValues form, IamProject project) {
        var service = form.service();
        var moved = otherRegion(service, project);
        return form.with(SavedConnection.freshId(),
                new ConnectionFormValues.Service(name(service.name(), project),
                        moved.map(CloudRegion::id).orElse(service.region()),
                        moved.map(CloudRegion::modelArtsAddress).orElse(service.endpoint()), project.id()));
    }

    /// The typed name and the project's; the project's alone when none is typed.
    static String name(String typed, IamProject project) {
        return typed.isBlank() ? project.name().strip() : typed.strip() + " / " + project.name().strip();
    }

    /// The region of a project that is not the one in the form. Empty when the endpoint in the form is not that of a
    /// region: it may be of a private cloud.
    static Optional<CloudRegion> otherRegion(ConnectionFormValues.Service service, IamProject project) {
        boolean isOfRegion = CloudRegion.find(service.region())
                .filter(region -> region.modelArtsAddress().equals(service.endpoint().strip()))
                .isPresent();
        return CloudRegion.find(project.name().split("_", 2)[0])
                .filter(region -> isOfRegion && !region.id().equals(service.region().strip()));
    }
}
