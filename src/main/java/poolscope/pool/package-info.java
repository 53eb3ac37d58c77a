/// The noun: what a dedicated resource pool is, what can be asked of one and of many, in what order they stand.
///
/// Everything here is immutable and pure. It may import `java.*` and nothing else: no JSON, no network, no JavaFX. Absence is a
/// type ([poolscope.pool.Value.Absent]); no `null` and no magic number or string stands for it.
package poolscope.pool;
