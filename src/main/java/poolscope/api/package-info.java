/// Calls of the service, blocking and interruptible. This package has what all sections share: expected failures as
/// data ([poolscope.api.Failure]), the target of requests ([poolscope.api.ApiTarget]), and clock, timeouts and log
/// ([poolscope.api.RequestClockAndTimeouts]).
///
/// The sections are, each on top of those before it: `json`, `http`, `signin`, `v1` (the document's `ListClusters`),
/// `v2` (pools, nodes, jobs, events), `inventory` (all pools from both) and `check` (*Test connection*). A *cluster* of
/// v1 becomes a [poolscope.pool.Pool]. May import `pool`, `connection`, `java.net.http` and jackson; never JavaFX.
package poolscope.api;
