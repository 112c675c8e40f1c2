package dev.cordon.report;

import dev.cordon.incident.Word;
import dev.cordon.investigation.reconstruction.Looked;
import dev.cordon.investigation.reconstruction.OutgoingMail;
import dev.cordon.investigation.reconstruction.Reconstruction;
import dev.cordon.investigation.reconstruction.TracedMail;
import dev.cordon.investigation.reconstruction.TracedMail.Hand;
import dev.cordon.investigation.reconstruction.TracedMail.Kind;
import dev.cordon.investigation.records.LogRecord.Log;
import dev.cordon.report.document.Block;
import dev.cordon.report.document.Block.Row;
import dev.cordon.report.document.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Of section 3 and its annex: what left a mailbox while the attacker was in it, as the message trace has it. */
final class TraceRows {
    private static final int MOST_NAMED = 5;

    private final LogReading reading;
    private final Reconstruction found;
    private final Looked trace;

    private TraceRows(ReportSource source, Reconstruction found) {
        this.reading = LogReading.of(source, Log.MESSAGE_TRACE);
        this.found = found;
        this.trace = found.looked(Log.MESSAGE_TRACE);
    }

    static List<Block> of(ReportSource source, Reconstruction found) {
        return new TraceRows(source, found).blocks();
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(reading.notice());
        blocks.add(new Block.Table(
                "Mail that left while the attacker was in the mailbox (the message trace knows no session and no hand)",
                List.of("Mailbox", "From (UTC)", "Until (UTC)", "Sent", "Forwarded by the attacker", "To"),
                found.outgoing().stream().map(this::mailbox).toList(),
                nothing()));
        if (!found.outgoing().isEmpty()) {
            blocks.add(new Block.Paragraph(basis()));
        }
        return blocks;
    }

    private List<Inline> basis() {
        List<Inline> basis = new ArrayList<>();
        basis.add(
                new Inline.Text(
                        "Copies of sent mail can be deleted, the trace cannot. Take what is not shown to be somebody"
                                + " else's for the attacker's. The time ends an hour after the attacker was last seen there. Looked for under"));
        found.outgoing().stream()
                .flatMap(mailbox -> mailbox.addresses().stream())
                .distinct()
                .forEach(address -> basis.add(new Inline.Value(address)));
        basis.add(new Inline.Text("and no other address, in " + reach() + "."));
        return basis;
    }

    private String nothing() {
        if (trace.rows() > 0) {
            return "The attacker is not shown to have been in any mailbox, so no mail is named, of " + reach() + ".";
        }
        return reading.isWhole()
                ? "The message trace" + reading.caution()
                        + " was read and had no row of that time, so it names no mail."
                : "Not looked at: the incident holds no row of the message trace. A mail whose copy was deleted, and what was"
                        + " forwarded, is named by nothing else.";
    }

    private String reach() {
        return reading.looked(trace);
    }

    private Row mailbox(OutgoingMail mailbox) {
        List<TracedMail> sent = of(mailbox, Kind.SENT);
        List<TracedMail> forwarded = of(mailbox, Kind.FORWARDED);
        long his = sent.stream().filter(mail -> mail.hand() == Hand.ATTACKER).count();
        String hands = sent.isEmpty()
                ? "None found."
                : Words.count(sent.size(), "mail", "mails") + ": " + his + " shown to be the attacker's, of "
                        + (sent.size() - his) + " no row shows whose hand it was.";
        String others = mailbox.usersOwn() == 0
                ? ""
                : " " + mailbox.usersOwn() + " more, left out, are shown to be somebody else's by the audit log.";
        return Row.of(
                Inline.value(mailbox.mailbox()),
                Inline.time(mailbox.from()),
                Inline.time(mailbox.until()),
                Inline.text(hands + others),
                Inline.text(forwarded.isEmpty() ? "none found" : Words.count(forwarded.size(), "mail", "mails")),
                named(mailbox.mails().stream().flatMap(mail -> mail.recipients().stream())));
    }

    private static List<TracedMail> of(OutgoingMail mailbox, Kind kind) {
        return mailbox.mails().stream().filter(mail -> mail.kind() == kind).toList();
    }

    /** The first of them, and how many more there are. */
    static List<Inline> named(Stream<String> names) {
        List<String> all = names.filter(name -> !name.isBlank()).distinct().toList();
        List<Inline> named = new ArrayList<>();
        all.stream().limit(MOST_NAMED).forEach(name -> named.add(new Inline.Value(name)));
        if (all.size() > MOST_NAMED) {
            named.add(new Inline.Text("and " + (all.size() - MOST_NAMED) + " more"));
        }
        return named.isEmpty() ? Inline.text("–") : named;
    }

    /** Each mail with its row. */
    static List<Row> index(Reconstruction found) {
        return found.outgoing().stream()
                .flatMap(mailbox -> mailbox.mails().stream().map(mail -> mail(mailbox, mail)))
                .toList();
    }

    private static Row mail(OutgoingMail mailbox, TracedMail mail) {
        List<Inline> said = new ArrayList<>();
        said.add(mail.subject().isBlank() ? new Inline.Text("no subject") : new Inline.Value(mail.subject()));
        if (!mail.internetMessageId().isBlank()) {
            said.add(new Inline.Value(mail.internetMessageId()));
        }
        mail.statuses().stream().limit(MOST_NAMED).forEach(status -> said.add(new Inline.Value(status)));
        return Row.of(
                Inline.time(mail.shownBy().at()),
                Inline.value(mailbox.mailbox()),
                Inline.text(Word.of(mail.kind()) + hand(mail)),
                named(mail.recipients().stream()),
                said,
                StoredRows.row(mail.shownBy()));
    }

    private static String hand(TracedMail mail) {
        return switch (mail.hand()) {
            case ATTACKER ->
                switch (mail.kind()) {
                    case SENT -> " by the attacker, as the audit log shows";
                    case FORWARDED -> " to where the attacker had it sent";
                };
            case NOT_SHOWN -> "; no row shows whose hand it was";
        };
    }
}
