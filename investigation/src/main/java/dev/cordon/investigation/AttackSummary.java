package dev.cordon.investigation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An {@link AttackPicture} in words, for reports and for the vault: nothing of the tenant's records is left in it. Addresses, programs
 * and applications are untrusted text.
 *
 * @param certainty how sure it is
 * @param firstSeen when the attack began as far as the logs show
 * @param firstSeenReason where that time comes from, or why there is none
 * @param baseline what the user's sign-ins were compared with, a sentence
 * @param sightings sign-ins that stood out, oldest first
 * @param addresses addresses the attacker came from, sorted
 * @param coverage what all this stands on
 * @param drawnAt when it was drawn, tenant time
 */
public record AttackSummary(
        Certainty certainty,
        Optional<Instant> firstSeen,
        String firstSeenReason,
        String baseline,
        List<Sighting> sightings,
        List<String> addresses,
        List<Coverage> coverage,
        Instant drawnAt) {
    public AttackSummary {
        requireNonNull(certainty, "certainty is null");
        requireNonNull(firstSeen, "firstSeen is null");
        requireNonNull(firstSeenReason, "firstSeenReason is null");
        requireNonNull(baseline, "baseline is null");
        sightings = List.copyOf(sightings);
        addresses = List.copyOf(addresses);
        coverage = List.copyOf(coverage);
        requireNonNull(drawnAt, "drawnAt is null");
    }

    /** The sightings that are taken for the attacker's. */
    public List<Sighting> attackers() {
        return sightings.stream()
                .filter(sighting -> sighting.verdict() == Verdict.MALICIOUS)
                .toList();
    }

    /**
     * A sign-in that stood out.
     *
     * @param at when
     * @param verdict how it was judged
     * @param address where from
     * @param country ISO country; empty text when unknown
     * @param program browser or program as it named itself
     * @param application what was signed in to
     * @param succeeded whether it got in
     * @param reasons why it stood out, the weightiest first
     */
    public record Sighting(
            Instant at,
            Verdict verdict,
            String address,
            String country,
            String program,
            String application,
            boolean succeeded,
            List<String> reasons) {
        public Sighting {
            requireNonNull(at, "at is null");
            requireNonNull(verdict, "verdict is null");
            requireNonNull(address, "address is null");
            requireNonNull(country, "country is null");
            requireNonNull(program, "program is null");
            requireNonNull(application, "application is null");
            reasons = List.copyOf(reasons);
        }
    }
}
