package dev.cordon.investigation.review;

/** Whether what was found is still there, as far as the rows tell. */
public enum FindingState {
    /** Nothing later in the rows undoes it. */
    ACTIVE,
    /** It was undone later, or refused: nothing of it is left. */
    REVERTED,
    /** The rows cannot tell. */
    UNKNOWN
}
