package dev.cordon.response;

import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.Intake;
import dev.cordon.evidence.Provenance;
import dev.cordon.incident.Account;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.DetectionSource;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.Severity;
import dev.cordon.incident.Word;
import dev.cordon.investigation.records.LogFile;
import dev.cordon.investigation.records.LogRecords;
import dev.cordon.investigation.records.MalformedLogFileException;
import dev.cordon.investigation.records.UnreadableRow;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.response.RequestRefusedException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes in what an administrator brought by hand. No tenant is asked.
 *
 * <p>The file is received whole and read before anything is recorded: a malformed one leaves nothing. Then the incident is opened where a new
 * one is needed, the file sealed, its rows kept in one transaction, and the counts put down. A process that is killed in between leaves whole
 * things only, and the same import can be run again: rows that are there already are duplicates then.
 */
public final class ImportEvidence {
    private final Workspace workspace;

    public ImportEvidence(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What came of a file.
     *
     * @param incident where it is now
     * @param exhibit the sealed file
     * @param kind what it is, by its content
     * @param rows how many rows it has
     * @param unique those that are kept
     * @param duplicates those that the incident had already, or that stand in the file again
     * @param unreadable those of which no record could be made, in order
     */
    public record Imported(
            IncidentId incident,
            ExhibitId exhibit,
            LogFile.Kind kind,
            long rows,
            long unique,
            long duplicates,
            List<UnreadableRow> unreadable) {
        public Imported {
            unreadable = List.copyOf(unreadable);
        }
    }

    /**
     * Imports into an incident that is there.
     *
     * @param id the incident as the operator typed it
     * @throws MalformedLogFileException when the file is malformed as a whole; nothing was changed
     * @throws RequestRefusedException when there is no such incident, or the file cannot be read; nothing was changed
     */
    public Imported into(String id, Path file, Actor by) {
        CaseRecord record = new Incidents(workspace).find(id);
        return receive(file, (intake, rows, read) -> {
            IncidentId incident = record.incident().id();
            Instant at = Offline.tenantTime(workspace, record);
            return keep(incident, at, file, by, intake, rows, read);
        });
    }

    /**
     * Imports into a new incident of imported evidence, which belongs to no tenant.
     *
     * @param user the sign-in name of the account it is about, as far as that is known
     * @throws MalformedLogFileException when the file is malformed as a whole; nothing was changed
     * @throws RequestRefusedException when the file cannot be read; nothing was changed
     */
    public Imported intoNew(Optional<String> user, Path file, Actor by) {
        return receive(file, (intake, rows, read) -> {
            Instant at = workspace.wallTime().instant();
            Incident incident = opened(user, at);
            workspace.journal().append(incident.id(), at, by, new CaseEntry.IncidentOpened(incident));
            return keep(incident.id(), at, file, by, intake, rows, read);
        });
    }

    private Incident opened(Optional<String> user, Instant at) {
        return new Incident(
                IncidentIds.next(workspace.random(), at, workspace.journal().incidents()),
                IncidentType.IMPORTED_EVIDENCE,
                "",
                Account.notLookedUp(user.orElse("")),
                Severity.MEDIUM, // nobody has judged it; what is grave is called so by whoever responds
                DetectionSource.NOT_SAID,
                at,
                at,
                AttackActivity.UNKNOWN,
                false);
    }

    private interface Keeping {
        Imported keep(Intake intake, LogRecords.Batch rows, LogFile.Read read);
    }

    private Imported receive(Path file, Keeping keeping) {
        try (InputStream bytes = opened(file);
                Intake intake = workspace.vault().receive(bytes);
                LogRecords.Batch rows = workspace.records().begin()) {
            return keeping.keep(intake, rows, LogFile.read(intake::open, rows::add));
        } catch (IOException _) {
            throw unreadable(file, "could not be read");
        }
    }

    private static InputStream opened(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw unreadable(file, "is not there");
        }
        if (!Files.isRegularFile(file)) {
            throw unreadable(file, "is no file");
        }
        return Files.newInputStream(file);
    }

    private static RequestRefusedException unreadable(Path file, String what) {
        return new RequestRefusedException(
                Reason.NOT_POSSIBLE_NOW,
                file + " " + what + ".",
                "Nothing was changed. Check the path and that you may read it.");
    }

    private Imported keep(
            IncidentId incident,
            Instant at,
            Path file,
            Actor by,
            Intake intake,
            LogRecords.Batch rows,
            LogFile.Read read) {
        String name = String.valueOf(file.getFileName());
        Exhibit exhibit = intake.seal(
                incident,
                new Provenance(
                        "imported-" + Word.of(read.kind()),
                        name,
                        "file " + name + ", brought by " + by.name(),
                        Optional.empty(),
                        at,
                        read.mediaType()));
        LogRecords.Counts counts = rows.keep(incident, exhibit.id());
        long unreadable = read.unreadable().size();
        workspace
                .journal()
                .append(
                        incident,
                        at,
                        by,
                        new CaseEntry.EvidenceImported(
                                exhibit.id(),
                                Word.of(read.kind()),
                                read.rows(),
                                counts.unique(),
                                counts.duplicates(),
                                unreadable));
        Anchors.put(workspace, incident);
        return new Imported(
                incident,
                exhibit.id(),
                read.kind(),
                read.rows(),
                counts.unique(),
                counts.duplicates(),
                read.unreadable());
    }
}
