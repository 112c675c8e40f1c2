package dev.cordon.playbooks.containment;

/** Who says whether something that may have happened is done again. */
@FunctionalInterface
public interface RepeatPolicy {
    /**
     * Whether to do {@code what} again although its result is unknown.
     *
     * @throws InterruptedException when the person who was asked interrupted
     */
    boolean repeats(String what) throws InterruptedException;

    /** Repeats, and the journal says so. */
    static RepeatPolicy always() {
        return what -> true;
    }
}
