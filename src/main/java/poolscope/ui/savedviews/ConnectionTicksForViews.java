package poolscope.ui.savedviews;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.settings.SavedView;

/// The ticked connections, as views use them.
///
/// @param only
///            ticks the connections of these ids and unticks all others
public record ConnectionTicksForViews(ObservableValue<SavedConnections> saved, Consumer<Set<String>> only) {

    /// The ids of the connections of a scope; empty when it doesn't change the ticks.
    Optional<Set<String>> wanted(SavedView.Scope scope) {
        return switch (scope) {
            case SavedView.Scope.AsTicked _ -> Optional.empty();
            case SavedView.Scope.Named(var names) -> Optional.of(ids(one -> names.contains(name(one))));
            case SavedView.Scope.Group(var group) ->
                Optional.of(ids(one -> one.connectionListAppearance().group().equals(group)));
        };
    }

    /// The names of a scope that don't exist here.
    List<String> unknown(SavedView.Scope scope) {
        return switch (scope) {
            case SavedView.Scope.AsTicked _ -> List.of();
            case SavedView.Scope.Named(var names) -> names.stream().filter(name -> !names().contains(name)).toList();
            case SavedView.Scope.Group(var group) -> groups().contains(group) ? List.of() : List.of(group);
        };
    }

    /// The same kind of scope for the currently ticked connections; a group whose ticks were changed becomes a list
    /// of connections.
    SavedView.Scope scopeNow(SavedView.Scope scope) {
        return isTicked(scope) ? scope : new SavedView.Scope.Named(tickedNames());
    }

    /// Several connections may have the same name. So the ticked ones may match a scope although applying it would
    /// tick more.
    boolean isShown(SavedView.Scope scope) {
        return isTicked(scope) || scopeNow(scope).equals(scope);
    }

    private boolean isTicked(SavedView.Scope scope) {
        return wanted(scope).map(ids -> ids.isEmpty() || ids.equals(ticked())).orElse(true);
    }

    Set<String> ticked() {
        return ids(one -> one.connectionListAppearance().ticked());
    }

    List<String> names() {
        return all().stream().map(ConnectionTicksForViews::name).distinct().toList();
    }

    List<String> tickedNames() {
        return saved.getValue().ticked().stream().map(ConnectionTicksForViews::name).distinct().toList();
    }

    /// The groups that have a name.
    List<String> groups() {
        return saved.getValue().groups().stream().filter(group -> !group.isEmpty()).toList();
    }

    private List<SavedConnection> all() {
        return saved.getValue().all();
    }

    private Set<String> ids(java.util.function.Predicate<SavedConnection> which) {
        return all().stream().filter(which).map(SavedConnection::id).collect(Collectors.toSet());
    }

    private static String name(SavedConnection one) {
        return one.serviceAndProject().name();
    }
}
