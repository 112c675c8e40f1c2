package dev.cordon.cli.document;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.incident.Incident;
import dev.cordon.incident.Word;
import dev.cordon.procedure.journal.RunState;
import java.util.List;
import java.util.Optional;

/** The document of {@code incident list}: one short row for each incident, the latest first. */
public final class IncidentListDocument {
    private IncidentListDocument() {}

    /** The document of these incidents. */
    public static JsonObject of(List<RunState> states) {
        var document = new JsonObject();
        document.add("incidents", Members.array(states, IncidentListDocument::row));
        return document;
    }

    private static JsonObject row(RunState state) {
        Incident incident = state.incident();
        var row = new JsonObject();
        row.addProperty("incident", incident.id().value());
        row.addProperty("procedure", Word.of(incident.type()));
        row.add("tenant", known(incident.tenant()));
        row.add("upn", known(incident.account().userPrincipalName()));
        row.addProperty("severity", Word.of(incident.severity()));
        row.addProperty("state", Word.of(state.state()));
        row.add("openedAt", Members.time(incident.openedAt()));
        row.addProperty("openTasks", state.openTasks().size());
        return row;
    }

    /** Imported evidence may be of no known tenant or account. */
    private static JsonElement known(String name) {
        return Members.text(Optional.of(name).filter(text -> !text.isEmpty()));
    }
}
