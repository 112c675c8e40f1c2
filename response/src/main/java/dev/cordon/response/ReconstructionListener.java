package dev.cordon.response;

/** Is told how the reconstruction of an attack goes, on the thread that reconstructs: of a large incident it takes a while. */
public interface ReconstructionListener {
    /** As often somebody is told how far a walk over the rows is. */
    int AT_ONCE = 1_000;

    /** What is done, in this order; what there is nothing for is left out. */
    enum Phase {
        /** The rows are read from their exhibits again. */
        READING,
        /** Whose each address and session is. */
        PLACES,
        /** Whose each token, each act and each device is. */
        HANDS,
        /** What he did. */
        ACTS,
        /** Which mail left while he was in a mailbox. */
        MAIL,
        /** The report is written; it walks over no rows. */
        REPORT
    }

    /** A phase begins. */
    default void begins(Phase phase, long rows) {}

    /** So many of its rows are done. */
    default void goesOn(long rows) {}

    /** It is over. */
    default void ends() {}

    /** One that is not interested. */
    static ReconstructionListener none() {
        return new ReconstructionListener() {};
    }
}
