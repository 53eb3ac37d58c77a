package poolscope.ui.about;

/// What a filter can say. The texts have a meaning and an example for each.
public enum FilterSyntaxElement {
    WORD,
    PHRASE,
    AND,
    OR,
    NOT,
    BRACKETS,
    CONTAINS,
    EQUAL,
    NOT_EQUAL,
    GREATER,
    OTHER_FIELD,
    SIZE,
    AGE,
    TIME,
    LIST,
    PATTERN,
    HAS,
    MISSING
}
