/// Small controls and helpers shared by many screens. Imports `pool` values, and no screen.
package poolscope.ui.parts;
