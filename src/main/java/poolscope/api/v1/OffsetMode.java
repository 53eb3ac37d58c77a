package poolscope.api.v1;

import poolscope.pool.Inventory.OffsetMeaning;

/// What `offset` means, and so which pages can be requested. Positions count from 0.
enum OffsetMode {
    /// The index of the first item: a page may begin anywhere.
    ITEM,
    /// The number of the page, from 0: a page begins at a multiple of its size.
    PAGE_FROM_0,
    /// The number of the page, from 1; 0 is treated as 1.
    PAGE_FROM_1;

    /// The position of the page's first item.
    long start(PageRequest pageRequest) {
        return switch (this) {
            case ITEM -> pageRequest.offset();
            case PAGE_FROM_0 -> pageRequest.offset() * pageRequest.limit();
            case PAGE_FROM_1 -> (pageRequest.offset() - 1) * pageRequest.limit();
        };
    }

    /// The page of at most `cap` items that includes this position and ends as far after it as possible.
    ///
    /// Under the page meaning, a page of nearly full size that begins at or just before almost any position exists for
    /// some size. So pages can overlap by a few rows without end; with a fixed series of sizes that would end at a
    /// quarter of `cap²`.
    PageRequest around(long position, int cap) {
        if (this == ITEM) return new PageRequest(position, cap);
        int best = cap;
        long farthest = 0;
        for (int size = cap; size > 0 && position + size > farthest; size--) {
            long end = (position / size + 1) * size;
            if (end > farthest) {
                farthest = end;
                best = size;
            }
        }
        return new PageRequest(position / best + base(), best);
    }

    /// The largest page of at most `cap` items that begins at exactly this position.
    PageRequest startingAt(long position, int cap) {
        if (this == ITEM) return new PageRequest(position, cap);
        int size = cap;
        while (position % size != 0)
            size--;
        return new PageRequest(position / size + base(), size);
    }

    /// The page of at most `size` items that ends just before this position, which is a multiple of `size` unless
    /// `offset` counts items.
    PageRequest endingAt(long position, int size) {
        if (this != ITEM) return new PageRequest(position / size - 1 + base(), size);
        long start = Math.max(0, position - size);
        return new PageRequest(start, (int) (position - start));
    }

    OffsetMeaning meaning() {
        return this == ITEM ? OffsetMeaning.ITEM : OffsetMeaning.PAGE;
    }

    private int base() {
        return this == PAGE_FROM_1 ? 1 : 0;
    }
}
