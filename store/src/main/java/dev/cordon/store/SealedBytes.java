package dev.cordon.store;

import dev.cordon.evidence.Fixity;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.Remark;
import dev.cordon.store.encryption.ChangedBytesException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * The bytes of evidence, each under its SHA-256: never changed, and taken away only behind their tombstones. What is given and taken here is
 * always plain. Safe for many threads and many processes.
 */
interface SealedBytes {
    /** What people call the place of those bytes. */
    static String name(String sha256) {
        return "vault/" + sha256;
    }

    /** Keeps the bytes; durable when this returns. Idempotent; where something else lies under that name, the right bytes mend it. */
    void keep(Digest sha256, byte[] bytes);

    /**
     * Receives bytes of any length beside where they will lie.
     *
     * @throws IOException when they cannot be read, or there is no place for them
     */
    Received receive(InputStream bytes) throws IOException;

    /** The same as {@link #keep(Digest, byte[])} with what was received, which may be gone afterwards. */
    void keep(Received received);

    /**
     * Takes away what lies under that name, if anything does. To be asked in an exclusive transaction in which every exhibit of that name was
     * seen to have its tombstone.
     */
    void remove(Connection within, Digest sha256) throws SQLException;

    /** How many bytes lie under that name, without reading them; empty when none do, negative when what lies there can be no exhibit. */
    OptionalLong size(Digest sha256);

    /**
     * What lies under that name, whether or not it is still what was kept, to be read piece by piece; empty when nothing does. Reading throws
     * {@link ChangedBytesException} where encrypted bytes are not what was encrypted, and where what lies there is no file.
     */
    Optional<InputStream> stream(Digest sha256);

    /**
     * The same measured, without holding it in memory.
     *
     * @throws ChangedBytesException where encrypted bytes are not what was encrypted, or what lies there is no file
     */
    default Optional<Fixity> measure(Digest sha256) throws ChangedBytesException {
        Optional<InputStream> found = stream(sha256);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream bytes = found.get()) {
            return Optional.of(Fixity.of(bytes));
        } catch (ChangedBytesException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(sha256, e);
        }
    }

    /** What lies there cannot be read. */
    static StoreException unreadable(Digest sha256, IOException cause) {
        return StoreException.of("Reading", Path.of(name(sha256.hex())), cause);
    }

    /** The names under which something lies. */
    List<String> names();

    /**
     * Judges what lies under names that no exhibit has, and says what is to be known of the others besides their bytes.
     *
     * @return how many of those could not be read without the passphrase
     */
    long judge(List<String> names, Predicate<String> isKnown, List<Fault> faults, List<Remark> remarks);

    /** No entry names what lies there, and its bytes are what its name says. */
    static Remark orphan(String sha256) {
        return new Remark(
                name(sha256),
                "No exhibit: its bytes are what its name says, and no custody entry names them. It is being sealed at this"
                        + " moment, the process was killed between the two, or the entry is among those reported as missing, if any"
                        + " are.");
    }

    /** Something that Cordon did not put there. */
    static Fault foreign(String name, String actual) {
        return Fault.inFile(
                name(name),
                "only exhibits, each named by its SHA-256",
                actual,
                "Cordon did not write this: somebody put it into the vault, or changed its name or its bytes. It is no evidence.");
    }
}
