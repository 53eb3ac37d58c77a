package poolscope.ui.main;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import poolscope.settings.WindowBoundsAndPaneVisibility;

/// Which panes beside the table are visible. What the operator chose is remembered; in a window too small for a pane it
/// is folded away, until the operator asks for it or the window becomes larger.
public final class PaneVisibilityModel {
    private final ObjectProperty<WindowBoundsAndPaneVisibility> place;
    private final Pane sidebar;
    private final Pane details;

    private static final class Pane {
        private final ReadOnlyBooleanWrapper folded = new ReadOnlyBooleanWrapper(this, "folded", false);
        private boolean hasRoom = true;

        void setRoom(boolean now) {
            if (now == hasRoom) return;
            hasRoom = now;
            folded.set(!now);
        }
    }

    PaneVisibilityModel(ObjectProperty<WindowBoundsAndPaneVisibility> place) {
        this.place = place;
        sidebar = new Pane();
        details = new Pane();
    }

    ObservableValue<Boolean> sidebarVisible() {
        return place.flatMap(now -> sidebar.folded.map(isFolded -> now.sidebarShown() && !isFolded));
    }

    ObservableValue<Boolean> detailsVisible() {
        return place.flatMap(now -> details.folded.map(isFolded -> now.detailsShown() && !isFolded));
    }

    /// Sets whether the window has room for the sidebar; folds it away when that ends.
    void setRoomForSidebar(boolean hasRoom) {
        sidebar.setRoom(hasRoom);
    }

    /// Sets whether the window has room for the details; folds them away when that ends.
    void setRoomForDetails(boolean hasRoom) {
        details.setRoom(hasRoom);
    }

    void showDetails() {
        details.folded.set(false);
        place.set(place.get().withDetailsShown(true));
    }

    void toggleDetails() {
        boolean isVisible = detailsVisible().getValue();
        details.folded.set(isVisible && !details.hasRoom);
        if (details.hasRoom || !isVisible) place.set(place.get().withDetailsShown(!isVisible));
    }

    void toggleSidebar() {
        boolean isVisible = sidebarVisible().getValue();
        sidebar.folded.set(isVisible && !sidebar.hasRoom);
        if (sidebar.hasRoom || !isVisible) place.set(place.get().withSidebarShown(!isVisible));
    }

    /// Whether the operator has not chosen the details' share of the width.
    boolean isUsualShare() {
        return place.get().detailsShare() == WindowBoundsAndPaneVisibility.defaults().detailsShare();
    }

    /// The details' share of the width, 0 to 1.
    double detailsShare() {
        return place.get().detailsShare();
    }

    void setDetailsShare(double detailsShare) {
        if (detailsShare != place.get().detailsShare()) place.set(place.get().withDetailsShare(detailsShare));
    }
}
