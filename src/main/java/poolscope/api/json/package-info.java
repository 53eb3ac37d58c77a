/// JSON that is not trusted: strict, bounded, read without a tree where there is a lot of it. Every body that is not
/// what it should be is an [poolscope.api.json.UnreadableException] with its cause.
///
/// May import `api`, `pool`'s values and jackson.
package poolscope.api.json;
