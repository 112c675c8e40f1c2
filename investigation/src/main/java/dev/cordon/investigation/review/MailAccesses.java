package dev.cordon.investigation.review;

import dev.cordon.investigation.Confidence;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.MailDetail.Throttling;
import dev.cordon.investigation.records.RowDetail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gathers accesses to mail, of which logs are full: told are only those from where passwords were tried on many accounts, and mailboxes of
 * which the service stopped writing them down. For one thread.
 */
final class MailAccesses {
    static final String OPERATION = "mailitemsaccessed";

    private static final String COLLECTION = "T1114.002";
    private static final int MOST_PLACES = 50_000;
    private static final int MOST_IDS = 20;

    private final Foremost<Place, Accesses> accesses = new Foremost<>(Place.ORDER, Accesses::and, MOST_PLACES);
    private final Foremost<String, Accesses> throttled =
            new Foremost<>(Comparator.<String>naturalOrder(), Accesses::and, MOST_PLACES);

    private record Place(String mailbox, String address) {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::mailbox).thenComparing(Place::address);
    }

    private record Seen(Instant at, String id, String actor) {
        private static final Comparator<Seen> ORDER =
                Comparator.comparing(Seen::at).thenComparing(Seen::id).thenComparing(Seen::actor);
    }

    /** The oldest of some rows, and how many there are. */
    private static final class Accesses {
        private final TreeSet<Seen> oldest = new TreeSet<>(Seen.ORDER);
        private long more;

        static Accesses of(Seen seen) {
            var one = new Accesses();
            one.oldest.add(seen);
            return one;
        }

        Accesses and(Accesses other) {
            other.oldest.forEach(this::add);
            more += other.more;
            return this;
        }

        private void add(Seen seen) {
            if (oldest.size() == MOST_IDS && Seen.ORDER.compare(seen, oldest.last()) > 0) {
                more++;
            } else if (oldest.add(seen) && oldest.size() > MOST_IDS) {
                oldest.removeLast();
                more++;
            }
        }
    }

    void take(LogRecord row, RowDetail detail) {
        String mailbox = SignIns.plain(detail.mailbox().isBlank() ? row.actor() : detail.mailbox());
        var seen = new Seen(row.at(), row.id(), row.actor());
        if (!row.address().isBlank()) {
            accesses.put(new Place(mailbox, row.address()), Accesses.of(seen));
        }
        if (detail.mail().throttling() == Throttling.ON) {
            throttled.put(mailbox, Accesses.of(seen));
        }
    }

    Optional<String> cut() {
        return accesses.isCut() || throttled.isCut()
                ? Optional.of("Mail was accessed in more mailboxes and from more addresses than are compared: "
                        + MOST_PLACES + " pairs are.")
                : Optional.empty();
    }

    List<ReviewFinding> findings(Set<String> sprayers) {
        List<ReviewFinding> findings = new ArrayList<>();
        accesses.byKey().forEach((place, there) -> {
            if (sprayers.contains(place.address)) {
                findings.add(finding(
                        place.mailbox + " from " + place.address,
                        there,
                        Verdict.MALICIOUS,
                        Confidence.LIKELY,
                        Verdicts.reason(
                                "from-sprayer",
                                COLLECTION,
                                "Mail was accessed from an address that tried passwords on many accounts.")));
            }
        });
        throttled
                .byKey()
                .forEach((mailbox, there) -> findings.add(finding(
                        mailbox,
                        there,
                        Verdict.REVIEW,
                        Confidence.UNKNOWN,
                        Verdicts.reason(
                                "throttled",
                                COLLECTION,
                                "So much mail was accessed that the service stopped writing it down for a day: what else was accessed"
                                        + " then nobody knows."))));
        return findings;
    }

    private static ReviewFinding finding(
            String subject, Accesses there, Verdict verdict, Confidence confidence, Reason reason) {
        Seen first = there.oldest.first();
        return new ReviewFinding(
                FindingKind.MAIL_ACCESS,
                subject,
                FindingState.UNKNOWN,
                there.oldest.stream().map(Seen::id).distinct().toList(),
                there.more,
                first.actor,
                first.at,
                verdict,
                confidence,
                List.of(reason));
    }
}
