package poolscope;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import poolscope.demo.DemoCloud;
import poolscope.demo.DemoSettings;
import poolscope.demo.Fault;
import poolscope.pool.Grouping;
import poolscope.pool.PoolField;
import poolscope.settings.FileOps;
import poolscope.settings.Look;
import poolscope.settings.Settings;
import poolscope.settings.SettingsFile;
import poolscope.settings.WindowPlace;
import poolscope.ui.Picture;
import poolscope.ui.pools.Selection;

/// Draws every state of the window to a folder, for people to look at: not a test, for it judges nothing.
///
/// Run with the folder, then the names of the pictures wanted (all when none is given). The properties `tour.size`, `tour.zoom`,
/// `tour.language` and `tour.theme` say how they are drawn. The screen without a display is too small for more than about
/// 1280×1000: for that, `-Dglass.platform=gtk` draws on the display that there is.
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
        var tour = new ScreenTour(Path.of(arguments[0]), Set.of(arguments).stream().skip(0)
                .filter(name -> !name.equals(arguments[0])).collect(java.util.stream.Collectors.toSet()));
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
        void set(Desk desk) throws Exception;
    }

    private void walk() throws Exception {
        welcome();
        draw("first-start", Desk.still(240), Desk::untilRead);
        draw("selected", Desk.still(240), desk -> select(desk.untilRead(), 5));
        draw("about", Desk.still(240), desk -> help(desk.untilRead(), 1));
        draw("fields", Desk.still(240), desk -> help(desk.untilRead(), 4));
        draw("zoomed", Desk.still(240), desk -> {
            filter(desk.untilRead(), "status:running gpu>=4");
            desk.hands().push(javafx.scene.input.KeyCode.ENTER);
            desk.hands().write("owner:");
            desk.until("values are offered", () -> desk.find("#choices").isVisible());
        });
        draw("dark", Desk.still(240), desk -> select(look(desk.untilRead(), Look.Theme.DARK, Look.Language.ENGLISH), 5));
        draw("chinese", Desk.still(240), desk -> select(look(desk.untilRead(), Look.Theme.LIGHT, Look.Language.CHINESE), 5));
        draw("chinese-dark", Desk.still(240), desk -> select(look(desk.untilRead(), Look.Theme.DARK, Look.Language.CHINESE), 5));
        draw("one", Desk.still(1), Desk::untilRead);
        draw("none", Desk.still(0), Desk::untilRead);
        draw("none-chinese", Desk.still(0), desk -> look(desk.untilRead(), Look.Theme.LIGHT, Look.Language.CHINESE));
        draw("view-changed", Desk.still(240), desk -> {
            filter(desk.untilRead(), "gpu>=4");
            desk.fx(() -> desk.program.views().saveAs("早班 check", poolscope.settings.View.Scope.AS_TICKED));
            filter(desk, "gpu>=4 status:running");
        });
        draw("view-menu", Desk.still(240), desk -> {
            look(desk.untilRead(), Look.Theme.DARK, Look.Language.CHINESE);
            filter(desk, "gpu>=4");
            desk.fx(() -> desk.program.views().saveAs("早班 check", poolscope.settings.View.Scope.AS_TICKED));
        });
        draw("view-form", Desk.still(240), desk -> {
            desk.untilRead();
            desk.hands().push(javafx.scene.input.KeyCode.SHORTCUT, javafx.scene.input.KeyCode.D);
            desk.until("the form is open", () -> desk.find("#viewName") != null);
            desk.settle();
        });
        draw("filter", Desk.still(240), desk -> filter(desk.untilRead(), "status:running gpu>=4"));
        draw("filter-wrong", Desk.still(240), desk -> filter(desk.untilRead(), "gpus:1"));
        draw("filter-hides-all", Desk.still(240), desk -> filter(desk.untilRead(), "nosuchpool"));
        draw("filter-text", Desk.still(240), desk -> {
            filter(desk.untilRead(), "status:running gpu>=4");
            desk.hands().push(javafx.scene.input.KeyCode.ENTER);
            desk.hands().write("train");
            desk.settle();
        });
        draw("filter-hides-all-but", Desk.still(240), desk -> {
            filter(desk.untilRead(), "status:running gpu>=4 owner:nobody");
            desk.hands().push(javafx.scene.input.KeyCode.ENTER);
            desk.until("the ways out are there", () -> !desk.find("#withouts").lookupAll(".hyperlink").isEmpty());
        });
        draw("filter-history", Desk.still(240), desk -> history(desk.untilRead()));
        draw("filter-history-chinese-dark", Desk.still(240),
                desk -> history(look(desk.untilRead(), Look.Theme.DARK, Look.Language.CHINESE)));
        draw("filter-complete", Desk.still(240), desk -> {
            filter(desk.untilRead(), "status:running");
            desk.hands().push(javafx.scene.input.KeyCode.ENTER).write("owner:");
            desk.until("values are offered", () -> desk.find("#choices").isVisible());
        });
        draw("filter-wrong-chinese-dark", Desk.still(240), desk -> filter(
                look(desk.untilRead(), Look.Theme.DARK, Look.Language.CHINESE), "状态:running gpus>=8"));
        draw("failure-kept", Desk.still(240), desk -> {
            desk.untilRead();
            desk.cloud.failAll(Fault.forbidden());
            desk.fx(() -> {
                desk.program.fleet().refresh();
                return true;
            });
            desk.until("failed", () -> desk.find("#ledger").isVisible());
        });
        draw("cancelled", Desk.still(3_000), desk -> {
            desk.until("the first page is there", () -> desk.table().getItems().size() == 1_000);
            desk.fx(() -> {
                desk.program.fleet().cancel();
                return true;
            });
            desk.until("stopped", () -> desk.find("#ledger").isVisible());
        }, Fault.pass(), new Fault.Stall());
        draw("loading", Desk.still(10), desk -> desk.settle(), new Fault.Stall());
        draw("loading-more", Desk.still(5_000),
                desk -> desk.until("the first page is there", () -> desk.table().getItems().size() == 1_000), Fault.pass(),
                new Fault.Stall());
        draw("failed", Desk.still(10), desk -> desk.until("failed", () -> desk.find("#stageAction").isVisible()),
                Fault.tokenExpired(),
                Fault.tokenExpired(), Fault.tokenExpired());
        draw("many", Desk.still(100_000), desk -> select(desk.untilRead(), 5));
        draw("form", Desk.still(240), desk -> form(desk.untilRead(), false));
        draw("form-chinese-dark", Desk.still(240),
                desk -> form(look(desk.untilRead(), Look.Theme.DARK, Look.Language.CHINESE), true));
        draw("form-ladder", Desk.still(240), desk -> {
            form(desk.untilRead(), false);
            desk.fx(() -> {
                ((javafx.scene.control.TextField) desk.find(".form #name")).setText("prod / cn-north-4");
                ((javafx.scene.control.TextField) desk.find(".form #endpoint")).setText(desk.cloud.endpoint().toString());
                ((javafx.scene.control.TextField) desk.find(".form #project")).setText("another-project");
                @SuppressWarnings("unchecked")
                var ways = (javafx.scene.control.ComboBox<Object>) desk.find(".form #signIn");
                ways.setValue(ways.getItems().getLast());
                ((javafx.scene.control.Button) desk.find("#testForm")).fire();
                return true;
            });
            desk.until("the ladder is climbed",
                    () -> !((javafx.scene.layout.GridPane) desk.find("#steps")).getChildren().isEmpty()
                            && !((javafx.scene.control.Button) desk.find("#find")).isDisabled());
        });
        draw("values", Desk.still(240), desk -> values(desk.untilRead(), PoolField.SPECIFICATION));
        draw("values-chinese-dark", Desk.still(240),
                desk -> values(look(desk.untilRead(), Look.Theme.DARK, Look.Language.CHINESE), PoolField.STATUS));
        draw("values-narrow", Desk.still(3_000), desk -> {
            desk.untilRead();
            desk.fx(() -> {
                desk.program.stage().setWidth(880);
                desk.program.stage().setHeight(700);
                return true;
            });
            values(desk, PoolField.ID);
            desk.click("#byCount");
        });
        draw("palette", Desk.still(240), desk -> palette(desk.untilRead(), "gpu"));
        draw("palette-chinese-dark", Desk.still(240),
                desk -> palette(look(desk.untilRead(), Look.Theme.DARK, Look.Language.CHINESE), ""));
        draw("palette-nothing", Desk.still(240), desk -> palette(desk.untilRead(), "qqqqq"));
        draw("shortcuts", Desk.still(240), desk -> keys(desk.untilRead()));
        draw("shortcuts-dark", Desk.still(240), desk -> keys(look(desk.untilRead(), Look.Theme.DARK, Look.Language.ENGLISH)));
        draw("shortcuts-chinese", Desk.still(240),
                desk -> keys(look(desk.untilRead(), Look.Theme.LIGHT, Look.Language.CHINESE)));
        draw("shortcuts-narrow", Desk.still(240), desk -> {
            desk.fx(() -> {
                desk.program.stage().setWidth(880);
                desk.program.stage().setHeight(640);
                return true;
            });
            keys(desk.untilRead());
        });
        draw("requests", Desk.still(3_000), desk -> {
            desk.untilRead();
            desk.fx(() -> {
                requestsItem(desk).fire();
                return true;
            });
            desk.until("the log is open", () -> desk.find("#closeRequests") != null);
        });
        draw("fit", Desk.still(240), desk -> fit(desk.untilRead(), "2", "8"));
        draw("fit-dark", Desk.still(240), desk -> fit(look(desk.untilRead(), Look.Theme.DARK, Look.Language.ENGLISH), "2", "8"));
        draw("fit-chinese", Desk.still(240),
                desk -> fit(look(desk.untilRead(), Look.Theme.LIGHT, Look.Language.CHINESE), "2", "8"));
        draw("fit-none-narrow", Desk.still(240), desk -> {
            desk.fx(() -> {
                desk.program.stage().setWidth(880);
                desk.program.stage().setHeight(700);
                return true;
            });
            fit(desk.untilRead(), "3", "5000");
        });
        draw("details-many", Desk.still(240), desk -> many(desk.untilRead()));
        draw("details-many-chinese-dark", Desk.still(240),
                desk -> many(look(desk.untilRead(), Look.Theme.DARK, Look.Language.CHINESE)));
        draw("compare", Desk.still(240), desk -> compare(desk.untilRead(), 3));
        draw("compare-chinese-dark", Desk.still(240),
                desk -> compare(look(desk.untilRead(), Look.Theme.DARK, Look.Language.CHINESE), 4));
        draw("compare-narrow", Desk.still(240), desk -> {
            desk.fx(() -> {
                desk.program.stage().setWidth(880);
                desk.program.stage().setHeight(640);
                return true;
            });
            compare(desk.untilRead(), 4);
        });
        draw("pinned-one", Desk.still(240), desk -> compare(desk.untilRead(), 1));
        draw("grouped", Desk.still(240), desk -> group(desk.untilRead(), Grouping.STATUS));
        draw("folded-dark", Desk.still(240), desk -> group(look(desk.untilRead(), Look.Theme.DARK, Look.Language.ENGLISH),
                Grouping.SPECIFICATION_AND_STATUS));
        draw("grouped-chinese", Desk.still(240), desk -> group(look(desk.untilRead(), Look.Theme.LIGHT, Look.Language.CHINESE),
                Grouping.BILLING));
        draw("pinned", Desk.still(240), ScreenTour::pinned);
        draw("export", Desk.still(240), desk -> export(desk.untilRead()));
        draw("export-chinese-dark", Desk.still(240),
                desk -> export(look(desk.untilRead(), Look.Theme.DARK, Look.Language.CHINESE)));
        notice();
        connections();
        draw("charts", Desk.still(240), desk -> charts(desk.untilRead()));
        draw("charts-chinese-dark", Desk.still(240),
                desk -> charts(look(desk.untilRead(), Look.Theme.DARK, Look.Language.CHINESE)));
        draw("charts-filtered", Desk.still(240), desk -> filter(charts(desk.untilRead()), "gpu>=4"));
        draw("charts-hidden", Desk.still(240), desk -> filter(charts(desk.untilRead()), "nosuchpool"));
        draw("charts-none", Desk.still(0), desk -> charts(desk.untilRead()));
        draw("charts-one", Desk.still(1), desk -> charts(desk.untilRead()));
        draw("charts-many", Desk.still(100_000), desk -> charts(desk.untilRead()));
        draw("charts-short", Desk.still(240), desk -> charts(sized(desk.untilRead(), 1024, 640)));
        draw("charts-narrow", Desk.still(240), desk -> charts(sized(desk.untilRead(), 880, 700)));
        draw("charts-narrow-chinese", Desk.still(240), desk -> charts(
                sized(look(desk.untilRead(), Look.Theme.LIGHT, Look.Language.CHINESE), 880, 700)));
        narrow("narrow", 1024, 640);
        narrow("narrow-below", 880, 700);
    }

    private static Desk charts(Desk desk) {
        desk.fx(() -> {
            ((javafx.scene.control.ToggleButton) desk.find("#charts")).fire();
            return true;
        });
        desk.until("the bars are there", () -> SummaryWindowTest.isUpToDate(desk));
        return desk;
    }

    private static Desk sized(Desk desk, double width, double height) {
        desk.fx(() -> {
            desk.program.stage().setWidth(width);
            desk.program.stage().setHeight(height);
            return true;
        });
        return desk;
    }

    private static void values(Desk desk, PoolField field) {
        filter(desk, "not status:running");
        ValueListWindowTest.open(desk, field);
    }

    private void narrow(String name, double width, double height) throws Exception {
        draw(name, Desk.still(240), desk -> {
            select(desk.untilRead(), 5);
            desk.fx(() -> {
                desk.program.stage().setWidth(width);
                desk.program.stage().setHeight(height);
                return true;
            });
        });
    }

    /// The first start, where another tool has left two key pairs.
    private void welcome() throws Exception {
        if (!wanted.isEmpty() && !wanted.contains("welcome")) return;
        try (var desk = Desk.first("[basic]\nak = AKAKAKAKAKAKAKAKAKAK\nsk = sksksksksksksksksksksksksksksksksksksk\n")) {
            asAsked(desk);
            desk.until("what was found is offered", () -> desk.find(".import") != null);
            desk.until("it has its place", () -> desk.find("#welcomeActions").getLayoutBounds().getHeight() > 1
                    && !((javafx.scene.Parent) desk.find("#welcome")).isNeedsLayout());
            var file = folder.resolve("welcome.png");
            Picture.write(desk.fx(() -> Picture.of(desk.program.stage().getScene())), file);
            System.out.println(file);
        }
    }

    private void draw(String name, DemoSettings demo, Scenery scenery, Fault... faults) throws Exception {
        if (!wanted.isEmpty() && !wanted.contains(name)) return;
        var cloud = DemoCloud.start(demo);
        cloud.script(faults);
        var place = Files.createTempDirectory("tour");
        try (var desk = Desk.open(cloud, place, Look.Theme.LIGHT)) {
            asAsked(desk);
            scenery.set(desk);
            desk.settle();
            desk.fx(() -> true);
            var file = folder.resolve(name + ".png");
            Picture.write(desk.fx(() -> Picture.of(desk.program.stage().getScene())), file);
            System.out.println(file);
        }
    }

    /// In the size, zoom, language and theme that the properties ask for.
    private static void asAsked(Desk desk) {
        var size = System.getProperty("tour.size", "1280x800").split("x");
        desk.fx(() -> {
            desk.program.stage().setWidth(Integer.parseInt(size[0]));
            desk.program.stage().setHeight(Integer.parseInt(size[1]));
            var look = desk.program.settings().part(Settings::look, Settings::withLook);
            look.set(look.get().withZoomPercent(Integer.getInteger("tour.zoom", 100))
                    .withLanguage(Look.Language.valueOf(System.getProperty("tour.language", "SYSTEM")))
                    .withTheme(Look.Theme.valueOf(System.getProperty("tour.theme", "LIGHT"))));
            return true;
        });
        desk.settle();
    }

    private static void fit(Desk desk, String nodes, String accelerators) {
        desk.hands().push(javafx.scene.input.KeyCode.SHORTCUT, javafx.scene.input.KeyCode.J);
        desk.fx(() -> {
            ((javafx.scene.control.TextField) desk.find("#fitNodes")).setText(nodes);
            ((javafx.scene.control.TextField) desk.find("#fitAccelerators")).setText(accelerators);
            ((javafx.scene.control.TextField) desk.find("#fitMemory")).setText("256");
            return true;
        });
        desk.until("the answer is there", () -> desk.program.pools().arrangement().wish().demand().isPresent());
        select(desk, 0);
    }

    private static void many(Desk desk) {
        desk.fx(() -> {
            desk.program.pools().picks().select(Selection.all(4));
            return true;
        });
        desk.until("the sums are there", () -> desk.program.pools().selectedTotalsProperty().get().pools() == 4);
    }

    private static void compare(Desk desk, int pools) {
        for (int i = 0; i < pools; i++) {
            select(desk, 3 * i);
            desk.hands().push(javafx.scene.input.KeyCode.SHORTCUT, javafx.scene.input.KeyCode.SHIFT,
                    javafx.scene.input.KeyCode.D);
            desk.settle();
            if (i == pools - 1 || !(desk.find("#closeComparison") instanceof javafx.scene.control.Button close)) continue;
            desk.fx(() -> {
                close.fire();
                return true;
            });
            desk.until("nothing is over the window", () -> desk.find("#compared") == null);
        }
    }

    private static void group(Desk desk, Grouping by) {
        desk.fx(() -> {
            desk.program.pools().sort(poolscope.pool.Sort.by(poolscope.pool.PoolField.ACCELERATORS, true)
                    .then(poolscope.pool.PoolField.NAME, false));
            desk.program.pools().groups().groupBy(by);
            return true;
        });
        desk.until("there are groups", () -> !desk.program.pools().arrangement().groups().isEmpty());
        desk.fx(() -> {
            desk.program.pools().picks().select(Selection.all(4));
            return true;
        });
        desk.settle();
    }

    /// The name stays in sight, every column is shown, and the table is scrolled sideways.
    private static void pinned(Desk desk) {
        desk.untilRead();
        desk.fx(() -> {
            for (var column : desk.table().getColumns())
                column.setVisible(true);
            var pin = (javafx.scene.control.CheckMenuItem) desk.headerMenu(PoolField.NAME).get(1);
            pin.setSelected(true);
            pin.fire();
            return true;
        });
        desk.settle();
        desk.fx(() -> {
            desk.table().scrollToColumn(desk.table().getColumns().get(14));
            return true;
        });
        desk.settle();
    }

    private static void select(Desk desk, int row) {
        desk.fx(() -> {
            desk.table().getSelectionModel().select(row);
            return true;
        });
        desk.settle();
    }

    private static Desk look(Desk desk, Look.Theme theme, Look.Language language) {
        desk.fx(() -> {
            var look = desk.program.settings().part(Settings::look, Settings::withLook);
            look.set(look.get().withTheme(theme).withLanguage(language));
            return true;
        });
        desk.settle();
        return desk;
    }

    /// A damaged file of the program.
    private void notice() throws Exception {
        if (!wanted.isEmpty() && !wanted.contains("notice")) return;
        var place = Files.createTempDirectory("tour");
        Files.writeString(place.resolve("connections.json"), "{\"version\":1,\"connection:a\":{\"name\":");
        try (var desk = Desk.open(DemoCloud.start(Desk.still(40)), place, Look.Theme.LIGHT)) {
            asAsked(desk);
            desk.untilRead();
            var file = folder.resolve("notice.png");
            Picture.write(desk.fx(() -> Picture.of(desk.program.stage().getScene())), file);
            System.out.println(file);
        }
    }

    /// Three connections, of which one refuses and one is slow.
    private void connections() throws Exception {
        if (!wanted.isEmpty() && !wanted.contains("three")) return;
        var clouds = java.util.List.of(DemoCloud.start(Desk.still(120).withSeed(2)), DemoCloud.start(Desk.still(40).withSeed(3)),
                DemoCloud.start(Desk.still(60).withSeed(4)));
        clouds.get(1).failAll(Fault.forbidden());
        clouds.get(2).failAll(new Fault.Stall());
        var names = java.util.List.of("prod / cn-north-4", "lab / cn-south-1", "prod / cn-east-3");
        var saved = poolscope.connection.SavedConnections.NONE;
        var colours = poolscope.connection.ColourTag.values();
        for (int i = 0; i < 3; i++) {
            var connection = new poolscope.connection.Connection("c" + i, names.get(i), java.util.Optional.of("region-" + i),
                    clouds.get(i).endpoint(), clouds.get(i).projectId());
            var one = poolscope.connection.SavedConnection.of(connection, poolscope.connection.SignIn.NONE);
            saved = saved.with(one.withListing(one.listing().withColour(colours[i + 1]).withGroup(i == 1 ? "lab" : "prod")));
        }
        var place = Files.createTempDirectory("tour");
        var first = Settings.defaults();
        SettingsFile.in(place, FileOps.ofDisk(), java.time.Clock.systemUTC())
                .save(first.withWindow(first.window().withBounds(WindowPlace.Bounds.of(0, 0, 1280, 800))));
        poolscope.settings.ConnectionsFile.in(place, FileOps.ofDisk(), java.time.Clock.systemUTC()).save(saved);
        try (var desk = Desk.open(DemoCloud.start(Desk.still(1)), place, Look.Theme.LIGHT)) {
            asAsked(desk);
            desk.until("the first is there", () -> desk.table().getItems().size() == 120 && desk.find("#ledger").isVisible());
            select(desk, 3);
            var file = folder.resolve("three.png");
            Picture.write(desk.fx(() -> Picture.of(desk.program.stage().getScene())), file);
            System.out.println(file);
        }
        clouds.forEach(DemoCloud::close);
    }

    private static void palette(Desk desk, String typed) {
        desk.hands().push(javafx.scene.input.KeyCode.SHORTCUT, javafx.scene.input.KeyCode.K);
        desk.until("it is open", () -> desk.find("#finds") != null);
        desk.hands().write(typed);
        desk.until("it has looked", () -> typed.equals("qqqqq") == desk.find("#none").isVisible());
    }

    /// The item of *Help* that stands there, counted from its end.
    private static void help(Desk desk, int fromEnd) {
        desk.fx(() -> {
            var items = ((javafx.scene.control.MenuBar) desk.find("#menuBar")).getMenus().getLast().getItems();
            items.get(items.size() - fromEnd).fire();
            return true;
        });
        desk.settle();
    }

    private static void keys(Desk desk) {
        desk.hands().push(javafx.scene.input.KeyCode.F1);
        desk.until("the sheet is open", () -> desk.find(".shortcuts") != null);
    }

    private static javafx.scene.control.MenuItem requestsItem(Desk desk) {
        return ((javafx.scene.control.MenuBar) desk.find("#menuBar")).getMenus().getLast().getItems().stream()
                .filter(item -> "requestsItem".equals(item.getId())).findFirst().orElseThrow();
    }

    /// The dialog of an export to a folder that is not there, over a filtered list whose last reading failed.
    private static void export(Desk desk) throws Exception {
        filter(desk, "status:running");
        desk.cloud.failAll(Fault.forbidden());
        desk.fx(() -> {
            desk.program.fleet().refresh();
            return true;
        });
        desk.until("failed", () -> desk.find("#ledger").isVisible());
        desk.hands().push(javafx.scene.input.KeyCode.SHORTCUT, javafx.scene.input.KeyCode.E);
        desk.until("the dialog is open", () -> desk.find("#exportForm") != null);
        desk.saveAs(name -> java.util.Optional.of("/nowhere/at-all/" + name));
        desk.fx(() -> {
            ((javafx.scene.control.Button) desk.find("#export")).fire();
            return true;
        });
        desk.until("it says why", () -> desk.find("#said").isVisible());
    }

    private static void form(Desk desk, boolean wrong) {
        desk.fx(() -> {
            ((javafx.scene.control.Hyperlink) desk.find("#connectLink")).fire();
            return true;
        });
        desk.until("the form is open", () -> desk.find("#saveForm") != null);
        if (wrong) desk.fx(() -> {
            ((javafx.scene.control.Button) desk.find("#saveForm")).fire();
            return true;
        });
        desk.settle();
    }

    /// Seven chips, one of them switched off, and the filters of before.
    private static void history(Desk desk) throws Exception {
        for (var text : java.util.List.of("train", "status:running", "gpu>=8 mem>=512GiB",
                "status:running gpu>=1 avail<nodes mem>=1GiB not name:test owner:a (status:running or status:abnormal)"))
            desk.fx(() -> {
                desk.program.pools().filter().setText(text);
                return true;
            });
        desk.fx(() -> {
            var filter = desk.program.pools().filter();
            filter.chips().switchOver(filter.state().chips().get(5).term());
            desk.filterField().requestFocus();
            return true;
        });
        desk.hands().push(javafx.scene.input.KeyCode.DOWN);
        desk.until("the filters of before are shown", () -> desk.find("#choices").isVisible());
    }

    private static void filter(Desk desk, String text) {
        desk.type(text);
        desk.until("the filter is on",
                () -> desk.program.pools().filter().state().filter()
                        .equals(desk.program.pools().filter().filterProperty().get()));
        desk.until("the filter has its effect",
                () -> desk.program.pools().arrangement().filter().equals(desk.program.pools().filter().filterProperty().get())
                        && SummaryWindowTest.isUpToDate(desk));
    }
}
