package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramLogTest {
    private final Logger part = Logger.getLogger("poolscope.settings.ProgramLogTest");
    @TempDir
    Path above;
    private Path folder;
    private ProgramLog log;

    @BeforeEach
    void keep() {
        Logger.getLogger("poolscope").setUseParentHandlers(false);
        folder = above.resolve("poolscope");
        log = ProgramLog.in(folder);
    }

    @AfterEach
    void stop() {
        log.close();
        Logger.getLogger("poolscope").setUseParentHandlers(true);
    }

    @Test
    void makes_no_file_while_nothing_goes_wrong() {
        part.log(Level.INFO, "all is well");
        assertThat(folder).doesNotExist();
    }

    @Test
    void keeps_an_error_with_its_stack_for_the_user_alone() throws IOException {
        part.log(Level.SEVERE, "It went wrong", new IllegalStateException("what a service said"));
        var file = folder.resolve(ProgramLog.FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(Files.readString(file))
                .contains("It went wrong", "java.lang.IllegalStateException\n",
                        "at poolscope.settings.ProgramLogTest.keeps_an_error")
                .doesNotContain("what a service said");
    }

    @Test
    void takes_nothing_from_other_libraries() {
        var other = Logger.getLogger("jdk.httpclient.ProgramLogTest");
        other.setUseParentHandlers(false);
        other.log(Level.SEVERE, "not ours");
        assertThat(folder).doesNotExist();
    }

    @Test
    void never_holds_more_than_two_full_files_and_the_newest_is_in_the_first() throws IOException {
        int enough = 3 * ProgramLog.FULL / 1_000;
        IntStream.rangeClosed(1, enough).forEach(i -> part.log(Level.WARNING, "x".repeat(1_000) + " number " + i));
        try (var files = Files.list(folder)) {
            assertThat(files).extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder(ProgramLog.FILE, ProgramLog.OLDER);
        }
        assertThat(folder.resolve(ProgramLog.FILE)).content().endsWith(" number " + enough + "\n");
        assertThat(Files.size(folder.resolve(ProgramLog.FILE))).isLessThanOrEqualTo(ProgramLog.FULL);
        assertThat(Files.size(folder.resolve(ProgramLog.OLDER))).isLessThanOrEqualTo(ProgramLog.FULL);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(ProgramLog.FILE))))
                .isEqualTo("rw-------");
    }

    @Test
    void an_exception_that_causes_itself_ends() {
        var first = new RuntimeException("first");
        first.initCause(new RuntimeException("second", first));
        part.log(Level.SEVERE, "round", first);
        assertThat(folder.resolve(ProgramLog.FILE)).content().containsOnlyOnce("caused by");
    }
}
