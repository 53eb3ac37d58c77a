package poolscope.connection;

/// A colour that marks a connection, such as red for production. The theme decides the shade.
public enum ConnectionColour {
    NONE, RED, ORANGE, GREEN, BLUE, PURPLE
}
