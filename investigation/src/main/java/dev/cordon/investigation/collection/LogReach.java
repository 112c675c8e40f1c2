package dev.cordon.investigation.collection;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.records.LogRecord.Log;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Until when the rows of one log can be counted on: "none", and every number, holds only so far. */
public sealed interface LogReach {
    /** The log that is read over either of two channels. */
    Log TWO_CHANNELS = Log.AUDIT_LOG;

    /** Nobody collected it: its rows, if there are any, were brought by hand, and how far they reach nobody can say. */
    record NotCollected() implements LogReach {}

    /**
     * A part of it could not be read, or is being asked again: what was complete before that stays so.
     *
     * @param through until when no row is missing, as last known; empty where of a part of it nothing is known to be complete
     * @param missing those that could not, at least one
     * @param late those that were read, and to which rows may still arrive
     */
    record NotWhole(Optional<Instant> through, List<CollectedPart> missing, List<CollectedPart> late)
            implements LogReach {
        public NotWhole {
            requireNonNull(through, "through is null");
            missing = List.copyOf(missing);
            late = List.copyOf(late);
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("nothing is missing");
            }
        }
    }

    /**
     * All was read that was there; rows may still arrive.
     *
     * @param through of the time since then; empty where of all its time
     * @param late to which parts, at least one
     */
    record Late(Optional<Instant> through, List<CollectedPart> late) implements LogReach {
        public Late {
            requireNonNull(through, "through is null");
            late = List.copyOf(late);
            if (late.isEmpty()) {
                throw new IllegalArgumentException("nothing is late");
            }
        }
    }

    /**
     * No row is missing that was asked for.
     *
     * @param through until when; empty where the journal does not say it
     */
    record Complete(Optional<Instant> through) implements LogReach {
        public Complete {
            requireNonNull(through, "through is null");
        }
    }

    /** How far {@code log} reaches by its parts among {@code all}. */
    static LogReach of(Log log, List<CollectedPart> all) {
        List<CollectedPart> own =
                all.stream().filter(part -> part.source().log().log() == log).toList();
        if (own.isEmpty()) {
            return new NotCollected();
        }
        List<CollectedPart> parts = own.stream()
                .filter(part -> own.stream().noneMatch(other -> other.makesUpFor(part)))
                .toList();
        List<CollectedPart> missing =
                parts.stream().filter(part -> !part.isRead()).toList();
        List<CollectedPart> late = parts.stream().filter(CollectedPart::isLate).toList();
        if (!missing.isEmpty()) {
            return new NotWhole(through(parts), missing, late);
        }
        return late.isEmpty() ? new Complete(through(parts)) : new Late(through(parts), late);
    }

    private static Optional<Instant> through(List<CollectedPart> parts) {
        List<Optional<Instant>> each =
                parts.stream().map(part -> part.throughWith(parts)).toList();
        return each.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : each.stream().flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /** Until when no row is missing; empty where nobody can say. */
    default Optional<Instant> completeThrough() {
        return switch (this) {
            case NotCollected _ -> Optional.empty();
            case NotWhole whole -> whole.through();
            case Late late -> late.through();
            case Complete complete -> complete.through();
        };
    }

    /** From when on its rows may be missing, where it was collected: its last row does not tell that. */
    default Optional<Instant> mayMissFrom() {
        return completeThrough()
                .or(() -> Stream.concat(missing().stream(), late().stream())
                        .map(part -> part.through().orElse(part.from()))
                        .min(Comparator.naturalOrder()));
    }

    /** What could not be read. */
    default List<CollectedPart> missing() {
        return switch (this) {
            case NotWhole whole -> whole.missing();
            case NotCollected _, Late _, Complete _ -> List.of();
        };
    }

    /** To what rows may still arrive. */
    default List<CollectedPart> late() {
        return switch (this) {
            case NotWhole whole -> whole.late();
            case Late late -> late.late();
            case NotCollected _, Complete _ -> List.of();
        };
    }
}
