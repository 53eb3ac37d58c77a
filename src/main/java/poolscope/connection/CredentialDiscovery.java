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

/// Finds what other tools of Huawei Cloud on this computer sign in with, to offer it. Reads; writes and sends nothing.
/// Secrets stay in the [Credentials] found, which don't print.
public final class CredentialDiscovery {
    /// The SDKs' variable for another place of their file.
    private static final String FILE_VARIABLE = "HUAWEICLOUD_SDK_CREDENTIALS_FILE";
    /// Larger than that is no such file, in bytes.
    private static final int LARGEST = 1 << 16;
    private static final String SDK = "HUAWEICLOUD_SDK";
    private static final String TERRAFORM = "HW";

    private CredentialDiscovery() {}

    /// Where something was found; says nothing of what.
    public sealed interface Where {

        /// Variables of this process.
        ///
        /// @param prefix
        ///            what the names of the variables begin with: `HUAWEICLOUD_SDK` or `HW`
        record Environment(String prefix) implements Where {}

        /// The file of the SDKs' profiles.
        ///
        /// @param section
        ///            the name in brackets, empty for what stands before the first one
        record CredentialsFile(Path file, String section) implements Where {}

        /// The file of KooCLI's profiles.
        ///
        /// @param profile
        ///            its name
        record Profile(Path file, String profile) implements Where {}
    }

    /// What was found.
    public sealed interface Finding {

        /// A key pair, and a connection begun with it: parts that nobody knows are empty in the draft, for the person
        /// to fill in.
        record Usable(Where where, Connection.Draft draft, Credentials credentials) implements Finding {
            /// The connection, if nothing is missing.
            public Optional<SavedConnection> complete() {
                return switch (SavedConnection.check(draft)) {
                    case Validated.Accepted<Connection>(Connection connection) ->
                        Optional.of(SavedConnection.of(connection, SignInMethod.of(credentials)));
                    case Validated.Refused<Connection> _ -> Optional.empty();
                };
            }
        }

        /// There is something, but a part of the key pair is missing or broken, such as a secret key that is empty.
        record Unusable(Where where, ValidationError validationError) implements Finding {}

        /// There is a key pair, encrypted in a way that only the tool that wrote it can undo.
        record Encrypted(Where where) implements Finding {}

        /// There is a file, and it can't be read.
        record Unreadable(Path file) implements Finding {}

        /// A line of a file, from 1, is not understood; the others are.
        record BrokenLine(Path file, int line) implements Finding {}
    }

    /// What one place says, unchecked.
    private record Raw(Where where, Map<String, String> values) {
        String value(String key) {
            return values.getOrDefault(key, "");
        }

        /// Without the values, which are secret.
        @Override
        public String toString() {
            return where.toString();
        }
    }

    /// Everything that is found, in the order in which Huawei's own tools look. The same key pair for the same project
    /// is named once, at the first place that says the most of it.
    ///
    /// @param environment
    ///            the variables of the process
    /// @param home
    ///            the user's home folder, under which `.huaweicloud/credentials` is looked for
    public static List<Finding> search(Map<String, String> environment, Path home) {
        List<Finding> all = new ArrayList<>();
        of(sdk(environment)).ifPresent(all::add);
        of(terraform(environment)).ifPresent(all::add);
        all.addAll(inFile(environment, home));
        return once(all);
    }

    /// The same key pair for the same project once, at the first place that says the most of it.
    public static List<Finding> once(List<Finding> all) {
        Map<Object, Finding> once = new LinkedHashMap<>();
        all.forEach(finding -> once.merge(identity(finding), finding, CredentialDiscovery::fuller));
        return List.copyOf(once.values());
    }

    private static Raw sdk(Map<String, String> environment) {
        return raw(new Where.Environment(SDK), environment, Map.of("HUAWEICLOUD_SDK_AK", "ak", "HUAWEICLOUD_SDK_SK",
                "sk", "HUAWEICLOUD_SDK_SECURITY_TOKEN", "security_token", "HUAWEICLOUD_SDK_PROJECT_ID", "project_id"));
    }

    private static Raw terraform(Map<String, String> environment) {
        return raw(new Where.Environment(TERRAFORM), environment, Map.of("HW_ACCESS_KEY", "ak", "HW_SECRET_KEY", "sk",
                "HW_SECURITY_TOKEN", "security_token", "HW_PROJECT_ID", "project_id", "HW_REGION_NAME", "region"));
    }

    private static Raw raw(Where where, Map<String, String> environment, Map<String, String> meanings) {
        Map<String, String> values = new LinkedHashMap<>();
        meanings.forEach(
                (variable, key) -> Optional.ofNullable(environment.get(variable)).ifPresent(it -> values.put(key, it)));
        return new Raw(where, values);
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

    /// Any bytes are text: what is not one becomes a value that is refused.
    private static String text(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) throw new IOException("Too large");
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
    }

    private static List<Finding> inText(Path file, String text) {
        var ini = IniText.parse(text);
        List<Finding> all = new ArrayList<>();
        for (var section : ini.sections())
            offer(new Where.CredentialsFile(file, section.name()), section.values()).ifPresent(all::add);
        ini.broken().forEach(line -> all.add(new Finding.BrokenLine(file, line)));
        return all;
    }

    /// What a place offers, nothing when neither half of a key pair is there.
    ///
    /// @param values
    ///            `ak`, `sk`, `security_token`, `project_id` and `region`, as far as they are there
    public static Optional<Finding> offer(Where where, Map<String, String> values) {
        return of(new Raw(where, values));
    }

    private static Optional<Finding> of(Raw raw) {
        if (raw.value("ak").isBlank() && raw.value("sk").isBlank()) return Optional.empty();
        Validated<Credentials> credentials = Credentials.accessKey(raw.value("ak"), raw.value("sk"),
                raw.value("security_token"));
        return Optional.of(switch (credentials) {
            case Validated.Accepted<Credentials>(Credentials pair) -> new Finding.Usable(raw.where, draft(raw), pair);
            case Validated.Refused<Credentials>(ValidationError validationError) ->
                new Finding.Unusable(raw.where, validationError);
        });
    }

    private static Connection.Draft draft(Raw raw) {
        Optional<CloudRegion> cloudRegion = CloudRegion.find(raw.value("region"));
        String place = switch (raw.where) {
            case Where.Environment(String prefix) -> prefix;
            case Where.CredentialsFile(_, String section) -> section.isEmpty() ? "credentials" : section;
            case Where.Profile(_, String profile) -> profile;
        };
        return new Connection.Draft(SavedConnection.freshId(), cloudRegion.map(CloudRegion::id).orElse(place),
                cloudRegion.map(CloudRegion::id).orElse(""),
                cloudRegion.map(known -> known.modelArts().toString()).orElse(""), raw.value("project_id").strip());
    }

    private static Finding fuller(Finding first, Finding next) {
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
