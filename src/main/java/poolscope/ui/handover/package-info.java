/// The hand-over to the next shift: its preview, copied or written to a file.
package poolscope.ui.handover;
