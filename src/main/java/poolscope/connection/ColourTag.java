package poolscope.connection;

/// A colour by which an operator knows a connection, such as red for production. A token, not a shade: the theme
/// picks that.
public enum ColourTag {
    NONE, RED, ORANGE, GREEN, BLUE, PURPLE
}
