package poolscope.connection;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import poolscope.connection.SecretStore.Lookup;

/// A program on a bus of its own that says line by line what the store there did.
final class SecretServiceClient {
    private static final SecretId SMALL = new SecretId("one", SecretId.Part.PASSWORD, URI.create("https://one.corp"));
    private static final SecretId LARGE = new SecretId("one", SecretId.Part.TOKEN, URI.create("https://one.corp"));
    private static final Secret PASSWORD = Secret.ofPassword("CNRYtok 密码 \n 😀").orThrow();
    private static final Secret TOKEN = Secret.ofPassword("CNRYtok-".repeat(3000)).orThrow();

    private SecretServiceClient() {}

    public static void main(String[] args) throws Exception {
        SecretStoreFinder.Found found = SecretStoreFinder.find("Linux");
        say(found.store().kind());
        found.whyNot().ifPresent(failure -> say("why " + failure.reason() + " " + failure.details()));
        switch (args[0]) {
            case "keep" -> keep(found.store());
            case "find" -> find(found.store());
            case "lock" -> lock(found.store());
            case "hang" -> hang(found.store());
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void keep(SecretStore store) throws Exception {
        say(store.read(SMALL));
        say(outcome(store.write(SMALL, PASSWORD), "kept"));
        say(same(store.read(SMALL), PASSWORD));
        say(outcome(store.write(SMALL, TOKEN), "changed"));
        say(same(store.read(SMALL), TOKEN));
    }

    private static void find(SecretStore store) throws Exception {
        say(same(store.read(SMALL), TOKEN));
        say(store.read(LARGE));
        say(outcome(store.delete(SMALL), "forgotten"));
        say(store.read(SMALL));
    }

    private static void lock(SecretStore store) throws Exception {
        say(outcome(store.write(SMALL, PASSWORD), "kept"));
        run("dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.secrets", "/org/freedesktop/secrets",
                "org.freedesktop.Secret.Service.Lock", "array:objpath:/org/freedesktop/secrets/collection/login");
        say(store.read(SMALL));
        say(outcome(store.write(SMALL, TOKEN), "kept"));
    }

    private static void hang(SecretStore store) throws Exception {
        say(outcome(store.write(SMALL, PASSWORD), "kept"));
        String daemon = run("dbus-send", "--session", "--print-reply=literal", "--dest=org.freedesktop.DBus", "/",
                "org.freedesktop.DBus.GetConnectionUnixProcessID", "string:org.freedesktop.secrets")
                .replace("uint32", "")
                .strip();
        var impatient = new ChunkedSecretStore(SecretStore.Kind.SECRET_SERVICE,
                new LinuxSecretServiceStore(LibSecretBindings.open().orElseThrow(), Duration.ofSeconds(1)));
        run("kill", "-STOP", daemon);
        say(impatient.read(SMALL));
        run("kill", "-CONT", daemon);
        say(same(impatient.read(SMALL), PASSWORD));
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IllegalStateException(output);
        return output;
    }

    private static String outcome(Optional<SecretStoreFailure> failure, String done) {
        return failure.map(SecretStoreFailure::toString).orElse(done);
    }

    private static Object same(Lookup lookup, Secret expected) {
        return lookup.equals(new Lookup.Found(expected)) ? "same" : lookup;
    }

    private static void say(Object line) {
        System.out.println(line);
    }
}
