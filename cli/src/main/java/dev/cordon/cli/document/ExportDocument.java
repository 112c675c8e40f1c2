package dev.cordon.cli.document;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.evidence.Audience;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.attestation.StampAnswer;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.Word;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The document of {@code evidence export}: what was handed out, and by which digest it is known. */
public final class ExportDocument {
    private ExportDocument() {}

    /**
     * What was handed out.
     *
     * @param path where the bag lies, absolute
     * @param digestFile the file beside a zip that holds its digest; empty for a folder
     * @param exhibits how many exhibits' bytes are in it
     * @param withheld how many are listed without their bytes
     * @param deleted how many are listed without their bytes, because they had been lawfully deleted
     * @param damaged which are listed without their bytes, because those are no longer what was sealed
     * @param redactions how many exhibits and journal entries are withheld
     * @param journalEntries how many entries of the journal are in it with all that goes into their hashes
     * @param custodyEntries how many of the custody log
     * @param placesOnly of how many more entries of both only the place in the chain is in it
     * @param custodyEntry which entry records the handing out
     * @param tagManifest the digest that stands for the whole bag
     * @param signedBy whom its signer's certificate names; empty where it is not signed
     * @param timeStamp what came of asking for a time stamp; empty where none was asked for
     */
    public record Export(
            IncidentId incident,
            Audience audience,
            Path path,
            Optional<Path> digestFile,
            long exhibits,
            long withheld,
            long deleted,
            List<ExhibitId> damaged,
            long redactions,
            long journalEntries,
            long custodyEntries,
            long placesOnly,
            long custodyEntry,
            Digest tagManifest,
            Optional<String> signedBy,
            Optional<StampAnswer> timeStamp) {
        public Export {
            damaged = List.copyOf(damaged);
        }
    }

    /** The document of one export. */
    public static JsonObject of(Export export) {
        var document = new JsonObject();
        document.addProperty("incident", export.incident().value());
        document.addProperty("for", Word.of(export.audience()));
        document.addProperty("path", export.path().toString());
        document.addProperty("format", export.digestFile().isPresent() ? "zip" : "folder");
        document.add("digestFile", Members.text(export.digestFile()));
        document.addProperty("exhibits", export.exhibits());
        document.addProperty("withheld", export.withheld());
        document.addProperty("deleted", export.deleted());
        document.add("damaged", Members.array(export.damaged(), exhibit -> new JsonPrimitive(exhibit.value())));
        document.addProperty("redactions", export.redactions());
        document.addProperty("journalEntries", export.journalEntries());
        document.addProperty("custodyEntries", export.custodyEntries());
        document.addProperty("placesOnly", export.placesOnly());
        document.addProperty("custodyEntry", export.custodyEntry());
        document.addProperty("tagManifestSha256", export.tagManifest().hex());
        document.add("signedBy", Members.text(export.signedBy()));
        document.add("timeStamp", StampDocument.answer(export.timeStamp()));
        return document;
    }
}
