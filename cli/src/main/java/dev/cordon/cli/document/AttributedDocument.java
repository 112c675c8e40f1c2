package dev.cordon.cli.document;

import com.google.gson.JsonObject;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.Word;
import dev.cordon.procedure.journal.CaseEntry.Attributed;

/** The document of {@code incident attribute}: what a person said, as it was written down. */
public final class AttributedDocument {
    private AttributedDocument() {}

    /** The document of this word. */
    public static JsonObject of(IncidentId incident, Attributed said) {
        var document = new JsonObject();
        document.addProperty("incident", incident.value());
        document.addProperty("of", Word.of(said.of()));
        document.addProperty("value", said.value());
        document.addProperty("party", Word.of(said.to()));
        document.addProperty("because", said.because());
        return document;
    }
}
