package poolscope.ui.savedviews;

/// Opens the form of a view over the window.
@FunctionalInterface
public interface ViewForms {
    void ask(ViewQuestion question);
}
