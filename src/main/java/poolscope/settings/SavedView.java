package poolscope.settings;

import java.util.List;

/// A named way of looking at the pools: which connections, which filter, which columns in which order.
///
/// Connections are known by their names here, as people know them: a view that is sent to a colleague finds the
/// colleague's own connection of that name, and no id, address or project leaves with it.
///
/// @param id
///            names its file, 1 to 64 letters, digits, `-` and `_`; those of the built-in views have another form
/// @param filter
///            what stands in the filter bar, at most [FilterTextAndHistory#LONGEST] characters
/// @param place
///            where it stands among the others; equal places are told apart by name
public record SavedView(String id, String name, Scope scope, String filter, TableLayout table, int place) {

    /// Characters of a name.
    public static final int LONGEST_NAME = 60;

    /// The connections whose pools a view is about.
    public sealed interface Scope {

        /// Those that are ticked, whichever they are.
        record AsTicked() implements Scope {}

        /// These and no others; a name that no connection has is passed over.
        record Named(List<String> names) implements Scope {
            public Named {
                names = names.stream().distinct().toList();
            }
        }

        /// All that stand in this group of the list, also those that come to it later.
        record Group(String name) implements Scope {}

        Scope AS_TICKED = new AsTicked();
    }

    /// @throws IllegalArgumentException
    ///             when the name is none ([#isName]) or the filter is too long
    public SavedView {
        if (!isName(name) || filter.length() > FilterTextAndHistory.LONGEST)
            throw new IllegalArgumentException("No view: " + name);
    }

    /// Whether a view can be called that: something to read, on one line, not too long.
    public static boolean isName(String name) {
        return !name.isBlank() && name.equals(name.strip()) && name.length() <= LONGEST_NAME
                && name.codePoints().noneMatch(SavedView::isUnshowable);
    }

    /// Control characters, halves of pairs, and the marks that turn the direction of writing: a name from a stranger's
    /// file must not look like another.
    private static boolean isUnshowable(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED ->
                true;
            default -> false;
        };
    }

    /// Whether a file may be named so.
    public static boolean isId(String id) {
        return id.matches("[A-Za-z0-9_-]{1,64}");
    }

    public SavedView withId(String id) {
        return new SavedView(id, name, scope, filter, table, place);
    }

    public SavedView withName(String name) {
        return new SavedView(id, name, scope, filter, table, place);
    }

    public SavedView withScope(Scope scope) {
        return new SavedView(id, name, scope, filter, table, place);
    }

    public SavedView withFilter(String filter) {
        return new SavedView(id, name, scope, filter, table, place);
    }

    public SavedView withTable(TableLayout table) {
        return new SavedView(id, name, scope, filter, table, place);
    }

    public SavedView withPlace(int place) {
        return new SavedView(id, name, scope, filter, table, place);
    }
}
