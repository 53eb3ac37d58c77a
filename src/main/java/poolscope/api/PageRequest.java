package poolscope.api;

/// What to ask for next, in the service's words.
record PageRequest(long offset, int limit) {}
