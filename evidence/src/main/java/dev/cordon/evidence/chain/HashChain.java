package dev.cordon.evidence.chain;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The hash of one entry of a chain: SHA-256 over all its columns as they are stored and over the previous entry's hash.
 *
 * <p>The encoding is canonical: every text goes in as its length in UTF-8 bytes (four bytes, big-endian) followed by those bytes, so no
 * two different rows have the same encoding. The texts are, in this order: {@code cordon-chain/1}, the chain's name, the previous hash in
 * hexadecimal, and each column in the order of the table, the sequence number first, in decimal.
 *
 * <p>Worked example. The first custody entry, with the columns {@code 1}, {@code INC-20260302-K7QF}, {@code 2026-03-02T08:00:00Z},
 * {@code accessed} and {@code {}}, follows the genesis hash {@code d8349ca918694cbbdf0ee14a841afdb9fee536f387258fee835eb76bf227279d} and has the hash {@code e267754d58898d97212434b48c40bcb8f2a4e29431880cc0d690f7b1ea7168cc}. Any SHA-256 tool confirms it
 * over the 165 bytes that begin with {@code 00 00 00 0e 63 6f 72 64 6f 6e} (14, "cordon...").
 *
 * <p>Stateless; safe for many threads.
 */
public final class HashChain {
    private static final String FORMAT = "cordon-chain/1";

    private HashChain() {}

    /** The hash that the first entry of {@code chain} has as its previous one: SHA-256 of the format and the chain's name. */
    public static Digest genesis(Chain chain) {
        return Digest.sha256(encode(List.of(FORMAT, name(chain))));
    }

    /**
     * The hash of an entry.
     *
     * @param columns every column of the row except the two hashes, as stored, the sequence number first
     */
    public static Digest link(Chain chain, Digest previous, List<String> columns) {
        return link(chain, previous.hex(), columns);
    }

    /** The same for rows that are being verified, whose previous hash may have any shape. */
    public static Digest link(Chain chain, String previous, List<String> columns) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(encode(List.of(FORMAT, name(chain), previous)));
        bytes.writeBytes(encode(columns));
        return Digest.sha256(bytes.toByteArray());
    }

    private static String name(Chain chain) {
        return chain.name().toLowerCase(Locale.ROOT);
    }

    private static byte[] encode(List<String> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String text : texts) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
            bytes.writeBytes(utf8);
        }
        return bytes.toByteArray();
    }
}
