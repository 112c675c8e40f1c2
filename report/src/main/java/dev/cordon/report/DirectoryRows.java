package dev.cordon.report;

import dev.cordon.incident.Party;
import dev.cordon.investigation.reconstruction.DirectoryAct;
import dev.cordon.investigation.reconstruction.Looked;
import dev.cordon.investigation.reconstruction.Reconstructed;
import dev.cordon.investigation.reconstruction.Reconstruction;
import dev.cordon.investigation.records.LogRecord.Log;
import dev.cordon.report.document.Block;
import dev.cordon.report.document.Block.Row;
import dev.cordon.report.document.Inline;
import dev.cordon.report.document.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Of section 3: what was done in the directory, by the attacker and, by or to the account, by nobody known. */
final class DirectoryRows {
    private DirectoryRows() {}

    static List<Block> of(ReportSource source, Reconstructed reconstructed) {
        Reconstruction found = reconstructed.reconstruction();
        LogReading reading = LogReading.of(source, Log.DIRECTORY_AUDIT);
        List<DirectoryAct> acts = Stream.of(Party.ATTACKER, Party.UNKNOWN)
                .flatMap(party -> found.directoryActs().stream().filter(act -> act.party() == party))
                .toList();
        List<Block> blocks = new ArrayList<>(reading.notice());
        blocks.add(new Block.Table(
                "What was done in the directory: by the attacker, and by or to the account by a hand that the rows do not tell",
                List.of("Whose", "Time (UTC)", "What", "On what", "By, and from where", "Shown by"),
                acts.stream().limit(StoredRows.MOST).map(DirectoryRows::row).toList(),
                nothing(found.looked(Log.DIRECTORY_AUDIT), reading) + auditOfDirectory(reconstructed)));
        if (acts.stream().anyMatch(act -> act.party() == Party.UNKNOWN)
                && !found.ours().application()) {
            blocks.add(Block.paragraph(
                    "Acts of this response may stand among those whose hand the rows do not tell, where the log names"
                            + " an application as actor: as which application Cordon signed in is not in this incident's"
                            + " journal. Compare them with the action log in section 4."));
        }
        if (!acts.isEmpty()) {
            blocks.add(Block.paragraph("Counted in " + reading.looked(found.looked(Log.DIRECTORY_AUDIT)) + "."));
        }
        StoredRows.more(blocks, acts.size(), StoredRows.MOST, reconstructed);
        return blocks;
    }

    private static String auditOfDirectory(Reconstructed reconstructed) {
        long rows = reconstructed.reconstruction().auditOfDirectory();
        return rows == 0
                ? ""
                : " " + Words.count(rows, "row of the audit log shows", "rows of the audit log show")
                        + " what the attacker did in the directory: what they touched is listed below, under what else"
                        + " the attacker touched, and every row by cordon incident timeline " + reconstructed.incident()
                        + ".";
    }

    private static String nothing(Looked audit, LogReading reading) {
        if (audit.rows() > 0) {
            return "Nothing by the attacker, and nothing by or to the account since the attacker was first seen, in "
                    + reading.looked(audit) + ".";
        }
        return reading.isWhole()
                ? "The directory audit" + reading.caution() + " was read and had no row of that time."
                : "Not looked at: the incident holds no row of the directory audit.";
    }

    private static Row row(DirectoryAct act) {
        List<Inline> what = new ArrayList<>();
        what.add(new Inline.Value(act.operation()));
        if (act.failed()) {
            what.add(new Inline.Badge("failed", Tone.NEUTRAL));
        }
        if (act.failed() || !act.result().equalsIgnoreCase("success")) {
            what.add(new Inline.Value(act.result()));
        }
        List<Inline> by = new ArrayList<>();
        by.add(act.actor().isBlank() ? new Inline.Text("nobody named") : new Inline.Value(act.actor()));
        by.add(act.address().isBlank() ? new Inline.Text("no address") : new Inline.Value(act.address()));
        return Row.of(
                Inline.badge(Words.party(act.party()), act.party() == Party.ATTACKER ? Tone.BAD : Tone.ATTENTION),
                Inline.time(act.shownBy().at()),
                what,
                TraceRows.named(act.targets().stream()),
                by,
                StoredRows.row(act.shownBy()));
    }
}
