package dev.cordon.cli.incident;

import dev.cordon.cli.screen.Amount;
import dev.cordon.cli.screen.Printable;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.Party;
import dev.cordon.incident.Word;
import dev.cordon.investigation.reconstruction.AccessedMessage;
import dev.cordon.investigation.reconstruction.Bound;
import dev.cordon.investigation.reconstruction.Clue;
import dev.cordon.investigation.reconstruction.DirectoryAct;
import dev.cordon.investigation.reconstruction.FileAct;
import dev.cordon.investigation.reconstruction.FileBound;
import dev.cordon.investigation.reconstruction.Judged;
import dev.cordon.investigation.reconstruction.Looked;
import dev.cordon.investigation.reconstruction.MailAccess;
import dev.cordon.investigation.reconstruction.MailAct;
import dev.cordon.investigation.reconstruction.Offer;
import dev.cordon.investigation.reconstruction.OurActs;
import dev.cordon.investigation.reconstruction.OutgoingMail;
import dev.cordon.investigation.reconstruction.Reconstructed;
import dev.cordon.investigation.reconstruction.Reconstruction;
import dev.cordon.investigation.reconstruction.RowRef;
import dev.cordon.investigation.reconstruction.Touched;
import dev.cordon.investigation.reconstruction.TouchedFiles;
import dev.cordon.investigation.reconstruction.TracedMail;
import dev.cordon.investigation.reconstruction.UnnamedRole;
import dev.cordon.investigation.records.LogRecord.Log;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The reconstruction for a tired reader: what it stands on, who, what he had, what he may have had, what else. */
final class AttackLines {
    private static final int MOST = 20;

    private final Reconstructed reconstructed;
    private final Reconstruction found;

    AttackLines(Reconstructed reconstructed) {
        this.reconstructed = reconstructed;
        this.found = reconstructed.reconstruction();
    }

    void show(Screen screen) {
        screen.line(Tone.HEADING, "What the attacker did, as far as the stored rows tell");
        missing(screen);
        ReachWords.notWhole(screen, reconstructed);
        if (!reconstructed.looked()) {
            nothing(screen);
            return;
        }
        screen.paragraph(Tone.QUIET, "Looked at: " + looked() + "." + gaps());
        screen.blank();
        parties(screen);
        screen.blank();
        access(screen);
        for (MailAct.Kind kind : MailAct.Kind.values()) {
            acts(screen, kind);
        }
        outgoing(screen);
        screen.blank();
        files(screen);
        screen.blank();
        directory(screen);
        screen.blank();
        touched(screen);
    }

    private void missing(Screen screen) {
        if (!reconstructed.damaged().isEmpty()) {
            screen.paragraph(
                    Tone.BAD,
                    "Damaged evidence: " + named(reconstructed.damaged())
                            + ". What they name beyond their rows is not in this. 'cordon evidence verify' says what is wrong.");
        }
        if (!reconstructed.unreadSummaries().isEmpty()) {
            screen.paragraph(
                    Tone.CAUTION,
                    "Summaries of the sign-in log that could not be read: " + named(reconstructed.unreadSummaries())
                            + ". The addresses they name are not in this; another version of Cordon may have written them.");
        }
        List<String> places = reconstructed.unreadPlaces();
        if (!places.isEmpty()) {
            screen.paragraph(
                    Tone.CAUTION,
                    "Collections that cannot go on: "
                            + places.stream().limit(MOST).map(Printable::name).collect(Collectors.joining(", "))
                            + (places.size() > MOST ? " and " + (places.size() - MOST) + " more" : "")
                            + ". What they brought is in this, but the place from which they go on was changed, or a newer version of Cordon"
                            + " wrote it. 'cordon incident collect " + reconstructed.incident()
                            + " --anew TEXT' leaves the places and begins anew.");
        }
    }

    private static String named(List<ExhibitId> exhibits) {
        return exhibits.stream().limit(MOST).map(ExhibitId::value).collect(Collectors.joining(", "))
                + (exhibits.size() > MOST ? " and " + (exhibits.size() - MOST) + " more" : "");
    }

    private void nothing(Screen screen) {
        screen.paragraph(
                Tone.CAUTION,
                "Nothing was looked at: this incident holds no rows of a log, so nothing can be said of what he did."
                        + gaps());
        screen.paragraph(
                Tone.PLAIN,
                "'cordon incident collect " + reconstructed.incident()
                        + "' brings the logs of an incident that was responded to; 'cordon evidence import FILE --incident "
                        + reconstructed.incident()
                        + "' takes in an audit log or sign-ins that you exported. What the response saw by itself: 'cordon incident timeline "
                        + reconstructed.incident() + "'.");
    }

    private void parties(Screen screen) {
        screen.line(Tone.HEADING, "Who");
        if (found.judged().stream().noneMatch(one -> one.party() == Party.ATTACKER)) {
            screen.paragraph(
                    Tone.CAUTION,
                    "No address and no session is shown to be the attacker's. That is no proof that he was not there.");
        }
        listed(screen, of(Party.ATTACKER), Tone.BAD, AttackLines::party);
        listed(screen, of(Party.UNKNOWN), Tone.CAUTION, AttackLines::party);
        listed(screen, of(Party.OURS), Tone.QUIET, AttackLines::party);
        listed(screen, of(Party.USER), Tone.QUIET, AttackLines::party);
        screen.paragraph(
                Tone.PLAIN,
                Amount.of(found.attackerRows(), "row is", "rows are") + " the attacker's; of " + found.unknownRows()
                        + " nobody can say whose they are, in " + looked()
                        + ". You know better? 'cordon incident attribute "
                        + reconstructed.incident()
                        + " --address IP --to mine|user|attacker|unknown --because TEXT' stands above it.");
        ours(screen);
    }

    /** Whoever holds our certificate acts in our name: what the journal does not account for is shown, whoever it was. */
    private void ours(Screen screen) {
        OurActs ours = found.ours();
        if (ours.rows() > 0) {
            screen.paragraph(
                    Tone.QUIET,
                    Amount.of(ours.rows(), "row shows", "rows show")
                            + " what was done with the identity of Cordon's own application, by its ids, while it was at work here.");
        }
        if (!ours.outside().isEmpty()) {
            screen.paragraph(
                    Tone.CAUTION,
                    "With the identity of Cordon's application, but not while this incident's journal shows it at work: the"
                            + " response to another incident, or somebody who stole its credential. Find out which:");
            listed(screen, ours.outside(), Tone.CAUTION, AttackLines::outside);
        }
    }

    private static String outside(OurActs.Outside act) {
        return act.operation() + ", " + Amount.of(act.rows(), "row", "rows") + " of the "
                + Word.of(act.log()).replace('-', ' ') + ", "
                + time(act.shownBy().at()) + " to " + time(act.last())
                + (act.targets().isEmpty() ? "" : ", on " + String.join(", ", act.targets()))
                + (act.address().isBlank() ? ", no address" : " from " + act.address()) + place(act.shownBy());
    }

    private List<Judged> of(Party party) {
        return found.judged().stream().filter(one -> one.party() == party).toList();
    }

    private static String party(Judged judged) {
        String why = judged.clues().stream().map(Clue::text).limit(3).collect(Collectors.joining(" "));
        return whose(judged.party())
                + ": " + Word.of(judged.of()) + " " + judged.value() + ", " + Amount.of(judged.rows(), "row", "rows")
                + (judged.refused() == 0
                        ? ""
                        : " (" + (judged.isOnlyRefused() ? "all" : judged.refused() + " of them")
                                + " refused sign-ins)")
                + " "
                + time(judged.first()) + " to " + time(judged.last()) + ". "
                + (why.isEmpty() ? "Nothing speaks for anybody." : why);
    }

    static String whose(Party party) {
        return switch (party) {
            case ATTACKER -> "the attacker's";
            case USER -> "the user's";
            case OURS -> "ours";
            case UNKNOWN -> "unknown";
        };
    }

    private void access(Screen screen) {
        screen.line(Tone.HEADING, "Mail accessed (accessed is not read: the log knows no more)");
        if (found.access().isEmpty()) {
            screen.paragraph(Tone.PLAIN, none("no access of mail by the attacker") + unrecorded());
        }
        for (MailAccess access : found.access()) {
            screen.paragraph(
                    access.named().isEmpty() ? Tone.PLAIN : Tone.BAD,
                    "Mailbox " + access.mailbox() + ": "
                            + (access.named().isEmpty()
                                    ? none("no message named") + unrecorded()
                                    : Amount.of(access.named().size(), "message", "messages")
                                            + " named, accessed at least "
                                            + Amount.of(access.accesses(), "time", "times") + " (" + access.mentions()
                                            + " with repeats within two minutes), in "
                                            + ReachWords.looked(reconstructed, Log.AUDIT_LOG) + "."));
            listed(screen, access.named(), Tone.PLAIN, AttackLines::message);
            listed(screen, access.bounds(), Tone.CAUTION, AttackLines::bound);
        }
    }

    private static String message(AccessedMessage message) {
        return time(message.first()) + "  "
                + (message.subject().isBlank() ? "(subject not recorded)" : message.subject())
                + "  " + message.internetMessageId() + " in "
                + (message.folders().isEmpty() ? "a folder not named" : String.join(", ", message.folders()))
                + place(message.shownBy());
    }

    private static String bound(Bound bound) {
        return switch (bound) {
            case Bound.WholeFolder whole ->
                "Take every message that lay in "
                        + (whole.folder().isBlank() ? "a folder that is not named, so any folder," : whole.folder())
                        + " for accessed: fetched whole " + Amount.of(whole.times(), "time", "times") + ", "
                        + time(whole.from()) + " to "
                        + time(whole.last()) + place(whole.shownBy());
            case Bound.Throttled throttled ->
                "Take the whole mailbox for accessed from " + time(throttled.from()) + " to " + time(throttled.end())
                        + ": there were so many accesses that single ones were not recorded"
                        + place(throttled.shownBy());
            case Bound.Unnamed unnamed ->
                "At least " + Amount.of(unnamed.accesses(), "message", "messages")
                        + " more, which the log does not name, " + time(unnamed.from()) + " to " + time(unnamed.last())
                        + ".";
            case Bound.NotAttributed not ->
                Amount.of(not.rows(), "row of accesses", "rows of accesses")
                        + ", of which nobody can say whose, may be his too, from "
                        + String.join(", ", not.addresses()) + ", " + time(not.from()) + " to " + time(not.last())
                        + ".";
            case Bound.SentOn sent ->
                sent.destination().isBlank()
                        ? "A rule was made or changed at " + time(sent.from())
                                + " and the row does not say what it does: take what arrived from then on for sent on"
                                + place(sent.shownBy())
                        : "Take what arrived from " + time(sent.from()) + " on for sent to " + sent.destination()
                                + ", as long as that stood" + place(sent.shownBy());
            case Bound.NotRecorded not ->
                "Not one access stands in the rows, by anybody: it is not shown that accesses were recorded. From "
                        + time(not.from()) + " on nothing can be excluded.";
            case Bound.AfterTheRows after ->
                "What happened after " + time(after.from()) + " is not in the rows, or not wholly.";
        };
    }

    private void acts(Screen screen, MailAct.Kind kind) {
        List<MailAct> acts = found.acts(kind);
        screen.line(Tone.HEADING, "Mail " + Word.of(kind));
        if (acts.isEmpty()) {
            screen.paragraph(Tone.PLAIN, none("none"));
        }
        if (!acts.isEmpty()) {
            screen.paragraph(
                    Tone.QUIET,
                    Amount.of(acts.size(), "time", "times") + ", in " + ReachWords.looked(reconstructed, Log.AUDIT_LOG)
                            + ":");
        }
        listed(screen, acts, Tone.BAD, AttackLines::act);
        if (kind == MailAct.Kind.FORWARDED && !acts.isEmpty()) {
            screen.paragraph(
                    Tone.CAUTION, "What went there stands in the message trace, as far as it was looked at: below.");
        }
    }

    private static String act(MailAct act) {
        String what = List.of(act.subject(), act.internetMessageId(), act.text(), act.folder()).stream()
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("  "));
        return time(act.shownBy().at()) + "  " + act.operation() + (act.failed() ? " (failed)" : "") + "  "
                + (what.isEmpty() ? "(the row names nothing)" : what)
                + (act.mailbox().isEmpty() ? ", everybody's mail" : " of " + act.mailbox())
                + place(act.shownBy());
    }

    private void outgoing(Screen screen) {
        screen.line(
                Tone.HEADING,
                "Mail that left while he was in a mailbox (the message trace knows no session and no hand)");
        Looked trace = found.looked(Log.MESSAGE_TRACE);
        if (trace.rows() == 0) {
            screen.paragraph(
                    Tone.CAUTION,
                    "Not looked at: the incident holds no row of the message trace. A mail whose copy he deleted, and what was forwarded, is"
                            + " named by nothing else. 'cordon evidence import FILE --incident "
                            + reconstructed.incident() + "' takes a trace.");
            return;
        }
        if (found.outgoing().isEmpty()) {
            screen.paragraph(
                    Tone.PLAIN,
                    "He is not shown to have been in any mailbox, so no mail is named, of "
                            + ReachWords.looked(reconstructed, Log.MESSAGE_TRACE) + ".");
        }
        found.outgoing().forEach(mailbox -> outgoing(screen, mailbox));
    }

    private void outgoing(Screen screen, OutgoingMail mailbox) {
        String time = "Mailbox " + mailbox.mailbox() + ", from " + time(mailbox.from()) + " to " + time(mailbox.until())
                + " (an hour after he was last seen there): ";
        String others = mailbox.usersOwn() == 0
                ? ""
                : " " + mailbox.usersOwn() + " more are shown not to be his by the audit log.";
        String looked = " Looked for under " + String.join(", ", mailbox.addresses())
                + (mailbox.addresses().size() == 1 ? " only, in " : ", in ")
                + ReachWords.looked(reconstructed, Log.MESSAGE_TRACE) + ".";
        screen.paragraph(
                mailbox.mails().isEmpty() ? Tone.PLAIN : Tone.BAD,
                time
                        + (mailbox.mails().isEmpty()
                                ? "none found."
                                : Amount.of(mailbox.mails().size(), "mail", "mails")
                                        + "; take those that are not shown to be his for his too.")
                        + others
                        + looked);
        listed(screen, mailbox.mails(), Tone.BAD, AttackLines::mail);
    }

    private static String mail(TracedMail mail) {
        return time(mail.shownBy().at()) + "  " + Word.of(mail.kind()) + " to " + String.join(", ", mail.recipients())
                + "  "
                + (mail.subject().isBlank() ? "(no subject in the trace)" : mail.subject())
                + (mail.internetMessageId().isBlank() ? "" : "  " + mail.internetMessageId())
                + (mail.statuses().isEmpty() ? "" : "  (" + String.join(", ", mail.statuses()) + ")")
                + switch (mail.hand()) {
                    case ATTACKER -> mail.kind() == TracedMail.Kind.SENT ? "; sent by him, as the audit log shows" : "";
                    case NOT_SHOWN -> "; whose hand sent it no row shows";
                }
                + place(mail.shownBy());
    }

    private void files(Screen screen) {
        screen.line(Tone.HEADING, "Files in SharePoint and OneDrive (accessed is not read: the log knows no more)");
        TouchedFiles files = found.files();
        if (files.acts().isEmpty()) {
            screen.paragraph(
                    Tone.PLAIN,
                    none("no file touched by the attacker")
                            + (found.looked(Log.AUDIT_LOG).rows() == 0
                                    ? ""
                                    : " " + Amount.of(files.rows(), "row is", "rows are")
                                            + " about files, by anybody."));
        }
        for (FileAct.Kind kind : FileAct.Kind.values()) {
            List<FileAct> acts = files.acts(kind);
            if (!acts.isEmpty()) {
                screen.paragraph(
                        Tone.BAD,
                        Amount.of(acts.size(), "file", "files") + " " + Word.of(kind) + ", in "
                                + ReachWords.looked(reconstructed, Log.AUDIT_LOG) + ":");
                listed(screen, acts, Tone.BAD, AttackLines::fileAct);
            }
        }
        listed(screen, files.bounds(), Tone.CAUTION, AttackLines::fileBound);
    }

    private static String fileAct(FileAct act) {
        return time(act.shownBy().at()) + "  " + String.join(", ", act.operations())
                + (act.succeeded() ? "" : " (failed)") + "  "
                + (act.file().isBlank() ? "(the rows name no file)" : act.file())
                + (act.with().isBlank() ? "" : "  with " + act.with())
                + (act.rows() == 1 ? "" : ", " + act.rows() + " rows until " + time(act.last()))
                + place(act.shownBy());
    }

    private static String fileBound(FileBound bound) {
        return switch (bound) {
            case FileBound.WholeFolder whole ->
                whole.shared()
                        ? "Take everything in " + whole.folder() + " for shared from " + time(whole.from())
                                + " on, until that is taken back" + place(whole.shownBy())
                        : "Take everything in " + whole.folder() + " for accessed: it is no single file, "
                                + time(whole.from()) + " to " + time(whole.last()) + place(whole.shownBy());
            case FileBound.OpenLink link ->
                "Take " + (link.file().isBlank() ? "a file that is not named" : link.file())
                        + " for open to whoever has the link he made at " + time(link.from())
                        + ", until that is removed: no row says who used it" + place(link.shownBy());
            case FileBound.NotAttributed not ->
                Amount.of(not.rows(), "row about files", "rows about files")
                        + ", of which nobody can say whose, may be his too, from "
                        + String.join(", ", not.addresses()) + ", " + time(not.from()) + " to " + time(not.last())
                        + ".";
            case FileBound.NotRecorded not ->
                "Not one row is about a file, by anybody: it is not shown that they were recorded, or may be read. From "
                        + time(not.from()) + " on nothing can be excluded.";
            case FileBound.AfterTheRows after ->
                "What happened after " + time(after.from()) + " is not in the rows, or not wholly.";
        };
    }

    private void directory(Screen screen) {
        screen.line(Tone.HEADING, "What was done in the directory");
        Looked audit = found.looked(Log.DIRECTORY_AUDIT);
        List<DirectoryAct> his = directory(Party.ATTACKER);
        List<DirectoryAct> unknown = directory(Party.UNKNOWN);
        if (audit.rows() == 0) {
            screen.paragraph(
                    Tone.CAUTION,
                    "Not looked at: the incident holds no row of the directory's audit." + auditOfDirectory());
        } else if (his.isEmpty()) {
            screen.paragraph(
                    Tone.PLAIN,
                    "Found: nothing by the attacker, in " + ReachWords.looked(reconstructed, Log.DIRECTORY_AUDIT)
                            + ".");
        } else {
            screen.paragraph(
                    Tone.QUIET,
                    Amount.of(his.size(), "act", "acts") + " of his, in "
                            + ReachWords.looked(reconstructed, Log.DIRECTORY_AUDIT) + ":");
        }
        listed(screen, his, Tone.BAD, AttackLines::directoryAct);
        if (!unknown.isEmpty()) {
            screen.paragraph(
                    Tone.CAUTION,
                    Amount.of(unknown.size(), "act", "acts")
                            + " by or to the account since he was first seen, of which nobody can say whose hand it was:");
        }
        listed(screen, unknown, Tone.CAUTION, AttackLines::directoryAct);
    }

    private String auditOfDirectory() {
        long rows = found.auditOfDirectory();
        return rows == 0
                ? ""
                : " " + Amount.of(rows, "row of the audit log shows", "rows of the audit log show")
                        + " what he did in the directory: what they touched is listed below, under what else he touched, and every"
                        + " row by 'cordon incident timeline " + reconstructed.incident() + "'.";
    }

    private List<DirectoryAct> directory(Party party) {
        return found.directoryActs().stream()
                .filter(act -> act.party() == party)
                .toList();
    }

    private static String directoryAct(DirectoryAct act) {
        return time(act.shownBy().at()) + "  " + act.operation() + (act.failed() ? " (failed)" : "") + "  "
                + (act.targets().isEmpty() ? "(the row names nothing)" : String.join(", ", act.targets())) + " by "
                + (act.actor().isBlank() ? "nobody named" : act.actor())
                + (act.address().isBlank() ? ", no address" : " from " + act.address())
                + (act.result().isBlank() ? "" : " (" + act.result() + ")") + place(act.shownBy());
    }

    private void touched(Screen screen) {
        screen.line(Tone.HEADING, "What else he touched");
        if (found.touched().isEmpty() && found.unnamedRoles().isEmpty()) {
            screen.paragraph(
                    Tone.PLAIN, "Found: no other account, mailbox, application, device or group, in " + looked() + ".");
        }
        listed(screen, reconstructed.offers(), Tone.BAD, AttackLines::touched);
        listed(screen, found.unnamedRoles(), Tone.BAD, this::unnamed);
        if (!reconstructed.offers().isEmpty()) {
            screen.paragraph(
                    Tone.PLAIN, "None of these commands is run by itself. --linked-with ties both incidents together.");
        }
        if (found.spared() > 0) {
            screen.paragraph(
                    Tone.QUIET,
                    Amount.of(found.spared(), "account is", "accounts are")
                            + " usually at an address of his and not named for that alone.");
        }
    }

    private static String touched(Offer offer) {
        Touched touched = offer.touched();
        return Word.of(touched.kind()) + " " + Printable.name(touched.name())
                + (touched.holders().isEmpty() ? "" : " of " + String.join(", ", touched.holders()))
                + (touched.succeeded() ? "" : " (tried without success)")
                + ": "
                + String.join(", ", touched.operations()) + ", " + Amount.of(touched.rows(), "row", "rows") + ", "
                + time(touched.first())
                + " to "
                + time(touched.last()) + place(touched.shownBy().getFirst())
                + ". Next: "
                + offer.command().orElse("find out whose it is; the rows name nobody that a command takes");
    }

    private String unnamed(UnnamedRole role) {
        return "a role that could not be named"
                + (role.failed() ? " (tried without success)" : "") + ": " + role.operation() + " on "
                + (role.object().isBlank() ? "(the row names nobody)" : role.object()) + " by "
                + (role.actor().isBlank() ? "nobody named" : role.actor()) + ", "
                + time(role.shownBy().at()) + place(role.shownBy())
                + (reconstructed.isDamaged(role.shownBy())
                        ? ". Exhibit " + role.shownBy().exhibit()
                                + " is damaged, and which role it was stands in it alone: 'cordon evidence verify' says what is wrong."
                        : ". The row does not say which.");
    }

    private static <T> void listed(Screen screen, List<T> all, Tone tone, Function<T, String> text) {
        all.stream().limit(MOST).forEach(one -> screen.paragraph(tone, text.apply(one)));
        if (all.size() > MOST) {
            screen.paragraph(tone, "and " + (all.size() - MOST) + " more; all of them: --json");
        }
    }

    /** "None" is never said without what was looked at. */
    private String none(String what) {
        Looked audit = found.looked(Log.AUDIT_LOG);
        if (audit.rows() == 0) {
            return "Not looked at: the incident holds no row of the audit log.";
        }
        return "Found: " + what + ", in " + ReachWords.looked(reconstructed, Log.AUDIT_LOG) + ".";
    }

    private String unrecorded() {
        Looked audit = found.looked(Log.AUDIT_LOG);
        return audit.rows() > 0 && audit.accesses() == 0 ? " None of them is an access of mail by anybody." : "";
    }

    private String looked() {
        return found.looked().stream()
                .map(one -> Amount.of(one.rows(), "row", "rows") + " of the " + ReachWords.name(one.log())
                        + one.first().map(first -> " from " + time(first)).orElse("")
                        + ReachWords.until(reconstructed, one))
                .collect(Collectors.joining("; "));
    }

    private String gaps() {
        return (reconstructed.followed().isEmpty()
                        ? ""
                        : " NOT ALL WAS BROUGHT: "
                                + reconstructed.followed().stream()
                                        .map(ExhibitId::value)
                                        .collect(Collectors.joining(", "))
                                + (reconstructed.followed().size() == 1 ? " says" : " say")
                                + " that another page follows, which is not there.")
                + (reconstructed.unreadable() > 0
                        ? " " + Amount.of(reconstructed.unreadable(), "row", "rows") + " could not be read."
                        : "")
                + (reconstructed.withoutDetail() > 0
                        ? " " + Amount.of(reconstructed.withoutDetail(), "row names", "rows name") + " no messages."
                        : "")
                + (reconstructed.looked()
                        ? " Whether the files hold everything that happened in that time, nobody can say from them."
                        : "");
    }

    private static String place(RowRef row) {
        return " [" + row.exhibit() + " row " + row.row() + "]";
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
