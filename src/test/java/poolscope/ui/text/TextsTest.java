package poolscope.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import poolscope.api.ApiCallKind;
import poolscope.api.check.ConnectionCheckKind;
import poolscope.api.check.ConnectionCheckResult;
import poolscope.connection.ConnectionColour;
import poolscope.connection.RequestedPoolLists;
import poolscope.connection.SecretStore;
import poolscope.connection.ValidationError;
import poolscope.desktop.DesktopNotifications;
import poolscope.history.SnapshotNotOpenedException;
import poolscope.live.changes.SnapshotComparisonCoverage;
import poolscope.live.changes.WholeConnectionChange;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.EstimatedPrepaidEnd;
import poolscope.pool.Inventory;
import poolscope.pool.PoolField;
import poolscope.pool.PoolFreeCardFields;
import poolscope.pool.change.ChangeBetterOrWorse;
import poolscope.pool.filter.FilterProblem;
import poolscope.pool.node.NodeFitResult;
import poolscope.pool.table.ChartsOfShownPools;
import poolscope.pool.table.PoolGroupIdentity;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.pool.watch.ConnectionWatchObstacle;
import poolscope.pool.watch.WatchRule;
import poolscope.pool.watch.WatchRuleMatchChange;
import poolscope.settings.ChangeComparisonBase;
import poolscope.settings.ConfigFileNotSavedException;
import poolscope.settings.FileNotice;
import poolscope.settings.RefreshInterval;
import poolscope.settings.SharedViewFile;
import poolscope.settings.WindowAppearance.Language;
import poolscope.ui.commands.ShortcutWithoutMenuItem;
import poolscope.ui.export.CopyModel;
import poolscope.ui.fit.NodeCheckModel;
import poolscope.ui.nodes.NodeFilterKind;
import poolscope.ui.savedviews.BuiltInView;
import poolscope.ui.savedviews.SavedViewDifference;
import poolscope.ui.savedviews.SavedViewNameError;
import poolscope.ui.settings.AppearanceChoice;

/// Every word that is asked for is there, in every language. A missing one is printed as the line to add.
@Isolated("Sets the locale of the whole JVM.")
class TextsTest {
    private static final Path FOLDER = Path.of("src/main/resources/poolscope/ui/text");
    private static final String ENGLISH = bundle(Language.ENGLISH);
    private static final Path SOURCES = Path.of("src/main");
    /// Said only where there are several connections, families, nodes or values.
    private static final Set<String> OF_SEVERAL = Set.of("fit.flaw.FEWER_THAN_NODES", "shortfall.sentence.many",
            "snapshot.lists", "snapshot.gap.connections", "summary.sources", "values.tooMany");

    @Test
    void every_bundle_has_every_key_that_is_asked_for() throws IOException {
        var wanted = asked();
        for (var bundle : bundles()) {
            var missing = new TreeSet<>(wanted);
            missing.removeAll(load(bundle).stringPropertyNames());
            assertThat(missing).as("lines to add to " + bundle + ":\n"
                    + missing.stream().map(key -> key + "=").collect(Collectors.joining("\n"))).isEmpty();
        }
    }

    @Test
    void no_text_loses_a_blank_at_its_beginning() throws IOException {
        for (var bundle : bundles())
            try (var lines = Files.lines(FOLDER.resolve(bundle))) {
                assertThat(lines.filter(line -> line.matches("[\\w.]+=[ \t].*")))
                        .as("a blank after = needs \\ in " + bundle)
                        .isEmpty();
            }
    }

    @Test
    void every_bundle_has_the_same_keys() throws IOException {
        for (var bundle : bundles())
            assertThat(load(bundle).stringPropertyNames()).as(bundle).isEqualTo(load(ENGLISH).stringPropertyNames());
    }

    @Test
    void there_is_a_bundle_for_each_language_and_no_other() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(bundles());
        }
        for (var language : Language.all())
            assertThat(Texts.of(language).format("menu.view")).as(language.ownName())
                    .isEqualTo(load(bundle(language)).getProperty("menu.view"));
    }

    @Test
    void no_key_is_left_that_nobody_asks_for() throws IOException {
        var sources = allSources();
        var asked = asked();
        var unused = load(ENGLISH).stringPropertyNames()
                .stream()
                .filter(key -> !sources.contains('"' + key + '"') && !sources.contains("\"%" + key + '"'))
                .filter(key -> !asked.contains(key))
                .toList();
        assertThat(unused).isEmpty();
    }

    @Test
    void every_text_is_a_pattern_with_the_same_arguments_in_every_language() throws IOException {
        var english = load(ENGLISH);
        for (var language : Language.all()) {
            var texts = load(bundle(language));
            for (var key : english.stringPropertyNames()) {
                new MessageFormat(texts.getProperty(key), language.locale());
                assertThat(arguments(texts.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
            }
        }
        for (var key : english.stringPropertyNames())
            assertThat(english.getProperty(key)).as(key + ": an apostrophe is a quote to MessageFormat, use ’")
                    .doesNotContain("'");
    }

    @Test
    void keys_are_not_written_out_because_systems_name_them_differently() throws IOException {
        for (var bundle : bundles())
            load(bundle).forEach((key, text) -> assertThat((String) text).as(bundle + " " + key)
                    .doesNotContainPattern("Ctrl|Cmd|⌘|⌥|(Alt|Shift)\\+"));
    }

    @Test
    void no_separator_of_a_list_is_written_in_the_code_that_makes_texts() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES.resolve("java/poolscope/ui/text"))) {
            for (var file : files.filter(Files::isRegularFile).toList())
                assertThat(Files.readString(file)).as(file + ": Chinese has separators of its own")
                        .doesNotContainPattern("(joining|join)\\(\"[,;] \"");
        }
    }

    @Test
    void one_is_singular() throws IOException {
        var english = load(ENGLISH);
        var ones = Collections.nCopies(6, 1).toArray();
        for (var key : english.stringPropertyNames())
            if (!OF_SEVERAL.contains(key))
                assertThat(new MessageFormat(english.getProperty(key), Locale.ENGLISH).format(ones)).as(key)
                        .doesNotContainPattern(
                                "\\b1 (accelerators|connections|cores|families|fields|nodes|others|pages|pools"
                                        + "|requests|rows|times|values|views|fit)\\b");
    }

    @Test
    void english_is_english_also_on_a_chinese_machine() {
        var machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            assertThat(Texts.of(Locale.ENGLISH).format("action.refresh")).isEqualTo("Refresh");
            assertThat(Texts.of(Locale.FRENCH).format("action.refresh")).isEqualTo("Refresh");
            assertThat(Texts.of(Locale.TRADITIONAL_CHINESE).format("action.refresh")).isEqualTo("刷新");
        } finally {
            Locale.setDefault(machine);
        }
    }

    private static List<String> bundles() {
        return Language.all().stream().map(TextsTest::bundle).toList();
    }

    /// English is the one without a locale in its name.
    private static String bundle(Language language) {
        return language == Language.ENGLISH ? "texts.properties" : "texts_" + language.locale() + ".properties";
    }

    /// What the screens, the code and the catalogues ask for.
    private static Set<String> asked() {
        var keys = new TreeSet<String>();
        AppearanceChoice.ALL.forEach(choice -> choice.textKeys().forEach(keys::add));
        for (var field : PoolField.values())
            keys.addAll(List.of("field." + field.id(), "field." + field.id() + ".meaning"));
        for (var group : PoolField.Group.values())
            keys.add("group." + group.name());
        for (var columnScope : CopyModel.ColumnScope.values())
            keys.add("copy.column." + columnScope.name());
        for (var unit : PoolField.Unit.values())
            keys.add("unit." + unit.name());
        for (var poolGroupingCriterion : PoolGroupingCriterion.values())
            keys.add("grouping." + poolGroupingCriterion.name());
        for (var payment : PoolGroupIdentity.Payment.values())
            keys.add("payment." + payment.name());
        for (var family : AcceleratorFamily.values())
            keys.add("family." + family.name());
        for (var measure : ChartsOfShownPools.MEASURES)
            keys.addAll(List.of("summary." + measure.id(), "chart.measure." + measure.id()));
        for (var by : ChartsOfShownPools.BY)
            keys.add("chart.by." + by.name());
        for (var reason : Inventory.Reason.values())
            keys.add("reason." + reason.name());
        for (var offset : List.of("ITEM", "PAGE", "IGNORED"))
            keys.add("reading.offset." + offset);
        for (var trigger : WatchRule.Trigger.values())
            keys.add("watch.trigger." + trigger.name());
        for (var obstacle : ConnectionWatchObstacle.values())
            keys.add("watch.obstacle." + obstacle.name());
        for (var kind : WatchRuleMatchChange.Kind.values())
            keys.addAll(List.of("watch.hit." + kind.name(), "watch.brief." + kind.name()));
        for (var reason : DesktopNotifications.Reason.values())
            keys.add("watch.desktop." + reason.name());
        for (var kind : FilterProblem.Kind.values())
            keys.add("filter." + kind.name());
        keys.add("filter.UNKNOWN_FIELD.near");
        for (var obstacle : FileNotice.Obstacle.values())
            keys.add("notice.obstacle." + obstacle.name());
        for (var why : ConfigFileNotSavedException.Why.values())
            keys.add("notice.why." + why.name());
        for (var kind : NodeFilterKind.values())
            keys.add("node.kind." + kind.name());
        keys.add("node.kind.SPARE.unavailable");
        for (var call : ApiCallKind.values())
            keys.add("call." + call.name());
        keys.add("call.OTHER");
        for (var obstacle : PoolFreeCardFields.Obstacle.values())
            keys.add("free.not." + obstacle.name());
        for (var difference : SavedViewDifference.values())
            keys.add("views.difference." + difference.name());
        for (var view : BuiltInView.values()) {
            keys.add("view." + view.name());
            keys.add("view.meaning." + view.name());
        }
        for (var flaw : SavedViewNameError.values())
            keys.add("views.flaw." + flaw.name());
        for (var reason : SnapshotNotOpenedException.Reason.values())
            keys.add("snapshot.refused." + reason.name());
        for (var reason : SnapshotComparisonCoverage.Reason.values())
            keys.add("snapshot.base." + reason.name());
        for (var reason : SharedViewFile.Reason.values())
            keys.add("notice.opened." + reason.name());
        for (var step : ConnectionCheckKind.values())
            keys.add("step." + step.name());
        for (var call : List.of(ApiCallKind.V1_POOLS, ApiCallKind.V2_POOLS))
            keys.add("step.list." + call.name());
        for (var why : ConnectionCheckResult.Why.values())
            keys.add("step.skipped." + why.name());
        for (var validationError : ValidationError.values())
            keys.add("flaw." + validationError.name());
        for (var colour : ConnectionColour.values())
            keys.add("connections.colour." + colour.name());
        for (var kind : SecretStore.Kind.values())
            keys.add("form.remember." + kind.name());
        for (var key : ShortcutWithoutMenuItem.values())
            keys.add("shortcuts." + key.name());
        for (var every : RefreshInterval.values())
            keys.addAll(List.of("auto." + every.name(), "settings.refresh." + every.name()));
        for (var base : ChangeComparisonBase.values()) {
            keys.add("change.base." + base.name());
            if (base != ChangeComparisonBase.CHOSEN_MOMENT) keys.add("change.base.short." + base.name());
            keys.add("change.since." + base.name());
            keys.add("change.since.unknown." + base.name());
        }
        for (var kind : WholeConnectionChange.Kind.values())
            keys.add("change.connection." + kind.name());
        for (var meaning : List.of(ChangeBetterOrWorse.WORSE, ChangeBetterOrWorse.BETTER))
            keys.add("change.meaning." + meaning.name());
        for (var why : poolscope.live.FolderOpener.Why.values())
            keys.add("folder." + why.name());
        for (var room : poolscope.pool.fit.FitResult.Room.values())
            keys.add("fit.onNodes." + room.name());
        for (var demandFieldError : poolscope.ui.fit.DemandFieldError.values())
            keys.add("fit.flaw." + demandFieldError.name());
        for (var way : List.of("TOKEN", "ACCESS_KEY", "PASSWORD", "NONE"))
            keys.add("form.signIn." + way);
        for (var column : PoolContentsColumn.values())
            keys.addAll(List.of(column.id(), column.id() + ".meaning"));
        for (var table : PoolContentsColumn.Table.values())
            keys.add("fields.table." + table.name());
        for (var tab : poolscope.ui.nodes.PoolContentsModel.Tab.values())
            keys.add("details.tab." + tab);
        for (var kind : poolscope.pool.node.NodeAvailability.Kind.values())
            keys.addAll(List.of("node.reason." + kind, "fit.check.reason." + kind));
        for (var reason : NodeFitResult.Reason.values())
            if (reason != NodeFitResult.Reason.TAKES_NO_JOBS) keys.add("fit.check.reason." + reason);
        for (var why : NodeFitResult.Why.values())
            keys.add("fit.check.unknown." + why);
        for (var obstacle : NodeCheckModel.Obstacle.values())
            if (obstacle != NodeCheckModel.Obstacle.NO_DEMAND) keys.add("fit.check.obstacle." + obstacle);
        keys.addAll(List.of("details.free.METRICS", "details.free.NODES"));
        for (var reason : EstimatedPrepaidEnd.Reason.values())
            keys.add("estimate." + reason);
        for (var part : poolscope.pool.InventoryPartReadOutcome.Kind.values())
            keys.add("part." + part);
        for (var generations : RequestedPoolLists.Generations.values())
            keys.add("form.query.api." + generations);
        for (var workspaces : RequestedPoolLists.Workspaces.values())
            keys.add("form.query.workspaces." + workspaces);
        for (var sorting : List.of("NEWEST_FIRST", "OLDEST_FIRST", "NAME", "NAME_REVERSED"))
            keys.add("form.query.sorting." + sorting);
        for (var way : List.of("SYSTEM", "DIRECT", "MANUAL"))
            keys.add("form.proxy." + way);
        for (var status : List.of("running", "deploying", "concerning", "abnormal", "Deleting", "Waiting"))
            keys.addAll(List.of("status." + status, "status." + status + ".meaning"));
        for (var form : List.of("ago"))
            for (var unit : List.of("now", "seconds", "minutes", "hours", "days", "months", "years"))
                keys.add(form + "." + unit);
        for (var failure : FailureTextTest.failures()) {
            var key = "failure." + failure.name();
            keys.addAll(List.of(key, key + ".brief", key + ".advice"));
        }
        for (var suffix : List.of("", ".advice"))
            keys.add("failure.Unexpected" + suffix);
        keys.addAll(synonyms());
        for (var syntax : poolscope.ui.about.FilterSyntaxElement.values())
            keys.addAll(List.of("syntax." + syntax.name(), "syntax." + syntax.name() + ".example"));
        var sources = allSources();
        Pattern.compile("say\\(\\s*\"([^\"]+)\"\\s*[,)]")
                .matcher(sources)
                .results()
                .map(m -> m.group(1))
                .forEach(keys::add);
        Pattern.compile("\"%([a-zA-Z.]+)\"").matcher(sources).results().map(m -> m.group(1)).forEach(keys::add);
        return keys;
    }

    /// The synonyms of commands in the palette: not every command has some.
    private static List<String> synonyms() {
        try {
            return load(ENGLISH).stringPropertyNames()
                    .stream()
                    .filter(key -> key.startsWith("palette.synonyms."))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String allSources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            var all = new ArrayList<String>();
            for (var file : files.filter(f -> f.toString().matches(".*\\.(java|fxml)")).toList())
                all.add(Files.readString(file));
            return String.join("\n", all);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> arguments(String pattern) {
        return Pattern.compile("\\{(\\d+)")
                .matcher(pattern)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    private static Properties load(String bundle) throws IOException {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(Texts.class.getResourceAsStream(bundle))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
