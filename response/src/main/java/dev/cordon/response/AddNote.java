package dev.cordon.response;

import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;

/** Puts a person's note into the journal. */
public final class AddNote {
    private final Workspace workspace;

    public AddNote(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Adds the note, at the time of the incident's last entry or later as this machine knows it. */
    public CaseRecord add(String id, String text, Actor author) {
        CaseRecord record = new Incidents(workspace).find(id);
        Offline.append(workspace, record, author, new CaseEntry.NoteAdded(text));
        return new Incidents(workspace).show(record.incident().id());
    }
}
