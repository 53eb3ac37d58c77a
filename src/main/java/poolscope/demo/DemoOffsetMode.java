package poolscope.demo;

/// What `offset` counts. The document says "start page of the list"; clients of sibling calls send the number of an
/// item. It is not known which is right: the demo cloud can do either.
public enum DemoOffsetMode {
    /// Pages counted from 0: offset 1, limit 10 is rows 10 to 19.
    PAGE,
    /// Rows counted from 0: offset 1, limit 10 is rows 1 to 10.
    ITEM,
    /// Pages counted from 1: offset 0 and offset 1 are both rows 0 to 9.
    PAGE_FROM_ONE,
    /// Every request gets the first page.
    IGNORED;

    /// The position of the first row of a response, counted from 0. Never negative; may lie far beyond the last row.
    ///
    /// @param offset
    ///            as asked, 0 or more
    /// @param limit
    ///            rows a page as granted, 1 or more
    long firstRow(long offset, long limit) {
        return switch (this) {
            case PAGE -> offset * limit;
            case ITEM -> offset;
            case PAGE_FROM_ONE -> Math.max(0, offset - 1) * limit;
            case IGNORED -> 0;
        };
    }
}
