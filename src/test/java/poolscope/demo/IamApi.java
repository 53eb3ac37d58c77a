package poolscope.demo;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Identity: gives out tokens for a password, and lists projects.
final class IamApi {
    private static final Duration TOKEN_LIFE = Duration.ofHours(24);
    private static final Duration PASSWORD_LOCK = Duration.ofMinutes(15);
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'",
            Locale.ROOT);
    /// A salt of its own, see [HashRandomSalt].
    private static final int TOKEN = 25;
    private static final int TOKENS_KEPT = 64;
    private static final int TOKEN_WORDS = 200;

    /// A project: the name is a region, or a region and a word of one's own.
    record Project(String id, String name, boolean enabled) {}

    /// A token that was given out.
    ///
    /// @param project
    ///            an id, or empty for a token of the whole domain
    private record Issued(String token, Instant expiresAt, String project) {}

    private final TestCloudSettings settings;
    private final DeterministicHashRandom deterministicHashRandom;
    private final List<Project> projects;
    private final LockoutCounter passwords;
    private final Deque<Issued> issued = new ArrayDeque<>();
    private int issuedEver;

    IamApi(TestCloudSettings settings, DeterministicHashRandom deterministicHashRandom) {
        this.settings = settings;
        this.deterministicHashRandom = deterministicHashRandom;
        passwords = new LockoutCounter(settings.demo().clock(), PASSWORD_LOCK);
        projects = List.of(new Project(deterministicHashRandom.of(1).hex(HashRandomSalt.PROJECT), "cn-north-4", true),
                new Project(deterministicHashRandom.of(2).hex(HashRandomSalt.PROJECT), "cn-north-4_research", true),
                new Project(deterministicHashRandom.of(3).hex(HashRandomSalt.PROJECT), "cn-east-3", true),
                new Project(deterministicHashRandom.of(4).hex(HashRandomSalt.PROJECT), "ap-southeast-1", false));
    }

    /// The project that has the pools.
    String projectId() {
        return projects.getFirst().id();
    }

    /// The project of a token given out here and not expired, empty text for none; empty when there is no such token.
    synchronized Optional<String> scopeOf(String token) {
        var now = settings.demo().clock().instant();
        return issued.stream()
                .filter(known -> known.token().equals(token) && now.isBefore(known.expiresAt()))
                .findAny()
                .map(Issued::project);
    }

    /// `POST /v3/auth/tokens`: 201 with the token in `X-Subject-Token`. Wrong words count; after five the account
    /// is locked.
    DemoResponse token(DemoRequest request) {
        var asked = fields(request.body().getBytes(StandardCharsets.ISO_8859_1));
        if (!asked.containsKey("/auth/identity/password/user/name"))
            return error(400, "Request body is invalid.", "Bad Request");
        if (passwords.locked()) return error(401, "The account is locked.", "Unauthorized");
        if (!knows(asked)) {
            passwords.failed();
            return error(401, "The username or password is wrong.", "Unauthorized");
        }
        passwords.succeeded();
        var project = scope(asked);
        if (project.isEmpty()) return error(401, "The project of the scope cannot be found.", "Unauthorized");
        return granted(issue(project.get().id()), project.get());
    }

    /// `GET /v3/auth/projects`: all projects that the caller may use.
    DemoResponse projects() {
        return DemoResponse.text(200, DemoResponse.JSON, DemoJsonBuilder.object(json -> {
            json.writeArrayFieldStart("projects");
            for (var project : projects) {
                json.writeStartObject();
                json.writeStringField("id", project.id());
                json.writeStringField("name", project.name());
                json.writeStringField("domain_id", deterministicHashRandom.hex(HashRandomSalt.OWNER));
                json.writeStringField("parent_id", deterministicHashRandom.hex(HashRandomSalt.OWNER));
                json.writeStringField("description", "");
                json.writeBooleanField("is_domain", false);
                json.writeBooleanField("enabled", project.enabled());
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    private boolean knows(Map<String, String> asked) {
        var user = "/auth/identity/password/user/";
        var iamAccount = settings.iamAccount();
        return iamAccount.user().equals(asked.get(user + "name"))
                && iamAccount.password().equals(asked.get(user + "password"))
                && iamAccount.domain().equals(asked.get(user + "domain/name"));
    }

    /// The project asked for by id or by name; one without an id when none was asked for; empty when it is not here.
    private Optional<Project> scope(Map<String, String> asked) {
        var id = asked.get("/auth/scope/project/id");
        var name = asked.get("/auth/scope/project/name");
        if (id == null && name == null) return Optional.of(new Project("", "", true));
        return projects.stream()
                .filter(project -> id != null ? project.id().equals(id) : project.name().equals(name))
                .findFirst();
    }

    private synchronized Issued issue(String project) {
        var own = deterministicHashRandom.of(issuedEver++);
        var text = new StringBuilder("MIIF");
        for (var word = 0; word < TOKEN_WORDS; word++)
            text.append(Long.toUnsignedString(own.of(word).bits(TOKEN), 36));
        var token = new Issued(text.toString(), settings.demo().clock().instant().plus(TOKEN_LIFE), project);
        if (issued.size() == TOKENS_KEPT) issued.removeFirst();
        issued.addLast(token);
        return token;
    }

    private DemoResponse granted(Issued token, Project project) {
        return DemoResponse.text(201, DemoResponse.JSON, DemoJsonBuilder.object(json -> {
            json.writeObjectFieldStart("token");
            json.writeStringField("expires_at", MICROSECONDS.format(token.expiresAt().atOffset(ZoneOffset.UTC)));
            json.writeStringField("issued_at",
                    MICROSECONDS.format(token.expiresAt().minus(TOKEN_LIFE).atOffset(ZoneOffset.UTC)));
            if (!project.id().isEmpty()) {
                json.writeObjectFieldStart("project");
                json.writeStringField("id", project.id());
                json.writeStringField("name", project.name());
                json.writeEndObject();
            }
            json.writeEndObject();
        })).with("X-Subject-Token", token.token());
    }

    private static DemoResponse error(int status, String message, String title) {
        return DemoResponse.text(status, DemoResponse.JSON, TestErrorBody.iam(status, message, title));
    }

    /// Every value of a document as text, by its pointer (RFC 6901); empty when it is no JSON.
    private static Map<String, String> fields(byte[] document) {
        var fields = new HashMap<String, String>();
        try (var json = new JsonFactory().createParser(document)) {
            for (var token = json.nextToken(); token != null; token = json.nextToken())
                if (token.isScalarValue())
                    fields.put(json.getParsingContext().pathAsPointer().toString(), json.getText());
        } catch (IOException noJson) {
            return Map.of();
        }
        return fields;
    }
}
