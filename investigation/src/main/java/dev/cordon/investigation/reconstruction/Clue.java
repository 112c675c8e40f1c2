package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.Party;

/**
 * A reason to take something for somebody's.
 *
 * @param speaksFor whose it would be
 * @param weight how much it says, 1 to 1000; a person's word is 1000
 * @param text the reason, a sentence; what is untrusted in it is escaped by whoever shows it
 */
public record Clue(Party speaksFor, int weight, String text) {
    public Clue {
        requireNonNull(speaksFor, "speaksFor is null");
        requireNonNull(text, "text is null");
        if (weight < 1 || weight > 1000) {
            throw new IllegalArgumentException("weight lies outside 1 to 1000: " + weight);
        }
    }
}
