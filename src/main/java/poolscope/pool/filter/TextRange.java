package poolscope.pool.filter;

/// A part of a text.
///
/// @param from
///            index of its first character
/// @param to
///            index after its last character
public record TextRange(int from, int to) {}
