package poolscope.api;

/// What to ask for next, in the service's words.
record Window(long offset, int limit) {}
