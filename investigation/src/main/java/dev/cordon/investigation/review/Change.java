package dev.cordon.investigation.review;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;

/**
 * What one row says was done to one thing.
 *
 * @param kind what kind of thing
 * @param effect what was done to it
 * @param meaning what a verdict hangs on
 * @param subject the thing, for people
 * @param places where it is, by every name the row has: whose mailbox, which application; empty where there is only one such place
 * @param handles the thing itself, by every name the row has
 * @param variant what is in its place where only one can be; another one there is another thing, and undoes it
 * @param origin the row
 */
record Change(
        FindingKind kind,
        Effect effect,
        Meaning meaning,
        String subject,
        Set<String> places,
        Set<String> handles,
        String variant,
        Origin origin) {
    /** The same in whatever order the rows came. */
    static final Comparator<Change> ORDER = Comparator.comparing((Change change) -> change.origin.at)
            .thenComparing(Change::effect)
            .thenComparing(change -> change.origin.id)
            .thenComparing(Change::kind)
            .thenComparing(Change::subject)
            .thenComparing(change -> change.meaning.toString())
            .thenComparing(change -> change.origin.toString());

    Change {
        requireNonNull(kind, "kind is null");
        requireNonNull(effect, "effect is null");
        requireNonNull(meaning, "meaning is null");
        requireNonNull(subject, "subject is null");
        places = Set.copyOf(places);
        handles = Set.copyOf(handles);
        requireNonNull(variant, "variant is null");
        requireNonNull(origin, "origin is null");
    }

    /** The same, with that meaning. */
    Change with(Meaning other) {
        return new Change(kind, effect, other, subject, places, handles, variant, origin);
    }

    /** What was done. In the order in which two rows of one second are read. */
    enum Effect {
        /** It is there since. */
        MAKES,
        /** It was changed, and the row does not say how. */
        TOUCHES,
        /** It is gone, or switched off, since. */
        UNDOES
    }

    /**
     * Where it stands, and what is known of who did it.
     *
     * @param id the row's id
     * @param at when
     * @param actor who
     * @param person who, by a name that nobody chooses for himself; empty text where the row has none
     * @param address from where
     * @param session in which session
     * @param device on which device
     * @param userAgent with what
     * @param isRefused whether it did not work
     */
    record Origin(
            String id,
            Instant at,
            String actor,
            String person,
            String address,
            String session,
            String device,
            String userAgent,
            boolean isRefused) {
        static Origin of(Row row) {
            return new Origin(
                    row.record().id(),
                    row.record().at(),
                    row.actor(),
                    row.person(),
                    Row.address(row.record()),
                    row.record().session(),
                    row.detail().device(),
                    row.record().userAgent(),
                    row.isFailed());
        }
    }
}
