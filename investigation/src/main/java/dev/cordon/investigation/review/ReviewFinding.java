package dev.cordon.investigation.review;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Confidence;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.facts.OrganisationFacts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that logs tell and a person should know. Texts but the reasons' frames are untrusted.
 *
 * @param kind what it is about
 * @param subject what exactly, for people
 * @param state whether it is still there
 * @param recordIds the rows it rests on, oldest first; never empty
 * @param unlisted how many more rows say the same, whose ids are not kept
 * @param actor who did it, as the log names him; empty text where it does not
 * @param at when it was first seen, UTC
 * @param verdict how bad it is
 * @param confidence how sure that is
 * @param reasons why, the weightiest first; never empty
 * @param account whose account it is about, as the rows name him: who would be responded to; empty text where they name nobody
 * @param addresses from where it was done, as far as the rows say, the first first; not all of them where there are many
 */
public record ReviewFinding(
        FindingKind kind,
        String subject,
        FindingState state,
        List<String> recordIds,
        long unlisted,
        String actor,
        Instant at,
        Verdict verdict,
        Confidence confidence,
        List<Reason> reasons,
        String account,
        List<String> addresses) {
    private static final int MOST_ADDRESSES = 10;

    /** As {@code judge} calls it: true of every sign-in beside an attacker's, and no answer to why that one is his. */
    private static final String LINK = "linked-to-attacker";

    /** Why it may be meant, and whose hand it was: neither says what it is about. */
    private static final Set<String> BESIDE =
            Set.of(OrganisationFacts.SIGNAL, "attackers-deed", "attackers-place", WhoseHand.FROM_WHERE_HE_WORKS);

    /** The worst first, then the oldest; the same for the same findings, whatever order they come in. */
    public static final Comparator<ReviewFinding> ORDER = Comparator.comparing(ReviewFinding::verdict)
            .reversed()
            .thenComparing(ReviewFinding::at)
            .thenComparing(ReviewFinding::kind)
            .thenComparing(ReviewFinding::subject)
            .thenComparing(finding -> finding.recordIds().getFirst());

    /** One that is about whoever did it. */
    public ReviewFinding(
            FindingKind kind,
            String subject,
            FindingState state,
            List<String> recordIds,
            long unlisted,
            String actor,
            Instant at,
            Verdict verdict,
            Confidence confidence,
            List<Reason> reasons) {
        this(
                kind,
                subject,
                state,
                recordIds,
                unlisted,
                actor,
                at,
                verdict,
                confidence,
                reasons,
                Row.isPerson(actor) ? actor : "");
    }

    /** One of which no address is known. */
    public ReviewFinding(
            FindingKind kind,
            String subject,
            FindingState state,
            List<String> recordIds,
            long unlisted,
            String actor,
            Instant at,
            Verdict verdict,
            Confidence confidence,
            List<Reason> reasons,
            String account) {
        this(kind, subject, state, recordIds, unlisted, actor, at, verdict, confidence, reasons, account, List.of());
    }

    /** The same, done from there. */
    ReviewFinding from(Stream<String> where) {
        return new ReviewFinding(
                kind,
                subject,
                state,
                recordIds,
                unlisted,
                actor,
                at,
                verdict,
                confidence,
                reasons,
                account,
                where.filter(address -> !address.isBlank())
                        .distinct()
                        .limit(MOST_ADDRESSES)
                        .toList());
    }

    /**
     * Why, in as few words as a list has room for: the weightiest reason that says something by itself, before a fact or a hand that stands
     * first.
     */
    public String why() {
        Reason first = reasons.getFirst();
        if (BESIDE.contains(first.signal()) && reasons.size() > 1) {
            return reasons.get(1).text() + " " + first.text();
        }
        return reasons.stream()
                .filter(reason -> !reason.signal().equals(LINK))
                .findFirst()
                .orElse(first)
                .text();
    }

    public ReviewFinding {
        requireNonNull(kind, "kind is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(state, "state is null");
        recordIds = List.copyOf(recordIds);
        requireNonNull(actor, "actor is null");
        requireNonNull(at, "at is null");
        requireNonNull(verdict, "verdict is null");
        requireNonNull(confidence, "confidence is null");
        reasons = List.copyOf(reasons);
        requireNonNull(account, "account is null");
        addresses = List.copyOf(addresses);
        if (recordIds.isEmpty()) {
            throw new IllegalArgumentException("a finding without a row: " + kind);
        }
        if (unlisted < 0) {
            throw new IllegalArgumentException("unlisted is negative: " + unlisted);
        }
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a finding without a reason: " + kind);
        }
    }
}
