package dev.cordon.report;

import dev.cordon.incident.Word;
import dev.cordon.investigation.reconstruction.AccessedMessage;
import dev.cordon.investigation.reconstruction.MailAccess;
import dev.cordon.investigation.reconstruction.MailAct;
import dev.cordon.investigation.reconstruction.Reconstructed;
import dev.cordon.investigation.reconstruction.Reconstruction;
import dev.cordon.report.document.Block;
import dev.cordon.report.document.Block.Row;
import dev.cordon.report.document.Document.Section;
import dev.cordon.report.document.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Each message the attacker accessed, each act and each mail that left, with its row: what those who must be told are found by. Behind all that is to be read. */
final class MailIndex {
    /** A page holds about thirty: whoever needs more reads the document of {@code incident attack}. */
    private static final int MOST = 500;

    private MailIndex() {}

    /** The annex; empty where the rows name nothing. */
    static Optional<Section> of(ReportSource source) {
        return source.reconstructed()
                .filter(one -> names(one.reconstruction()))
                .map(one -> new Section("mail-index", "Annex: mail, row by row", blocks(one)));
    }

    private static boolean names(Reconstruction found) {
        return !found.acts().isEmpty()
                || found.outgoing().stream()
                        .anyMatch(mailbox -> !mailbox.mails().isEmpty())
                || found.access().stream().anyMatch(access -> !access.named().isEmpty());
    }

    private static List<Block> blocks(Reconstructed reconstructed) {
        Reconstruction found = reconstructed.reconstruction();
        List<Row> messages = found.access().stream()
                .flatMap(access -> access.named().stream().map(message -> message(access, message)))
                .toList();
        List<Row> acts = found.acts().stream().map(MailIndex::act).toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(
                "Messages the attacker accessed",
                List.of("First (UTC)", "Mailbox", "Subject", "Message id", "Folder", "Shown by"),
                messages.stream().limit(MOST).toList(),
                "The rows name none."));
        StoredRows.more(blocks, messages.size(), MOST, reconstructed);
        blocks.add(new Block.Table(
                "Searched for, forwarded, sent and deleted",
                List.of("Time (UTC)", "What", "Mailbox", "Of it the row says", "From", "Shown by"),
                acts.stream().limit(MOST).toList(),
                "The rows show none."));
        StoredRows.more(blocks, acts.size(), MOST, reconstructed);
        List<Row> left = TraceRows.index(found);
        blocks.add(new Block.Table(
                "Mail that left while the attacker was in the mailbox, by the message trace",
                List.of("Time (UTC)", "Mailbox", "How, and whose hand", "To", "Of it the trace says", "Shown by"),
                left.stream().limit(MOST).toList(),
                "The rows show none."));
        StoredRows.more(blocks, left.size(), MOST, reconstructed);
        return blocks;
    }

    private static Row message(MailAccess access, AccessedMessage message) {
        return Row.of(
                Inline.time(message.first()),
                Inline.value(access.mailbox()),
                message.subject().isBlank() ? Inline.text("not recorded") : Inline.value(message.subject()),
                Inline.value(message.internetMessageId()),
                Inline.value(String.join(", ", message.folders())),
                StoredRows.row(message.shownBy()));
    }

    private static Row act(MailAct act) {
        List<Inline> said = new ArrayList<>();
        for (String text : List.of(act.text(), act.subject(), act.internetMessageId(), act.folder())) {
            if (!text.isBlank()) {
                said.add(new Inline.Value(text));
            }
        }
        return Row.of(
                Inline.time(act.shownBy().at()),
                Inline.text(Word.of(act.kind()) + ", " + act.operation() + (act.failed() ? ", failed" : "")),
                act.mailbox().isEmpty() ? Inline.text("everybody's") : Inline.value(act.mailbox()),
                said.isEmpty() ? Inline.text("nothing") : said,
                Inline.value(act.address()),
                StoredRows.row(act.shownBy()));
    }
}
