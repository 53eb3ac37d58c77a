/// All pools of one connection, put together from both generations of the API. Others enter by
/// [poolscope.api.inventory.InventoryReader].
///
/// May import `api`, `api.signin`, `api.v1`, `api.v2`, `connection` and `pool`.
package poolscope.api.inventory;
