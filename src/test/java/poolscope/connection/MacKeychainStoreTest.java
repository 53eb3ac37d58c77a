package poolscope.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.connection.ProcessRunner.Command;
import poolscope.connection.ProcessRunner.Result;
import poolscope.connection.SecretStore.Lookup;
import poolscope.connection.SecretStoreFailure.Reason;

/// The program `security` of macOS is played here as its manual and its published source describe it.
@Timeout(60)
class MacKeychainStoreTest {

    private static final class Played implements ProcessRunner {
        final List<Command> commands = new ArrayList<>();
        final Map<String, String> kept = new HashMap<>();
        Optional<Result> always = Optional.empty();
        boolean forgets;

        @Override
        public Result run(Command command) {
            commands.add(command);
            if (always.isPresent()) return always.get();
            return switch (command.arguments().getFirst()) {
                case "-i" -> interactive(command.input());
                case "find-generic-password" -> found(kept.get(command.arguments().get(4)));
                case "delete-generic-password" ->
                    new Result.Exited(kept.remove(command.arguments().get(4)) == null ? 44 : 0, "");
                case "default-keychain" ->
                    new Result.Exited(0, "    \"/Users/ada/Library/Keychains/login.keychain-db\"\n");
                default -> throw new AssertionError(command);
            };
        }

        private static Result found(String content) {
            return content == null ? new Result.Exited(44, "") : new Result.Exited(0, content + "\n");
        }

        private Result interactive(String input) {
            if (input.length() >= 4096) throw new AssertionError("a line of " + input.length() + " is cut");
            List<String> words = List.of(input.strip().split(" "));
            assertThat(words.subList(0, 4)).containsExactly("add-generic-password", "-U", "-s", "PoolScope");
            if (!forgets) kept.put(words.get(5), words.get(7));
            return new Result.Exited(0, "");
        }
    }

    private static final SecretId KEY = new SecretId("one", SecretId.Part.TOKEN, URI.create("https://one.corp"));
    private final Played mac = new Played();
    private final MacKeychainStore items = new MacKeychainStore(mac, Duration.ofSeconds(1));
    private final SecretStore store = new ChunkedSecretStore(SecretStore.Kind.KEYCHAIN, items);

    @Test
    void P28_a_secret_is_never_an_argument() throws Exception {
        Secret token = Secret.ofPassword("CNRYtok \" \n $x 密 " + "z".repeat(9000)).orThrow();
        assertThat(store.write(KEY, token)).isEmpty();
        assertThat(store.read(KEY)).isEqualTo(new Lookup.Found(token));
        assertThat(mac.kept).hasSizeGreaterThan(4);
        assertThat(mac.commands)
                .allSatisfy(command -> assertThat(String.join(" ", command.arguments())).hasSizeLessThan(120));
        assertThat(store.delete(KEY)).isEmpty();
        assertThat(mac.kept).isEmpty();
        assertThat(store.delete(KEY)).isEmpty();
    }

    @Test
    void P29_a_keychain_that_says_yes_and_keeps_nothing_is_told() throws Exception {
        mac.forgets = true;
        assertThat(store.write(KEY, Secret.ofPassword("x").orThrow()))
                .contains(new SecretStoreFailure(Reason.BROKEN, "not stored"));
    }

    @Test
    void P29_what_somebody_else_put_there_is_not_taken() throws Exception {
        mac.kept.put(KEY.name(), "not ours!");
        assertThat(store.read(KEY)).isEqualTo(new Lookup.Failed(new SecretStoreFailure(Reason.DAMAGED, "not Base64")));
    }

    @ParameterizedTest
    @CsvSource({"36,LOCKED", "51,DENIED", "128,DENIED", "50,ABSENT", "37,ABSENT", "1,BROKEN"})
    void P29_what_the_keychain_refuses_is_told_with_its_number(int code, Reason reason) throws Exception {
        mac.always = Optional.of(new Result.Exited(code, ""));
        toldAs(new SecretStoreFailure(reason, "security " + code));
    }

    @Test
    void P29_a_program_that_is_not_there_or_hangs_is_told() throws Exception {
        mac.always = Optional.of(new Result.NotStarted());
        toldAs(new SecretStoreFailure(Reason.ABSENT, "/usr/bin/security"));
        mac.always = Optional.of(new Result.TimedOut());
        toldAs(new SecretStoreFailure(Reason.SLOW, "/usr/bin/security"));
    }

    @Test
    void a_mac_with_a_keychain_uses_it_and_one_without_says_why() throws Exception {
        SecretStoreFinder.Found found = SecretStoreFinder.onMac(mac);
        assertThat(found.store().kind()).isEqualTo(SecretStore.Kind.KEYCHAIN);
        assertThat(found.whyNot()).isEmpty();
        SecretStoreFinder.Found none = SecretStoreFinder.onMac(_ -> new Result.NotStarted());
        assertThat(none.store().kind()).isEqualTo(SecretStore.Kind.THIS_SESSION);
        assertThat(none.whyNot()).contains(new SecretStoreFailure(Reason.ABSENT, "/usr/bin/security"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs programs of POSIX")
    void a_program_gets_its_input_and_its_output_and_code_are_taken() throws Exception {
        assertThat(run("cat", "hello 密", 10)).isEqualTo(new Result.Exited(0, "hello 密"));
        assertThat(run("false", "x".repeat(200_000), 10)).isEqualTo(new Result.Exited(1, ""));
        assertThat(run("no-such-program", "", 10)).isEqualTo(new Result.NotStarted());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs programs of POSIX")
    void P29_a_program_that_does_not_end_is_ended() throws Exception {
        assertThat(ProcessRunner.onThisMachine(new Command("sleep", List.of("1000"), "", Duration.ofMillis(100))))
                .isEqualTo(new Result.TimedOut());
    }

    private static Result run(String program, String input, int seconds) throws InterruptedException {
        return ProcessRunner.onThisMachine(new Command(program, List.of(), input, Duration.ofSeconds(seconds)));
    }

    private void toldAs(SecretStoreFailure failure) throws InterruptedException {
        assertThat(items.read("x")).isEqualTo(new NativeSecretBackend.Item.Failed(failure));
        assertThat(items.write("x", new byte[1])).contains(failure);
        assertThat(items.delete("x")).contains(failure);
        assertThat(items.obstacle()).contains(failure);
    }
}
