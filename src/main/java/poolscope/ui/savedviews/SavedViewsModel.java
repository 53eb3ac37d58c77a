package poolscope.ui.savedviews;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import poolscope.live.ObservableSavedViews;
import poolscope.settings.FileNotice;
import poolscope.settings.SavedView;
import poolscope.settings.SharedViewFile;

/// All views, the one that was applied last, and whether the screen still shows it.
///
/// A view is a value; applying it sets filter, columns and ticks, and nothing else. Later changes stay on screen and
/// across a restart, but do not change the view until it is saved.
public final class SavedViewsModel implements AutoCloseable {
    private final CurrentScreenStateForViews currentScreenStateForViews;
    private final ConnectionTicksForViews connectionTicksForViews;
    private final ObservableSavedViews saved;
    private final Consumer<FileNotice> notices;
    private final ReadOnlyObjectWrapper<List<SavedView>> views = new ReadOnlyObjectWrapper<>(this, "views", List.of());
    private final ReadOnlyObjectWrapper<SavedView> current = new ReadOnlyObjectWrapper<>(this, "current",
            BuiltInView.ALL.savedView());
    private final ReadOnlyObjectWrapper<Set<SavedViewDifference>> differences = new ReadOnlyObjectWrapper<>(this,
            "differences", Set.of());
    private Optional<SavedView> beforeProblems = Optional.empty();
    private final Subscription subscriptions;
    private boolean applying;

    /// @param notices
    ///            receives notices about a view that was applied or opened
    public SavedViewsModel(CurrentScreenStateForViews currentScreenStateForViews,
            ConnectionTicksForViews connectionTicksForViews, ObservableSavedViews saved, Consumer<FileNotice> notices) {
        this.currentScreenStateForViews = currentScreenStateForViews;
        this.connectionTicksForViews = connectionTicksForViews;
        this.saved = saved;
        this.notices = notices;
        var followingViews = saved.viewsProperty().subscribe(now -> {
            views.set(Stream.concat(Arrays.stream(BuiltInView.values()).map(BuiltInView::savedView), now.stream())
                    .toList());
            update();
        });
        currentScreenStateForViews.view().subscribe((_, _) -> update());
        currentScreenStateForViews.filter().subscribe((_, _) -> update());
        currentScreenStateForViews.layout().subscribe((_, _) -> update());
        subscriptions = Subscription.combine(followingViews,
                connectionTicksForViews.saved().subscribe((_, _) -> update()));
    }

    /// The current view stays as it is from now on.
    @Override
    public void close() {
        subscriptions.unsubscribe();
    }

    /// The predefined views, then the operator's own.
    public ReadOnlyObjectProperty<List<SavedView>> viewsProperty() {
        return views.getReadOnlyProperty();
    }

    /// The view that was applied last; all pools if it was removed.
    public ReadOnlyObjectProperty<SavedView> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// What the screen has different from the current view.
    ReadOnlyObjectProperty<Set<SavedViewDifference>> differencesProperty() {
        return differences.getReadOnlyProperty();
    }

    public SavedView current() {
        return current.get();
    }

    /// Whether the screen differs from the current view.
    public boolean isChanged() {
        return !differences.get().isEmpty();
    }

    /// Applies the view. A notice names its connections that don't exist here; if none exists, the ticks
    /// stay unchanged.
    public void apply(SavedView savedView) {
        applying = true;
        setFilterAndColumns(savedView);
        connectionTicksForViews.wanted(savedView.scope())
                .filter(ids -> !ids.isEmpty())
                .ifPresent(connectionTicksForViews.only());
        applying = false;
        update();
        var unknown = connectionTicksForViews.unknown(savedView.scope());
        if (!unknown.isEmpty()) notices.accept(new FileNotice.ConnectionsUnknown(savedView.name(), unknown));
    }

    private void setFilterAndColumns(SavedView savedView) {
        currentScreenStateForViews.view().set(savedView.id());
        currentScreenStateForViews.asOneStep().accept(() -> {
            currentScreenStateForViews.layout().set(savedView.table());
            currentScreenStateForViews.setFilter().accept(savedView.filter());
        });
    }

    public void revert() {
        apply(current.get());
    }

    /// Whether the current view can be saved, renamed and removed.
    public boolean isOwn() {
        return BuiltInView.of(current.get()).isEmpty();
    }

    /// Saves the state of the screen in the current view.
    ///
    /// @return false for a predefined view, which can't be changed: the operator has to name a copy
    public boolean save() {
        if (!isOwn() || currentScreenStateForViews.isFilterTooLong()) return false;
        saved.keep(currentScreenStateForViews.writtenTo(current.get(),
                connectionTicksForViews.scopeNow(current.get().scope())));
        return true;
    }

    /// Saves the state of the screen as a new view, which becomes the current one.
    public Optional<SavedViewNameError> saveAs(String typed, SavedView.Scope scope) {
        var error = error(typed, "");
        if (error.isEmpty())
            keep(currentScreenStateForViews
                    .writtenTo(new SavedView("new", typed.strip(), scope, "", current.get().table(), 0), scope));
        return error;
    }

    public Optional<SavedViewNameError> rename(SavedView savedView, String typed) {
        var error = error(typed, savedView.id());
        if (error.isEmpty()) saved.keep(savedView.withName(typed.strip()));
        return error;
    }

    /// Removes one of the operator's own views. The screen stays unchanged.
    public void delete(SavedView savedView) {
        saved.remove(savedView.id());
        if (currentScreenStateForViews.view().get().equals(savedView.id()))
            currentScreenStateForViews.view().set(BuiltInView.ALL.savedView().id());
    }

    /// Adds an imported view and applies it.
    ///
    /// @param instead
    ///            local connections that replace unknown names of the view
    public Optional<SavedViewNameError> add(SavedView opened, String typed, Map<String, String> instead) {
        var error = error(typed, "");
        if (error.isEmpty()) apply(keep(opened.withName(typed.strip()).withScope(mapped(opened.scope(), instead))));
        return error;
    }

    private SavedView keep(SavedView savedView) {
        var mine = savedView.withId(UUID.randomUUID().toString());
        saved.keep(mine);
        currentScreenStateForViews.view().set(mine.id());
        return saved.find(mine.id()).orElse(mine);
    }

    private static SavedView.Scope mapped(SavedView.Scope scope, Map<String, String> instead) {
        return switch (scope) {
            case SavedView.Scope.AsTicked all -> all;
            case SavedView.Scope.Named(var names) ->
                new SavedView.Scope.Named(names.stream().map(name -> instead.getOrDefault(name, name)).toList());
            case SavedView.Scope.Group(var group) -> new SavedView.Scope.Group(instead.getOrDefault(group, group));
        };
    }

    /// Writes the state of the screen to a file.
    ///
    /// @param name
    ///            name of the view in the file
    public void exportTo(File file, String name) {
        if (currentScreenStateForViews.isFilterTooLong()) return;
        saved.write(currentScreenStateForViews.writtenTo(current.get().withName(name),
                connectionTicksForViews.scopeNow(current.get().scope())), file.toPath());
    }

    /// Reads such a file. `then` receives the view; its name may be taken, and its connections may be unknown.
    public void open(File file, Consumer<SavedView> then) {
        saved.read(file.toPath(), opened -> {
            switch (opened) {
                case SharedViewFile.Opened.Found(var savedView) -> then.accept(savedView);
                case SharedViewFile.Opened.Refused(var path, var reason) ->
                    notices.accept(new FileNotice.ViewNotOpened(path, reason));
            }
        });
    }

    /// Connections or groups of a view that don't exist here.
    public List<String> unknown(SavedView savedView) {
        return connectionTicksForViews.unknown(savedView.scope());
    }

    /// Connections or groups that can replace an unknown one.
    public List<String> known(SavedView savedView) {
        return savedView.scope() instanceof SavedView.Scope.Group
                ? connectionTicksForViews.groups()
                : connectionTicksForViews.names();
    }

    /// The possible scopes of a new view.
    public List<SavedView.Scope> scopes() {
        if (connectionTicksForViews.names().isEmpty()) return List.of(SavedView.Scope.AS_TICKED);
        return Stream
                .concat(Stream.of(SavedView.Scope.AS_TICKED,
                        new SavedView.Scope.Named(connectionTicksForViews.tickedNames())),
                        connectionTicksForViews.groups().stream().map(SavedView.Scope.Group::new))
                .toList();
    }

    /// Opens the predefined view of problems, or goes back to what was on screen before. What is ticked stays.
    public void toggleProblems() {
        boolean isOn = problemsOnly().getValue();
        var next = isOn ? beforeProblems.orElseGet(BuiltInView.ALL::savedView) : BuiltInView.PROBLEMS.savedView();
        if (!isOn)
            beforeProblems = Optional
                    .of(currentScreenStateForViews.writtenTo(current.get(), SavedView.Scope.AS_TICKED));
        applying = true;
        setFilterAndColumns(next);
        applying = false;
        update();
    }

    /// Whether exactly that filter is set.
    public ObservableValue<Boolean> problemsOnly() {
        return currentScreenStateForViews.filter()
                .map(_ -> currentScreenStateForViews.isFilterOf(BuiltInView.PROBLEMS.savedView()));
    }

    private Optional<SavedViewNameError> error(String typed, String ownId) {
        var error = SavedViewNameError.of(typed, ownId, saved.viewsProperty().get());
        return error.isEmpty() && currentScreenStateForViews.isFilterTooLong()
                ? Optional.of(SavedViewNameError.FILTER_TOO_LONG)
                : error;
    }

    /// A predefined view can't be changed: when the filter becomes that of another predefined view, that one
    /// is current.
    private SavedView matchingBuiltIn(SavedView savedView) {
        if (BuiltInView.of(savedView).isEmpty() || currentScreenStateForViews.isFilterOf(savedView)) return savedView;
        return Arrays.stream(BuiltInView.values())
                .map(BuiltInView::savedView)
                .filter(currentScreenStateForViews::isFilterOf)
                .findFirst()
                .orElse(savedView);
    }

    private void update() {
        if (applying) return;
        var applied = views.get()
                .stream()
                .filter(savedView -> savedView.id().equals(currentScreenStateForViews.view().get()))
                .findFirst()
                .orElseGet(BuiltInView.ALL::savedView);
        var now = matchingBuiltIn(applied);
        current.set(now);
        if (!now.equals(applied)) currentScreenStateForViews.view().set(now.id());
        var different = currentScreenStateForViews.differencesFrom(now);
        if (!connectionTicksForViews.isShown(now.scope())) different.add(SavedViewDifference.CONNECTIONS);
        differences.set(different);
    }
}
