/// The model: what a dedicated resource pool is, its fields ([poolscope.pool.PoolField], the catalogue) and their
/// values. The sections are `filter`, `fit` and `table`, each on top of those before it, `node` and `change`.
///
/// Everything here is immutable and pure. It may import `java.*` and nothing else: no JSON, no network, no JavaFX.
/// Absence is a type ([poolscope.pool.FieldValue.Absent]); no `null` and no magic number or string stands for it.
package poolscope.pool;
