package dev.cordon.response;

import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.incident.Word;
import dev.cordon.investigation.collection.LogCollections.Collected;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A pass over logs in a sentence. */
final class CollectionSummary {
    private CollectionSummary() {}

    /** @param now tenant time: what Microsoft is still working at is told with since when */
    static String of(CollectLogs.Collection collection, Instant now) {
        List<Collected> asked = collection.sources();
        if (collection.all().isEmpty() && collection.unread().isEmpty()) {
            return "No log was begun: cordon incident collect " + collection.incident();
        }
        if (asked.isEmpty()) {
            return "No log was due." + running(collection, now) + unread(collection) + mails(collection);
        }
        List<String> parts = new ArrayList<>();
        part(parts, asked, CollectionOutcome.COMPLETE, "complete");
        part(parts, asked, CollectionOutcome.LATE, "read, rows may still arrive");
        part(parts, asked, CollectionOutcome.STILL_RUNNING, "still worked on by Microsoft");
        part(parts, asked, CollectionOutcome.CUT_OFF, "cut off");
        part(parts, asked, CollectionOutcome.NOT_PERMITTED, "not permitted");
        part(parts, asked, CollectionOutcome.NOT_LICENSED, "not licensed");
        long different =
                asked.stream().mapToLong(each -> each.counts().different()).sum();
        return "Logs asked for: " + asked.size() + " (" + String.join("; ", parts) + "), " + different
                + " different rows kept so far." + running(collection, now) + unread(collection) + mails(collection);
    }

    /** What Microsoft is at for longer than it may is nothing to wait for any more. */
    private static String running(CollectLogs.Collection collection, Instant now) {
        List<Collected> awaited = collection.awaited(now);
        String overdue = collection.missing().stream()
                .filter(each -> has(CollectionOutcome.STILL_RUNNING).test(each) && !awaited.contains(each))
                .map(each -> " OVERDUE: Microsoft has been at " + each.source() + " since "
                        + each.progress().begunAt().truncatedTo(ChronoUnit.SECONDS)
                        + ", and nothing else brought its rows.")
                .collect(Collectors.joining());
        return overdue
                + awaited.stream()
                        .map(each -> " " + AwaitedQuery.of(each).inWords())
                        .collect(Collectors.joining());
    }

    private static String unread(CollectLogs.Collection collection) {
        return collection.unread().isEmpty()
                ? ""
                : " Not gone on with, for the place cannot be read: " + String.join(", ", collection.unread())
                        + " ('cordon evidence verify' names it, 'cordon incident collect " + collection.incident()
                        + " --anew TEXT' begins it anew).";
    }

    private static String mails(CollectLogs.Collection collection) {
        return collection.mails().stream()
                .map(ended -> " Mails of " + ended.of() + ": " + ended.different() + " of " + ended.rows() + " sealed ("
                        + Word.of(ended.outcome()) + ").")
                .collect(Collectors.joining());
    }

    private static void part(List<String> parts, List<Collected> asked, CollectionOutcome outcome, String words) {
        long count = asked.stream().filter(has(outcome)).count();
        if (count > 0) {
            parts.add(count + " " + words);
        }
    }

    private static Predicate<Collected> has(CollectionOutcome outcome) {
        return source -> source.progress()
                .ending()
                .filter(ending -> ending.outcome() == outcome)
                .isPresent();
    }
}
