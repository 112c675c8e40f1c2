package dev.cordon.cli.document;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.evidence.VaultEncryption.Decrypted;
import dev.cordon.evidence.VaultEncryption.Encrypted;

/** The documents of {@code evidence encrypt}, {@code evidence decrypt} and {@code evidence passphrase}. */
public final class EncryptionDocument {
    /** What a person must know of everything else. */
    public static final String NOT_ENCRYPTED =
            "Not encrypted: cordon.db (journal, custody log, rows of logs), heads, cordon.log, reports, exports, and copies made before. The plain"
                    + " files were replaced, not overwritten: on the disk their bytes may lie until something else is written there.";

    private EncryptionDocument() {}

    /** What was encrypted. */
    public static JsonObject of(Encrypted done) {
        var document = new JsonObject();
        document.addProperty("encrypted", done.encrypted());
        document.addProperty("before", done.before());
        document.addProperty("removed", done.removed());
        var left = new JsonArray();
        done.left().forEach(left::add);
        document.add("left", left);
        document.addProperty("notEncrypted", NOT_ENCRYPTED);
        return document;
    }

    /** What was decrypted. */
    public static JsonObject of(Decrypted done) {
        var document = new JsonObject();
        document.addProperty("decrypted", done.decrypted());
        document.addProperty("before", done.before());
        document.addProperty("wholly", done.wholly());
        document.add("left", Members.texts(done.left()));
        return document;
    }

    /** That another passphrase holds. */
    public static JsonObject changed() {
        var document = new JsonObject();
        document.addProperty("changed", true);
        return document;
    }
}
