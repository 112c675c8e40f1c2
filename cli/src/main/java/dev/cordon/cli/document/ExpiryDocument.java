package dev.cordon.cli.document;

import com.google.gson.JsonObject;
import dev.cordon.evidence.LegalHold;
import dev.cordon.evidence.Retention;
import dev.cordon.evidence.RetentionSetting;
import dev.cordon.incident.Word;
import dev.cordon.response.ExpireEvidence.Expiry;
import java.util.List;
import java.util.Optional;

/** The documents about how long evidence is kept: of {@code evidence retention} and {@code evidence expire}. */
public final class ExpiryDocument {
    private ExpiryDocument() {}

    /** What holds, and who chose it. */
    public static JsonObject of(Retention retention, Optional<RetentionSetting.Choice> chosen) {
        var document = new JsonObject();
        document.addProperty("retention", retention.toString());
        document.add("chosenBy", Members.text(chosen.map(RetentionSetting.Choice::by)));
        document.add("chosenAt", Members.text(chosen.map(RetentionSetting.Choice::at)));
        document.add("because", Members.text(chosen.map(RetentionSetting.Choice::why)));
        return document;
    }

    /** How every closed incident stands, or what became of it. */
    public static JsonObject of(Retention retention, boolean isPlan, List<Expiry> expiries) {
        var document = new JsonObject();
        document.addProperty("retention", retention.toString());
        document.addProperty("plan", isPlan);
        document.add("incidents", Members.array(expiries, ExpiryDocument::row));
        return document;
    }

    private static JsonObject row(Expiry expiry) {
        var row = new JsonObject();
        row.addProperty("incident", expiry.incident().value());
        row.addProperty("fate", Word.of(expiry.fate()));
        row.add("closedAt", Members.time(expiry.closedAt()));
        row.add("keptUntil", Members.time(expiry.keptUntil()));
        row.addProperty("exhibits", expiry.exhibits());
        row.addProperty("bytes", expiry.bytes());
        row.add("holds", Members.array(expiry.holds(), ExpiryDocument::hold));
        return row;
    }

    private static JsonObject hold(LegalHold hold) {
        var row = new JsonObject();
        row.add("since", Members.time(hold.since()));
        row.addProperty("by", hold.by());
        row.addProperty("because", hold.why());
        row.addProperty("custodyEntry", hold.entry());
        return row;
    }
}
