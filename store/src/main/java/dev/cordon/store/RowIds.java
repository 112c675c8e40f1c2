package dev.cordon.store;

import dev.cordon.evidence.chain.Digest;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;

/** The ids of rows as a database can keep them: no index takes a text of any length, and not every database every character. */
final class RowIds {
    private static final String DIGEST = "sha256 ";
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e][\\x20-\\x7e]{0,199}");

    private RowIds() {}

    /** The id itself where it is short and plain, else its digest; different for different ids. */
    static String known(String id) {
        if (PLAIN.matcher(id).matches() && !id.startsWith(DIGEST)) {
            return id;
        }
        // By its characters: bytes of UTF-8 would make one of all halves of characters.
        ByteBuffer characters = ByteBuffer.allocate(Character.BYTES * id.length());
        characters.asCharBuffer().put(id);
        return DIGEST + Digest.sha256(characters.array()).hex();
    }
}
