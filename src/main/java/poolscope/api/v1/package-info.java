/// The document's `ListClusters`, read whole: pages, what `offset` turns out to mean, and the JSON of a cluster.
///
/// May import `api`, `api.json`, `api.http`, `api.signin`, `connection` and `pool`. Others enter by
/// [poolscope.api.v1.ClusterListReader].
package poolscope.api.v1;
