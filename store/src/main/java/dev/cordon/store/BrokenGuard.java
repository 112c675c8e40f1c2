package dev.cordon.store;

import dev.cordon.evidence.verification.Fault;
import java.util.Objects;

/**
 * Something that keeps the database from being changed, and does so no longer.
 *
 * @param expected what it was made as
 * @param actual what is there instead
 * @param meaning what that means, a sentence
 */
record BrokenGuard(String expected, String actual, String meaning) {
    BrokenGuard {
        Objects.requireNonNull(expected, "expected is null");
        Objects.requireNonNull(actual, "actual is null");
        Objects.requireNonNull(meaning, "meaning is null");
    }

    static BrokenGuard missing(String guard) {
        return new BrokenGuard(
                "the guard " + guard,
                "no such guard",
                "Somebody took away what keeps the database from being changed.");
    }

    static BrokenGuard changed(String guard, String made, String found) {
        return new BrokenGuard(
                "the guard " + guard + ": " + made,
                found,
                "Somebody changed what keeps the database from being changed.");
    }

    static BrokenGuard switchedOff(String setting) {
        return new BrokenGuard(
                "guards that are on for everybody",
                setting,
                "Somebody switched off what keeps the database from being changed: all of it, for whoever connects so.");
    }

    Fault in(String database) {
        return Fault.inFile(database, expected, actual, meaning);
    }
}
