package dev.cordon.app;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.cordon.cli.document.CaseView;
import dev.cordon.cli.document.IncidentDocument;

/** The document of {@code demo}: the incident, and what the simulated tenant knows about its attacker. */
final class DemoDocument {
    private DemoDocument() {}

    static JsonObject of(CaseView view, AttackerTruth truth) {
        var attacker = new JsonObject();
        attacker.addProperty("attempts", truth.attempts());
        attacker.addProperty("accessAtEnd", truth.accessAtEnd());
        attacker.addProperty("mailFeedAtEnd", truth.mailFeedAtEnd());
        JsonObject document = IncidentDocument.of(view);
        document.add("attacker", attacker);
        document.add("collateral", truth.collateral());
        return document;
    }

    /** Of a demo that was cut off: nobody asked the tenant any more. */
    static JsonObject cutOff(CaseView view) {
        JsonObject document = IncidentDocument.of(view);
        document.add("attacker", JsonNull.INSTANCE);
        document.add("collateral", JsonNull.INSTANCE);
        return document;
    }
}
