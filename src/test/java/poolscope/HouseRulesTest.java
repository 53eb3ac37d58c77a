package poolscope;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.concurrent.Service;
import javafx.concurrent.Task;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.control.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Which packages may import which, and other rules for all classes of the program. A failure names the class.
@Execution(ExecutionMode.CONCURRENT)
class HouseRulesTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("poolscope");

    static Stream<Arguments> packages() throws IOException {
        return PackageTable.read()
                .values()
                .stream()
                .filter(row -> row.isLimited() && !row.name().equals("ui") && !row.name().startsWith("ui."))
                .map(row -> Arguments.of(row.name(), row.uses()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packages")
    void a_package_imports_only_the_packages_listed(String name, Set<String> uses) {
        var allowed = Stream.concat(Stream.of(name), uses.stream())
                .map(used -> "poolscope." + used)
                .collect(Collectors.joining(","));
        classes().that()
                .resideInAPackage("poolscope." + name)
                .should()
                .onlyDependOnClassesThat(inside(allowed).or(outsideTheProgram()))
                .because("the table in architecture.md lists what this package may import")
                .check(PROGRAM);
    }

    static Stream<Arguments> screens() throws IOException {
        return PackageTable.read()
                .values()
                .stream()
                .filter(row -> row.name().startsWith("ui."))
                .map(row -> Arguments.of(row.name(), row.uses()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("screens")
    void a_screen_imports_only_the_screens_listed(String screen, Set<String> uses) {
        var named = uses.stream().map(used -> "poolscope.ui." + used).toList();
        noClasses().that()
                .resideInAPackage("poolscope." + screen)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("on another screen",
                        type -> !named.contains(type.getPackageName())
                                && type.getPackageName().startsWith("poolscope.ui")
                                && !type.getPackageName().equals("poolscope." + screen)))
                .because("the table in architecture.md lists what this screen may import")
                .check(PROGRAM);
    }

    @Test
    void only_the_window_and_the_two_packages_that_join_all_others_may_import_more_than_the_table_says()
            throws IOException {
        assertThat(packages()).hasSizeGreaterThan(25);
        assertThat(screens()).hasSizeGreaterThan(20);
        assertThat(PackageTable.read().values()).filteredOn(row -> !row.isLimited())
                .extracting(PackageTable.Row::name)
                .containsExactly("cli", "start");
    }

    @Test
    void of_the_packages_inside_api_others_use_these_types_only() {
        var entryPoints = Set.of("http.UnsafeJvmSettingsCheck", "http.CaFilePasswordCheck", "signin.IamProjectsReader",
                "signin.ConnectionSecretLookup", "inventory.InventoryReader", "v2.PoolContentsReader");
        noClasses().that()
                .resideOutsideOfPackage("poolscope.api..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("a type of another package inside api", type -> {
                    var name = type.getBaseComponentType().getName().replaceFirst("\\$.*", "");
                    return name.matches("poolscope\\.api\\.(json|http|signin|v1|v2|inventory)\\..*")
                            && !entryPoints.contains(name.substring("poolscope.api.".length()));
                }))
                .because("their other types are public only for each other")
                .check(PROGRAM);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            poolscope.pool..      | javafx.., com.fasterxml.., java.net..
            poolscope.desktop     | javafx.., com.fasterxml.., java.net..
            poolscope.disk        | javafx.., com.fasterxml.., java.net..
            poolscope.history     | javafx.., java.net..
            poolscope.connection  | javafx.., com.fasterxml..
            poolscope.api..       | javafx..
            poolscope.settings    | javafx..
            poolscope.export      | javafx..
            poolscope.demo        | javafx..
            poolscope.live..      | javafx.scene.., javafx.stage.., javafx.fxml..
            poolscope.ui.text     | javafx..
            poolscope.ui.*..      | com.fasterxml.., java.net..
            """)
    void a_package_does_not_use_these_libraries(String name, String forbidden) {
        noClasses().that()
                .resideInAPackage(name)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden.split(",\\s*"))
                .check(PROGRAM);
    }

    @Test
    void models_have_no_widgets_and_no_texts() {
        noClasses().that()
                .haveSimpleNameEndingWith("Model")
                .and()
                .resideInAPackage("poolscope.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..", "poolscope.ui.text",
                        "java.util.ResourceBundle")
                .because("a model is tested without a toolkit and has no texts")
                .check(PROGRAM);
    }

    @Test
    void controllers_do_no_work_of_their_own() {
        noClasses().that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("poolscope.api..", "java.net..", "java.nio.file..", "poolscope.demo..")
                .because("a controller connects widgets with a model, which decides")
                .check(PROGRAM);
    }

    @Test
    void texts_depend_on_values_only() {
        classes().that()
                .resideInAPackage("poolscope.ui.text")
                .should()
                .onlyDependOnClassesThat(inside(
                        "poolscope.ui.text, poolscope.handover, poolscope.export, poolscope.history, poolscope.pool.., poolscope.api, poolscope.api.check, poolscope.live.., poolscope.connection, poolscope.settings, poolscope.desktop")
                        .or(outsideTheProgram()))
                .check(PROGRAM);
    }

    @Test
    void models_and_background_work_reach_the_FX_thread_by_a_given_executor() {
        noClasses().that()
                .resideInAPackage("poolscope.live..")
                .and()
                .doNotHaveSimpleName("BackgroundAndFxExecutors")
                .or()
                .haveSimpleNameEndingWith("Model")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.application.Platform")
                .because("they are tested without a toolkit")
                .check(PROGRAM);
    }

    @Test
    void only_services_use_tasks_of_javafx_and_only_four_packages_start_threads() {
        noClasses().that()
                .areNotAssignableTo(Service.class)
                .and()
                .areNotAssignableTo(Task.class)
                .should()
                .dependOnClassesThat()
                .haveNameMatching("javafx\\.concurrent\\..*")
                .because("other background work is a BackgroundJob or a LatestTask, tested without a toolkit")
                .check(PROGRAM);
        noClasses().that()
                .resideOutsideOfPackages("poolscope.live..", "poolscope.demo", "poolscope.api..",
                        "poolscope.connection")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.lang\\.Thread\\$Builder.*|java\\.util\\.concurrent\\.Executors?")
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .because("only live, and the clients and servers of the network, start threads")
                .check(PROGRAM);
    }

    @Test
    void only_main_imports_what_starts_the_program() {
        noClasses().that()
                .resideOutsideOfPackages("poolscope", "poolscope.start")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("poolscope.start")
                .because("what creates all objects of the program depends on all other packages")
                .check(PROGRAM);
    }

    @Test
    void each_name_is_one_type_and_none_that_JavaFX_has() throws Exception {
        var names = PROGRAM.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getSimpleName)
                .toList();
        assertThat(names).hasSizeGreaterThan(400).doesNotHaveDuplicates().doesNotContainAnyElementsOf(namesOfJavaFx());
    }

    private static Set<String> namesOfJavaFx() throws Exception {
        var names = new TreeSet<String>();
        for (var one : List.of(Observable.class, Node.class, Control.class, FXMLLoader.class))
            try (var jar = new JarFile(
                    Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI()).toFile())) {
                jar.stream()
                        .map(ZipEntry::getName)
                        .filter(name -> name.matches("javafx/[\\w/]+\\.class"))
                        .map(name -> name.substring(name.lastIndexOf('/') + 1, name.length() - ".class".length()))
                        .forEach(names::add);
            }
        assertThat(names).contains("Observable", "Background", "Region", "FXMLLoader");
        return names;
    }

    @Test
    void packages_have_no_cycles() {
        SlicesRuleDefinition.slices().matching("poolscope.(**)").should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void no_text_follows_the_locale_unless_it_names_one() {
        noClasses().should()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(java.io.PrintStream.class, "printf", String.class, Object[].class)
                .orShould()
                .callMethod(java.io.PrintStream.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(java.time.format.DateTimeFormatter.class, "ofPattern", String.class)
                .orShould()
                .callConstructor(java.text.DecimalFormat.class, String.class)
                .orShould()
                .callConstructor(java.text.MessageFormat.class, String.class)
                .orShould()
                .callMethod(java.text.MessageFormat.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(java.text.NumberFormat.class, "getInstance")
                .orShould()
                .callMethod(java.text.NumberFormat.class, "getIntegerInstance")
                .because("digits of the locale would make a file that no program can read")
                .check(PROGRAM);
    }

    @Test
    void there_is_no_static_state() {
        noFields().that().areStatic().should().notBeFinal().because("state belongs to an object").check(PROGRAM);
        noFields().that()
                .areStatic()
                .should()
                .haveRawType(assignableTo(Observable.class))
                .because("its listeners would keep every window that was ever opened")
                .check(PROGRAM);
    }

    @Test
    void no_class_listens_for_invalidation_which_comes_once_until_the_value_is_read() {
        noClasses().should()
                .callMethodWhere(DescribedPredicate.describe("subscribes a Runnable",
                        call -> call.getTarget().getName().equals("subscribe") && takes(call, Runnable.class)))
                .orShould()
                .callMethodWhere(DescribedPredicate.describe("adds an InvalidationListener",
                        call -> takes(call, InvalidationListener.class)))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(InvalidationListener.class)
                .because("subscribe a Consumer, or a BiConsumer that is not called at once")
                .check(PROGRAM);
    }

    private static boolean takes(JavaMethodCall call, Class<?> parameter) {
        return call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(parameter));
    }

    /// Those listed say why in a text that is always shown: the item's own, or a sentence beside the control.
    @Test
    void a_control_is_disabled_only_with_the_reason_why() {
        noClasses().that()
                .doNotHaveSimpleName("DisabledReason")
                .and()
                .doNotHaveSimpleName("MenuItemDisabler")
                .and(DescribedPredicate.describe("say it nowhere else",
                        type -> !Set
                                .of("ComparisonBaseChoiceController", "ConnectionsMenu", "ExportController",
                                        "FitController", "IamProjectCell", "PaletteCell")
                                .contains(type.getSimpleName())))
                .should()
                .callMethodWhere(DescribedPredicate.describe("disables a control",
                        call -> Set.of("setDisable", "disableProperty").contains(call.getTarget().getName())))
                .because("a control that can't be used says why: use DisabledReason or MenuItemDisabler")
                .check(PROGRAM);
    }

    @Test
    void every_package_has_a_package_info() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java/poolscope"))) {
            assertThat(folders.filter(Files::isDirectory)
                    .filter(HouseRulesTest::holdsCode)
                    .filter(folder -> !folder.endsWith("java/poolscope"))
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java")))).isEmpty();
        }
    }

    private static boolean holdsCode(Path folder) {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static DescribedPredicate<JavaClass> inside(String packages) {
        var names = java.util.List.of(packages.trim().split(",\\s*"));
        return DescribedPredicate.describe("in " + packages,
                c -> names.stream().anyMatch(name -> PackageMatcher.of(name).matches(c.getPackageName())));
    }

    private static DescribedPredicate<JavaClass> outsideTheProgram() {
        return DescribedPredicate.describe("of a library", c -> !c.getPackageName().startsWith("poolscope"));
    }
}
