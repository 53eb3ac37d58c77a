package poolscope.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import poolscope.connection.CredentialDiscovery;
import poolscope.connection.CredentialDiscovery.Finding;
import poolscope.connection.CredentialDiscovery.Location;

/// What KooCLI, Huawei Cloud's command line, signs in with: the profiles of `~/.hcloud/config.json`. Newer versions
/// encrypt the keys unless they are told not to; the file says which.
public final class KooCliProfileReader {
    /// Larger than that is no such file, in bytes.
    private static final int LARGEST = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();
    /// What the fields of the file mean, in the words of the SDKs' file: those of a key pair, and the others.
    private static final Map<String, String> KEY = Map.of("accessKeyId", "ak", "secretAccessKey", "sk", "securityToken",
            "security_token");
    private static final Map<String, String> PLACE = Map.of("region", "region", "projectId", "project_id");

    private KooCliProfileReader() {}

    /// Reads; writes and sends nothing.
    ///
    /// @param home
    ///            the user's home folder
    public static List<Finding> search(Path home) {
        var file = home.resolve(".hcloud").resolve("config.json");
        if (!home.isAbsolute()) return List.of();
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            var root = bytes.length > LARGEST ? JSON.nullNode() : JSON.readTree(bytes);
            return root.path("profiles").isArray() ? profiles(file, root) : List.of(new Finding.Unreadable(file));
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException _) {
            return List.of(new Finding.Unreadable(file));
        }
    }

    private static List<Finding> profiles(Path file, JsonNode root) {
        boolean isEncrypted = root.path("authEncrypt").asBoolean(false);
        var found = new ArrayList<Finding>();
        for (var profile : root.path("profiles")) {
            var where = new Location.Profile(file, profile.path("name").asText());
            var values = values(profile);
            boolean hasKey = !values.getOrDefault("ak", "").isBlank() || !values.getOrDefault("sk", "").isBlank();
            if (isEncrypted && hasKey) found.add(new Finding.Encrypted(where));
            else
                CredentialDiscovery.offer(where, values).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /// Somebody who signed in at a web page has a temporary key in a place of its own. The parts of one key are never
    /// those of another.
    private static Map<String, String> values(JsonNode profile) {
        var session = profile.path("ssoAuth").path("stsToken");
        var values = new LinkedHashMap<>(values(profile, KEY));
        if (values.isEmpty()) values.putAll(values(session, KEY));
        values.putAll(values(session, PLACE));
        values.putAll(values(profile, PLACE));
        return values;
    }

    private static Map<String, String> values(JsonNode object, Map<String, String> meanings) {
        var values = new LinkedHashMap<String, String>();
        meanings.forEach((field, meaning) -> text(object.path(field)).ifPresent(value -> values.put(meaning, value)));
        return values;
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank() ? Optional.of(node.asText()) : Optional.empty();
    }
}
