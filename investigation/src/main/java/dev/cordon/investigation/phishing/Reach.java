package dev.cordon.investigation.phishing;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Minutes;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Reading;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** How far one source can be counted on. "None" is only ever said together with it. */
public sealed interface Reach {
    /** Which source. */
    Source source();

    /**
     * It was read.
     *
     * @param source which
     * @param from from when on it was asked
     * @param completeThrough until when no row is missing by what is usual; empty where nobody can say
     * @param readAt when, tenant time
     * @param rows how many rows it gave
     * @param missing what of it could not be read, a sentence; empty where nothing
     */
    record Read(
            Source source,
            Instant from,
            Optional<Instant> completeThrough,
            Instant readAt,
            int rows,
            Optional<String> missing)
            implements Reach {
        public Read {
            requireNonNull(source, "source is null");
            requireNonNull(from, "from is null");
            requireNonNull(completeThrough, "completeThrough is null");
            requireNonNull(readAt, "readAt is null");
            requireNonNull(missing, "missing is null");
            if (rows < 0) {
                throw new IllegalArgumentException("rows is negative: " + rows);
            }
        }

        /** Whether it was read from {@code at} on, and reaches it. */
        boolean covers(Instant at) {
            return !at.isBefore(from)
                    && completeThrough.filter(end -> !at.isAfter(end)).isPresent();
        }
    }

    /**
     * The tenant has no licence for it.
     *
     * @param source which
     * @param consequence what is not seen for that and which licence shows it, a sentence
     */
    record NotLicensed(Source source, String consequence) implements Reach {
        public NotLicensed {
            requireNonNull(source, "source is null");
            requireNonNull(consequence, "consequence is null");
        }
    }

    /**
     * It could not be read.
     *
     * @param source which
     * @param why a sentence
     */
    record NotRead(Source source, String why) implements Reach {
        public NotRead {
            requireNonNull(source, "source is null");
            requireNonNull(why, "why is null");
        }
    }

    /** The reach of a listing that was read. One that is only as licensed and brought nothing is not licensed. */
    static Reach of(
            Source source, Instant from, Optional<Instant> completeThrough, Reading<? extends Collection<?>> reading) {
        int rows = reading.value().size();
        return switch (reading.completeness()) {
            case Completeness.Complete _ ->
                new Read(source, from, completeThrough, reading.readAt(), rows, Optional.empty());
            case Completeness.AsLicensed(String leftOut) ->
                rows == 0
                        ? new NotLicensed(source, leftOut)
                        : new Read(source, from, completeThrough, reading.readAt(), rows, Optional.of(leftOut));
            case Completeness.Incomplete(String reason) ->
                new Read(source, from, completeThrough, reading.readAt(), rows, Optional.of(reason));
        };
    }

    /** The reach of a source that was refused. */
    static Reach of(Source source, Failure.Reason refusal, String sentence) {
        return refusal == Failure.Reason.NOT_LICENSED
                ? new NotLicensed(source, sentence)
                : new NotRead(source, sentence);
    }

    /** Whether it was read and nothing of it is missing. */
    default boolean isWhole() {
        return switch (this) {
            case Read read -> read.missing().isEmpty();
            case NotLicensed _, NotRead _ -> false;
        };
    }

    /** Until when no row of it is missing; empty where nobody can say, or it was not read. */
    default Optional<Instant> through() {
        return switch (this) {
            case Read read -> read.completeThrough();
            case NotLicensed _, NotRead _ -> Optional.empty();
        };
    }

    /** The reach in one sentence. */
    default String inWords() {
        return switch (this) {
            case Read read ->
                capital(read.source()) + " was read from " + Minutes.of(read.from())
                        + read.completeThrough()
                                .map(end -> " and usually is whole through " + Minutes.of(end))
                                .orElse(", and nobody can say until when it is whole")
                        + " (" + read.rows() + (read.rows() == 1 ? " row)." : " rows).")
                        + read.missing().map(what -> " " + what).orElse("");
            case NotLicensed(Source source, String consequence) ->
                capital(source) + " is not licensed here. " + consequence;
            case NotRead(Source source, String why) -> capital(source) + " could not be read. " + why;
        };
    }

    private static String capital(Source source) {
        String words = source.inWords();
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
