package poolscope.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import poolscope.ui.parts.DeferredNode;

/// Loads the FXML files of a part of the window and closes their controllers together.
final class ScreenLoader implements AutoCloseable {
    private final ResourceBundle words;
    private final Function<Class<?>, AutoCloseable> suppliers;
    private final List<AutoCloseable> controllers = new ArrayList<>();

    /// @param suppliers
    ///            makes the controllers that FXML files name
    ScreenLoader(ResourceBundle words, Function<Class<?>, AutoCloseable> suppliers) {
        this.words = words;
        this.suppliers = suppliers;
    }

    Parent load(String screen) {
        return load(loader(screen, Map.of()));
    }

    /// @param given
    ///            makes the controllers that depend on what the screen is opened with
    Parent load(String screen, Map<Class<?>, Supplier<? extends AutoCloseable>> given) {
        return load(loader(screen, given));
    }

    /// Loads a screen of which some places are filled when they are first shown.
    Parent load(String screen, List<Deferred> places) {
        var loader = loader(screen, Map.of());
        var loaded = load(loader);
        for (var place : places)
            if (loader.getNamespace().get(place.id()) instanceof DeferredNode node)
                controllers.add(node.createWhen(place.wanted(), () -> load(place.screen()))::unsubscribe);
        return loaded;
    }

    /// A place in a screen, and the screen that fills it.
    ///
    /// @param wanted
    ///            when that screen is shown
    record Deferred(String id, ObservableValue<Boolean> wanted, String screen) {}

    private FXMLLoader loader(String screen, Map<Class<?>, Supplier<? extends AutoCloseable>> given) {
        var loader = new FXMLLoader(ScreenLoader.class.getResource(screen), words);
        loader.setControllerFactory(type -> {
            var supplier = given.get(type);
            var made = supplier == null ? suppliers.apply(type) : supplier.get();
            controllers.add(made);
            return made;
        });
        return loader;
    }

    private static Parent load(FXMLLoader loader) {
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The controller of that class, if its screen is loaded.
    <T> Optional<T> controller(Class<T> type) {
        return controllers.stream()
                .flatMap(one -> type.isInstance(one) ? Stream.of(type.cast(one)) : Stream.empty())
                .findFirst();
    }

    /// Removes the controllers' listeners from the models, which outlive the screens.
    @Override
    public void close() {
        try {
            for (var controller : controllers)
                controller.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        controllers.clear();
    }
}
