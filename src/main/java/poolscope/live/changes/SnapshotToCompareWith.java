package poolscope.live.changes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.ValidationResult;
import poolscope.history.HistoryListIdentity;
import poolscope.history.ProjectInSnapshotFile;
import poolscope.history.SnapshotFile;

/// A file of somebody else with which the pools are compared. Nothing of it is kept.
///
/// @param moment
///            one of the file's moments
/// @param projects
///            what the file has of each project
public record SnapshotToCompareWith(SnapshotFile file, Instant moment, List<ProjectInSnapshotFile> projects) {
    public SnapshotToCompareWith {
        projects = List.copyOf(projects);
    }

    /// With the last moment of the file.
    public static SnapshotToCompareWith of(SnapshotFile file) {
        return new SnapshotToCompareWith(file, file.moments().getLast(), file.projects());
    }

    /// With another moment of the file.
    public SnapshotToCompareWith at(Instant otherMoment) {
        return new SnapshotToCompareWith(file, otherMoment, projects);
    }

    /// Whether the file has the project of that connection.
    public boolean has(ServiceAndProject connection) {
        return projectOf(connection).isPresent();
    }

    /// What the file has of the project of a connection, whoever signed in to read it.
    Optional<ProjectInSnapshotFile> projectOf(ServiceAndProject connection) {
        return projects.stream()
                .filter(project -> project.sources()
                        .stream()
                        .anyMatch(source -> serviceAndProject(source).filter(connection::asksTheSameAs).isPresent()))
                .findFirst();
    }

    /// Empty when what the file has there is no valid address or project.
    private static Optional<ServiceAndProject> serviceAndProject(HistoryListIdentity source) {
        var draft = new ServiceAndProject.Draft("", "in the file", "", source.endpoint(), source.projectId());
        return ServiceAndProject.of(draft) instanceof ValidationResult.Accepted(var valid)
                ? Optional.of(valid)
                : Optional.empty();
    }
}
