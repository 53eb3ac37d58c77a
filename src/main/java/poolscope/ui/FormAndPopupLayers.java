package poolscope.ui;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import poolscope.ui.commands.PopupLayer;

/// Forms and popups over the window, one at a time.
final class FormAndPopupLayers implements AutoCloseable {
    private final ModalFormLayer form = new ModalFormLayer();
    private final ScreenLoader formLoader;
    private final PopupLayer popup = new PopupLayer();
    private final ScreenLoader popupLoader;

    /// @param loaders
    ///            makes a loader for the forms, and one for the popups
    FormAndPopupLayers(Supplier<ScreenLoader> loaders) {
        formLoader = loaders.get();
        popupLoader = loaders.get();
    }

    Node form() {
        return form;
    }

    Node popup() {
        return popup;
    }

    boolean isFormOpen() {
        return form.isShown();
    }

    /// Whether the open form has a controller of that class.
    boolean isForm(Class<?> controller) {
        return formLoader.controller(controller).isPresent();
    }

    /// One at a time: menu shortcuts work while a form is open too, and would discard what is typed into it.
    ///
    /// @param first
    ///            selects the node that gets the focus; empty for the first that takes it
    /// @param given
    ///            makes the controllers that depend on what the form is opened with
    void showForm(String screen, String first, Map<Class<?>, Supplier<? extends AutoCloseable>> given) {
        if (isFormOpen()) return;
        popup.hide();
        var content = formLoader.load(screen, given);
        form.show(content, Optional.ofNullable(first.isEmpty() ? null : content.lookup(first)), formLoader::close);
    }

    /// As [#showForm], below a part of the window as long as there is room; empty for the middle.
    void showFormBelow(Optional<Node> part, String screen, Map<Class<?>, Supplier<? extends AutoCloseable>> given) {
        form.placeNextBelow(part);
        showForm(screen, "", given);
    }

    /// Not over a form, which a chosen command could not act behind.
    ///
    /// @param first
    ///            selects the node that gets the focus
    void showPopup(String screen, String first, Map<Class<?>, Supplier<? extends AutoCloseable>> given) {
        if (isFormOpen()) return;
        popup.hide();
        var content = popupLoader.load(screen, given);
        popup.show(content, content.lookup(first), popupLoader::close);
    }

    void closeForm() {
        form.hide();
    }

    void closePopup() {
        popup.hide();
    }

    /// Whether forms come and go at once instead of moving.
    void setStill(boolean still) {
        form.setStill(still);
    }

    @Override
    public void close() {
        popupLoader.close();
        formLoader.close();
    }
}
