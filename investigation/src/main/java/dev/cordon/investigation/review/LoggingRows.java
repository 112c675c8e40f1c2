package dev.cordon.investigation.review;

import dev.cordon.investigation.review.Change.Effect;
import dev.cordon.investigation.review.Change.Origin;
import java.util.List;
import java.util.Set;

/** What is logged, and searches through the mail of many. */
final class LoggingRows {
    private LoggingRows() {}

    static List<Change> ofTenant(Row row) {
        if (row.has("unifiedauditlogingestionenabled")) {
            boolean isOff = row.isFalse("unifiedauditlogingestionenabled");
            return switched(row, isOff, 80, "The unified audit log of the whole organisation was switched off.");
        }
        return List.of(change(
                row,
                Effect.TOUCHES,
                "the audit log's settings",
                new Meaning.Logging(35, "The settings of the audit log were changed.")));
    }

    static List<Change> ofOrganisation(Row row) {
        return row.has("auditdisabled")
                ? switched(row, row.isTrue("auditdisabled"), 75, "The logs of all mailboxes were switched off.")
                : List.of();
    }

    private static List<Change> switched(Row row, boolean isOff, int weight, String sentence) {
        return List.of(change(
                row,
                isOff ? Effect.MAKES : Effect.UNDOES,
                "the audit log of the organisation",
                isOff ? new Meaning.Logging(weight, sentence) : new Meaning.Logging(0, "Logging was switched on.")));
    }

    static List<Change> bypass(Row row) {
        Mailbox mailbox = Mailbox.of(row);
        boolean isOff = row.isTrue("auditbypassenabled");
        return List.of(new Change(
                FindingKind.AUDIT_CHANGE,
                isOff ? Effect.MAKES : Effect.UNDOES,
                isOff
                        ? new Meaning.Logging(65, "What this account does in mailboxes is not logged any more.")
                        : new Meaning.Logging(0, "What this account does in mailboxes is logged."),
                "what " + mailbox.shown() + " does",
                mailbox.names(),
                Set.of("bypass"),
                "",
                Origin.of(row)));
    }

    static List<Change> retention(Row row) {
        return List.of(change(
                row,
                Effect.TOUCHES,
                "how long the audit log is kept",
                new Meaning.Logging(45, "How long the audit log is kept was changed.")));
    }

    private static Change change(Row row, Effect effect, String subject, Meaning.Logging meaning) {
        return new Change(
                FindingKind.AUDIT_CHANGE, effect, meaning, subject, Set.of(), Set.of(subject), "", Origin.of(row));
    }

    static List<Change> searched(Row row) {
        String name = row.first("name", "identity", "searchname");
        String shown = name.isEmpty() ? row.record().object() : name;
        boolean isTakenOut = row.operation().contains("export")
                || row.operation().contains("action")
                || row.operation().contains("download")
                || row.operation().contains("purge");
        return List.of(new Change(
                FindingKind.MAIL_ACCESS,
                Effect.TOUCHES,
                new Meaning.Search(isTakenOut),
                "search " + (shown.isBlank() ? "that the row does not name" : shown),
                Names.of(row.actor()),
                Set.of("search|" + Names.plain(shown).replace("@", "(at)")),
                "",
                Origin.of(row)));
    }
}
