package dev.cordon.cli.document;

import com.google.gson.JsonObject;
import dev.cordon.evidence.CustodyEntry;
import dev.cordon.evidence.CustodyEvent;

/** The document of what a person had recorded in the custody log: a hold, its end, a transfer. */
public final class CustodyDocument {
    private CustodyDocument() {}

    /** The document of that entry. */
    public static JsonObject of(CustodyEntry entry) {
        var document = new JsonObject();
        document.addProperty("incident", entry.incident().value());
        document.addProperty("custodyEntry", entry.sequence());
        document.add("at", Members.time(entry.at()));
        switch (entry.event()) {
            case CustodyEvent.Held held -> hold(document, "held", held.by(), held.recordedBy(), held.why());
            case CustodyEvent.Released released ->
                hold(document, "released", released.by(), released.recordedBy(), released.why());
            case CustodyEvent.Transferred transferred -> {
                document.addProperty("event", "transferred");
                document.addProperty("to", transferred.to());
                document.addProperty("by", transferred.by());
                document.addProperty("because", transferred.why());
                document.add("export", Members.text(transferred.export()));
                document.add("tagManifestSha256", Members.text(transferred.tagManifest()));
            }
            case CustodyEvent.Acquired _,
                    CustodyEvent.Accessed _,
                    CustodyEvent.Verified _,
                    CustodyEvent.ReportWritten _,
                    CustodyEvent.Exported _,
                    CustodyEvent.Deleted _,
                    CustodyEvent.Damaged _,
                    CustodyEvent.Timestamped _,
                    CustodyEvent.Anchored _ ->
                throw new IllegalArgumentException("no person has that recorded by a command");
        }
        return document;
    }

    private static void hold(JsonObject document, String event, String by, String recordedBy, String because) {
        document.addProperty("event", event);
        document.addProperty("by", by);
        document.addProperty("recordedBy", recordedBy);
        document.addProperty("because", because);
    }
}
