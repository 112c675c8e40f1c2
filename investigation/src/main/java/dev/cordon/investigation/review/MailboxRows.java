package dev.cordon.investigation.review;

import dev.cordon.investigation.records.RowDetail;
import dev.cordon.investigation.review.Change.Effect;
import dev.cordon.investigation.review.Change.Origin;
import dev.cordon.tenant.Forwarding;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.MailboxDelegate.Scope;
import dev.cordon.tenant.Mailboxes.AutoReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is set on a mailbox, and who gets rights in it. */
final class MailboxRows {
    /** The mailbox itself. No user can have this name. */
    private static final String SELF = "nt authority\\self";

    private static final Set<String> ACTIONS_LOGGED =
            Set.of("auditowner", "auditdelegate", "auditadmin", "auditlogagelimit");

    private MailboxRows() {}

    /** One command sets all of it. */
    static List<Change> settings(Row row) {
        List<Change> changes = new ArrayList<>();
        for (Forwarding.Kind kind : Forwarding.Kind.values()) {
            if (row.has(kind.parameter().toLowerCase(Locale.ROOT))) {
                changes.add(forwarding(row, kind));
            }
        }
        if (row.has("grantsendonbehalfto")) {
            changes.add(onBehalf(row));
        }
        if (row.has("auditenabled")) {
            changes.add(logging(row, row.isFalse("auditenabled"), 50, "The log of this mailbox was switched off."));
        }
        if (ACTIONS_LOGGED.stream().anyMatch(row::has)) {
            changes.add(logging(row, true, 20, "What is logged of this mailbox was changed."));
        }
        return changes;
    }

    private static Change forwarding(Row row, Forwarding.Kind kind) {
        Mailbox mailbox = Mailbox.of(row);
        String target = row.value(kind.parameter().toLowerCase(Locale.ROOT));
        boolean isSet = !target.isEmpty();
        boolean keepsCopy = row.isTrue("delivertomailboxandforward");
        return new Change(
                FindingKind.FORWARDING,
                isSet ? Effect.MAKES : Effect.UNDOES,
                new Meaning.Forward(new Forwarding(mailbox.shown(), kind, target, keepsCopy)),
                mailbox.shown() + (isSet ? " to " + Names.plain(target) : ""),
                mailbox.names(),
                Set.of(kind.parameter()),
                Names.plain(target),
                Origin.of(row));
    }

    private static Change logging(Row row, boolean isOff, int weight, String sentence) {
        Mailbox mailbox = Mailbox.of(row);
        return new Change(
                FindingKind.AUDIT_CHANGE,
                isOff ? Effect.MAKES : Effect.UNDOES,
                new Meaning.Logging(isOff ? weight : 0, isOff ? sentence : "The log of this mailbox was switched on."),
                "log of the mailbox " + mailbox.shown(),
                mailbox.names(),
                Set.of(sentence),
                "",
                Origin.of(row));
    }

    /** The list is written as a whole: whoever stands in it is one thing. */
    private static Change onBehalf(Row row) {
        List<String> people = row.values("grantsendonbehalfto");
        return right(
                row,
                Mailbox.of(row),
                people.isEmpty() ? Effect.UNDOES : Effect.MAKES,
                String.join(", ", people),
                List.of("SendOnBehalf"),
                Set.of("behalf|"));
    }

    static List<Change> accessGiven(Row row) {
        return access(row, row.isTrue("deny") ? Effect.UNDOES : Effect.MAKES);
    }

    static List<Change> accessTaken(Row row) {
        return access(row, Effect.UNDOES);
    }

    private static List<Change> access(Row row, Effect effect) {
        String person = row.first("user", "trustee");
        if (Names.plain(person).equals(SELF)) {
            return List.of();
        }
        boolean isSendAs = row.value("accessrights").replace(" ", "").equalsIgnoreCase("sendas");
        return List.of(right(
                row,
                Mailbox.of(row),
                effect,
                person,
                row.values("accessrights"),
                Set.of((isSendAs ? "sendas|" : "access|") + Names.plain(person))));
    }

    private static Change right(
            Row row, Mailbox mailbox, Effect effect, String person, List<String> rights, Set<String> handles) {
        boolean isToGiver = Names.isSame(Names.plain(person), Names.plain(row.actor()));
        return new Change(
                FindingKind.DELEGATE,
                effect,
                new Meaning.Right(new MailboxDelegate("", Scope.MAILBOX, "", person, rights), isToGiver),
                mailbox.shown() + ": " + String.join(", ", rights) + (person.isEmpty() ? "" : " for " + person),
                mailbox.names(),
                handles,
                "",
                Origin.of(row));
    }

    static List<Change> folderShared(Row row) {
        boolean isNone = row.first("accessrights", "memberrights").equalsIgnoreCase("none");
        return folder(row, isNone ? Effect.UNDOES : Effect.MAKES);
    }

    static List<Change> folderUnshared(Row row) {
        return folder(row, Effect.UNDOES);
    }

    /** Of a delegation from within a calendar the row does not say more. */
    static List<Change> calendarDelegated(Row row) {
        return folder(row, Effect.TOUCHES);
    }

    private static List<Change> folder(Row row, Effect effect) {
        Mailbox mailbox = Mailbox.of(row);
        String person = row.first("user", "memberupn");
        List<String> rights = row.values(row.has("accessrights") ? "accessrights" : "memberrights");
        String path = Stream.of(
                        Stream.of(mailbox.inside(), row.value(RowDetail.SHARED_FOLDER)),
                        row.detail().mail().folders().stream())
                .flatMap(Function.identity())
                .filter(named -> !named.isBlank())
                .findFirst()
                .orElse("");
        String folder = path.startsWith("\\") ? path.substring(1) : path;
        String shown = folder.isBlank() ? "a folder that the row does not name" : folder;
        boolean isToGiver = Names.isSame(Names.plain(person), Names.plain(row.actor()));
        return List.of(new Change(
                FindingKind.FOLDER_PERMISSION,
                effect,
                new Meaning.Right(new MailboxDelegate("", Scope.FOLDER, folder, person, rights), isToGiver),
                mailbox.shown() + ": " + shown + (person.isEmpty() ? "" : " for " + person),
                mailbox.names(),
                Set.of(folder.toLowerCase(Locale.ROOT).replace("@", "(at)") + "|" + Names.plain(person)),
                "",
                Origin.of(row)));
    }

    static List<Change> calendar(Row row) {
        if (!row.has("publishenabled")) {
            return List.of();
        }
        Mailbox mailbox = Mailbox.of(row);
        return List.of(new Change(
                FindingKind.CALENDAR_PUBLISHING,
                row.isTrue("publishenabled") ? Effect.MAKES : Effect.UNDOES,
                new Meaning.Calendar(),
                mailbox.shown() + (mailbox.inside().isEmpty() ? "" : ": " + mailbox.inside()),
                mailbox.names(),
                Set.of("calendar|" + mailbox.inside().toLowerCase(Locale.ROOT).replace("@", "(at)")),
                "",
                Origin.of(row)));
    }

    static List<Change> autoReply(Row row) {
        Mailbox mailbox = Mailbox.of(row);
        String state = row.value("autoreplystate");
        Map<String, String> settings = row.detail().settings();
        var reply = new AutoReply(
                state,
                row.value("externalaudience"),
                settings.getOrDefault("internalmessage", ""),
                settings.getOrDefault("externalmessage", ""));
        return List.of(new Change(
                FindingKind.AUTO_REPLY,
                state.equalsIgnoreCase("disabled") ? Effect.UNDOES : Effect.MAKES,
                new Meaning.Reply(reply),
                mailbox.shown(),
                mailbox.names(),
                Set.of("reply"),
                "",
                Origin.of(row)));
    }
}
