/// How a screen opens another one: screens know this interface, and none of them knows the others for it.
///
/// May import `ui.commands` (the palette is opened with commands), `connection`, `pool`, `settings`.
package poolscope.ui.navigation;
