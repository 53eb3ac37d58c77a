package poolscope.ui.connections;

import poolscope.api.signin.IamProjectsReader;

/// A project that IAM lists.
///
/// @param name
///            the region, or `region_sub` for a sub-project
/// @param enabled
///            whether it can be used
record IamProject(String id, String name, boolean enabled) {
    static IamProject of(IamProjectsReader.Project project) {
        return new IamProject(project.id(), project.name(), project.enabled());
    }
}
