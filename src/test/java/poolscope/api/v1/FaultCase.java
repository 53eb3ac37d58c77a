package poolscope.api.v1;

/// One line of the catalogue of faults (promises.md): how the world behaves, and what the program makes of it.
///
/// @param number
///            in the catalogue
record FaultCase(int number, String name, Play play) {

    /// Plays the fault and asserts.
    @FunctionalInterface
    interface Play {
        void run() throws Exception;
    }

    /// A line that can't be played in this room.
    ///
    /// @param why
    ///            what is missing here, or which room holds it
    record Elsewhere(int number, String name, String why) {}

    @Override
    public String toString() {
        return number + " " + name;
    }
}
