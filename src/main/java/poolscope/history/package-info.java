/// The history of the pools as files: what was known of each connection's pools at earlier moments, kept over restarts.
///
/// May import `pool`, `disk`, Jackson and Java. No threads, no words, nothing of the service.
package poolscope.history;
