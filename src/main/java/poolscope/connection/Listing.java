package poolscope.connection;

/// How a connection stands in the list of connections.
///
/// @param group
///            the heading it stands under, empty for none
/// @param colour
///            the operator's mark
/// @param ticked
///            whether its pools are shown
public record Listing(String group, ColourTag colour, boolean ticked) {
    /// Ticked, without group and colour.
    public static final Listing PLAIN = new Listing("", ColourTag.NONE, true);

    /// @throws IllegalArgumentException
    ///             when the group was not checked by [#group] before
    public Listing {
        group = group(group).orThrow();
    }

    /// The group's name without blanks around it.
    public static Checked<String> group(String typed) {
        return ConnectionText.name(typed, Flaw.NAME_UNSHOWABLE);
    }

    public Listing withGroup(String group) {
        return new Listing(group, colour, ticked);
    }

    public Listing withColour(ColourTag colour) {
        return new Listing(group, colour, ticked);
    }

    public Listing withTicked(boolean ticked) {
        return new Listing(group, colour, ticked);
    }
}
