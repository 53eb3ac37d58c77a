package poolscope.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import poolscope.settings.WindowBoundsAndPaneVisibility;

class PaneVisibilityModelTest {
    private final SimpleObjectProperty<WindowBoundsAndPaneVisibility> place = new SimpleObjectProperty<>(
            WindowBoundsAndPaneVisibility.defaults());
    private final PaneVisibilityModel panes = new PaneVisibilityModel(place);

    @Test
    void a_small_window_folds_panes_away_without_forgetting_that_they_were_open() {
        panes.setRoomForSidebar(false);
        panes.setRoomForDetails(false);
        assertThat(panes.sidebarVisible().getValue()).isFalse();
        assertThat(panes.detailsVisible().getValue()).isFalse();
        assertThat(place.get()).isEqualTo(WindowBoundsAndPaneVisibility.defaults());
        panes.setRoomForSidebar(true);
        panes.setRoomForDetails(true);
        assertThat(panes.sidebarVisible().getValue()).isTrue();
        assertThat(panes.detailsVisible().getValue()).isTrue();
    }

    @Test
    void a_folded_pane_opens_when_asked_for_and_folds_again() {
        panes.setRoomForSidebar(false);
        panes.setRoomForDetails(false);
        panes.showDetails();
        panes.toggleSidebar();
        assertThat(panes.detailsVisible().getValue()).isTrue();
        assertThat(panes.sidebarVisible().getValue()).isTrue();
        panes.toggleDetails();
        panes.toggleSidebar();
        assertThat(panes.detailsVisible().getValue()).isFalse();
        assertThat(panes.sidebarVisible().getValue()).isFalse();
        assertThat(place.get()).isEqualTo(WindowBoundsAndPaneVisibility.defaults());
    }

    @Test
    void a_pane_that_the_operator_closed_stays_closed_when_the_window_becomes_larger() {
        panes.toggleDetails();
        panes.setRoomForDetails(false);
        panes.setRoomForDetails(true);
        assertThat(panes.detailsVisible().getValue()).isFalse();
    }
}
