package poolscope.export;

import java.util.Optional;

/// The list call as a command line of KooCLI, the vendor's own tool (`hcloud`). It signs in with its own profile; there
/// is no secret in the text. Of the two list calls of the service it has the newer one only,
/// `ListPools` (https://support.huaweicloud.com/api-modelarts/ListPools.html).
public final class HcloudCommand {
    private HcloudCommand() {}

    /// The call that lists the pools of a project.
    ///
    /// @param region
    ///            the name of the region; without one, `hcloud` takes that of its profile
    public static String list(Optional<String> region, String project) {
        return "hcloud ModelArts ListPools" + region.map(name -> " --cli-region=" + CurlCommand.quoted(name)).orElse("")
                + " --project_id=" + CurlCommand.quoted(project);
    }
}
