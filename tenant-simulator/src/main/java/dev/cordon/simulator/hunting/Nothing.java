package dev.cordon.simulator.hunting;

/** The value of a cell that holds none. */
enum Nothing {
    NONE;

    @Override
    public String toString() {
        return "";
    }
}
