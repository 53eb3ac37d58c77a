/// Reads the complete list of `ListClusters` (API v1): paging, detecting what `offset` means, and the JSON of a
/// cluster.
///
/// May import `api`, `api.json`, `api.http`, `api.signin`, `connection` and `pool`. Other packages use
/// [poolscope.api.v1.ClusterListReader].
package poolscope.api.v1;
