package dev.cordon.evidence;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A legal hold on an incident's evidence: while one stands, nothing of it is deleted.
 *
 * @param entry the number of the custody entry that records it
 * @param since when it was recorded, by this machine's clock, UTC
 * @param by who ordered it
 * @param why for what cause
 */
public record LegalHold(long entry, Instant since, String by, String why) {
    public LegalHold {
        requireNonNull(since, "since is null");
        requireNonNull(by, "by is null");
        requireNonNull(why, "why is null");
    }

    /** The holds that stand after these entries of one incident, in the order recorded. A release ends all that stood before it. */
    public static List<LegalHold> standing(List<CustodyEntry> entries) {
        List<LegalHold> standing = new ArrayList<>();
        for (CustodyEntry entry : entries) {
            switch (entry.event()) {
                case CustodyEvent.Held held ->
                    standing.add(new LegalHold(entry.sequence(), entry.at(), held.by(), held.why()));
                case CustodyEvent.Released _ -> standing.clear();
                case CustodyEvent.Acquired _,
                        CustodyEvent.Accessed _,
                        CustodyEvent.Verified _,
                        CustodyEvent.ReportWritten _,
                        CustodyEvent.Exported _,
                        CustodyEvent.Anchored _,
                        CustodyEvent.Transferred _,
                        CustodyEvent.Timestamped _,
                        CustodyEvent.Damaged _,
                        CustodyEvent.Deleted _ -> {}
            }
        }
        return List.copyOf(standing);
    }

    /** It in words: who, since when, and why. May contain what a person typed. */
    public String text() {
        return "held since " + since.truncatedTo(ChronoUnit.SECONDS) + " by " + by + " (" + why + ", custody entry "
                + entry + ")";
    }
}
