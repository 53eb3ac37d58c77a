package poolscope.connection;

/// How a connection appears in the list of connections.
///
/// @param group
///            the group's heading, empty for none
/// @param colour
///            the operator's mark
/// @param ticked
///            whether its pools are shown
public record ConnectionListAppearance(String group, ConnectionColour colour, boolean ticked) {
    /// Ticked, without group and colour.
    public static final ConnectionListAppearance PLAIN = new ConnectionListAppearance("", ConnectionColour.NONE, true);

    /// @throws IllegalArgumentException
    ///             when the group is invalid ([#group])
    public ConnectionListAppearance {
        group = group(group).orThrow();
    }

    /// The group's name without surrounding blanks.
    public static ValidationResult<String> group(String typed) {
        return ConnectionNameValidation.name(typed, ValidationError.NAME_UNSHOWABLE);
    }

    public ConnectionListAppearance withTicked(boolean ticked) {
        return new ConnectionListAppearance(group, colour, ticked);
    }
}
