package poolscope.api.v1;

import poolscope.pool.Inventory.OffsetMeaning;

/// What `offset` means, and so which windows of the list can be asked for. Positions count from 0.
enum OffsetMode {
    /// The index of the first item: a window may begin anywhere.
    ITEM,
    /// The number of the page, from 0: a window begins at a multiple of its size.
    PAGE_FROM_0,
    /// The number of the page, from 1; 0 is taken for 1.
    PAGE_FROM_1;

    /// The position of the window's first item.
    long start(PageRequest pageRequest) {
        return switch (this) {
            case ITEM -> pageRequest.offset();
            case PAGE_FROM_0 -> pageRequest.offset() * pageRequest.limit();
            case PAGE_FROM_1 -> (pageRequest.offset() - 1) * pageRequest.limit();
        };
    }

    /// The window of at most `cap` items that holds this position and reaches farthest beyond it.
    ///
    /// Under the page meaning a page of nearly full size that begins at or just before almost any position is found by
    /// choosing the size: so pages can overlap by little and go on for ever, not only to a quarter of `cap²` as with a
    /// fixed series of sizes.
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

    /// The largest window of at most `cap` items that begins at exactly this position.
    PageRequest startingAt(long position, int cap) {
        if (this == ITEM) return new PageRequest(position, cap);
        int size = cap;
        while (position % size != 0)
            size--;
        return new PageRequest(position / size + base(), size);
    }

    /// The window of at most `size` items that ends just before this position, a multiple of `size` unless items
    /// are counted.
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
