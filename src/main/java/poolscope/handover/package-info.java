/// What one shift hands over to the next: a pure function of the pools now and before, the changes between, and the
/// jobs. It has no words; `ui.text` finds them and `export` writes them.
///
/// May import `pool`, its sections and Java.
package poolscope.handover;
