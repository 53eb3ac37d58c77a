package poolscope;

import java.time.Clock;
import java.time.ZoneId;
import javafx.stage.Stage;
import poolscope.api.InventoryReader;
import poolscope.api.Surroundings;
import poolscope.connection.Connection;
import poolscope.connection.Credentials;
import poolscope.live.Arranger;
import poolscope.live.Background;
import poolscope.live.Fleet;
import poolscope.live.LiveSettings;
import poolscope.live.Source;
import poolscope.live.Ticker;
import poolscope.settings.Settings;
import poolscope.settings.SettingsFile;
import poolscope.ui.Views;
import poolscope.ui.Windows;
import poolscope.ui.connections.SourcesModel;
import poolscope.ui.main.MainModel;
import poolscope.ui.pools.PoolsModel;

/// The running program: everything that [App] puts together, from the reader of a connection to its window. For the FX thread.
final class Program implements AutoCloseable {

    /// What it is put together from.
    ///
    /// @param settings
    ///            as loaded
    /// @param file
    ///            where changed settings go
    /// @param demo
    ///            whether the connection is the program's own stand-in cloud
    record Parts(Connection connection, Credentials credentials, Settings settings, SettingsFile file, boolean demo) {}

    private final Background background = new Background();
    private final Fleet fleet = new Fleet();
    private final LiveSettings settings;
    private final Ticker ticker;
    private final Arranger arranger;
    private final PoolsModel pools;
    private final Stage stage;

    Program(Parts parts, Surroundings surroundings, Stage stage) {
        this.stage = stage;
        Clock clock = surroundings.clock();
        settings = new LiveSettings(parts.settings(), parts.file(), background);
        ticker = new Ticker(clock);
        arranger = new Arranger(clock);
        pools = new PoolsModel(fleet, arranger, settings, ZoneId.systemDefault());
        var reader = InventoryReader.open(parts.connection(), parts.credentials(), surroundings);
        fleet.sources().add(new Source(parts.connection(), reader, clock, background));
        fleet.refresh();
        var models = new Views.Models(new MainModel(fleet, ticker, settings, parts.demo()), pools,
                new SourcesModel(fleet, ticker));
        new Windows(models, stage).show();
    }

    Fleet fleet() {
        return fleet;
    }

    PoolsModel pools() {
        return pools;
    }

    LiveSettings settings() {
        return settings;
    }

    Stage stage() {
        return stage;
    }

    /// Stops everything that runs and saves what is not saved yet.
    @Override
    public void close() {
        ticker.close();
        fleet.sources().forEach(Source::close);
        arranger.close();
        settings.close();
        background.close();
    }
}
