package dev.cordon.report;

import dev.cordon.incident.Word;
import dev.cordon.investigation.reconstruction.FileAct;
import dev.cordon.investigation.reconstruction.FileBound;
import dev.cordon.investigation.reconstruction.Looked;
import dev.cordon.investigation.reconstruction.Reconstructed;
import dev.cordon.investigation.reconstruction.TouchedFiles;
import dev.cordon.investigation.records.LogRecord.Log;
import dev.cordon.report.document.Block;
import dev.cordon.report.document.Block.Row;
import dev.cordon.report.document.Inline;
import dev.cordon.report.document.Tone;
import java.util.ArrayList;
import java.util.List;

/** Of section 3: the files in SharePoint and OneDrive that the attacker touched, and what it can have been beyond them. */
final class FileRows {
    private FileRows() {}

    static List<Block> of(ReportSource source, Reconstructed reconstructed) {
        TouchedFiles files = reconstructed.reconstruction().files();
        Looked audit = reconstructed.reconstruction().looked(Log.AUDIT_LOG);
        String looked = LogReading.of(source, Log.AUDIT_LOG).looked(audit);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(
                "Files in SharePoint and OneDrive the attacker accessed, downloaded, shared and changed (accessed is not read)",
                List.of("First (UTC)", "What", "File", "Shared with", "Rows", "Shown by"),
                files.acts().stream().limit(StoredRows.MOST).map(FileRows::row).toList(),
                nothing(files, audit, looked)));
        if (!files.acts().isEmpty()) {
            blocks.add(Block.paragraph("Counted in " + looked + "."));
        }
        StoredRows.more(blocks, files.acts().size(), StoredRows.MOST, reconstructed);
        if (!files.bounds().isEmpty()) {
            blocks.add(new Block.Points(files.bounds().stream()
                    .limit(StoredRows.MOST)
                    .map(bound -> Inline.text(inWords(bound)))
                    .toList()));
            StoredRows.more(blocks, files.bounds().size(), StoredRows.MOST, reconstructed);
        }
        return blocks;
    }

    /** "None" is never said without what was looked at. */
    private static String nothing(TouchedFiles files, Looked audit, String looked) {
        return audit.rows() == 0
                ? "Not looked at: no row of the audit log is stored."
                : "None, in " + looked + "; " + files.rows() + " of them are about files, by anybody.";
    }

    private static Row row(FileAct act) {
        List<Inline> what = new ArrayList<>();
        what.add(new Inline.Text(Word.of(act.kind())));
        what.add(new Inline.Value(String.join(", ", act.operations())));
        if (!act.succeeded()) {
            what.add(new Inline.Badge("failed", Tone.NEUTRAL));
        }
        return Row.of(
                Inline.time(act.shownBy().at()),
                what,
                act.file().isBlank() ? Inline.text("not named") : Inline.value(act.file()),
                act.with().isBlank() ? Inline.text("–") : Inline.value(act.with()),
                Inline.text("" + act.rows()),
                StoredRows.row(act.shownBy()));
    }

    private static String inWords(FileBound bound) {
        return switch (bound) {
            case FileBound.WholeFolder whole ->
                "Everything in " + whole.folder()
                        + (whole.shared()
                                ? ": shared from " + Words.time(whole.from()) + " on, until that is taken back."
                                : ": no single file was accessed, " + Words.time(whole.from()) + " to "
                                        + Words.time(whole.last()) + ".");
            case FileBound.OpenLink link ->
                (link.file().isBlank() ? "A file that is not named" : link.file())
                        + ": open to whoever has the link made at " + Words.time(link.from())
                        + ", until that is removed; no row says who used it.";
            case FileBound.NotAttributed not ->
                Words.count(not.rows(), "row about files", "rows about files") + " of nobody known, from "
                        + String.join(", ", not.addresses()) + ", " + Words.time(not.from()) + " to "
                        + Words.time(not.last()) + ".";
            case FileBound.NotRecorded not ->
                "From " + Words.time(not.from()) + " on nothing can be excluded: no row is about a file, by anybody.";
            case FileBound.AfterTheRows after ->
                "What happened after " + Words.time(after.from())
                        + ": not in the rows, or not wholly; the rows reach to " + Words.time(after.from()) + ".";
        };
    }
}
