package poolscope.connection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds credentials of other Huawei Cloud tools on this machine, to offer them. Reads only; nothing is written or
/// sent. Secrets stay in [Credentials], which don't print.
public final class CredentialDiscovery {
    /// The SDKs' environment variable for another path of their file.
    private static final String FILE_VARIABLE = "HUAWEICLOUD_SDK_CREDENTIALS_FILE";
    /// In bytes; a larger file is not read.
    private static final int MAX_BYTES = 1 << 16;
    private static final String SDK = "HUAWEICLOUD_SDK";
    private static final String TERRAFORM = "HW";

    private CredentialDiscovery() {}

    /// Where credentials were found; does not contain them.
    public sealed interface Location {

        /// Environment variables of this process.
        ///
        /// @param prefix
        ///            prefix of the variables' names: `HUAWEICLOUD_SDK` or `HW`
        record Environment(String prefix) implements Location {}

        /// The file of the SDKs' profiles.
        ///
        /// @param section
        ///            its name in brackets, empty for lines before the first section
        record CredentialsFile(Path file, String section) implements Location {}

        /// The file of KooCLI's profiles.
        ///
        /// @param profile
        ///            its name
        record Profile(Path file, String profile) implements Location {}
    }

    /// What was found.
    public sealed interface Finding {

        /// An access key, and a draft of a connection: unknown parts are empty, for the person to fill in.
        record Usable(Location location, ServiceAndProject.Draft draft, Credentials credentials) implements Finding {
            /// The connection, when no part is missing.
            public Optional<SavedConnection> complete() {
                return switch (SavedConnection.check(draft)) {
                    case ValidationResult.Accepted<ServiceAndProject>(ServiceAndProject serviceAndProject) ->
                        Optional.of(SavedConnection.of(serviceAndProject, SignInMethod.of(credentials)));
                    case ValidationResult.Refused<ServiceAndProject> _ -> Optional.empty();
                };
            }
        }

        /// A part of the access key is missing or invalid, such as an empty secret key.
        record Unusable(Location location, ValidationError validationError) implements Finding {}

        /// The access key is encrypted so that only the tool that wrote it can read it.
        record Encrypted(Location location) implements Finding {}

        /// The file can't be read.
        record Unreadable(Path file) implements Finding {}

        /// A line of a file, from 1, is invalid; the other lines are used.
        record BrokenLine(Path file, int line) implements Finding {}
    }

    /// The values of one location, not yet validated.
    private record Raw(Location location, Map<String, String> values) {
        String value(String key) {
            return values.getOrDefault(key, "");
        }

        /// Without the values, which are secret.
        @Override
        public String toString() {
            return location.toString();
        }
    }

    /// All credentials found, in the order in which Huawei's own tools search. The same access key for the same project
    /// appears once, at the first location with the most details.
    ///
    /// @param environment
    ///            environment variables of the process
    /// @param home
    ///            the user's home folder, which may contain `.huaweicloud/credentials`
    public static List<Finding> search(Map<String, String> environment, Path home) {
        List<Finding> all = new ArrayList<>();
        of(sdk(environment)).ifPresent(all::add);
        of(terraform(environment)).ifPresent(all::add);
        all.addAll(inFile(environment, home));
        return distinct(all);
    }

    /// Keeps the same access key for the same project once, at the first location with the most details.
    public static List<Finding> distinct(List<Finding> all) {
        Map<Object, Finding> once = new LinkedHashMap<>();
        all.forEach(finding -> once.merge(identity(finding), finding, CredentialDiscovery::moreComplete));
        return List.copyOf(once.values());
    }

    private static Raw sdk(Map<String, String> environment) {
        return raw(new Location.Environment(SDK), environment, Map.of("HUAWEICLOUD_SDK_AK", "ak", "HUAWEICLOUD_SDK_SK",
                "sk", "HUAWEICLOUD_SDK_SECURITY_TOKEN", "security_token", "HUAWEICLOUD_SDK_PROJECT_ID", "project_id"));
    }

    private static Raw terraform(Map<String, String> environment) {
        return raw(new Location.Environment(TERRAFORM), environment,
                Map.of("HW_ACCESS_KEY", "ak", "HW_SECRET_KEY", "sk", "HW_SECURITY_TOKEN", "security_token",
                        "HW_PROJECT_ID", "project_id", "HW_REGION_NAME", "region"));
    }

    private static Raw raw(Location location, Map<String, String> environment, Map<String, String> meanings) {
        Map<String, String> values = new LinkedHashMap<>();
        meanings.forEach(
                (variable, key) -> Optional.ofNullable(environment.get(variable)).ifPresent(it -> values.put(key, it)));
        return new Raw(location, values);
    }

    private static List<Finding> inFile(Map<String, String> environment, Path home) {
        if (!home.isAbsolute() && environment.getOrDefault(FILE_VARIABLE, "").isBlank()) return List.of();
        Path file = home.resolve(".huaweicloud").resolve("credentials");
        try {
            String elsewhere = environment.getOrDefault(FILE_VARIABLE, "");
            if (!elsewhere.isBlank()) file = Path.of(elsewhere.strip());
            return inText(file, text(file));
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (InvalidPathException | IOException _) {
            return List.of(new Finding.Unreadable(file));
        }
    }

    /// Any bytes are read as text: invalid ones become a value that validation refuses.
    private static String text(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) throw new IOException("Too large");
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
    }

    private static List<Finding> inText(Path file, String text) {
        var ini = IniParser.parse(text);
        List<Finding> all = new ArrayList<>();
        for (var section : ini.sections())
            offer(new Location.CredentialsFile(file, section.name()), section.values()).ifPresent(all::add);
        ini.broken().forEach(line -> all.add(new Finding.BrokenLine(file, line)));
        return all;
    }

    /// The finding at a location; empty when neither half of an access key is there.
    ///
    /// @param values
    ///            `ak`, `sk`, `security_token`, `project_id` and `region`, where present
    public static Optional<Finding> offer(Location location, Map<String, String> values) {
        return of(new Raw(location, values));
    }

    private static Optional<Finding> of(Raw raw) {
        if (raw.value("ak").isBlank() && raw.value("sk").isBlank()) return Optional.empty();
        ValidationResult<Credentials> credentials = Credentials.accessKey(raw.value("ak"), raw.value("sk"),
                raw.value("security_token"));
        return Optional.of(switch (credentials) {
            case ValidationResult.Accepted<Credentials>(Credentials pair) ->
                new Finding.Usable(raw.location, draft(raw), pair);
            case ValidationResult.Refused<Credentials>(ValidationError validationError) ->
                new Finding.Unusable(raw.location, validationError);
        });
    }

    private static ServiceAndProject.Draft draft(Raw raw) {
        Optional<CloudRegion> cloudRegion = CloudRegion.find(raw.value("region"));
        String place = switch (raw.location) {
            case Location.Environment(String prefix) -> prefix;
            case Location.CredentialsFile(_, String section) -> section.isEmpty() ? "credentials" : section;
            case Location.Profile(_, String profile) -> profile;
        };
        return new ServiceAndProject.Draft(SavedConnection.freshId(), cloudRegion.map(CloudRegion::id).orElse(place),
                cloudRegion.map(CloudRegion::id).orElse(""),
                cloudRegion.map(known -> known.modelArts().toString()).orElse(""), raw.value("project_id").strip());
    }

    private static Finding moreComplete(Finding first, Finding next) {
        boolean nextIsFuller = first instanceof Finding.Usable one && one.complete().isEmpty()
                && next instanceof Finding.Usable other && other.complete().isPresent();
        return nextIsFuller ? next : first;
    }

    private static Object identity(Finding finding) {
        return switch (finding) {
            case Finding.Usable usable -> List.of(usable.credentials, usable.draft.projectId());
            case Finding.Unusable _, Finding.Encrypted _, Finding.Unreadable _, Finding.BrokenLine _ -> finding;
        };
    }
}
