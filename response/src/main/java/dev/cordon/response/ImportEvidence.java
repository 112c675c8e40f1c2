package dev.cordon.response;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.Intake;
import dev.cordon.evidence.Provenance;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.Account;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.DetectionSource;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.Severity;
import dev.cordon.incident.Word;
import dev.cordon.investigation.collection.ExhibitRows;
import dev.cordon.investigation.records.LogFile;
import dev.cordon.investigation.records.LogRecords;
import dev.cordon.investigation.records.MalformedLogFileException;
import dev.cordon.investigation.records.UnreadableRow;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.response.RequestRefusedException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Takes in what an administrator brought by hand. No tenant is asked.
 *
 * <p>The file is received whole and read before anything is recorded: a malformed one leaves nothing. Then the incident is opened where a new
 * one is needed, the file sealed, its rows kept in one transaction, and the counts put down. A process that is killed in between leaves whole
 * things only, and the same import can be run again: it goes on with the incident and the exhibit that are there, and keeps no row twice.
 */
public final class ImportEvidence {
    /** How the kinds of exhibits begin that were imported. */
    static final String KIND = ExhibitRows.IMPORTED;

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
     * @param differing how many of the duplicates tell something else than the row that stands
     * @param differingRows the numbers of those, the first thousand
     * @param unreadable those of which no record could be made, in order
     * @param isFollowed whether it says itself that another page follows, which is not in it
     * @param notes what else is to be known of it
     * @param already where the same bytes had been imported before
     */
    public record Imported(
            IncidentId incident,
            ExhibitId exhibit,
            LogFile.Kind kind,
            long rows,
            long unique,
            long duplicates,
            long differing,
            List<Long> differingRows,
            List<UnreadableRow> unreadable,
            boolean isFollowed,
            List<String> notes,
            List<Already> already) {
        public Imported {
            notes = List.copyOf(notes);
            differingRows = List.copyOf(differingRows);
            unreadable = List.copyOf(unreadable);
            already = List.copyOf(already);
        }
    }

    /**
     * The same bytes, imported before.
     *
     * @param incident into which
     * @param exhibit as which
     * @param at when, by this machine's clock
     */
    public record Already(IncidentId incident, ExhibitId exhibit, Instant at) {
        public Already {
            requireNonNull(incident, "incident is null");
            requireNonNull(exhibit, "exhibit is null");
            requireNonNull(at, "at is null");
        }
    }

    /**
     * Imports into an incident that is there.
     *
     * @param id the incident as the operator typed it
     * @throws MalformedLogFileException when the file is malformed as a whole; nothing was changed
     * @throws RequestRefusedException when there is no such incident, its retention is over, or the file cannot be read; nothing was changed
     */
    public Imported into(String id, Path file, Actor by) {
        CaseRecord record = new Incidents(workspace).find(id);
        IncidentId incident = record.incident().id();
        refuseOver(record);
        return receive(file, (intake, rows, read) -> {
            Found found = found(intake.fixity().sha256());
            Instant at = Offline.tenantTime(workspace, record);
            Optional<Exhibit> begun = found.begun().stream()
                    .filter(exhibit -> exhibit.incident().equals(incident))
                    .findFirst();
            return keep(
                    incident,
                    at,
                    by,
                    begun.orElseGet(() -> seal(intake, incident, at, file, by, read)),
                    rows,
                    read,
                    found.imported());
        });
    }

    /** What is brought into it would be deleted the next time that somebody looks for what is due. */
    private void refuseOver(CaseRecord record) {
        new ExpireEvidence(workspace).dueSince(record).ifPresent(until -> {
            throw new RequestRefusedException(
                    Reason.NOT_POSSIBLE_NOW,
                    record.incident().id() + " is closed, and its retention was over at " + until
                            + ": what you bring into it would be deleted with the rest.",
                    "Nothing was changed. Put a legal hold on it first, choose a longer retention, or import without --incident.");
        });
    }

    /**
     * Imports into a new incident of imported evidence, which belongs to no tenant.
     *
     * @param user the sign-in name of the account it is about, as far as that is known
     * @param nevertheless asked where the same bytes were imported before; nothing is changed unless it says yes
     * @throws MalformedLogFileException when the file is malformed as a whole; nothing was changed
     * @throws RequestRefusedException when the file cannot be read, or is not to be imported again; nothing was changed
     */
    public Imported intoNew(Optional<String> user, Path file, Actor by, Predicate<List<Already>> nevertheless) {
        return receive(file, (intake, rows, read) -> {
            Found found = found(intake.fixity().sha256());
            if (!found.imported().isEmpty() && !nevertheless.test(found.imported())) {
                throw new RequestRefusedException(
                        Reason.NOT_CONFIRMED, "The file was imported before.", "Nothing was changed.");
            }
            Instant at = workspace.wallTime().instant();
            Exhibit exhibit = found.begun().stream()
                    .filter(begun -> isOfSuchAnIncident(begun, user))
                    .findFirst()
                    .orElseGet(() -> seal(intake, open(user, at, by), at, file, by, read));
            return keep(exhibit.incident(), at, by, exhibit, rows, read, found.imported());
        });
    }

    /** What a process began that was killed: an incident that would have been opened for this very import. */
    private boolean isOfSuchAnIncident(Exhibit begun, Optional<String> user) {
        Incident incident = new Incidents(workspace).show(begun.incident()).incident();
        return incident.type() == IncidentType.IMPORTED_EVIDENCE
                && incident.account().userPrincipalName().equals(user.orElse(""));
    }

    /**
     * Where the same bytes lie.
     *
     * @param imported with their rows
     * @param begun sealed by an import that did not come to its end
     */
    private record Found(List<Already> imported, List<Exhibit> begun) {}

    private Found found(Digest sha256) {
        List<Already> imported = new ArrayList<>();
        List<Exhibit> begun = new ArrayList<>();
        for (IncidentId incident : workspace.journal().incidents()) {
            List<Exhibit> same = workspace.vault().exhibits(incident).stream()
                    .filter(exhibit ->
                            exhibit.sha256().equals(sha256) && exhibit.kind().startsWith(KIND))
                    .filter(exhibit -> workspace.vault().isSealed(exhibit.id()))
                    .toList();
            if (!same.isEmpty()) {
                Set<ExhibitId> ended = workspace.journal().entries(incident).stream()
                        .map(Recorded::entry)
                        .filter(CaseEntry.EvidenceImported.class::isInstance)
                        .map(entry -> ((CaseEntry.EvidenceImported) entry).exhibit())
                        .collect(Collectors.toSet());
                same.stream()
                        .filter(exhibit -> ended.contains(exhibit.id()))
                        .map(exhibit -> new Already(incident, exhibit.id(), exhibit.recordedAt()))
                        .forEach(imported::add);
                same.stream().filter(exhibit -> !ended.contains(exhibit.id())).forEach(begun::add);
            }
        }
        return new Found(imported, begun);
    }

    private IncidentId open(Optional<String> user, Instant at, Actor by) {
        Incident incident = opened(user, at);
        workspace.journal().append(incident.id(), at, by, new CaseEntry.IncidentOpened(incident));
        return incident.id();
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
        try (InputStream beginning = opened(file)) {
            LogFile.refuseByBeginning(beginning);
        } catch (IOException _) {
            throw unreadable(file, "could not be read");
        }
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
            // A name in another encoding arrives with this sign in place of its letters.
            throw unreadable(
                    file,
                    file.toString().indexOf('\ufffd') < 0
                            ? "is not there"
                            : "is not there, or has a name that is not in UTF-8: rename or copy it first");
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

    private static Exhibit seal(
            Intake intake, IncidentId incident, Instant at, Path file, Actor by, LogFile.Read read) {
        String name = String.valueOf(file.getFileName());
        return intake.seal(
                incident,
                new Provenance(
                        KIND + Word.of(read.kind()),
                        name,
                        "file " + name + ", brought by " + by.name(),
                        Optional.empty(),
                        at,
                        read.mediaType()));
    }

    private Imported keep(
            IncidentId incident,
            Instant at,
            Actor by,
            Exhibit exhibit,
            LogRecords.Batch rows,
            LogFile.Read read,
            List<Already> already) {
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
                                unreadable,
                                read.isFollowed()));
        Anchors.put(workspace, incident);
        return new Imported(
                incident,
                exhibit.id(),
                read.kind(),
                read.rows(),
                counts.unique(),
                counts.duplicates(),
                counts.differing(),
                counts.differingRows(),
                read.unreadable(),
                read.isFollowed(),
                read.notes(),
                already);
    }
}
