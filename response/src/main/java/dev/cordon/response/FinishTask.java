package dev.cordon.response;

import dev.cordon.evidence.Acquisition;
import dev.cordon.evidence.Exhibit;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.response.RequestRefusedException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Takes down that a person has done what only people can do, with what he keeps as evidence of it. */
public final class FinishTask {
    /** A picture, an export, a mail: more is not kept with one task. */
    private static final long MOST_BYTES = 50L * 1024 * 1024;

    private final Workspace workspace;

    public FinishTask(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Closes the task and seals the evidence first. What was not open before is refused and changes nothing.
     *
     * @param task the id of an open task
     * @param text what was done and seen
     * @param evidence a file that shows it; its bytes are sealed as they are
     */
    public CaseRecord finish(String id, String task, String text, Optional<Path> evidence, Actor by) {
        CaseRecord record = new Incidents(workspace).find(id);
        if (!record.state().openTasks().containsKey(task)) {
            throw new RequestRefusedException(
                    Reason.UNKNOWN_ITEM,
                    "Incident " + record.incident().id() + " has no open task of that name.",
                    "Name one that is open; 'cordon incident show "
                            + record.incident().id() + "' lists them.",
                    Nearest.of(task, record.state().openTasks().keySet()));
        }
        Optional<Exhibit> exhibit = evidence.map(file -> seal(record, task, file, by));
        Offline.append(
                workspace,
                record,
                by,
                new CaseEntry.TaskClosed(
                        task, text + exhibit.map(kept -> " [" + kept.id() + "]").orElse("")));
        return new Incidents(workspace).show(record.incident().id());
    }

    private Exhibit seal(CaseRecord record, String task, Path file, Actor by) {
        return workspace
                .vault()
                .seal(
                        record.incident().id(),
                        new Acquisition(
                                "manual-evidence",
                                task,
                                "file " + file.getFileName() + ", added by " + by.name(),
                                Optional.empty(),
                                Offline.tenantTime(workspace, record),
                                "application/octet-stream",
                                bytes(file)));
    }

    private static byte[] bytes(Path file) {
        try {
            long size = Files.size(file);
            if (!Files.isRegularFile(file) || size == 0 || size > MOST_BYTES) {
                throw new RequestRefusedException(
                        Reason.NOT_POSSIBLE_NOW,
                        file + " cannot be kept as evidence: it is "
                                + (Files.isRegularFile(file) ? size + " bytes long." : "no file."),
                        "Give a file of 1 byte to 50 MB.");
            }
            return Files.readAllBytes(file);
        } catch (IOException _) {
            throw new RequestRefusedException(
                    Reason.NOT_POSSIBLE_NOW,
                    file + " could not be read.",
                    "Nothing was changed. Check the path and that you may read it.");
        }
    }
}
