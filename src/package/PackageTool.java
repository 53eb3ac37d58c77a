import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What neither Maven nor jpackage does when the installer is made; the profile "installer" of the POM calls each part in turn.
///
/// - `check VERSION TYPE`: ends with one sentence when a tool is missing or the version does not fit
/// - `locales FILE`: writes the option of jlink that keeps the data of the languages that the program has texts in
/// - `natives MODULES RUNTIME`: lays JavaFX's native libraries into the runtime, so that no start unpacks them into the home folder
/// - `train IMAGE FOLDER`: lets each launcher of the packaged program run through its work once, and writes its AOT cache into both;
///   on Linux it then puts the launcher of `src/package/linux` in the place of jpackage's, with the same options
/// - `sums FOLDER`: writes SHA256SUMS
public final class PackageTool {
    private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    private static final boolean WINDOWS = SYSTEM.startsWith("windows");
    private static final boolean MAC = SYSTEM.startsWith("mac");
    private static final Pattern VERSION = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,5})");
    /// Of the window and of the command line.
    private static final List<String> LAUNCHERS = List.of("PoolScope", "poolscope-cli");
    private static final List<Path> FOR_DESKTOPS = List.of(Path.of("src/package/linux/poolscope.metainfo.xml"),
            Path.of("src/package/linux/poolscope-mime.xml"));
    private static final Path TEXTS = Path.of("src/main/resources/poolscope/ui/text");
    private static final Path LAUNCH = Path.of("src/package/linux/launch");
    private static final int MINUTES = 5;

    private PackageTool() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "check" -> check(arguments[1], arguments[2]);
            case "locales" -> locales(Path.of(arguments[1]));
            case "natives" -> natives(Path.of(arguments[1]), Path.of(arguments[2]));
            case "train" -> train(Path.of(arguments[1]), Path.of(arguments[2]));
            case "sums" -> sums(Path.of(arguments[1]));
            default -> stop("PackageTool knows check, locales, natives, train and sums, not " + arguments[0]);
        }
    }

    private static void stop(String sentence) {
        System.err.println("The installer can't be made: " + sentence + ".");
        System.exit(1);
    }

    private static void check(String version, String type) {
        if (Runtime.version().feature() < 25) stop("it takes a JDK 25, and this is " + Runtime.version());
        if (!VERSION.matcher(version).matches())
            stop("the version must be three numbers such as 1.2.3, for all systems to take it, not " + version);
        if (MAC && version.startsWith("0.")) stop("macOS takes no version that begins with 0, such as " + version);
        var jdk = Path.of(System.getProperty("java.home"), "bin");
        for (var tool : List.of("jlink", "jpackage"))
            if (!isThere(jdk, tool)) stop("the JDK in " + jdk.getParent() + " has no " + tool);
        switch (type) {
            case "deb" -> need("dpkg-deb (Debian: apt install dpkg)", "dpkg-deb").or(() -> need(
                    "fakeroot (Debian: apt install fakeroot)", "fakeroot")).ifPresent(PackageTool::stop);
            case "rpm" -> need("rpmbuild (Debian: apt install rpm)", "rpmbuild").ifPresent(PackageTool::stop);
            case "msi" -> need("the WiX toolset, version 3 or newer", "wix", "candle").ifPresent(PackageTool::stop);
            case "dmg" -> need("hdiutil, a part of macOS", "hdiutil").ifPresent(PackageTool::stop);
            default -> stop("there is no installer of the type " + type);
        }
    }

    /// What is missing when none of these programs is on the path.
    private static Optional<String> need(String name, String... programs) {
        for (var folder : System.getenv().getOrDefault("PATH", "").split(Pattern.quote(java.io.File.pathSeparator)))
            for (var program : programs)
                if (!folder.isEmpty() && isThere(Path.of(folder), program)) return Optional.empty();
        return Optional.of(name + " is missing");
    }

    private static boolean isThere(Path folder, String program) {
        return Files.isExecutable(folder.resolve(WINDOWS ? program + ".exe" : program));
    }

    private static void locales(Path file) throws IOException {
        var languages = new TreeSet<>(Set.of("en"));
        for (var bundle : list(TEXTS, "texts_*.properties"))
            languages.add(bundle.getFileName().toString().split("[_.]")[1]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, "--include-locales=" + String.join(",", languages) + "\n");
    }

    private static void natives(Path modules, Path runtime) throws IOException {
        var target = runtime.resolve(WINDOWS ? "bin" : "lib");
        var laid = 0;
        for (var jar : list(modules, "javafx-*.jar"))
            try (var inside = FileSystems.newFileSystem(jar)) {
                for (var library : list(inside.getPath("/"), "*.{so,dll,dylib}")) {
                    Files.copy(library, target.resolve(library.getFileName().toString()));
                    laid++;
                }
            }
        if (laid == 0) stop("no native libraries of JavaFX were found in " + modules);
        System.out.println(laid + " native libraries were laid into " + target);
        if (!WINDOWS && !MAC) keepLauncherOnly(runtime.resolve("bin"));
        // Where the cache will be; jpackage wants the folder before there is one.
        Files.createDirectories(runtime.resolveSibling("app"));
    }

    /// Under the program's name: that is what lists of processes show.
    private static void keepLauncherOnly(Path commands) throws IOException {
        Files.move(commands.resolve("java"), commands.resolve("PoolScope"));
        for (var command : list(commands, "*"))
            if (!command.endsWith("PoolScope")) Files.delete(command);
    }

    private static List<Path> list(Path folder, String glob) throws IOException {
        var found = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(folder, glob)) {
            files.forEach(found::add);
        }
        return found;
    }

    private static void train(Path image, Path folder) throws IOException, InterruptedException {
        var app = image.resolve(MAC ? "Contents/app" : WINDOWS ? "app" : "lib/app");
        var commands = image.resolve(MAC ? "Contents/MacOS" : WINDOWS ? "" : "bin");
        for (var launcher : LAUNCHERS) {
            train(new Trained(commands.resolve(WINDOWS ? launcher + ".exe" : launcher), app, launcher));
            var cache = cache(launcher);
            Files.copy(app.resolve(cache), folder.resolve(cache));
            System.out.println("The AOT cache of " + launcher + " has " + Files.size(app.resolve(cache)) / 1_000_000 + " MB");
        }
        if (!WINDOWS && !MAC) replaceLaunchers(image, folder);
    }

    private static String cache(String launcher) {
        return launcher.toLowerCase(Locale.ROOT) + ".aot";
    }

    /// A launcher, the folder of its configuration, and its name.
    private record Trained(Path launcher, Path app, String name) {
        Path configuration() {
            return app.resolve(name + ".cfg");
        }
    }

    /// Trains in two steps, because the one-step way starts `java`, which the runtime does not have. Each step is an ordinary start
    /// of the launcher under another configuration; in the end it has its own again.
    private static void train(Trained one) throws IOException, InterruptedException {
        var lasting = Files.readAllLines(one.configuration());
        var notes = "java-options=-XX:AOTConfiguration=$APPDIR/notes";
        var cache = "java-options=-XX:AOTCache=$APPDIR/" + cache(one.name());
        Files.write(one.configuration(), with(lasting, "java-options=-XX:AOTMode=record", notes));
        run(rehearsal(one.launcher()));
        Files.write(one.configuration(), with(lasting, "java-options=-XX:AOTMode=create", notes, cache));
        run(new ProcessBuilder(one.launcher().toString()));
        Files.delete(one.app().resolve("notes"));
        // The proof: with this mode a JVM that can't use the cache does not start.
        Files.write(one.configuration(), with(lasting, "java-options=-XX:AOTMode=on", cache));
        run(new ProcessBuilder(one.launcher().toString(), "--version"));
        Files.write(one.configuration(), lasting);
    }

    /// One launcher of our own for both, with the same options.
    private static void replaceLaunchers(Path image, Path folder) throws IOException, InterruptedException {
        for (var file : FOR_DESKTOPS)
            Files.copy(file, folder.resolve(file.getFileName()));
        var script = Files.readString(LAUNCH);
        for (var launcher : LAUNCHERS) {
            var configuration = image.resolve("lib/app/" + launcher + ".cfg");
            script = script.replace(launcher.equals(LAUNCHERS.getFirst()) ? "WINDOW_OPTIONS" : "COMMAND_OPTIONS",
                    options(Files.readAllLines(configuration)));
            Files.delete(configuration);
            Files.delete(image.resolve("bin/" + launcher));
        }
        var launcher = image.resolve("bin/PoolScope");
        Files.writeString(launcher, script);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.delete(image.resolve("lib/libapplauncher.so"));
        run(new ProcessBuilder(launcher.toString(), "--version"));
        // From there src/package/linux/PoolScope-post-image.sh takes it, when the packages are made.
        Files.copy(launcher, folder.resolve("launch"));
    }

    /// What jpackage's launcher would tell the JVM, for a shell; the module to start comes last.
    private static String options(List<String> configuration) {
        var options = configuration.stream().filter(line -> line.startsWith("java-options="))
                .map(line -> '"' + line.substring("java-options=".length()) + '"');
        var module = configuration.stream().filter(line -> line.startsWith("app.mainmodule="))
                .map(line -> "-m " + line.substring("app.mainmodule=".length()));
        return Stream.concat(options, module).collect(java.util.stream.Collectors.joining(" "));
    }

    private static List<String> with(List<String> lasting, String... more) {
        return Stream.concat(lasting.stream().filter(line -> !line.contains("-XX:AOTCache=")), Stream.of(more)).toList();
    }

    /// In a window that nobody has to look at where there can be one, because a headless run does not know what a window takes.
    private static ProcessBuilder rehearsal(Path launcher) {
        var hidden = List.of("xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", launcher.toString());
        var command = new ProcessBuilder(need("", "xvfb-run").isEmpty() ? hidden : List.of(launcher.toString()));
        command.environment().put("POOLSCOPE_PURPOSE", "rehearse");
        return command;
    }

    private static void run(ProcessBuilder command) throws IOException, InterruptedException {
        var home = Files.createTempDirectory("rehearsal");
        var environment = command.environment();
        environment.keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"));
        for (var name : List.of("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA"))
            environment.put(name, home.toString());
        var process = command.redirectErrorStream(true).redirectOutput(home.resolve("said").toFile()).start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        int exit = process.waitFor();
        if (exit != 0) stop(command.command() + " ended with " + exit + ": " + Files.readString(home.resolve("said")));
        delete(home);
    }

    /// Other programs, such as the bus for assistive technology, remove files of theirs at the same time.
    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void sums(Path folder) throws Exception {
        var lines = new StringBuilder();
        for (var file : list(folder, "*.{deb,rpm,msi,dmg,json}")) {
            var sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            lines.append(HexFormat.of().formatHex(sum)).append("  ").append(file.getFileName()).append('\n');
        }
        Files.writeString(folder.resolve("SHA256SUMS"), lines);
        System.out.print(lines);
    }
}
