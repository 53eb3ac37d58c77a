package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import poolscope.PropertyCases;
import poolscope.disk.FileSystemOperations;

@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class RealDiskTest {

    @TempDir
    Path temp;

    private static final int KILLS = Integer.getInteger("settings.kills", 12);

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void P39_everything_is_the_users_alone() throws IOException {
        Path folder = temp.resolve("a/b");
        file(folder).save(Samples.RICH);
        Files.writeString(folder.resolve("settings.json"), "{ torn");
        SettingsFile file = file(folder);
        file.load();
        file.save(Samples.NEW);
        assertThat(permissions(temp.resolve("a"))).isEqualTo("rwx------");
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(contents(folder)).hasSize(3)
                .allSatisfy(path -> assertThat(permissions(path)).isEqualTo("rw-------"))
                .anySatisfy(path -> assertThat(path.getFileName().toString()).startsWith("settings.json.bad-"));
    }

    @Test
    void a_path_with_blanks_chinese_and_emoji_and_a_long_one_work() throws IOException {
        Path folder = temp.resolve("my 设置 😀").resolve("x".repeat(120)).resolve("y".repeat(120));
        file(folder).save(Samples.RICH);
        assertThat(file(folder).load()).isEqualTo(new LoadedValueWithNotices<>(Samples.RICH, List.of()));
    }

    @Test
    void P35_a_folder_or_a_dangling_link_in_its_place_does_not_stop_the_start() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("settings.json/inner")).getParent().getParent();
        SettingsFile blocked = file(folder);
        assertThat(blocked.load().notices()).hasOnlyElementsOfType(FileNotice.Unreadable.class);
        blocked.save(Samples.NEW);
        assertThat(file(folder).load()).isEqualTo(new LoadedValueWithNotices<>(Samples.NEW, List.of()));
        assertThat(contents(folder)).anySatisfy(path -> assertThat(path.resolve("inner")).isDirectory());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void P34_links_are_followed_and_a_ring_of_links_is_told() throws IOException {
        Path dotfiles = Files.createDirectory(temp.resolve("dotfiles"));
        Path folder = Files.createDirectory(temp.resolve("config"));
        Files.createSymbolicLink(folder.resolve("settings.json"), Path.of("../dotfiles/mine.json"));
        SettingsFile file = file(folder);
        assertThat(file.load().notices()).hasOnlyElementsOfType(FileNotice.Unreadable.class);
        file.save(Samples.RICH);
        assertThat(folder.resolve("settings.json")).isSymbolicLink();
        assertThat(dotfiles.resolve("mine.json")).isRegularFile();
        Path ring = Files.createDirectory(temp.resolve("ring"));
        Files.createSymbolicLink(ring.resolve("settings.json"), Path.of("settings.json"));
        assertThat(file(ring).load().notices()).hasOnlyElementsOfType(FileNotice.Unreadable.class);
        assertThatThrownBy(() -> file(ring).save(Samples.RICH)).isInstanceOf(ConfigFileNotSavedException.class);
    }

    @Test
    void P38_a_file_where_the_folder_should_be_is_told() throws IOException {
        Path folder = Files.writeString(temp.resolve("config"), "not a folder");
        assertThat(file(folder).load().value()).isEqualTo(Settings.defaults());
        assertThatThrownBy(() -> file(folder).save(Samples.RICH)).isInstanceOf(ConfigFileNotSavedException.class);
        assertThat(folder).hasContent("not a folder");
    }

    @Test
    void P37_two_processes_that_save_at_once_lose_nothing() throws Exception {
        Process zooms = start("zoom", 500, "in step");
        Process types = start("text", 500, "in step");
        try (BufferedReader one = zooms.inputReader(); BufferedReader two = types.inputReader()) {
            for (int n = 0; n < 500; n++) {
                for (Process saver : List.of(zooms, types)) {
                    saver.getOutputStream().write('\n');
                    saver.getOutputStream().flush();
                }
                assertThat(List.of(one.readLine(), two.readLine())).containsOnly(String.valueOf(n));
                assertThat(file(temp).load().notices()).isEmpty();
            }
        }
        Settings left = file(temp).load().value();
        assertThat(left.windowAppearance().zoomPercent()).isEqualTo(75 + 499 % 100);
        assertThat(left.filter().text()).isEqualTo("499");
        assertThat(contents(temp)).hasSize(2);
    }

    @Test
    void P34_a_process_that_is_killed_leaves_what_it_had_saved() throws Exception {
        Random random = PropertyCases.random(7);
        for (int round = 0; round < KILLS; round++) {
            Process saves = start("text", Integer.MAX_VALUE);
            String told = "";
            try (BufferedReader lines = saves.inputReader()) {
                for (int n = random.nextInt(1, 200); n > 0; n--) {
                    told = lines.readLine();
                }
                saves.destroyForcibly().waitFor();
            }
            LoadedValueWithNotices<Settings> left = file(temp).load();
            assertThat(left.notices()).isEmpty();
            assertThat(Integer.parseInt(left.value().filter().text())).isGreaterThanOrEqualTo(Integer.parseInt(told));
        }
        file(temp).save(Samples.NEW);
        assertThat(contents(temp)).as("what the killed ones left is swept").hasSize(2);
    }

    private Process start(String part, int times, String... inStep) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), Saver.class.getName(), temp.toString(), part,
                String.valueOf(times)));
        command.addAll(List.of(inStep));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /// The other process: saves again and again and tells the number of each save that returned. In step it saves when
    /// it is told to; one that never lets go of the lock would leave the other none of its tries.
    static final class Saver {
        public static void main(String[] args) throws IOException {
            SettingsFile file = file(Path.of(args[0]));
            Settings settings = file.load().value();
            for (int n = 0; n < Integer.parseInt(args[2]); n++) {
                settings = args[1].equals("zoom")
                        ? settings.withWindowAppearance(settings.windowAppearance().withZoomPercent(75 + n % 100))
                        : settings.withFilter(settings.filter().withText(String.valueOf(n)));
                if (args.length > 3 && System.in.read() < 0) return;
                file.save(settings);
                System.out.println(n);
            }
        }
    }

    private static SettingsFile file(Path folder) {
        return SettingsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC());
    }

    private static List<Path> contents(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return new ArrayList<>(all.toList());
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
