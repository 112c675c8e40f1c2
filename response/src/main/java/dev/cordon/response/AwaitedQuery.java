package dev.cordon.response;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.investigation.collection.Place;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What Microsoft was asked for and has not answered yet.
 *
 * @param source which log, and whose rows
 * @param askedAt when this round of asking began, tenant time
 * @param againAt when it is asked again, tenant time
 * @param taken whether Microsoft has taken the query; it works on ten of a caller at once and refuses more
 */
public record AwaitedQuery(CollectionSource source, Instant askedAt, Instant againAt, boolean taken) {
    public AwaitedQuery {
        requireNonNull(source, "source is null");
        requireNonNull(askedAt, "askedAt is null");
        requireNonNull(againAt, "againAt is null");
    }

    static AwaitedQuery of(Collected running) {
        CollectionProgress progress = running.progress();
        return new AwaitedQuery(
                running.source(),
                progress.begunAt(),
                progress.ending()
                        .flatMap(CollectionProgress.Ending::againAt)
                        .orElseThrow(() -> new IllegalArgumentException(running.source() + " is not asked again")),
                !(progress.place() instanceof Place.AuditQueries
                        && progress.place().isAtStart()));
    }

    /** A sentence that may quote untrusted text. */
    public String inWords() {
        return (taken
                        ? "Microsoft is still working at " + source + ", asked at "
                        : "Microsoft has not taken the query for " + source
                                + " yet (it works at ten at once), first asked at ")
                + seconds(askedAt) + "; asked again at " + seconds(againAt) + ".";
    }

    private static Instant seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}
