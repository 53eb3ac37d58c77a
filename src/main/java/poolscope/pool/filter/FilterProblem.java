package poolscope.pool.filter;

import java.util.List;

/// What is not right with a filter's text, and where. It carries meaning, never words: the window finds those.
///
/// @param from
///            first character of the original text
/// @param to
///            character after the last; equal to `from` where something is missing
/// @param args
///            as each [Kind] says
/// @param unfinished
///            it may go away by typing on
public record FilterProblem(int from, int to, Kind kind, List<String> args, boolean unfinished) {

    /// What is not right.
    public enum Kind {
        /// There is no such field. Args: what was written; the nearest name, if one is near.
        UNKNOWN_FIELD,
        /// Nothing stands before an operator. Args: none.
        FIELD_MISSING,
        /// Nothing stands after an operator. Args: none.
        VALUE_MISSING,
        /// Nothing stands where a word or a term should. Args: none.
        TERM_MISSING,
        /// The field can't be asked that. Args: the field's name; the operator.
        OPERATOR_UNFIT,
        /// Neither a number in the field's unit nor a field of numbers. Args: the field's name; what was written.
        NOT_A_NUMBER,
        /// Neither a date nor a time. Args: what was written.
        NOT_A_TIME,
        /// Not a date. Args: what was written.
        NOT_A_DAY,
        /// Not a whole number with a unit. Args: what was written.
        NOT_AN_AGE,
        /// Not a regular expression, or one that could take for ever. Args: what was written.
        BAD_PATTERN,
        /// A quote opens and does not close. Args: none.
        QUOTE_OPEN,
        /// A bracket opens and does not close. Args: none.
        BRACKET_OPEN,
        /// A bracket closes that did not open. Args: none.
        BRACKET_STRAY,
        /// Brackets within brackets within brackets … Args: none.
        TOO_DEEP,
        /// More terms than can be asked of 100,000 pools. Args: none.
        TOO_MANY_TERMS
    }

    public FilterProblem {
        args = List.copyOf(args);
    }
}
