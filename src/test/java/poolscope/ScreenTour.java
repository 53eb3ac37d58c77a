package poolscope;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.input.KeyCode;
import poolscope.demo.Fault;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.disk.FileSystemOperations;
import poolscope.pool.PoolField;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.settings.Settings;
import poolscope.settings.SettingsFile;
import poolscope.settings.WindowAppearance;
import poolscope.settings.WindowBoundsAndPaneVisibility;
import poolscope.ui.ScenePngWriter;
import poolscope.ui.pools.SelectedRowIndexes;

/// Draws every state of the window to a folder, for people to look at: not a test, for it judges nothing.
///
/// Run with the folder, then the names of the pictures wanted (all when none is given). The properties `tour.size`,
/// `tour.zoom`, `tour.language` and `tour.theme` say how they are drawn. The screen without a display is too small for
/// more than about 1280×1000: for that, `-Dglass.platform=gtk` draws on the display that there is.
public final class ScreenTour {
    private final Path folder;
    private final Set<String> wanted;

    private ScreenTour(Path folder, Set<String> wanted) {
        this.folder = folder;
        this.wanted = wanted;
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", System.getProperty("glass.platform", "Headless"));
        System.setProperty("prism.order", "sw");
        var tour = new ScreenTour(Path.of(arguments[0]),
                Set.of(arguments)
                        .stream()
                        .skip(0)
                        .filter(name -> !name.equals(arguments[0]))
                        .collect(java.util.stream.Collectors.toSet()));
        int exit = 1;
        try {
            tour.walk();
            exit = 0;
        } catch (Exception | AssertionError e) {
            e.printStackTrace();
        } finally {
            System.exit(exit);
        }
    }

    /// How a picture is set up before it is drawn.
    private interface Scenery {
        void set(AppFixture appFixture) throws Exception;
    }

    private void walk() throws Exception {
        welcome();
        draw("first-start", AppFixture.still(240), AppFixture::untilRead);
        draw("selected", AppFixture.still(240), appFixture -> select(appFixture.untilRead(), 5));
        draw("about", AppFixture.still(240), appFixture -> help(appFixture.untilRead(), 1));
        draw("fields", AppFixture.still(240), appFixture -> help(appFixture.untilRead(), 6));
        draw("zoomed", AppFixture.still(240), appFixture -> {
            filter(appFixture.untilRead(), "status:running gpu>=4");
            appFixture.hands().push(javafx.scene.input.KeyCode.ENTER);
            appFixture.hands().write("owner:");
            appFixture.until("values are offered", () -> appFixture.find("#choices").isVisible());
        });
        draw("dark", AppFixture.still(240),
                appFixture -> select(
                        look(appFixture.untilRead(), WindowAppearance.Theme.DARK, WindowAppearance.Language.ENGLISH),
                        5));
        draw("chinese", AppFixture.still(240),
                appFixture -> select(
                        look(appFixture.untilRead(), WindowAppearance.Theme.LIGHT, WindowAppearance.Language.CHINESE),
                        5));
        draw("chinese-dark", AppFixture.still(240),
                appFixture -> select(
                        look(appFixture.untilRead(), WindowAppearance.Theme.DARK, WindowAppearance.Language.CHINESE),
                        5));
        trends();
        draw("one", AppFixture.still(1), AppFixture::untilRead);
        draw("none", AppFixture.still(0), AppFixture::untilRead);
        draw("none-chinese", AppFixture.still(0), appFixture -> look(appFixture.untilRead(),
                WindowAppearance.Theme.LIGHT, WindowAppearance.Language.CHINESE));
        draw("view-changed", AppFixture.still(240), appFixture -> {
            filter(appFixture.untilRead(), "gpu>=4");
            appFixture.fx(() -> appFixture.appComposition.views()
                    .saveAs("早班 check", poolscope.settings.SavedView.Scope.AS_TICKED));
            filter(appFixture, "gpu>=4 status:running");
        });
        draw("view-menu", AppFixture.still(240), appFixture -> {
            look(appFixture.untilRead(), WindowAppearance.Theme.DARK, WindowAppearance.Language.CHINESE);
            filter(appFixture, "gpu>=4");
            appFixture.fx(() -> appFixture.appComposition.views()
                    .saveAs("早班 check", poolscope.settings.SavedView.Scope.AS_TICKED));
        });
        draw("view-form", AppFixture.still(240), appFixture -> {
            appFixture.untilRead();
            appFixture.hands().push(javafx.scene.input.KeyCode.SHORTCUT, javafx.scene.input.KeyCode.D);
            appFixture.until("the form is open", () -> appFixture.find("#viewName") != null);
            appFixture.settle();
        });
        draw("filter", AppFixture.still(240), appFixture -> filter(appFixture.untilRead(), "status:running gpu>=4"));
        draw("filter-wrong", AppFixture.still(240), appFixture -> filter(appFixture.untilRead(), "gpus:1"));
        draw("filter-hides-all", AppFixture.still(240), appFixture -> filter(appFixture.untilRead(), "nosuchpool"));
        draw("filter-text", AppFixture.still(240), appFixture -> {
            filter(appFixture.untilRead(), "status:running gpu>=4");
            appFixture.hands().push(javafx.scene.input.KeyCode.ENTER);
            appFixture.hands().write("train");
            appFixture.settle();
        });
        draw("filter-hides-all-but", AppFixture.still(240), appFixture -> {
            filter(appFixture.untilRead(), "status:running gpu>=4 owner:nobody");
            appFixture.hands().push(javafx.scene.input.KeyCode.ENTER);
            appFixture.until("the ways out are there",
                    () -> !appFixture.find("#withouts").lookupAll(".hyperlink").isEmpty());
        });
        draw("filter-many-chips", AppFixture.still(240), appFixture -> {
            filter(appFixture.untilRead(), "status:running gpu>=4 owner:li nodes>2 train cpu>100 mem>64");
            appFixture.hands().push(KeyCode.ENTER).push(KeyCode.LEFT).push(KeyCode.LEFT).push(KeyCode.LEFT);
            appFixture.hands().push(KeyCode.LEFT).push(KeyCode.LEFT);
        });
        draw("filter-free", AppFixture.still(228).withV2Pools(12), appFixture -> {
            appFixture.untilRead().hands().push(KeyCode.ALT, KeyCode.DIGIT3);
            appFixture.settle();
        });
        draw("filter-no-history", AppFixture.still(240), appFixture -> {
            appFixture.untilRead().click("#before");
            appFixture.until("it says so", () -> appFixture.find(".filter-drop .note") != null);
        });
        draw("filter-history", AppFixture.still(240), appFixture -> history(appFixture.untilRead()));
        draw("filter-history-chinese-dark", AppFixture.still(240), appFixture -> history(
                look(appFixture.untilRead(), WindowAppearance.Theme.DARK, WindowAppearance.Language.CHINESE)));
        draw("filter-complete", AppFixture.still(240), appFixture -> {
            filter(appFixture.untilRead(), "status:running");
            appFixture.hands().push(javafx.scene.input.KeyCode.ENTER).write("owner:");
            appFixture.until("values are offered", () -> appFixture.find("#choices").isVisible());
        });
        draw("filter-wrong-chinese-dark", AppFixture.still(240),
                appFixture -> filter(
                        look(appFixture.untilRead(), WindowAppearance.Theme.DARK, WindowAppearance.Language.CHINESE),
                        "状态:running gpus>=8"));
        draw("failure-kept", AppFixture.still(240), appFixture -> {
            appFixture.untilRead();
            appFixture.cloud.failAll(Fault.forbidden());
            appFixture.fx(() -> {
                appFixture.appComposition.observableTickedConnectionPools().refresh();
                return true;
            });
            appFixture.until("failed", () -> appFixture.find("#sourcesStatus").isVisible());
        });
        draw("cancelled", AppFixture.still(3_000), appFixture -> {
            appFixture.until("the first page is there", () -> appFixture.table().getItems().size() == 1_000);
            appFixture.fx(() -> {
                appFixture.appComposition.observableTickedConnectionPools().cancel();
                return true;
            });
            appFixture.until("stopped", () -> appFixture.find("#sourcesStatus").isVisible());
        }, Fault.pass(), new Fault.Stall());
        for (var language : WindowAppearance.Language.values())
            for (var theme : WindowAppearance.Theme.values())
                if (language != WindowAppearance.Language.SYSTEM && theme != WindowAppearance.Theme.SYSTEM) {
                    drawChanges(language, theme);
                    drawSnapshots(language, theme);
                    drawComparedFile(language, theme);
                    drawWatch(language, theme);
                    drawEstimates(language, theme);
                    drawNetworkForm(language, theme);
                    drawUnsaved(language, theme);
                }
        draw("loading", AppFixture.still(10), appFixture -> appFixture.settle(), new Fault.Stall());
        draw("loading-more", AppFixture.still(5_000), appFixture -> appFixture.until("the first page is there",
                () -> appFixture.table().getItems().size() == 1_000), Fault.pass(), new Fault.Stall());
        draw("failed", AppFixture.still(10),
                appFixture -> appFixture.until("failed", () -> appFixture.find("#emptyStateAction").isVisible()),
                Fault.tokenExpired(), Fault.tokenExpired(), Fault.tokenExpired());
        draw("many", AppFixture.still(100_000), appFixture -> select(appFixture.untilRead(), 5));
        draw("form", AppFixture.still(240), appFixture -> form(appFixture.untilRead(), false));
        draw("form-chinese-dark", AppFixture.still(240),
                appFixture -> form(
                        look(appFixture.untilRead(), WindowAppearance.Theme.DARK, WindowAppearance.Language.CHINESE),
                        true));
        draw("form-connection-test", AppFixture.still(240), appFixture -> {
            form(appFixture.untilRead(), false);
            appFixture.fx(() -> {
                ((javafx.scene.control.TextField) appFixture.find(".form #name")).setText("prod / cn-north-4");
                ((javafx.scene.control.TextField) appFixture.find(".form #endpoint"))
                        .setText(appFixture.cloud.endpoint().toString());
                ((javafx.scene.control.TextField) appFixture.find(".form #project")).setText("another-project");
                @SuppressWarnings("unchecked")
                var ways = (javafx.scene.control.ComboBox<Object>) appFixture.find(".form #signIn");
                ways.setValue(ways.getItems().getLast());
                ((javafx.scene.control.Button) appFixture.find("#testForm")).fire();
                return true;
            });
            appFixture.until("the test has ended",
                    () -> !((javafx.scene.layout.GridPane) appFixture.find("#steps")).getChildren().isEmpty()
                            && !((javafx.scene.control.Button) appFixture.find("#find")).isDisabled());
        });
        draw("form-projects", AppFixture.still(240), appFixture -> {
            form(appFixture.untilRead(), false);
            appFixture.fx(() -> {
                ((javafx.scene.control.TextField) appFixture.find(".form #name")).setText("prod");
                ((javafx.scene.control.TextField) appFixture.find(".form #endpoint"))
                        .setText(appFixture.cloud.endpoint().toString());
                ((javafx.scene.control.TextField) appFixture.find(".form #iam"))
                        .setText(appFixture.cloud.endpoint().toString());
                @SuppressWarnings("unchecked")
                var ways = (javafx.scene.control.ComboBox<Object>) appFixture.find(".form #signIn");
                ways.setValue(ways.getItems().getLast());
                ((javafx.scene.control.Button) appFixture.find("#find")).fire();
                return true;
            });
            appFixture.until("the projects are offered", () -> appFixture.find("#projects").isFocused());
            appFixture.hands().push(KeyCode.SPACE).push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.SPACE);
        });
        draw("values", AppFixture.still(240), appFixture -> values(appFixture.untilRead(), PoolField.SPECIFICATION));
        draw("values-chinese-dark", AppFixture.still(240),
                appFixture -> values(
                        look(appFixture.untilRead(), WindowAppearance.Theme.DARK, WindowAppearance.Language.CHINESE),
                        PoolField.STATUS));
        draw("values-narrow", AppFixture.still(3_000), appFixture -> {
            appFixture.untilRead();
            appFixture.fx(() -> {
                appFixture.appComposition.stage().setWidth(880);
                appFixture.appComposition.stage().setHeight(700);
                return true;
            });
            values(appFixture, PoolField.ID);
            appFixture.click("#byCount");
        });
        draw("palette-column", AppFixture.still(240), appFixture -> palette(appFixture.untilRead(), "nodes"));
        draw("palette", AppFixture.still(240), appFixture -> palette(appFixture.untilRead(), "gpu"));
        draw("palette-chinese-dark", AppFixture.still(240),
                appFixture -> palette(
                        look(appFixture.untilRead(), WindowAppearance.Theme.DARK, WindowAppearance.Language.CHINESE),
                        ""));
        draw("palette-nothing", AppFixture.still(240), appFixture -> palette(appFixture.untilRead(), "qqqqq"));
        draw("shortcuts", AppFixture.still(240), appFixture -> keys(appFixture.untilRead()));
        draw("shortcuts-dark", AppFixture.still(240), appFixture -> keys(
                look(appFixture.untilRead(), WindowAppearance.Theme.DARK, WindowAppearance.Language.ENGLISH)));
        draw("shortcuts-chinese", AppFixture.still(240), appFixture -> keys(
                look(appFixture.untilRead(), WindowAppearance.Theme.LIGHT, WindowAppearance.Language.CHINESE)));
        draw("shortcuts-narrow", AppFixture.still(240), appFixture -> {
            appFixture.fx(() -> {
                appFixture.appComposition.stage().setWidth(880);
                appFixture.appComposition.stage().setHeight(640);
                return true;
            });
            keys(appFixture.untilRead());
        });
        draw("hand-over", AppFixture.still(240), ScreenTour::handOver);
        draw("hand-over-chinese-dark", AppFixture.still(240), appFixture -> handOver(
                look(appFixture.untilRead(), WindowAppearance.Theme.DARK, WindowAppearance.Language.CHINESE)));
        draw("cards", AppFixture.still(40).withV2Pools(40), appFixture -> {
            appFixture.untilRead().hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.J);
            appFixture.until("the table is there", () -> appFixture.find("#cards") != null);
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.C);
        });
        draw("form-discard", AppFixture.still(240), appFixture -> {
            form(appFixture.untilRead(), false);
            appFixture.fx(() -> {
                ((javafx.scene.control.TextField) appFixture.find(".form #project")).setText("project");
                return true;
            });
            appFixture.hands().push(KeyCode.ESCAPE);
            appFixture.until("it asks", () -> appFixture.find(".form #notSaved").isVisible());
        });
        draw("failed-with-charts", AppFixture.still(10), appFixture -> {
            appFixture.until("failed", () -> appFixture.find("#emptyStateAction").isVisible());
            charts(appFixture);
            fit(appFixture, "2", "8");
        }, Fault.tokenExpired(), Fault.tokenExpired(), Fault.tokenExpired());
        draw("requests", AppFixture.still(3_000), appFixture -> {
            appFixture.untilRead();
            openRequestLog(appFixture);
        });
        draw("fit", AppFixture.still(240), appFixture -> fit(appFixture.untilRead(), "2", "8"));
        draw("fit-dark", AppFixture.still(240),
                appFixture -> fit(
                        look(appFixture.untilRead(), WindowAppearance.Theme.DARK, WindowAppearance.Language.ENGLISH),
                        "2", "8"));
        draw("fit-chinese", AppFixture.still(240),
                appFixture -> fit(
                        look(appFixture.untilRead(), WindowAppearance.Theme.LIGHT, WindowAppearance.Language.CHINESE),
                        "2", "8"));
        draw("fit-none-narrow", AppFixture.still(240), appFixture -> {
            appFixture.fx(() -> {
                appFixture.appComposition.stage().setWidth(880);
                appFixture.appComposition.stage().setHeight(700);
                return true;
            });
            fit(appFixture.untilRead(), "3", "5000");
        });
        draw("details-many", AppFixture.still(240), appFixture -> many(appFixture.untilRead()));
        draw("details-many-chinese-dark", AppFixture.still(240), appFixture -> many(
                look(appFixture.untilRead(), WindowAppearance.Theme.DARK, WindowAppearance.Language.CHINESE)));
        draw("compare", AppFixture.still(240), appFixture -> compare(appFixture.untilRead(), 3));
        draw("compare-chinese-dark", AppFixture.still(240),
                appFixture -> compare(
                        look(appFixture.untilRead(), WindowAppearance.Theme.DARK, WindowAppearance.Language.CHINESE),
                        4));
        draw("compare-narrow", AppFixture.still(240), appFixture -> {
            appFixture.fx(() -> {
                appFixture.appComposition.stage().setWidth(880);
                appFixture.appComposition.stage().setHeight(640);
                return true;
            });
            compare(appFixture.untilRead(), 4);
        });
        draw("pinned-one", AppFixture.still(240), appFixture -> compare(appFixture.untilRead(), 1));
        draw("grouped", AppFixture.still(240),
                appFixture -> group(appFixture.untilRead(), PoolGroupingCriterion.STATUS));
        draw("folded-dark", AppFixture.still(240),
                appFixture -> group(
                        look(appFixture.untilRead(), WindowAppearance.Theme.DARK, WindowAppearance.Language.ENGLISH),
                        PoolGroupingCriterion.SPECIFICATION_AND_STATUS));
        draw("grouped-chinese", AppFixture.still(240),
                appFixture -> group(
                        look(appFixture.untilRead(), WindowAppearance.Theme.LIGHT, WindowAppearance.Language.CHINESE),
                        PoolGroupingCriterion.BILLING));
        draw("pinned", AppFixture.still(240), ScreenTour::pinned);
        draw("settings", AppFixture.still(240), appFixture -> settings(appFixture.untilRead()));
        draw("settings-chinese-dark", AppFixture.still(240), appFixture -> settings(
                look(appFixture.untilRead(), WindowAppearance.Theme.DARK, WindowAppearance.Language.CHINESE)));
        for (var language : WindowAppearance.Language.all())
            draw("settings-small-" + language.word(), AppFixture.still(240), appFixture -> {
                sized(look(appFixture.untilRead(), WindowAppearance.Theme.LIGHT, language), 1024, 640);
                zoom(appFixture, 150);
                settings(appFixture);
            });
        draw("export", AppFixture.still(240), appFixture -> export(appFixture.untilRead()));
        draw("export-chinese-dark", AppFixture.still(240), appFixture -> export(
                look(appFixture.untilRead(), WindowAppearance.Theme.DARK, WindowAppearance.Language.CHINESE)));
        notice();
        connections();
        draw("charts", AppFixture.still(240), appFixture -> charts(appFixture.untilRead()));
        draw("charts-chinese-dark", AppFixture.still(240), appFixture -> charts(
                look(appFixture.untilRead(), WindowAppearance.Theme.DARK, WindowAppearance.Language.CHINESE)));
        draw("charts-filtered", AppFixture.still(240), appFixture -> filter(charts(appFixture.untilRead()), "gpu>=4"));
        draw("charts-hidden", AppFixture.still(240),
                appFixture -> filter(charts(appFixture.untilRead()), "nosuchpool"));
        draw("charts-none", AppFixture.still(0), appFixture -> charts(appFixture.untilRead()));
        draw("charts-one", AppFixture.still(1), appFixture -> charts(appFixture.untilRead()));
        draw("charts-many", AppFixture.still(100_000), appFixture -> charts(appFixture.untilRead()));
        draw("charts-short", AppFixture.still(240), appFixture -> charts(sized(appFixture.untilRead(), 1024, 640)));
        draw("charts-narrow", AppFixture.still(240), appFixture -> charts(sized(appFixture.untilRead(), 880, 700)));
        draw("charts-narrow-chinese", AppFixture.still(240),
                appFixture -> charts(sized(
                        look(appFixture.untilRead(), WindowAppearance.Theme.LIGHT, WindowAppearance.Language.CHINESE),
                        880, 700)));
        poolsOfV2();
        narrow("narrow", 1024, 640);
        narrow("narrow-below", 880, 700);
    }

    /// What is inside a pool of v2, and the fit finder that reads it, as far as each can be read.
    private void poolsOfV2() throws Exception {
        draw("v2-list", both(), AppFixture::untilRead);
        draw("v2-one", AppFixture.still(0).withV2Pools(1), appFixture -> select(appFixture.untilRead(), 0));
        for (var tab : List.of("NODES", "JOBS", "EVENTS")) {
            draw("v2-" + tab.toLowerCase(Locale.ROOT), both(), appFixture -> inside(appFixture, tab));
            draw("v2-" + tab.toLowerCase(Locale.ROOT) + "-refused", both(), appFixture -> {
                appFixture.untilRead().cloud.failInside(Fault.forbidden());
                inside(appFixture, tab);
            });
            draw("v2-" + tab.toLowerCase(Locale.ROOT) + "-failed", both(), appFixture -> {
                appFixture.untilRead().cloud.failInside(Fault.status(500));
                inside(appFixture, tab);
            });
            draw("v2-" + tab.toLowerCase(Locale.ROOT) + "-none", both(), appFixture -> {
                appFixture.untilRead().cloud.failInside(Fault.json(200, "{\"items\":[]}"));
                inside(appFixture, tab);
            });
        }
        draw("v2-nodes-searched", both(), appFixture -> {
            inside(appFixture, "NODES");
            V2DetailsFixture.untilJobsAreKnown(appFixture);
            appFixture.fx(() -> {
                ((javafx.scene.control.TextField) appFixture.find("#contentsSought")).setText("no-such-node");
                return true;
            });
            appFixture.settle();
        });
        draw("v2-nodes-loading", both(), appFixture -> {
            appFixture.untilRead().cloud.failInside(new Fault.Stall());
            inside(appFixture, "NODES");
        });
        draw("v2-nodes-500", both(), appFixture -> {
            appFixture.untilRead().cloud.failPart("/nodes", new Fault.Edited(ScreenTour::manyNodes));
            inside(appFixture, "NODES");
        });
        draw("v2-fit", both(), ScreenTour::checkedFit);
        draw("v2-fit-refused", both(), appFixture -> {
            appFixture.untilRead().cloud.failInside(Fault.forbidden());
            checkedFit(appFixture);
        });
        draw("v2-metrics-refused", both(), appFixture -> {
            appFixture.untilRead().cloud.failPart("/metrics/runtime/pools", Fault.forbidden());
            appFixture.click("#refresh");
            appFixture.until("it is said", () -> appFixture.find("#sourcesStatus").isVisible());
            select(appFixture, 3);
        });
    }

    private static TestCloudSettings both() {
        return AppFixture.still(20).withV2Pools(40);
    }

    private static void inside(AppFixture appFixture, String tab) {
        V2DetailsFixture.select(appFixture.untilRead(), "aurora");
        V2DetailsFixture.choose(appFixture, tab);
        appFixture.settle();
    }

    /// The nodes of an answer again and again, each with a name of its own, until there are 500.
    private static String manyNodes(String answer) {
        try {
            var json = new JsonMapper();
            var list = (ObjectNode) json.readTree(answer);
            var nodes = list.withArray("items");
            int sent = nodes.size();
            for (int i = sent; i < 500; i++) {
                var copy = (ObjectNode) nodes.get(i % sent).deepCopy();
                ((ObjectNode) copy.get("metadata")).put("name", "node-" + i);
                nodes.add(copy);
            }
            return json.writeValueAsString(list);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void checkedFit(AppFixture appFixture) {
        fit(appFixture.untilRead(), "2", "8");
        appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.K);
        appFixture.until("the pools are read",
                () -> !((javafx.scene.layout.VBox) appFixture.find("#checkedRows")).getChildren().isEmpty());
    }

    private static AppFixture charts(AppFixture appFixture) {
        appFixture.fx(() -> {
            ((javafx.scene.control.ToggleButton) appFixture.find("#charts")).fire();
            return true;
        });
        appFixture.until("the bars are there", () -> SummaryWindowTest.isUpToDate(appFixture));
        return appFixture;
    }

    private static AppFixture sized(AppFixture appFixture, double width, double height) {
        appFixture.fx(() -> {
            appFixture.appComposition.stage().setWidth(width);
            appFixture.appComposition.stage().setHeight(height);
            return true;
        });
        return appFixture;
    }

    private static void values(AppFixture appFixture, PoolField field) {
        filter(appFixture, "not status:running");
        ValueListWindowTest.open(appFixture, field);
    }

    private void narrow(String name, double width, double height) throws Exception {
        draw(name, AppFixture.still(240), appFixture -> {
            select(appFixture.untilRead(), 5);
            appFixture.fx(() -> {
                appFixture.appComposition.stage().setWidth(width);
                appFixture.appComposition.stage().setHeight(height);
                return true;
            });
        });
    }

    /// The first start, where another tool has left two key pairs.
    private void welcome() throws Exception {
        if (!wanted.isEmpty() && !wanted.contains("welcome")) return;
        try (var appFixture = AppFixture
                .first("[basic]\nak = AKAKAKAKAKAKAKAKAKAK\nsk = sksksksksksksksksksksksksksksksksksksk\n")) {
            asAsked(appFixture);
            appFixture.until("what was found is offered", () -> appFixture.find(".import") != null);
            appFixture.until("it has its place",
                    () -> appFixture.find("#welcomeActions").getLayoutBounds().getHeight() > 1
                            && !((javafx.scene.Parent) appFixture.find("#welcome")).isNeedsLayout());
            var file = folder.resolve("welcome.png");
            ScenePngWriter.write(appFixture.fx(() -> ScenePngWriter.of(appFixture.appComposition.stage().getScene())),
                    file);
            System.out.println(file);
        }
    }

    private void draw(String name, TestCloudSettings demo, Scenery scenery, Fault... faults) throws Exception {
        if (!wanted.isEmpty() && !wanted.contains(name)) return;
        var cloud = TestCloud.start(demo);
        cloud.script(faults);
        var place = TemporaryFolder.create("tour");
        try (var appFixture = AppFixture.open(cloud, place, WindowAppearance.Theme.LIGHT)) {
            asAsked(appFixture);
            scenery.set(appFixture);
            appFixture.settle();
            appFixture.until("forms have stopped moving",
                    () -> appFixture.appComposition.stage()
                            .getScene()
                            .getRoot()
                            .lookupAll(".form-layer")
                            .stream()
                            .allMatch(layer -> layer.getOpacity() == 1));
            var file = folder.resolve(name + ".png");
            ScenePngWriter.write(appFixture.fx(() -> ScenePngWriter.of(appFixture.appComposition.stage().getScene())),
                    file);
            System.out.println(file);
        }
    }

    /// In the size, zoom, language and theme that the properties ask for.
    private static void asAsked(AppFixture appFixture) {
        var size = System.getProperty("tour.size", "1280x800").split("x");
        appFixture.fx(() -> {
            appFixture.appComposition.stage().setWidth(Integer.parseInt(size[0]));
            appFixture.appComposition.stage().setHeight(Integer.parseInt(size[1]));
            var windowAppearance = appFixture.appComposition.settings()
                    .part(Settings::windowAppearance, Settings::withWindowAppearance);
            windowAppearance.set(windowAppearance.get()
                    .withZoomPercent(Integer.getInteger("tour.zoom", 100))
                    .withLanguage(WindowAppearance.Language.valueOf(System.getProperty("tour.language", "SYSTEM")))
                    .withTheme(WindowAppearance.Theme.valueOf(System.getProperty("tour.theme", "LIGHT"))));
            return true;
        });
        appFixture.settle();
    }

    private static void fit(AppFixture appFixture, String nodes, String accelerators) {
        appFixture.hands().push(javafx.scene.input.KeyCode.SHORTCUT, javafx.scene.input.KeyCode.J);
        appFixture.fx(() -> {
            ((javafx.scene.control.TextField) appFixture.find("#fitNodes")).setText(nodes);
            ((javafx.scene.control.TextField) appFixture.find("#fitAccelerators")).setText(accelerators);
            ((javafx.scene.control.TextField) appFixture.find("#fitMemory")).setText("256");
            return true;
        });
        appFixture.until("the answer is there",
                () -> appFixture.appComposition.pools().arrangedPools().tableQuery().jobDemand().isPresent());
        select(appFixture, 0);
    }

    private static void many(AppFixture appFixture) {
        appFixture.fx(() -> {
            appFixture.appComposition.pools().selection().select(SelectedRowIndexes.all(4));
            return true;
        });
        appFixture.until("the sums are there",
                () -> appFixture.appComposition.pools().selectedTotalsProperty().get().pools() == 4);
    }

    private static void compare(AppFixture appFixture, int pools) {
        for (int i = 0; i < pools; i++) {
            select(appFixture, 3 * i);
            appFixture.hands()
                    .push(javafx.scene.input.KeyCode.SHORTCUT, javafx.scene.input.KeyCode.SHIFT,
                            javafx.scene.input.KeyCode.D);
            appFixture.settle();
            if (i == pools - 1 || !(appFixture.find("#closeComparison") instanceof javafx.scene.control.Button close))
                continue;
            appFixture.fx(() -> {
                close.fire();
                return true;
            });
            appFixture.until("nothing is over the window", () -> appFixture.find("#compared") == null);
        }
    }

    private static void group(AppFixture appFixture, PoolGroupingCriterion by) {
        appFixture.fx(() -> {
            appFixture.appComposition.pools()
                    .sort(new poolscope.pool.table.SortOrder(java.util.List.of(
                            new poolscope.pool.table.SortOrder.Key(poolscope.pool.PoolField.ACCELERATORS, true),
                            new poolscope.pool.table.SortOrder.Key(poolscope.pool.PoolField.NAME, false))));
            appFixture.appComposition.pools().groups().groupBy(by);
            return true;
        });
        appFixture.until("there are groups",
                () -> !appFixture.appComposition.pools().arrangedPools().groups().isEmpty());
        appFixture.fx(() -> {
            appFixture.appComposition.pools().selection().select(SelectedRowIndexes.all(4));
            return true;
        });
        appFixture.settle();
    }

    /// The name stays in sight, every column is shown, and the table is scrolled sideways.
    private static void pinned(AppFixture appFixture) {
        appFixture.untilRead();
        appFixture.fx(() -> {
            for (var column : appFixture.table().getColumns())
                column.setVisible(true);
            return true;
        });
        appFixture.settle();
        appFixture.fx(() -> {
            appFixture.table().scrollToColumn(appFixture.table().getColumns().get(14));
            return true;
        });
        appFixture.settle();
    }

    private static void select(AppFixture appFixture, int row) {
        appFixture.fx(() -> {
            appFixture.table().getSelectionModel().select(row);
            return true;
        });
        appFixture.settle();
    }

    private static AppFixture look(AppFixture appFixture, WindowAppearance.Theme theme,
            WindowAppearance.Language language) {
        appFixture.fx(() -> {
            var windowAppearance = appFixture.appComposition.settings()
                    .part(Settings::windowAppearance, Settings::withWindowAppearance);
            windowAppearance.set(windowAppearance.get().withTheme(theme).withLanguage(language));
            return true;
        });
        appFixture.settle();
        return appFixture;
    }

    /// A damaged file of the program.
    private void notice() throws Exception {
        if (!wanted.isEmpty() && !wanted.contains("notice")) return;
        var place = TemporaryFolder.create("tour");
        Files.writeString(place.resolve("connections.json"), "{\"version\":1,\"connection:a\":{\"name\":");
        try (var appFixture = AppFixture.open(TestCloud.start(AppFixture.still(40)), place,
                WindowAppearance.Theme.LIGHT)) {
            asAsked(appFixture);
            appFixture.untilRead();
            var file = folder.resolve("notice.png");
            ScenePngWriter.write(appFixture.fx(() -> ScenePngWriter.of(appFixture.appComposition.stage().getScene())),
                    file);
            System.out.println(file);
        }
    }

    /// Three connections, of which one refuses and one is slow.
    private void connections() throws Exception {
        if (!wanted.isEmpty() && !wanted.contains("three")) return;
        var clouds = java.util.List.of(TestCloud.start(AppFixture.still(120).withSeed(2)),
                TestCloud.start(AppFixture.still(40).withSeed(3)), TestCloud.start(AppFixture.still(60).withSeed(4)));
        clouds.get(1).failAll(Fault.forbidden());
        clouds.get(2).failAll(new Fault.Stall());
        var names = java.util.List.of("prod / cn-north-4", "lab / cn-south-1", "prod / cn-east-3");
        var saved = poolscope.connection.SavedConnections.NONE;
        var colours = poolscope.connection.ConnectionColour.values();
        for (int i = 0; i < 3; i++) {
            var serviceAndProject = new poolscope.connection.ServiceAndProject("c" + i, names.get(i),
                    java.util.Optional.of("region-" + i), clouds.get(i).endpoint(), clouds.get(i).projectId());
            var one = poolscope.connection.SavedConnection.of(serviceAndProject,
                    poolscope.connection.SignInMethod.NONE);
            saved = saved.with(one.withListing(
                    new poolscope.connection.ConnectionListAppearance(i == 1 ? "lab" : "prod", colours[i + 1], true)));
        }
        var place = TemporaryFolder.create("tour");
        var first = Settings.defaults();
        SettingsFile.in(place, FileSystemOperations.ofDisk(), java.time.Clock.systemUTC())
                .save(first.withWindow(
                        first.window().withBounds(WindowBoundsAndPaneVisibility.Bounds.of(0, 0, 1280, 800))));
        poolscope.settings.ConnectionsFile.in(place, FileSystemOperations.ofDisk(), java.time.Clock.systemUTC())
                .save(saved);
        try (var appFixture = AppFixture.open(TestCloud.start(AppFixture.still(1)), place,
                WindowAppearance.Theme.LIGHT)) {
            asAsked(appFixture);
            appFixture.until("the first is there",
                    () -> appFixture.table().getItems().size() == 120 && appFixture.find("#sourcesStatus").isVisible());
            select(appFixture, 3);
            var file = folder.resolve("three.png");
            ScenePngWriter.write(appFixture.fx(() -> ScenePngWriter.of(appFixture.appComposition.stage().getScene())),
                    file);
            System.out.println(file);
        }
        clouds.forEach(TestCloud::close);
    }

    private static void settings(AppFixture appFixture) {
        appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.COMMA);
        appFixture.until("it is open", () -> appFixture.find("#settingsForm") != null);
        appFixture.settle();
    }

    private static void zoom(AppFixture appFixture, int percent) {
        appFixture.fx(() -> {
            var look = appFixture.appComposition.settings()
                    .part(Settings::windowAppearance, Settings::withWindowAppearance);
            look.set(look.get().withZoomPercent(percent));
            return true;
        });
        appFixture.settle();
    }

    private static void palette(AppFixture appFixture, String typed) {
        appFixture.hands().push(javafx.scene.input.KeyCode.SHORTCUT, javafx.scene.input.KeyCode.K);
        appFixture.until("it is open", () -> appFixture.find("#finds") != null);
        appFixture.hands().write(typed);
        appFixture.until("it has looked", () -> typed.equals("qqqqq") == appFixture.find("#none").isVisible());
        appFixture.until("all that is offered at first is gone", () -> typed.isEmpty()
                || ((javafx.scene.control.ListView<?>) appFixture.find("#finds")).getItems().size() < 50);
        appFixture.settle();
    }

    /// The item of *Help* that stands there, counted from its end.
    private static void help(AppFixture appFixture, int fromEnd) {
        appFixture.fx(() -> {
            var items = ((javafx.scene.control.MenuBar) appFixture.find("#menuBar")).getMenus().getLast().getItems();
            items.get(items.size() - fromEnd).fire();
            return true;
        });
        appFixture.settle();
    }

    private static void keys(AppFixture appFixture) {
        appFixture.hands().push(javafx.scene.input.KeyCode.F1);
        appFixture.until("the sheet is open", () -> appFixture.find(".shortcuts") != null);
    }

    private static void handOver(AppFixture appFixture) {
        appFixture.untilRead();
        appFixture.fx(() -> {
            ((javafx.scene.control.MenuBar) appFixture.find("#menuBar")).getMenus()
                    .getFirst()
                    .getItems()
                    .stream()
                    .filter(item -> "handOverItem".equals(item.getId()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
        appFixture.until("the report is there",
                () -> appFixture.find("#preview") instanceof javafx.scene.control.TextArea area
                        && !area.getText().isEmpty());
    }

    private static javafx.scene.control.MenuItem requestsItem(AppFixture appFixture) {
        return ((javafx.scene.control.MenuBar) appFixture.find("#menuBar")).getMenus()
                .getLast()
                .getItems()
                .stream()
                .filter(item -> "requestsItem".equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    /// The pools of an hour ago.
    private static void moment(AppFixture appFixture) throws Exception {
        appFixture.hands()
                .push(javafx.scene.input.KeyCode.SHORTCUT, javafx.scene.input.KeyCode.SHIFT,
                        javafx.scene.input.KeyCode.T);
        appFixture.until("the moments are known", () -> !appFixture.find("#earlierMoment").isDisabled());
        for (int step = 0; step < 4; step++)
            appFixture.hands().push(javafx.scene.input.KeyCode.ALT, javafx.scene.input.KeyCode.LEFT);
        appFixture.until("an earlier one is shown", () -> !appFixture.find("#laterMoment").isDisabled());
    }

    /// The trend of usable nodes after a night of readings, as a chart, as a table, and in the other look and language.
    private void trends() throws Exception {
        for (var name : java.util.List.of("trends", "trends-chinese-dark", "trends-table", "moment",
                "moment-chinese-dark")) {
            if (!wanted.isEmpty() && !wanted.contains(name)) continue;
            var clock = new MovableClock();
            try (var appFixture = TrendsWindowTest.watched(clock, 40)) {
                asAsked(appFixture);
                if (name.endsWith("dark"))
                    look(appFixture, WindowAppearance.Theme.DARK, WindowAppearance.Language.CHINESE);
                if (name.startsWith("moment")) moment(appFixture);
                else
                    TrendsWindowTest.open(appFixture);
                if (name.startsWith("trends"))
                    appFixture.until("the chart is drawn", () -> !appFixture.find("#groups").isDisabled());
                if (name.endsWith("table")) appFixture.fx(() -> {
                    ((javafx.scene.control.ToggleButton) appFixture.find("#asTable")).fire();
                    return true;
                });
                appFixture.settle();
                ScenePngWriter.write(
                        appFixture.fx(() -> ScenePngWriter.of(appFixture.appComposition.stage().getScene())),
                        folder.resolve(name + ".png"));
            }
        }
    }

    /// The dialog of an export to a folder that is not there, over a filtered list whose last reading failed.
    private static void export(AppFixture appFixture) throws Exception {
        filter(appFixture, "status:running");
        appFixture.cloud.failAll(Fault.forbidden());
        appFixture.fx(() -> {
            appFixture.appComposition.observableTickedConnectionPools().refresh();
            return true;
        });
        appFixture.until("failed", () -> appFixture.find("#sourcesStatus").isVisible());
        appFixture.hands().push(javafx.scene.input.KeyCode.SHORTCUT, javafx.scene.input.KeyCode.E);
        appFixture.until("the dialog is open", () -> appFixture.find("#exportForm") != null);
        appFixture.saveAs(name -> java.util.Optional.of("/nowhere/at-all/" + name));
        appFixture.fx(() -> {
            ((javafx.scene.control.Button) appFixture.find("#export")).fire();
            return true;
        });
        appFixture.until("it says why", () -> appFixture.find("#said").isVisible());
    }

    /// Marks in the table, and the change log over it, some hours after the first reading.
    private void drawChanges(WindowAppearance.Language language, WindowAppearance.Theme theme) throws Exception {
        var clock = new MovableClock();
        var name = "-" + language.name().toLowerCase(java.util.Locale.ROOT) + "-"
                + theme.name().toLowerCase(java.util.Locale.ROOT);
        var settings = TestCloudSettings.of(40).withV2Pools(20).withClock(clock);
        draw("changes" + name, settings, appFixture -> change(look(appFixture.untilRead(), theme, language), clock));
        draw("change-log" + name, settings, appFixture -> {
            change(look(appFixture.untilRead(), theme, language), clock);
            appFixture.hands().push(javafx.scene.input.KeyCode.F9);
            appFixture.until("the log is open", () -> appFixture.find("#lines") != null);
            appFixture.fx(() -> {
                ((javafx.scene.control.ToggleButton) appFixture.find("#steps")).fire();
                return true;
            });
            appFixture.settle();
        });
    }

    /// An earlier moment, files of a colleague, and one that is none.
    private void drawSnapshots(WindowAppearance.Language language, WindowAppearance.Theme theme) throws Exception {
        var clock = new MovableClock();
        var name = "-" + language.name().toLowerCase(java.util.Locale.ROOT) + "-"
                + theme.name().toLowerCase(java.util.Locale.ROOT);
        var settings = TestCloudSettings.of(40).withV2Pools(20).withClock(clock);
        draw("moment" + name, settings, appFixture -> {
            change(look(appFixture.untilRead(), theme, language), clock);
            appFixture.hands().push(KeyCode.ALT, KeyCode.LEFT);
            appFixture.until("the moments are there", () -> appFixture.find("#moments").isVisible());
            appFixture.hands().push(KeyCode.ALT, KeyCode.HOME);
            appFixture.settle();
        });
        draw("snapshot" + name, settings, appFixture -> {
            look(appFixture.untilRead(), theme, language);
            open(appFixture, sent(appFixture, 0));
            appFixture.until("it is shown", () -> appFixture.find("#momentSentence") != null
                    && appFixture.text("#momentSentence").contains("cn-north-9"));
        });
        draw("snapshot-part" + name, settings, appFixture -> {
            look(appFixture.untilRead(), theme, language);
            open(appFixture, sent(appFixture, 50));
            appFixture.until("it is shown", () -> appFixture.find("#momentSentence") != null
                    && appFixture.text("#momentSentence").contains("from-chen"));
        });
        draw("snapshot-refused" + name, settings, appFixture -> {
            look(appFixture.untilRead(), theme, language);
            open(appFixture, sent(appFixture, 10_000));
            appFixture.until("it is refused", () -> appFixture.find("#snapshotOutcome").isVisible());
        });
        draw("snapshot-saved" + name, settings, appFixture -> {
            look(appFixture.untilRead(), theme, language);
            appFixture.saveAs(file -> java.util.Optional.of(appFixture.folder.resolve(file).toString()));
            appFixture.fx(() -> {
                menuItem(appFixture, "saveSnapshotItem").fire();
                return true;
            });
            appFixture.until("it is saved", () -> appFixture.find("#snapshotOutcome").isVisible());
        });
    }

    /// A file of a colleague as the base of changes: marks, log, hand-over, and a file that can't be used.
    private void drawComparedFile(WindowAppearance.Language language, WindowAppearance.Theme theme) throws Exception {
        var name = "-" + language.name().toLowerCase(java.util.Locale.ROOT) + "-"
                + theme.name().toLowerCase(java.util.Locale.ROOT);
        var settings = TestCloudSettings.of(40).withV2Pools(20).withClock(new MovableClock());
        draw("compared-file" + name, settings, appFixture -> {
            compareWithFile(look(appFixture.untilRead(), theme, language));
            appFixture.hands().push(KeyCode.ESCAPE);
            appFixture.settle();
        });
        draw("compared-file-log" + name, settings,
                appFixture -> compareWithFile(look(appFixture.untilRead(), theme, language)));
        draw("compared-file-hand-over" + name, settings, appFixture -> {
            compareWithFile(look(appFixture.untilRead(), theme, language));
            appFixture.hands().push(KeyCode.ESCAPE);
            appFixture.fx(() -> {
                menuItem(appFixture, "handOverItem").fire();
                return true;
            });
            appFixture.until("it is made",
                    () -> appFixture.find("#preview") instanceof javafx.scene.control.TextArea made
                            && made.getText().contains("from-chen"));
        });
        draw("compared-file-refused" + name, settings, appFixture -> {
            look(appFixture.untilRead(), theme, language);
            appFixture.open(sent(appFixture, 0));
            chooseComparedFile(appFixture);
            appFixture.until("it is refused",
                    () -> appFixture.find("#fileProblem") != null && appFixture.find("#fileProblem").isVisible()
                            && appFixture.text("#fileProblem").contains("cn-north-9"));
        });
    }

    /// All pools of the window but three, three hours ago.
    private static void compareWithFile(AppFixture appFixture) throws Exception {
        var pools = appFixture.cloudPools();
        var then = java.time.Instant.now().minus(java.time.Duration.ofHours(3));
        var source = new poolscope.history.HistoryListIdentity("a", "cn-north-9 prod", "cn-north-9",
                appFixture.cloud.endpoint().toString(), appFixture.cloud.projectId(), "");
        var file = TemporaryFolder.create("sent").resolve("from-chen.jsonl.gz");
        try (var out = Files.newOutputStream(file)) {
            poolscope.history.SnapshotFile.write(
                    java.util.List.of(new poolscope.history.KnownPoolsAtTime(source, then, true,
                            pools.subList(3, pools.size()).stream().map(poolscope.pool.Pool::withoutRaw).toList())),
                    out);
        }
        appFixture.open(file);
        chooseComparedFile(appFixture);
        appFixture.until("it is compared",
                () -> appFixture.appComposition.changes().changes().base().snapshot().isPresent());
    }

    private static void chooseComparedFile(AppFixture appFixture) {
        appFixture.fx(() -> {
            ((javafx.scene.control.MenuBar) appFixture.find("#menuBar")).getMenus()
                    .stream()
                    .flatMap(menu -> menu.getItems().stream())
                    .filter(javafx.scene.control.Menu.class::isInstance)
                    .flatMap(menu -> ((javafx.scene.control.Menu) menu).getItems().stream())
                    .filter(item -> "baseSnapshotFile".equals(item.getId()))
                    .forEach(javafx.scene.control.MenuItem::fire);
            return true;
        });
        appFixture.settle();
    }

    private static javafx.scene.control.MenuItem menuItem(AppFixture appFixture, String id) {
        return ((javafx.scene.control.MenuBar) appFixture.find("#menuBar")).getMenus()
                .stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static void open(AppFixture appFixture, Path file) {
        appFixture.fx(() -> {
            appFixture.appComposition.openFile(file);
            return true;
        });
        appFixture.settle();
    }

    /// The pools of the window as those of two connections of a colleague, of which so many bytes got lost.
    private static Path sent(AppFixture appFixture, int lost) throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        var pools = appFixture.cloudPools();
        poolscope.history.SnapshotFile.write(java.util.List.of(list("a", "cn-north-9 prod", pools, 30, true),
                list("b", "cn-north-9 test", pools.subList(0, 12), 31, false)), out);
        byte[] all = out.toByteArray();
        return Files.write(TemporaryFolder.create("sent").resolve("from-chen.jsonl.gz"),
                java.util.Arrays.copyOf(all, Math.max(20, all.length - lost)));
    }

    private static poolscope.history.KnownPoolsAtTime list(String id, String name,
            java.util.List<poolscope.pool.Pool> pools, int minute, boolean isWhole) {
        var readAt = java.time.Instant.parse("2026-02-28T09:" + minute + ":00Z");
        var source = new poolscope.history.HistoryListIdentity(id, name, "cn-north-9", "https://modelarts.example", id,
                "");
        return new poolscope.history.KnownPoolsAtTime(source, readAt, isWhole,
                pools.stream()
                        .map(pool -> pool.with(new poolscope.pool.PoolOrigin(id, name, "cn-north-9",
                                pool.poolOrigin().api(), pool.poolOrigin().page(), readAt, "")))
                        .toList());
    }

    /// The badge of the watch rules, their list and log, and the form of one. Estimated ends of prepaid periods in
    /// table and details.
    private void drawEstimates(WindowAppearance.Language language, WindowAppearance.Theme theme) throws Exception {
        draw(named("estimates", language, theme), TestCloudSettings.of(40).withV2Pools(20), appFixture -> {
            look(appFixture.untilRead(), theme, language);
            appFixture.fx(() -> {
                var windowAppearance = appFixture.appComposition.settings()
                        .part(Settings::windowAppearance, Settings::withWindowAppearance);
                windowAppearance.set(windowAppearance.get().withEstimatedEnds(true));
                for (var column : appFixture.table().getColumns())
                    column.setVisible(Set.of("cluster_name", "status", "created_at", "period_type", "period_num",
                            "estimated_end", "auto_renew").contains(column.getId()));
                return true;
            });
            filter(appFixture, "has:ends");
            select(appFixture, 1);
            appFixture.fx(() -> {
                // Without room for them, the details are folded and not in the window.
                if (appFixture.find("#scroll") instanceof javafx.scene.control.ScrollPane details)
                    details.setVvalue(0.25);
                return true;
            });
        });
    }

    /// The end of a connection's form: interval, proxy with exceptions, a key store that has a password.
    private void drawNetworkForm(WindowAppearance.Language language, WindowAppearance.Theme theme) throws Exception {
        var store = java.security.KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var file = TemporaryFolder.create("tour").resolve("company-ca.p12");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, "a password".toCharArray());
        }
        draw(named("form-network", language, theme), AppFixture.still(40), appFixture -> {
            form(look(appFixture.untilRead(), theme, language), false);
            appFixture.fx(() -> {
                ((javafx.scene.control.TitledPane) appFixture.find(".form #more")).setExpanded(true);
                @SuppressWarnings("unchecked")
                var ways = (javafx.scene.control.ComboBox<Object>) appFixture.find(".form #proxy");
                ways.setValue(ways.getItems().getLast());
                @SuppressWarnings("unchecked")
                var intervals = (javafx.scene.control.ComboBox<Object>) appFixture.find(".form #refreshEvery");
                intervals.setValue(intervals.getItems().get(3));
                ((javafx.scene.control.TextField) appFixture.find(".form #caFile")).setText(file.toString());
                return true;
            });
            appFixture.until("the password is asked for", () -> appFixture.find(".form #caFilePassword").isVisible());
            appFixture.fx(() -> {
                ((javafx.scene.control.ScrollPane) appFixture.find(".form #middle")).setVvalue(1);
                return true;
            });
            appFixture.settle();
        });
    }

    /// The disk is full when the window is closed.
    private void drawUnsaved(WindowAppearance.Language language, WindowAppearance.Theme theme) throws Exception {
        draw(named("unsaved", language, theme), AppFixture.still(40), appFixture -> {
            look(appFixture.untilRead(), theme, language);
            var file = appFixture.folder.resolve("settings.json");
            appFixture.until("the settings are saved", () -> Files.exists(file));
            Files.delete(file);
            Files.createSymbolicLink(file, Path.of("/proc/nowhere/settings.json"));
            appFixture.fx(() -> {
                var windowAppearance = appFixture.appComposition.settings()
                        .part(Settings::windowAppearance, Settings::withWindowAppearance);
                windowAppearance.set(windowAppearance.get().withDensity(WindowAppearance.Density.COMPACT));
                var stage = appFixture.appComposition.stage();
                stage.fireEvent(new javafx.stage.WindowEvent(stage, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST));
                return true;
            });
            appFixture.until("it asks", () -> appFixture.find("#unsavedFiles") != null);
            appFixture.settle();
        });
    }

    private static String named(String name, WindowAppearance.Language language, WindowAppearance.Theme theme) {
        return name + "-" + language.name().toLowerCase(java.util.Locale.ROOT) + "-"
                + theme.name().toLowerCase(java.util.Locale.ROOT);
    }

    private void drawWatch(WindowAppearance.Language language, WindowAppearance.Theme theme) throws Exception {
        var clock = new MovableClock();
        var name = "-" + language.name().toLowerCase(java.util.Locale.ROOT) + "-"
                + theme.name().toLowerCase(java.util.Locale.ROOT);
        var settings = TestCloudSettings.of(40).withV2Pools(20).withClock(clock);
        draw("watch" + name, settings, appFixture -> hits(look(appFixture.untilRead(), theme, language), clock));
        draw("watch-rules" + name, settings, appFixture -> {
            hits(look(appFixture.untilRead(), theme, language), clock);
            appFixture.fx(() -> {
                ((javafx.scene.control.Button) appFixture.find("#watchBadge")).fire();
                return true;
            });
            appFixture.until("the rules are open", () -> appFixture.find("#watchRules") != null);
            appFixture.settle();
        });
        draw("watch-form" + name, settings, appFixture -> {
            filter(look(appFixture.untilRead(), theme, language), "gpus>=8");
            appFixture.hands()
                    .push(javafx.scene.input.KeyCode.SHORTCUT, javafx.scene.input.KeyCode.SHIFT,
                            javafx.scene.input.KeyCode.W);
            appFixture.until("the form is open", () -> appFixture.find("#ruleFilter") != null);
            appFixture.fx(() -> {
                ((javafx.scene.control.TextField) appFixture.find("#ruleFilter")).setText("gpus>=8");
                ((javafx.scene.control.Button) appFixture.find("#keepRule")).fire();
                return true;
            });
            appFixture.settle();
        });
    }

    /// Hours in which rules find something, and one rule that is faulty.
    private static void hits(AppFixture appFixture, MovableClock clock) {
        java.util.function.BiFunction<String, String, poolscope.pool.watch.WatchRule> rule = (named,
                text) -> new poolscope.pool.watch.WatchRule(named.replace(" ", "-"), named, text,
                        poolscope.pool.watch.WatchRule.Trigger.BOTH, java.util.List.of(), false,
                        java.util.Optional.empty());
        appFixture.fx(() -> {
            var rules = appFixture.appComposition.watchRules();
            rules.keep(rule.apply("Not running", "not status:running"));
            rules.keep(rule.apply("Room for 8 cards", "free>=8"));
            rules.keep(rule.apply("Of a newer version", "rack:r1"));
            return true;
        });
        appFixture.settle();
        change(appFixture, clock);
        appFixture.until("something is found", () -> appFixture.find("#watchBadge").isVisible());
    }

    private static void change(AppFixture appFixture, MovableClock clock) {
        for (int hour = 0; hour < 30; hour++) {
            clock.advance(java.time.Duration.ofHours(1));
            var before = appFixture.fx(() -> appFixture.appComposition.changes().changes());
            appFixture.fx(() -> {
                appFixture.appComposition.observableTickedConnectionPools().refresh();
                return true;
            });
            appFixture.until("it is compared", () -> appFixture.appComposition.changes().changes() != before);
        }
        appFixture.hands().push(javafx.scene.input.KeyCode.F12);
        appFixture.fx(() -> {
            var lines = appFixture.table().getItems();
            for (int i = 0; i < lines.size(); i++)
                if (lines.get(i) instanceof poolscope.live.table.GonePoolRow) {
                    appFixture.table().scrollTo(Math.max(0, i - 2));
                    break;
                }
            return true;
        });
        appFixture.settle();
    }

    /// Opens the request log from its menu.
    static void openRequestLog(AppFixture appFixture) {
        appFixture.fx(() -> {
            requestsItem(appFixture).fire();
            return true;
        });
        appFixture.until("the log is open", () -> appFixture.find("#closeRequests") != null);
    }

    private static void form(AppFixture appFixture, boolean wrong) {
        appFixture.fx(() -> {
            ((javafx.scene.control.Hyperlink) appFixture.find("#connectLink")).fire();
            return true;
        });
        appFixture.until("the form is open", () -> appFixture.find("#saveForm") != null);
        if (wrong) appFixture.fx(() -> {
            ((javafx.scene.control.Button) appFixture.find("#saveForm")).fire();
            return true;
        });
        appFixture.settle();
    }

    /// Seven chips, one of them switched off, and the filters of before.
    private static void history(AppFixture appFixture) throws Exception {
        for (var text : java.util.List.of("train", "status:running", "gpu>=8 mem>=512GiB",
                "status:running gpu>=1 avail<nodes mem>=1GiB not name:test owner:a (status:running or status:abnormal)"))
            appFixture.fx(() -> {
                appFixture.appComposition.pools().filter().setText(text);
                return true;
            });
        appFixture.fx(() -> {
            var filter = appFixture.appComposition.pools().filter();
            filter.chips().switchOver(filter.state().chips().get(5).term());
            appFixture.filterField().requestFocus();
            return true;
        });
        appFixture.hands().push(javafx.scene.input.KeyCode.DOWN);
        appFixture.until("the filters of before are shown", () -> appFixture.find("#choices").isVisible());
    }

    private static void filter(AppFixture appFixture, String text) {
        appFixture.type(text);
        appFixture.until("the filter is on",
                () -> appFixture.appComposition.pools()
                        .filter()
                        .state()
                        .filter()
                        .equals(appFixture.appComposition.pools().filter().filterProperty().get()));
        appFixture.until("the filter has its effect",
                () -> appFixture.appComposition.pools()
                        .arrangedPools()
                        .filter()
                        .equals(appFixture.appComposition.pools().filter().filterProperty().get())
                        && SummaryWindowTest.isUpToDate(appFixture));
    }
}
