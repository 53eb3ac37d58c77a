/// All pools of one connection, combined from both generations of the API. Other packages use
/// [poolscope.api.inventory.InventoryReader].
///
/// May import `api`, `api.signin`, `api.v1`, `api.v2`, `connection` and `pool`.
package poolscope.api.inventory;
