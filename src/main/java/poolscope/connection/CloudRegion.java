package poolscope.connection;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A region of the public cloud, so that its endpoint needs not be typed (*Signing in* in api-notes.md). Private clouds
/// have their own hosts, which are typed.
///
/// @param id
///            such as `cn-north-4`
public record CloudRegion(String id) {
    /// The regions known to offer ModelArts.
    public static final List<CloudRegion> KNOWN = Stream
            .of("cn-north-1", "cn-north-2", "cn-north-4", "cn-north-9", "cn-north-11", "cn-north-12", "cn-east-3",
                    "cn-east-4", "cn-south-1", "cn-southwest-2", "cn-southwest-3", "ap-southeast-1", "ap-southeast-2",
                    "ap-southeast-3", "ap-southeast-4", "la-south-2", "la-north-2", "sa-brazil-1", "af-south-1",
                    "af-north-1", "me-east-1", "tr-west-1")
            .map(CloudRegion::new)
            .toList();

    /// The known region of that name.
    public static Optional<CloudRegion> find(String id) {
        return KNOWN.stream().filter(cloudRegion -> cloudRegion.id.equals(id.strip())).findFirst();
    }

    /// The endpoint of ModelArts.
    public URI modelArts() {
        return service("modelarts");
    }

    /// The endpoint of IAM, which issues tokens and lists projects.
    public URI iam() {
        return service("iam");
    }

    private URI service(String name) {
        return URI.create("https://" + name + "." + id + ".myhuaweicloud.com");
    }

    /// [#modelArts] as text.
    public String modelArtsAddress() {
        return modelArts().toString();
    }

    /// [#iam] as text.
    public String iamAddress() {
        return iam().toString();
    }
}
