/// Small parts that many screens are made of. Imports what it says of a pool, and no screen.
package poolscope.ui.parts;
