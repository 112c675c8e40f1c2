package dev.cordon.response;

import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.investigation.collection.LogCollections.Standing;
import dev.cordon.investigation.records.LogRecord;
import java.util.List;
import java.util.Set;

/**
 * How the collections of an incident stand, as far as that can be read: a place that was changed, or that a newer version wrote, keeps no other
 * from going on.
 *
 * @param all those whose place can be read
 * @param unread what the others are of, as it is written down: untrusted text
 */
record KnownCollections(List<Collected> all, List<String> unread) {
    KnownCollections {
        all = List.copyOf(all);
        unread = List.copyOf(unread);
    }

    static KnownCollections of(Workspace workspace, IncidentId incident) {
        return of(workspace.collections().all(incident));
    }

    static KnownCollections of(Standing standing) {
        return new KnownCollections(standing.readable(), standing.unreadable());
    }

    boolean isEmpty() {
        return all.isEmpty() && unread.isEmpty();
    }

    /** The logs of which nobody ever wanted a row; what Microsoft makes of them is none. */
    Set<LogRecord.Log> notAsked() {
        Set<LogRecord.Log> logs = CollectionAftermath.notAsked(all);
        logs.removeIf(log -> unread.stream().anyMatch(source -> isOf(source, log)));
        return logs;
    }

    private static boolean isOf(String source, LogRecord.Log log) {
        try {
            return CollectionSource.parse(source).log().log() == log;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** What is said of one that is not gone on with. */
    static String told(String source) {
        return source
                + ": not gone on with, since the place from which it would go on cannot be read: it was changed, or a newer version of"
                + " Cordon wrote it ('cordon evidence verify'). What it brought stands; --anew TEXT leaves the place and begins anew.";
    }
}
