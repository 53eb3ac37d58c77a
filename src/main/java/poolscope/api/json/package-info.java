/// Parses JSON that is not trusted: strictly, with limits, and without a tree for large lists. A body that is not what
/// was requested throws [poolscope.api.json.UnreadableResponseException] with its cause.
///
/// May import `api`, `pool`'s values and jackson.
package poolscope.api.json;
