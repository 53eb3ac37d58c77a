/// The history of the pools as files: what was known of each connection's pools at earlier moments, kept over restarts,
/// and snapshots of them that are sent to somebody.
///
/// May import `pool`, `disk`, Jackson and Java. No threads, no words, nothing of the service.
package poolscope.history;
