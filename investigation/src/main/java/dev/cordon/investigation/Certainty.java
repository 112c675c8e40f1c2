package dev.cordon.investigation;

/** How sure an {@link AttackPicture} is that somebody else was in the account. */
public enum Certainty {
    /** At least one sign-in is the attacker's. */
    ATTACK,
    /** Sign-ins that need a person's eye, none that is certain: a journey looks like this too. */
    SUSPECTED,
    /** The logs were read, there was enough to compare with, and nothing stood out. */
    NOTHING_SEEN,
    /** The logs could not be read, or hold too little to compare with: nothing can be said. */
    UNKNOWN
}
