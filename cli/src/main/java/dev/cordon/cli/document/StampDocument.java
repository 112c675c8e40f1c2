package dev.cordon.cli.document;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.cordon.evidence.attestation.StampAnswer;
import dev.cordon.incident.IncidentId;
import dev.cordon.response.StampEvidence;
import java.util.Optional;

/** The document of {@code evidence stamp}: what was stamped, or why nothing was. */
public final class StampDocument {
    private StampDocument() {}

    /** The document of one attempt. */
    public static JsonObject of(IncidentId incident, StampEvidence.Outcome outcome) {
        var document = new JsonObject();
        document.addProperty("incident", incident.value());
        document.addProperty("journalHead", outcome.of().journal().text());
        document.addProperty("custodyHead", outcome.of().custody().text());
        document.add("custodyEntry", Members.number(outcome.entry().map(entry -> entry.sequence())));
        document.add("timeStamp", answer(Optional.of(outcome.answer())));
        return document;
    }

    /** What came of asking a server; null where nobody was asked. */
    static JsonElement answer(Optional<StampAnswer> answer) {
        return answer.<JsonElement>map(StampDocument::answer).orElse(JsonNull.INSTANCE);
    }

    private static JsonObject answer(StampAnswer answer) {
        var row = new JsonObject();
        row.addProperty("server", answer.server());
        switch (answer) {
            case StampAnswer.Taken taken -> {
                row.add("at", Members.time(taken.stamp().time()));
                row.addProperty("serial", taken.stamp().serial());
                row.addProperty("by", taken.stamp().signer());
                row.add("failed", JsonNull.INSTANCE);
            }
            case StampAnswer.None none -> {
                row.add("at", JsonNull.INSTANCE);
                row.add("serial", JsonNull.INSTANCE);
                row.add("by", JsonNull.INSTANCE);
                row.addProperty("failed", none.why());
            }
        }
        return row;
    }
}
