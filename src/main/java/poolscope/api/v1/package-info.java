/// Reads the complete list of `ListClusters` (API v1): paging, detecting what `offset` means, and the JSON of a
/// cluster.
///
/// May import `api`, `api.json`, `api.http`, `api.signin`, `connection` and `pool`. Others enter by
/// [poolscope.api.v1.ClusterListReader].
package poolscope.api.v1;
