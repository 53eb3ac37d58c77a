package poolscope.ui;

import java.util.List;
import java.util.function.Consumer;
import javafx.util.Subscription;
import poolscope.live.AllConnectionsStatus.SourceStatus;
import poolscope.ui.savedviews.BuiltInView;
import poolscope.ui.text.SavedViewText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.WindowTitleText;

/// Keeps the title of a window up to date: its view, the connections or the file that its pools are from, and how many
/// pools watch rules found.
final class WindowTitle {
    private final ScreenModels models;
    private final SavedViewText views;
    private final WindowTitleText titles;

    private WindowTitle(ScreenModels models, Texts texts) {
        this.models = models;
        views = new SavedViewText(texts);
        titles = new WindowTitleText(texts);
    }

    /// Passes on the title, now and whenever it changes, until it is unsubscribed from.
    static Subscription follow(ScreenModels models, Texts texts, Consumer<String> showTitle) {
        var title = new WindowTitle(models, texts);
        Runnable update = () -> showTitle.accept(title.now());
        var subscriptions = Subscription.combine(
                models.window().views().currentProperty().subscribe((_, _) -> update.run()),
                models.pools().list().allConnectionsStatusProperty().subscribe((_, _) -> update.run()),
                models.changes().moment().fileProperty().subscribe((_, _) -> update.run()),
                models.watch().unseen().subscribe((_, _) -> update.run()));
        update.run();
        return subscriptions;
    }

    private String now() {
        var view = models.window().views().current();
        return titles.of(views.name(view, BuiltInView.of(view)), sources(), models.watch().unseen().getValue());
    }

    private List<String> sources() {
        return models.changes()
                .moment()
                .fileProperty()
                .get()
                .map(file -> List.of(file.path().getFileName().toString()))
                .orElseGet(() -> models.pools()
                        .list()
                        .allConnectionsStatusProperty()
                        .get()
                        .lines()
                        .stream()
                        .map(SourceStatus::serviceAndProject)
                        .map(serviceAndProject -> serviceAndProject.name())
                        .toList());
    }
}
