package poolscope.ui.navigation;

/// The forms that open without further details.
public enum ModalFormKind {
    REQUEST_LOG("connections/RequestLog.fxml", ""),
    HAND_OVER("handover/HandOver.fxml", "#preview"),
    CHANGE_LOG("changes/ChangeLog.fxml", "#lines"),
    WATCH_RULES("watch/WatchRules.fxml", "#rules"),
    SETTINGS("settings/Settings.fxml", "#language"),
    TRENDS("trends/Trends.fxml", "#trendDay"),
    COMPARISON("compare/Compare.fxml", "");

    private final String screen;
    private final String first;

    ModalFormKind(String screen, String first) {
        this.screen = screen;
        this.first = first;
    }

    /// Its FXML file, inside the package `ui`.
    public String screen() {
        return screen;
    }

    /// Selects the node that gets the focus; empty for the first that takes it.
    public String first() {
        return first;
    }
}
