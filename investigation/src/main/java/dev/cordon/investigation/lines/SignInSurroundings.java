package dev.cordon.investigation.lines;

/**
 * What the sign-ins of all users say of a single one.
 *
 * @param guessing where passwords were tried from
 * @param traces what attackers left in rows that are theirs by themselves
 * @param strangers addresses that several users share with nothing of their own
 * @param services services that sign in for several users from their own servers
 * @param visits what sign-ins with nothing of the user's show together
 */
record SignInSurroundings(
        GuessingAddresses guessing,
        AttackersTraces traces,
        StrangersAddresses strangers,
        ServersOfServices services,
        StrangersVisits visits) {
    /** Adds a sign-in, where it has nothing of its user's, or nothing that cannot be copied. */
    void add(SignInLineFacts facts) {
        if (facts.isStrangerAtAddress()) {
            strangers.add(facts.row());
        }
        if (facts.isStranger()) {
            visits.add(facts);
        }
    }
}
