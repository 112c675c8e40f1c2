package dev.cordon.cli.document;

import com.google.gson.JsonObject;
import dev.cordon.evidence.bag.BagVerification;
import dev.cordon.evidence.verification.Attestation;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.InProgress;
import dev.cordon.evidence.verification.Remark;
import dev.cordon.evidence.verification.Verification;
import dev.cordon.incident.Word;

/** The document of {@code evidence verify}: what was checked, and everything that is not as it was written. */
public final class VerificationDocument {
    private VerificationDocument() {}

    /** The document of one verification. */
    public static JsonObject of(Verification verification) {
        var checked = new JsonObject();
        checked.addProperty("exhibits", verification.exhibits());
        checked.addProperty("journalEntries", verification.journalEntries());
        checked.addProperty("custodyEntries", verification.custodyEntries());
        checked.addProperty("reportFiles", verification.reportFiles());
        checked.addProperty("logRecords", verification.records());
        var document = new JsonObject();
        document.addProperty("ok", verification.ok());
        document.add("checked", checked);
        document.add("faults", Members.array(verification.faults(), VerificationDocument::row));
        document.add("remarks", Members.array(verification.remarks(), VerificationDocument::remark));
        document.add("inProgress", Members.array(verification.inProgress(), VerificationDocument::inProgress));
        document.add("notVouchedFor", Members.array(verification.notVouchedFor(), VerificationDocument::remark));
        document.add("attestations", Members.array(verification.attestations(), VerificationDocument::attestation));
        if (verification.notRead() > 0) {
            document.addProperty("notRead", verification.notRead());
        }
        return document;
    }

    /** The document of the verification of an export: the same, with what the export says of itself. */
    public static JsonObject of(BagVerification verification) {
        var document = of(verification.verification());
        document.getAsJsonObject("checked").addProperty("files", verification.files());
        document.getAsJsonObject("checked").addProperty("placesOnly", verification.placesOnly());
        var bag = new JsonObject();
        bag.add("incident", Members.text(verification.incident()));
        bag.add("for", Members.text(verification.audience()));
        bag.add("tagManifestSha256", Members.text(verification.tagManifest()));
        document.add("export", bag);
        return document;
    }

    private static JsonObject attestation(Attestation attestation) {
        var row = new JsonObject();
        row.addProperty("kind", Word.of(attestation.kind()));
        row.addProperty("place", attestation.place());
        row.addProperty("over", attestation.over());
        row.addProperty("by", attestation.by());
        row.addProperty("certificateSha256", attestation.certificate().hex());
        row.add("at", Members.text(attestation.at()));
        row.add("serial", Members.text(attestation.serial()));
        row.addProperty("proof", attestation.isProof());
        row.add("root", Members.text(attestation.root()));
        row.addProperty("because", attestation.because());
        return row;
    }

    private static JsonObject inProgress(InProgress work) {
        var row = new JsonObject();
        row.addProperty("path", work.path());
        row.addProperty("since", work.since().toString());
        row.addProperty("what", work.what());
        return row;
    }

    private static JsonObject remark(Remark remark) {
        var row = new JsonObject();
        row.addProperty("path", remark.path());
        row.addProperty("meaning", remark.meaning());
        return row;
    }

    // A fault is either in a file or at an entry of a chain, and has only that key.
    private static JsonObject row(Fault fault) {
        var row = new JsonObject();
        fault.path().ifPresent(path -> row.addProperty("path", path));
        fault.entry().ifPresent(entry -> row.addProperty("entry", entry));
        row.addProperty("expected", fault.expected());
        row.addProperty("actual", fault.actual());
        row.addProperty("meaning", fault.meaning());
        return row;
    }
}
