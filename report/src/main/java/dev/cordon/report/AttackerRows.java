package dev.cordon.report;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.Party;
import dev.cordon.incident.Word;
import dev.cordon.investigation.reconstruction.DirectoryAct;
import dev.cordon.investigation.reconstruction.FileAct;
import dev.cordon.investigation.reconstruction.Judged;
import dev.cordon.investigation.reconstruction.MailAccess;
import dev.cordon.investigation.reconstruction.MailAct;
import dev.cordon.investigation.reconstruction.OutgoingMail;
import dev.cordon.investigation.reconstruction.Reconstruction;
import dev.cordon.investigation.reconstruction.RowRef;
import dev.cordon.investigation.reconstruction.Touched;
import dev.cordon.investigation.reconstruction.TracedMail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the stored rows show of the attacker as lines of the timeline: one for each thing he did, not for each row. */
final class AttackerRows {
    private AttackerRows() {}

    static List<TimelineEntry> of(Reconstruction found) {
        List<TimelineEntry> entries = new ArrayList<>();
        found.judged().stream()
                .filter(one -> one.party() == Party.ATTACKER)
                .forEach(one -> entries.add(entry(one.first(), seen(one), Optional.empty())));
        found.access().stream()
                .filter(access -> !access.named().isEmpty())
                .forEach(access -> entries.add(entry(access.named().getFirst().shownBy(), accessed(access))));
        for (MailAct.Kind kind : MailAct.Kind.values()) {
            List<MailAct> acts =
                    found.acts(kind).stream().filter(act -> !act.failed()).toList();
            if (!acts.isEmpty()) {
                entries.add(entry(acts.getFirst().shownBy(), done(kind, acts)));
            }
        }
        found.outgoing().stream()
                .filter(mailbox -> !mailbox.mails().isEmpty())
                .map(AttackerRows::left)
                .forEach(entries::add);
        for (FileAct.Kind kind : FileAct.Kind.values()) {
            List<FileAct> acts =
                    found.files().acts(kind).stream().filter(FileAct::succeeded).toList();
            if (!acts.isEmpty()) {
                entries.add(entry(
                        acts.getFirst().shownBy(),
                        Words.capital(Word.of(kind)) + " " + Words.count(acts.size(), "file", "files")
                                + " in SharePoint or OneDrive, the first at this time."));
            }
        }
        entries.addAll(directory(found));
        found.touched().forEach(touched -> entries.add(entry(touched.shownBy().getFirst(), touched(touched))));
        return entries;
    }

    private static String seen(Judged one) {
        return "First row of the " + Word.of(one.of()) + " " + one.value() + "; "
                + Words.count(one.rows(), "row", "rows") + " until " + Words.time(one.last()) + ".";
    }

    private static String accessed(MailAccess access) {
        return "Accessed " + Words.count(access.named().size(), "message", "messages") + " of " + access.mailbox()
                + " that the log names.";
    }

    private static String done(MailAct.Kind kind, List<MailAct> acts) {
        return "Mail " + Word.of(kind) + ", " + Words.count(acts.size(), "time", "times") + " until "
                + Words.time(acts.getLast().shownBy().at()) + ".";
    }

    /** Whose hand it was the trace does not say: nobody is named where no other row shows him. */
    private static TimelineEntry left(OutgoingMail mailbox) {
        List<TracedMail> mails = mailbox.mails();
        long his = mails.stream()
                .filter(mail -> mail.hand() == TracedMail.Hand.ATTACKER)
                .count();
        RowRef first = mails.getFirst().shownBy();
        return entry(
                first.at(),
                his == 0 ? "not shown" : "the attacker",
                his == 0 ? "unknown" : "likely",
                Words.count(mails.size(), "mail", "mails") + " left " + mailbox.mailbox() + " until "
                        + Words.time(mails.getLast().shownBy().at())
                        + " by the message trace, while the attacker was in it; " + his
                        + " of them shown to be the attacker's.",
                Optional.of(first.exhibit()));
    }

    private static List<TimelineEntry> directory(Reconstruction found) {
        Map<String, List<DirectoryAct>> acts = found.directoryActs().stream()
                .filter(act -> act.party() == Party.ATTACKER && !act.failed())
                .collect(Collectors.groupingBy(DirectoryAct::operation, LinkedHashMap::new, Collectors.toList()));
        return acts.entrySet().stream()
                .map(each -> entry(
                        each.getValue().getFirst().shownBy(),
                        "In the directory: " + each.getKey() + ", "
                                + Words.count(each.getValue().size(), "time", "times") + " until "
                                + Words.time(each.getValue().getLast().shownBy().at()) + "."))
                .toList();
    }

    private static String touched(Touched touched) {
        return "Touched the " + Word.of(touched.kind()).replace('-', ' ') + " " + touched.name() + ": "
                + String.join(", ", touched.operations()) + (touched.succeeded() ? "." : ", without success.");
    }

    private static TimelineEntry entry(RowRef shownBy, String text) {
        return entry(shownBy.at(), text, Optional.of(shownBy.exhibit()));
    }

    private static TimelineEntry entry(Instant at, String text, Optional<ExhibitId> exhibit) {
        return entry(at, "the attacker", "likely", text, exhibit);
    }

    private static TimelineEntry entry(
            Instant at, String actor, String confidence, String text, Optional<ExhibitId> exhibit) {
        return new TimelineEntry(
                at, "tenant", "stored rows", actor, text, exhibit, TimelineEntry.Lane.ATTACKER, confidence, true);
    }
}
