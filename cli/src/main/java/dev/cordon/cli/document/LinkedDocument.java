package dev.cordon.cli.document;

import com.google.gson.JsonObject;
import dev.cordon.response.LinkIncidents;

/** The document of {@code incident link}: how both incidents stand now. */
public final class LinkedDocument {
    private LinkedDocument() {}

    /** The document of this link. */
    public static JsonObject of(LinkIncidents.Linked linked) {
        var document = new JsonObject();
        document.addProperty("incident", linked.one().value());
        document.addProperty("linkedWith", linked.other().value());
        document.addProperty("because", linked.because());
        document.addProperty("already", linked.already());
        return document;
    }
}
