package poolscope.ui.views;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import poolscope.live.SavedViews;
import poolscope.pool.PoolFilter;
import poolscope.settings.FilterMemory;
import poolscope.settings.Notice;
import poolscope.settings.SharedView;
import poolscope.settings.View;
import poolscope.ui.pools.Columns;

/// The views there are, which of them was applied last, and whether the screen still shows what it says.
///
/// A view is a value; applying it sets filter, columns and ticks, and nothing else. What is changed afterwards stays on screen and
/// is kept over a restart, but is not in the view until it is saved.
public final class ViewsModel {
    private final Shown shown;
    private final Ticks ticks;
    private final SavedViews saved;
    private final Consumer<Notice> tell;
    private final ReadOnlyObjectWrapper<List<View>> views = new ReadOnlyObjectWrapper<>(this, "views", List.of());
    private final ReadOnlyObjectWrapper<View> current = new ReadOnlyObjectWrapper<>(this, "current", BuiltIn.ALL.view());
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed", false);
    private Optional<String> filterBeforeProblems = Optional.empty();
    private boolean applying;

    /// @param tell
    ///            is told what the operator should know of a view that was applied or opened
    public ViewsModel(Shown shown, Ticks ticks, SavedViews saved, Consumer<Notice> tell) {
        this.shown = shown;
        this.ticks = ticks;
        this.saved = saved;
        this.tell = tell;
        saved.viewsProperty().subscribe(now -> {
            views.set(Stream.concat(Arrays.stream(BuiltIn.values()).map(BuiltIn::view), now.stream()).toList());
            judge();
        });
        shown.view().subscribe((_, _) -> judge());
        shown.filter().subscribe((_, _) -> judge());
        shown.layout().subscribe((_, _) -> judge());
        ticks.saved().subscribe((_, _) -> judge());
    }

    /// The built-in ones, then the operator's own.
    public ReadOnlyObjectProperty<List<View>> viewsProperty() {
        return views.getReadOnlyProperty();
    }

    /// The view that was applied last; all pools if that one is gone.
    public ReadOnlyObjectProperty<View> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Whether the screen shows something else than the current view says.
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    public View current() {
        return current.get();
    }

    public boolean isChanged() {
        return changed.get();
    }

    /// Shows what the view says. Connections that it names and that are not here are told of; if none of them is here, the ticks
    /// stay as they are.
    public void apply(View view) {
        applying = true;
        shown.view().set(view.id());
        shown.asOneStep().accept(() -> {
            shown.layout().set(view.table());
            shown.setFilter().accept(view.filter());
        });
        ticks.wanted(view.scope()).filter(ids -> !ids.isEmpty()).ifPresent(ticks.only());
        applying = false;
        judge();
        var unknown = ticks.unknown(view.scope());
        if (!unknown.isEmpty()) tell.accept(new Notice.ConnectionsUnknown(view.name(), unknown));
    }

    /// Applies the view at that place of the list, from 1; nothing happens beyond its end.
    public void apply(int number) {
        if (number <= views.get().size()) apply(views.get().get(number - 1));
    }

    public void revert() {
        apply(current.get());
    }

    /// Whether the current view can be saved, renamed and removed.
    public boolean isOwn() {
        return BuiltIn.of(current.get()).isEmpty();
    }

    /// Keeps what is on screen in the current view.
    ///
    /// @return whether that can be: a built-in view keeps nothing, the operator has to name a copy
    public boolean save() {
        if (!isOwn() || isFilterTooLong()) return false;
        saved.keep(asShown(current.get(), scopeNow(current.get().scope())));
        return true;
    }

    /// Keeps what is on screen under a name, and goes on from there.
    public Optional<NameFlaw> saveAs(String typed, View.Scope scope) {
        var flaw = flaw(typed, "");
        if (flaw.isEmpty()) keep(asShown(new View("new", typed.strip(), scope, "", current.get().table(), 0), scope));
        return flaw;
    }

    public Optional<NameFlaw> rename(View view, String typed) {
        var flaw = flaw(typed, view.id());
        if (flaw.isEmpty()) saved.keep(view.withName(typed.strip()));
        return flaw;
    }

    /// Removes a view of the operator's own. What it shows stays on screen.
    public void delete(View view) {
        saved.remove(view.id());
        if (shown.view().get().equals(view.id())) shown.view().set(BuiltIn.ALL.view().id());
    }

    /// Adds a view that somebody sent, and applies it.
    ///
    /// @param instead
    ///            connections of ours for names that nobody has here
    public Optional<NameFlaw> add(View opened, String typed, Map<String, String> instead) {
        var flaw = flaw(typed, "");
        if (flaw.isEmpty()) apply(keep(opened.withName(typed.strip()).withScope(mapped(opened.scope(), instead))));
        return flaw;
    }

    private View keep(View view) {
        var mine = view.withId(UUID.randomUUID().toString());
        saved.keep(mine);
        shown.view().set(mine.id());
        return saved.find(mine.id()).orElse(mine);
    }

    private static View.Scope mapped(View.Scope scope, Map<String, String> instead) {
        return switch (scope) {
            case View.Scope.AsTicked all -> all;
            case View.Scope.Named(var names) ->
                new View.Scope.Named(names.stream().map(name -> instead.getOrDefault(name, name)).toList());
            case View.Scope.Group(var group) -> new View.Scope.Group(instead.getOrDefault(group, group));
        };
    }

    /// Writes what is on screen into a file to send to somebody.
    ///
    /// @param name
    ///            what the receiver reads
    public void exportTo(File file, String name) {
        if (isFilterTooLong()) return;
        saved.write(asShown(current.get().withName(name), scopeNow(current.get().scope())), file.toPath());
    }

    /// Reads such a file; `then` gets the view, whose name may be taken here and whose connections may be unknown.
    public void open(File file, Consumer<View> then) {
        saved.read(file.toPath(), opened -> {
            switch (opened) {
                case SharedView.Opened.Found(var view) -> then.accept(view);
                case SharedView.Opened.Refused(var path, var reason) -> tell.accept(new Notice.ViewNotOpened(path, reason));
            }
        });
    }

    /// Connections or the group that a view asks for and that are not here.
    public List<String> unknown(View view) {
        return ticks.unknown(view.scope());
    }

    /// What can stand in for an unknown one.
    public List<String> known(View view) {
        return view.scope() instanceof View.Scope.Group ? ticks.groups() : ticks.names();
    }

    /// The ways in which a new view can choose its connections.
    public List<View.Scope> scopes() {
        if (ticks.names().isEmpty()) return List.of(View.Scope.AS_TICKED);
        return Stream.concat(Stream.of(View.Scope.AS_TICKED, new View.Scope.Named(ticks.tickedNames())),
                ticks.groups().stream().map(View.Scope.Group::new)).toList();
    }

    /// Turns the filter of the built-in view of problems on, or back to what stood there before.
    public void toggleProblems() {
        var before = shown.filter().getValue();
        if (problemsOnly().getValue()) shown.setFilter().accept(filterBeforeProblems.orElse(""));
        else {
            shown.setFilter().accept(BuiltIn.PROBLEMS.filter());
            filterBeforeProblems = Optional.of(before);
        }
    }

    /// Whether that filter is on, and nothing else.
    public ObservableValue<Boolean> problemsOnly() {
        return shown.filter().map(now -> areAlike(now, BuiltIn.PROBLEMS.filter()));
    }

    private Optional<NameFlaw> flaw(String typed, String ownId) {
        var name = typed.strip();
        if (name.isEmpty()) return Optional.of(NameFlaw.EMPTY);
        if (!View.isName(name)) return Optional.of(NameFlaw.UNSHOWABLE);
        boolean isTaken = saved.viewsProperty().get().stream()
                .anyMatch(view -> !view.id().equals(ownId) && view.name().equalsIgnoreCase(name));
        if (isTaken) return Optional.of(NameFlaw.TAKEN);
        return isFilterTooLong() ? Optional.of(NameFlaw.FILTER_TOO_LONG) : Optional.empty();
    }

    private boolean isFilterTooLong() {
        return shown.filter().getValue().length() > FilterMemory.LONGEST;
    }

    private View asShown(View view, View.Scope scope) {
        return view.withFilter(shown.filter().getValue().strip()).withTable(shown.layout().get()).withScope(scope);
    }

    /// The same way of choosing connections, with those that are ticked now: a group whose ticks were changed is no group
    /// any more.
    private View.Scope scopeNow(View.Scope scope) {
        return isTicked(scope) ? scope : new View.Scope.Named(ticks.tickedNames());
    }

    /// Names may be of several connections: those that are ticked can be what a view says, and not all that it ticks.
    private boolean isShown(View.Scope scope) {
        return isTicked(scope) || scopeNow(scope).equals(scope);
    }

    private boolean isTicked(View.Scope scope) {
        return ticks.wanted(scope).map(ids -> ids.isEmpty() || ids.equals(ticks.ticked())).orElse(true);
    }

    private static boolean areAlike(String oneFilter, String another) {
        return oneFilter.equals(another) || canonical(oneFilter).equals(canonical(another));
    }

    /// The same filter can be written in several ways.
    private static String canonical(String filter) {
        var read = PoolFilter.parse(filter);
        return read.verdict() == PoolFilter.Verdict.VALID ? read.filter().print() : filter.strip();
    }

    /// A built-in view keeps no changes: where the filter has become that of another one, it is the other one that is shown.
    private View followed(View view) {
        if (BuiltIn.of(view).isEmpty() || isFilterOf(view)) return view;
        return Arrays.stream(BuiltIn.values()).map(BuiltIn::view).filter(this::isFilterOf).findFirst().orElse(view);
    }

    private boolean isFilterOf(View view) {
        return areAlike(view.filter(), shown.filter().getValue());
    }

    private void judge() {
        if (applying) return;
        var applied = views.get().stream().filter(view -> view.id().equals(shown.view().get())).findFirst()
                .orElseGet(BuiltIn.ALL::view);
        var now = followed(applied);
        current.set(now);
        if (!now.equals(applied)) shown.view().set(now.id());
        changed.set(!isFilterOf(now)
                || !Columns.areAlike(now.table(), shown.layout().get()) || !isShown(now.scope()));
    }
}
