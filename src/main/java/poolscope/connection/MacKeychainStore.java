package poolscope.connection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import poolscope.connection.SecretStoreFailure.Reason;

/// Items in the login keychain of macOS, through the program `security`. Secrets are passed on standard input, never as
/// an argument: every process can read those.
///
/// Contents are Base64, since `security` prints other characters in a different form, and splits its input at blanks.
final class MacKeychainStore implements NativeSecretBackend {
    /// `security -i` cuts a line at 4096 characters and runs the part before the cut, so a command stays well
    /// below that.
    private static final int CAPACITY = 2048;
    private static final String PROGRAM = "/usr/bin/security";
    private static final String SERVICE = "PoolScope";
    private static final int OK = 0;
    /// `security` exits with the last byte of an `OSStatus`: errSecItemNotFound -25300.
    private static final int NOT_FOUND = 44;
    /// errSecInteractionNotAllowed -25308: locked, and a prompt is not allowed.
    private static final int NO_INTERACTION = 36;
    /// errSecAuthFailed -25293.
    private static final int AUTH_FAILED = 51;
    /// userCanceledErr -128.
    private static final int CANCELLED = 128;
    /// errSecNotAvailable -25291, errSecNoSuchKeychain -25294, errSecNoDefaultKeychain -25307.
    private static final int NOT_AVAILABLE = 53;
    private static final int NO_SUCH_KEYCHAIN = 50;
    private static final int NO_DEFAULT_KEYCHAIN = 37;

    private final ProcessRunner processRunner;
    private final Duration longest;

    MacKeychainStore(ProcessRunner processRunner, Duration longest) {
        this.processRunner = processRunner;
        this.longest = longest;
    }

    @Override
    public int capacity() {
        return CAPACITY;
    }

    @Override
    public Item read(String name) throws InterruptedException {
        return switch (run(List.of("find-generic-password", "-s", SERVICE, "-a", name, "-w"), "")) {
            case ProcessRunner.Result.Exited(int code, String output) ->
                code == OK ? decoded(output) : code == NOT_FOUND ? NOTHING : new Item.Failed(failure(code));
            case ProcessRunner.Result.NotStarted _ -> NativeSecretBackend.failed(Reason.ABSENT, PROGRAM);
            case ProcessRunner.Result.TimedOut _ -> NativeSecretBackend.failed(Reason.SLOW, PROGRAM);
        };
    }

    /// Reads the item back, because `security -i` does not report whether a line succeeded.
    @Override
    public Optional<SecretStoreFailure> write(String name, byte[] content) throws InterruptedException {
        String text = Base64.getEncoder().encodeToString(content);
        Optional<SecretStoreFailure> failure = end(
                run(List.of("-i"), "add-generic-password -U -s " + SERVICE + " -a " + name + " -w " + text + "\n"));
        if (failure.isPresent()) return failure;
        return switch (read(name)) {
            case Item.Found(byte[] stored) when Arrays.equals(stored, content) -> Optional.empty();
            case Item.Found _, Item.Nothing _ -> Optional.of(new SecretStoreFailure(Reason.BROKEN, "not stored"));
            case Item.Failed(SecretStoreFailure why) -> Optional.of(why);
        };
    }

    @Override
    public Optional<SecretStoreFailure> delete(String name) throws InterruptedException {
        ProcessRunner.Result result = run(List.of("delete-generic-password", "-s", SERVICE, "-a", name), "");
        return result instanceof ProcessRunner.Result.Exited(int code, _) && code == NOT_FOUND
                ? Optional.empty()
                : end(result);
    }

    /// Why this store cannot be used; empty when it can. Shows no prompt.
    Optional<SecretStoreFailure> obstacle() throws InterruptedException {
        return end(run(List.of("default-keychain"), ""));
    }

    private ProcessRunner.Result run(List<String> arguments, String input) throws InterruptedException {
        return processRunner.run(new ProcessRunner.Command(PROGRAM, arguments, input, longest));
    }

    private static Optional<SecretStoreFailure> end(ProcessRunner.Result result) {
        return switch (result) {
            case ProcessRunner.Result.Exited(int code, _) -> code == OK ? Optional.empty() : Optional.of(failure(code));
            case ProcessRunner.Result.NotStarted _ -> Optional.of(new SecretStoreFailure(Reason.ABSENT, PROGRAM));
            case ProcessRunner.Result.TimedOut _ -> Optional.of(new SecretStoreFailure(Reason.SLOW, PROGRAM));
        };
    }

    private static Item decoded(String output) {
        try {
            return new Item.Found(Base64.getDecoder().decode(output.strip().getBytes(StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException _) {
            return NativeSecretBackend.failed(Reason.DAMAGED, "not Base64");
        }
    }

    private static SecretStoreFailure failure(int code) {
        Reason reason = switch (code) {
            case NO_INTERACTION -> Reason.LOCKED;
            case AUTH_FAILED, CANCELLED -> Reason.DENIED;
            case NOT_AVAILABLE, NO_SUCH_KEYCHAIN, NO_DEFAULT_KEYCHAIN -> Reason.ABSENT;
            default -> Reason.BROKEN;
        };
        return new SecretStoreFailure(reason, "security " + code);
    }
}
