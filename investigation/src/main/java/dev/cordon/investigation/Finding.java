package dev.cordon.investigation;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.ExhibitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that was found, with what makes it worth mentioning.
 *
 * @param kind the kind, as in the decision file, or {@code sign-in}
 * @param subject what it is about, for people: untrusted text
 * @param reasons why it matters, the weightiest first; never empty
 * @param technique the ATT&CK technique it points to
 * @param confidence how sure it is
 * @param observedAt when it happened or was read, tenant time
 * @param exhibits the evidence it rests on
 */
public record Finding(
        String kind,
        String subject,
        List<Reason> reasons,
        Optional<String> technique,
        Confidence confidence,
        Instant observedAt,
        List<ExhibitId> exhibits) {
    public Finding {
        requireNonNull(kind, "kind is null");
        requireNonNull(subject, "subject is null");
        reasons = List.copyOf(reasons);
        requireNonNull(technique, "technique is null");
        requireNonNull(confidence, "confidence is null");
        requireNonNull(observedAt, "observedAt is null");
        exhibits = List.copyOf(exhibits);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a finding without a reason: " + kind);
        }
    }

    /** The finding that a judgement makes of a thing: malicious is likely, never confirmed, because a score is no proof. */
    public static Finding of(
            String kind, String subject, Judgement judgement, Instant observedAt, List<ExhibitId> exhibits) {
        Confidence confidence = switch (judgement.verdict()) {
            case MALICIOUS -> Confidence.LIKELY;
            case REVIEW, BENIGN -> Confidence.UNKNOWN;
        };
        return new Finding(kind, subject, judgement.reasons(), judgement.technique(), confidence, observedAt, exhibits);
    }
}
