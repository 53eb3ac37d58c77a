package poolscope.ui.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The list of libraries against the modules that Java finds when it follows the program's `requires`.
class BundledLibraryTest {

    @Test
    void names_every_module_that_the_program_needs_and_no_other() {
        var named = Arrays.stream(BundledLibrary.values())
                .flatMap(bundledLibrary -> bundledLibrary.modules().stream())
                .collect(Collectors.toSet());
        assertThat(named).containsExactlyInAnyOrderElementsOf(needed());
    }

    @Test
    void every_library_has_a_name_and_a_licence() {
        assertThat(BundledLibrary.values()).allSatisfy(bundledLibrary -> {
            assertThat(bundledLibrary.title()).isNotBlank();
            assertThat(bundledLibrary.licence()).isNotBlank();
        });
    }

    /// What is on the class path and is reached from our module. Annotations that are needed to compile come with the
    /// program too.
    private static Set<String> needed() {
        var finder = ModuleFinder.compose(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .map(ModuleFinder::of)
                .filter(BundledLibraryTest::isModule)
                .toArray(ModuleFinder[]::new));
        var found = Configuration.resolve(finder, Stream.of(ModuleLayer.boot().configuration()).toList(),
                ModuleFinder.of(), Set.of("poolscope", "org.jspecify"));
        var names = new TreeSet<String>();
        for (var module : found.modules())
            names.add(module.name());
        names.remove("poolscope");
        names.removeIf(name -> name.endsWith("Empty"));
        return names;
    }

    private static boolean isModule(ModuleFinder finder) {
        try {
            return !finder.findAll().isEmpty();
        } catch (FindException e) {
            return false;
        }
    }
}
