package poolscope;

import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Stage;
import poolscope.api.InventoryReader;
import poolscope.connection.Connection;
import poolscope.connection.Credentials;
import poolscope.live.Adder;
import poolscope.live.Arranger;
import poolscope.live.AutoRefresh;
import poolscope.live.Computer;
import poolscope.live.Connections;
import poolscope.live.Errand;
import poolscope.live.Fleet;
import poolscope.live.Folders;
import poolscope.live.LiveSettings;
import poolscope.live.LoadState;
import poolscope.live.Newest;
import poolscope.live.Lull;
import poolscope.live.RefreshPolicy;
import poolscope.live.Requests;
import poolscope.live.SavedViews;
import poolscope.live.Source;
import poolscope.live.Survey;
import poolscope.live.Ticker;
import poolscope.live.Trial;
import poolscope.live.ValueCounter;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.Loaded;
import poolscope.settings.Notice;
import poolscope.settings.Settings;
import poolscope.settings.SettingsFile;
import poolscope.settings.ViewFiles;
import poolscope.ui.Views;
import poolscope.ui.Windows;
import poolscope.ui.about.AboutModel;
import poolscope.ui.about.Build;
import poolscope.ui.commands.PaletteModel;
import poolscope.ui.connections.ConnectionFormModel;
import poolscope.ui.connections.RequestsModel;
import poolscope.ui.connections.SourcesModel;
import poolscope.ui.export.ExportModel;
import poolscope.ui.export.FilePlaces;
import poolscope.ui.export.Places;
import poolscope.ui.compare.CompareModel;
import poolscope.ui.details.DetailsModel;
import poolscope.ui.fit.FitModel;
import poolscope.ui.main.MainModel;
import poolscope.ui.pools.FilterAdviceModel;
import poolscope.ui.pools.CopyModel;
import poolscope.ui.pools.FilterModel;
import poolscope.ui.pools.PoolsModel;
import poolscope.ui.pools.ValueListModel;
import poolscope.ui.summary.SummaryModel;
import poolscope.ui.views.Shown;
import poolscope.ui.views.Ticks;
import poolscope.ui.views.ViewsModel;
import poolscope.ui.welcome.WelcomeModel;

/// The running program: everything that [App] puts together, from the readers of connections to the window. For the FX thread.
final class Program implements AutoCloseable {

    /// What is kept on disk: what was loaded, and where changes go.
    ///
    /// @param views
    ///            what was loaded of the operator's views
    record Kept(Loaded settings, SettingsFile settingsFile, ConnectionsFile.Loaded connections, ConnectionsFile connectionsFile,
            ViewFiles.Loaded views, ViewFiles viewFiles) {
        /// What the operator should be told of how the files were found.
        List<Notice> notices() {
            return Stream.of(settings.notices(), connections.notices(), views.notices()).flatMap(List::stream).toList();
        }
    }

    /// What it is put together from.
    ///
    /// @param demo
    ///            starts the stand-in cloud, which is shown while there is no other connection, and says where it is
    /// @param ground
    ///            is closed with the program
    /// @param computer
    ///            where credentials of other tools are looked for
    /// @param places
    ///            asks for a file to write to, over a window
    /// @param programs
    ///            run what shows folders
    record Parts(Supplier<Connection> demo, Kept kept, Ground ground, Computer computer, Function<Stage, Places> places,
            Folders.Runner programs) {
        Parts(Supplier<Connection> demo, Kept kept, Ground ground) {
            this(demo, kept, ground, Computer.here(), FilePlaces::new, Folders::onThisMachine);
        }
    }

    /// Long enough for the next letter of a fast typist, too short to be noticed.
    private static final Duration TYPING_PAUSE = Duration.ofMillis(120);

    private final Ground ground;
    private final Fleet fleet = new Fleet();
    private final LiveSettings settings;
    private final Ticker ticker;
    private final Arranger arranger;
    private final Survey survey;
    private final Connections connections;
    private final AutoRefresh autoRefresh;
    private final PoolsModel pools;
    private final SavedViews savedViews;
    private final ViewsModel views;
    private final ExportModel export;
    private final CopyModel copies;
    private final SummaryModel summary;
    private final Stage stage;
    private final Windows windows;

    Program(Parts parts, Stage stage) {
        this.stage = stage;
        ground = parts.ground();
        var surroundings = ground.surroundings();
        var background = ground.background();
        Clock clock = surroundings.clock();
        settings = new LiveSettings(parts.kept().settings().settings(), parts.kept().settingsFile(), background);
        ticker = new Ticker(clock);
        arranger = new Arranger(clock);
        survey = new Survey(clock);
        Supplier<ZoneId> zone = () -> settings.settings().look().timeZone().zone();
        var filter = new FilterModel(settings.part(Settings::filter, Settings::withFilter), Lull.of(TYPING_PAUSE),
                zone.get());
        settings.settingsProperty().map(now -> now.look().timeZone()).subscribe((_, now) -> filter.moveTo(now.zone()));
        pools = new PoolsModel(fleet, arranger, new Adder(background), settings, filter);
        var habits = settings.part(Settings::habits, Settings::withHabits);
        export = new ExportModel(new ExportModel.Parts(pools, fleet, clock, zone, name(), habits, new Errand<>(background)));
        summary = new SummaryModel(pools, settings, new Newest(background));
        var keyring = ground.keyring();
        connections = new Connections(parts.kept().connections().connections(),
                new Connections.Parts(fleet, parts.kept().connectionsFile(), keyring, ground.readers(),
                        () -> demo(parts.demo().get()), background, clock));
        copies = new CopyModel(new CopyModel.Parts(pools, fleet, ticker, zone, one -> connections.saved().query(one),
                new Errand<>(background)));
        autoRefresh = new AutoRefresh(fleet, ticker,
                () -> new RefreshPolicy(settings.settings().refresh().every(), stage.isIconified()));
        var folders = new Folders(System.getProperty("os.name"), parts.programs(), background);
        var main = new MainModel(fleet, ticker, settings, connections, new MainModel.Told(parts.kept().notices(), folders));
        savedViews = new SavedViews(parts.kept().views().views(), parts.kept().viewFiles(), background, main::tell);
        views = new ViewsModel(
                new Shown(filter.stateProperty().map(_ -> filter.text()), filter::setText, filter::asOneStep,
                        pools.layoutProperty(),
                        settings.part(Settings::view, Settings::withView)),
                new Ticks(connections.savedProperty(), connections::tickOnly), savedViews, main::tell);
        var models = new Views.Models(main, pools, new FilterAdviceModel(filter, fleet, survey), summary,
                views,
                new SourcesModel(fleet, ticker, connections),
                new RequestsModel(new Requests(surroundings.log()), ticker, settings),
                new PaletteModel(new Newest(background), habits),
                new WelcomeModel(settings, connections, new Trial(surroundings, ground.signIns(), background), parts.computer()),
                new AboutModel(Build.ofThis(), parts.kept().settingsFile().folder(), folders),
                begin -> new ConnectionFormModel(new ConnectionFormModel.Around(connections, keyring,
                        new Trial(surroundings, ground.signIns(), background), parts.computer()), begin),
                field -> new ValueListModel(field, pools.filter(), pools.arrangement().set(),
                        new ValueCounter(background, clock)),
                new Views.Leaving(export, copies, parts.places().apply(stage)),
                new Views.Study(new FitModel(pools, fleet), new DetailsModel(pools, new Newest(background)),
                        new CompareModel(pools)));
        windows = new Windows(models, stage);
        // After what has arrived meanwhile: it changes what is laid out, and each change costs another pulse.
        Platform.runLater(windows::show);
    }

    private static String name() {
        var descriptor = Program.class.getModule().getDescriptor();
        return "PoolScope" + Optional.ofNullable(descriptor).flatMap(ModuleDescriptor::rawVersion).map(v -> " " + v).orElse("");
    }

    private Source demo(Connection demo) {
        var surroundings = ground.surroundings();
        return new Source(demo, () -> InventoryReader.open(demo, Credentials.NONE, surroundings), surroundings.clock(),
                ground.background());
    }

    /// Asks whether that view is to be added, or says why it can't be read.
    void openView(Path file) {
        windows.openView(file.toFile());
    }

    /// Makes now what otherwise is made a moment after the first frame.
    void complete() {
        windows.complete();
    }

    Fleet fleet() {
        return fleet;
    }

    CopyModel copies() {
        return copies;
    }

    PoolsModel pools() {
        return pools;
    }

    SummaryModel summary() {
        return summary;
    }

    ViewsModel views() {
        return views;
    }

    LiveSettings settings() {
        return settings;
    }

    Connections connections() {
        return connections;
    }

    Stage stage() {
        return stage;
    }

    /// Whether the first reading has ended, well or not, and what it brought is in the table.
    boolean isRead() {
        var state = fleet.sources().getFirst().state();
        return !(state instanceof LoadState.Idle || state.isLoading())
                && pools.arrangement().set() == fleet.poolsProperty().get();
    }

    /// Stops everything that runs and saves what is not saved yet.
    @Override
    public void close() {
        windows.close();
        export.close();
        copies.close();
        autoRefresh.close();
        ticker.close();
        connections.close();
        arranger.close();
        savedViews.close();
        pools.filter().close();
        survey.close();
        settings.close();
        ground.close();
    }
}
