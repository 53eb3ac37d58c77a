package poolscope.connection;

/// How a connection appears in the list of connections.
///
/// @param group
///            the group's heading, empty for none
/// @param colour
///            the operator's mark
/// @param ticked
///            whether its pools are shown
public record ListAppearance(String group, ColourTag colour, boolean ticked) {
    /// Ticked, without group and colour.
    public static final ListAppearance PLAIN = new ListAppearance("", ColourTag.NONE, true);

    /// @throws IllegalArgumentException
    ///             when the group is invalid ([#group])
    public ListAppearance {
        group = group(group).orThrow();
    }

    /// The group's name without surrounding blanks.
    public static Validated<String> group(String typed) {
        return NameRules.name(typed, ValidationError.NAME_UNSHOWABLE);
    }

    public ListAppearance withTicked(boolean ticked) {
        return new ListAppearance(group, colour, ticked);
    }
}
