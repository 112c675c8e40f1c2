package dev.cordon.report;

import dev.cordon.investigation.AttackSummary;
import dev.cordon.investigation.Coverage;
import dev.cordon.investigation.records.LogRecord.Log;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.report.document.Block;
import dev.cordon.report.document.Block.Field;
import dev.cordon.report.document.Block.Row;
import dev.cordon.report.document.Document.Section;
import dev.cordon.report.document.Inline;
import dev.cordon.report.document.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Section 3: what the attack touched, what nobody could see, and what was looked at. */
final class ImpactSection {
    private ImpactSection() {}

    static Section of(ReportSource source) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.SubHeading("What is known or likely"));
        List<List<Inline>> known = known(source);
        blocks.add(
                known.isEmpty()
                        ? Block.paragraph(
                                "Nothing was found that shows what was touched. That is not the same as nothing.")
                        : new Block.Points(known));
        blocks.add(new Block.SubHeading("What is unknown"));
        blocks.add(new Block.Points(unknown(source)));
        blocks.add(coverage(source));
        blocks.addAll(StoredRows.of(source));
        if (source.isResponse()) {
            blocks.add(CollectionTable.of(source));
            CollectionTable.notes(source).ifPresent(notes -> {
                blocks.add(new Block.SubHeading("What was not asked of the logs as it was wanted"));
                blocks.add(notes);
            });
        }
        blocks.add(new Field(
                "Mail and files touched",
                Optional.empty(),
                "Counts and kinds, with the basis; “none found” is an answer when its basis is named."));
        blocks.add(new Field(
                "Money in play", Optional.empty(), "Ask finance: payments due or changed since the attack began."));
        blocks.add(new Field("Business impact", Optional.empty(), "Who could not work, for how long, what it cost."));
        return new Section("impact", "3. Impact", blocks);
    }

    private static List<List<Inline>> known(ReportSource source) {
        List<List<Inline>> points = new ArrayList<>();
        source.attack()
                .filter(summary -> !summary.attackers().isEmpty())
                .ifPresent(summary -> points.add(Inline.text("Likely: " + signIns(summary))));
        judged(source).entrySet().stream()
                .filter(thing -> thing.getValue() == Verdict.MALICIOUS)
                .map(Map.Entry::getKey)
                .map(thing -> List.<Inline>of(
                        new Inline.Text("Likely: " + consequence(thing.place().kind())),
                        new Inline.Value(thing.name())))
                .distinct()
                .forEach(points::add);
        return points;
    }

    /** The last judgement of whatever stood in any place: an address that was overwritten was in force before that. */
    private static Map<Thing, Verdict> judged(ReportSource source) {
        Map<Thing, Verdict> judged = new LinkedHashMap<>();
        for (Recorded recorded : source.entries()) {
            if (recorded.entry() instanceof CaseEntry.ItemFound found) {
                judged.put(new Thing(found.key(), found.name()), found.verdict());
            }
        }
        return judged;
    }

    private record Thing(ItemKey place, String name) {}

    private static String signIns(AttackSummary summary) {
        long entered = summary.attackers().stream()
                .filter(AttackSummary.Sighting::succeeded)
                .count();
        List<String> applications = summary.attackers().stream()
                .map(AttackSummary.Sighting::application)
                .filter(application -> !application.isBlank())
                .distinct()
                .limit(6)
                .toList();
        return Words.count(entered, "sign-in", "sign-ins") + " of the attacker"
                + (applications.isEmpty() ? "." : ", to " + String.join(", ", applications) + ".");
    }

    private static String consequence(String kind) {
        return switch (kind) {
            case "inbox-rule" -> "mail was hidden or sent away by the rule";
            case "forwarding" -> "mail left the mailbox while it was forwarded to";
            case "delegate", "folder-permission" -> "mail could be read by";
            case "consent", "app-role-assignment" -> "data could be read by the application";
            case "authentication-method" -> "the attacker could prove to be the user with";
            case "device" ->
                "the attacker could sign in or receive the mail, without being asked again, with the device";
            case "role" -> "the attacker could use the role";
            case "auto-reply" -> "people who wrote were answered by the attacker's reply";
            case "calendar-publishing" -> "anybody who had the address could read the calendar";
            case "transport-rule", "connector", "remote-domain" -> "mail of the whole organisation could be turned by";
            default -> "the attacker left";
        };
    }

    private static List<List<Inline>> unknown(ReportSource source) {
        List<List<Inline>> points = new ArrayList<>();
        boolean isAuditRead = LogReading.of(source, Log.AUDIT_LOG).isRead();
        boolean hasAuditRows = source.rows()
                .filter(found -> found.looked(Log.AUDIT_LOG).rows() > 0)
                .isPresent();
        points.add(Inline.text(
                hasAuditRows
                        ? "Which files were opened or downloaded; and of mail, what lies beyond the messages and bounds below."
                        : isAuditRead
                                ? "Which mail and files were opened, searched or downloaded: the unified audit log was collected as"
                                        + " the table below says, and cordon incident attack tells what its rows show."
                                : "Which mail and files were opened, searched or downloaded: the unified audit log was not searched"
                                        + " for that here, and it arrives an hour or more late."));
        points.add(Inline.text(sent(source)));
        source.state().openTasks().values().stream()
                .filter(task -> task.id().equals(SummarySection.NOT_LICENSED)
                        || task.id().startsWith("read-"))
                .map(task -> Inline.text(task.text()))
                .forEach(points::add);
        points.add(Inline.text(source.attack()
                .map(AttackSummary::firstSeenReason)
                .map(reason -> "Since when: " + reason)
                .orElse("Since when: no summary of the sign-in logs is at hand.")));
        points.add(
                Inline.text(
                        "Rules that live only in the user's Outlook, app passwords, flows and sharing links: no listing shows them."));
        return points;
    }

    private static String sent(ReportSource source) {
        boolean isTraced = source.rows()
                .filter(found -> found.looked(Log.MESSAGE_TRACE).rows() > 0)
                .isPresent();
        if (isTraced) {
            return "Of the mail that left by the message trace, whose hand sent it where no row below shows one; and what was sent under"
                    + " another address than those listed.";
        }
        return LogReading.of(source, Log.MESSAGE_TRACE).isRead()
                ? "What was sent in the user's name: the message trace was collected as the table below says; it names"
                        + " no hand, and the sent items may have been cleaned."
                : "What was sent in the user's name, and where what was forwarded went: the message trace was not looked at, and the"
                        + " sent items may have been cleaned.";
    }

    private static Block coverage(ReportSource source) {
        List<Row> rows = new ArrayList<>();
        source.attack().ifPresent(summary -> summary.coverage().forEach(log -> rows.add(row(log))));
        source.state()
                .logsThrough()
                .forEach((log, through) -> rows.add(Row.of(
                        Inline.text(Words.log(log)),
                        Inline.text("since the last revoke"),
                        Inline.time(through),
                        Inline.text("–"),
                        Inline.badge("read at the end", Tone.GOOD))));
        return new Block.Table(
                "What was looked at: “nothing found” holds only within this",
                List.of("Log", "From", "Complete through", "Rows", "Read?"),
                rows,
                source.isResponse()
                        ? "No log was read."
                        : "Cordon itself read no log; what was brought by hand stands below.");
    }

    /** Of the unified audit log the response goes by what is usual: see docs/decisions/0038. */
    private static List<Inline> through(Coverage log) {
        boolean isUsual = log.source().equals("unifiedAudit") && log.through().isPresent();
        return isUsual
                ? Stream.concat(
                                Inline.time(log.through()).stream(),
                                Stream.of(new Inline.Text("as is usual; Microsoft promises no time")))
                        .toList()
                : Inline.time(log.through());
    }

    private static Row row(Coverage log) {
        return Row.of(
                Inline.text(Words.log(log.source())),
                Inline.time(log.from()),
                through(log),
                Inline.text("" + log.rows()),
                log.notRead()
                        .map(why -> List.<Inline>of(new Inline.Badge("not read", Tone.BAD), new Inline.Text(why)))
                        .orElse(Inline.badge("read", Tone.GOOD)));
    }
}
