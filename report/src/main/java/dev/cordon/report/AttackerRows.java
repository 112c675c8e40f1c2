package dev.cordon.report;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.Party;
import dev.cordon.incident.TraceKind;
import dev.cordon.incident.Word;
import dev.cordon.investigation.reconstruction.DirectoryAct;
import dev.cordon.investigation.reconstruction.FileAct;
import dev.cordon.investigation.reconstruction.Judged;
import dev.cordon.investigation.reconstruction.MailAccess;
import dev.cordon.investigation.reconstruction.MailAct;
import dev.cordon.investigation.reconstruction.OutgoingMail;
import dev.cordon.investigation.reconstruction.Reconstruction;
import dev.cordon.investigation.reconstruction.RefusedSignIns;
import dev.cordon.investigation.reconstruction.RowRef;
import dev.cordon.investigation.reconstruction.Touched;
import dev.cordon.investigation.reconstruction.TracedMail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the stored rows show of the attacker as lines of the timeline: one for each thing he did, not for each row. */
final class AttackerRows {
    private static final int MOST_NAMED = 5;

    private AttackerRows() {}

    static List<TimelineEntry> of(Reconstruction found) {
        List<TimelineEntry> entries = new ArrayList<>();
        found.judged().stream()
                .filter(one -> one.party() == Party.ATTACKER && !isOnlySession(one))
                .collect(Collectors.groupingBy(Judged::of, () -> new EnumMap<>(TraceKind.class), Collectors.toList()))
                .forEach((of, all) -> entries.addAll(seen(of, all)));
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
        found.refused().forEach(refused -> entries.add(entry(refused.shownBy(), refused(refused))));
        found.touched().stream()
                .filter(touched -> !touched.isOnlyRefusedSignIn())
                .collect(Collectors.groupingBy(AttackerRows::kindOfTouch, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(alike -> entries.add(entry(earliest(alike).shownBy().getFirst(), touched(alike))));
        return entries;
    }

    /** A sign-in that was refused has an id of a session that never was: it stands among the refused. */
    private static boolean isOnlySession(Judged one) {
        return one.of() == TraceKind.SESSION && one.isOnlyRefused();
    }

    private static String refused(RefusedSignIns refused) {
        Instant first = refused.shownBy().at();
        return "REFUSED: " + Words.count(refused.rows(), "sign-in", "sign-ins") + " from "
                + (refused.address().isBlank() ? "an unknown address" : refused.address())
                + (refused.rows() == 1 ? "" : " between " + Words.time(first) + " and " + Words.time(refused.last()))
                + as(refused.accounts()) + "; none got in. By the rows of the " + Words.log(refused.log()) + ".";
    }

    private static String as(List<String> accounts) {
        int more = accounts.size() - MOST_NAMED;
        return accounts.isEmpty()
                ? ""
                : " as " + accounts.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                        + (more > 0 ? " and others" : "");
    }

    /** Few are told one by one; of many their number. */
    private static List<TimelineEntry> seen(TraceKind of, List<Judged> all) {
        if (all.size() <= MOST_NAMED) {
            return all.stream()
                    .map(one -> entry(one.first(), seen(one), Optional.empty()))
                    .toList();
        }
        Instant first = all.stream().map(Judged::first).min(Instant::compareTo).orElseThrow();
        Instant last = all.stream().map(Judged::last).max(Instant::compareTo).orElseThrow();
        long rows = all.stream().mapToLong(Judged::rows).sum();
        return List.of(entry(
                first,
                "First row of " + all.size() + " " + plural(of) + ", among them "
                        + all.stream().limit(MOST_NAMED).map(Judged::value).collect(Collectors.joining(", ")) + "; "
                        + Words.count(rows, "row", "rows") + " until " + Words.time(last)
                        + ". Each stands in section 3.",
                Optional.empty()));
    }

    private static String plural(TraceKind of) {
        return switch (of) {
            case ADDRESS -> "addresses";
            case SESSION -> "sessions";
            case DEVICE -> "devices";
        };
    }

    private static String seen(Judged one) {
        return "First row of the " + Word.of(one.of()) + " " + one.value() + "; "
                + Words.count(one.rows(), "row", "rows") + " until " + Words.time(one.last())
                + (one.refused() == 0
                        ? "."
                        : ", " + (one.isOnlyRefused() ? "all" : one.refused()) + " of them refused sign-ins.");
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

    private static List<String> kindOfTouch(Touched touched) {
        return List.of(
                Word.of(touched.kind()),
                String.join(", ", touched.operations()),
                Boolean.toString(touched.succeeded()));
    }

    private static Touched earliest(List<Touched> alike) {
        return alike.stream().min(Comparator.comparing(Touched::first)).orElseThrow();
    }

    /** What he did in the same way to many is one line. */
    private static String touched(List<Touched> alike) {
        Touched one = earliest(alike);
        int more = alike.size() - MOST_NAMED;
        String names = alike.stream().limit(MOST_NAMED).map(Touched::name).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
        Instant last = alike.stream().map(Touched::last).max(Instant::compareTo).orElse(one.last());
        return (one.succeeded() ? "Touched the " : "WITHOUT SUCCESS: tried the ")
                + Word.of(one.kind()).replace('-', ' ') + " " + names + ": " + String.join(", ", one.operations())
                + (alike.size() == 1 ? "." : "; until " + Words.time(last) + ". Each stands in section 3.");
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
