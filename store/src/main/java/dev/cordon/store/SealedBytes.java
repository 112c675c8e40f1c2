package dev.cordon.store;

import dev.cordon.evidence.Fixity;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.Remark;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** The bytes of evidence, each under its SHA-256: never changed, and taken away only behind their tombstones. Safe for many threads and many processes. */
interface SealedBytes {
    /** What people call the place of those bytes. */
    static String name(String sha256) {
        return "vault/" + sha256;
    }

    /** Keeps the bytes; durable when this returns. Idempotent; where something else lies under that name, the right bytes mend it. */
    void keep(Digest sha256, byte[] bytes);

    /** A name for a file in which bytes are received, beside where they will lie; nothing is there yet. */
    Path received();

    /** The same as {@link #keep(Digest, byte[])} with what was received into that file, which may be gone afterwards. */
    void keep(Fixity fixity, Path received);

    /**
     * Takes away what lies under that name, if anything does. To be asked in an exclusive transaction in which every exhibit of that name was
     * seen to have its tombstone.
     */
    void remove(Connection within, Digest sha256) throws SQLException;

    /** How many bytes lie under that name, without reading them; empty when none do. */
    OptionalLong size(Digest sha256);

    /** What lies under that name, whether or not it is still what was kept; empty when nothing does. */
    Optional<byte[]> read(Digest sha256);

    /** The same measured, without holding it in memory where it lies in files. */
    default Optional<Fixity> measure(Digest sha256) {
        return read(sha256).map(Fixity::of);
    }
    /** The same, to be read piece by piece where they are a file. */
    Optional<InputStream> stream(Digest sha256);

    /** The names under which something lies. */
    List<String> names();

    /** Judges what lies under names that no exhibit has. */
    void judge(List<String> names, Predicate<String> isKnown, List<Fault> faults, List<Remark> remarks);

    /** No entry names what lies there, and its bytes are what its name says. */
    static Remark orphan(String sha256) {
        return new Remark(
                name(sha256),
                "No exhibit: its bytes are what its name says, and no custody entry names them. The process was"
                        + " killed between the two, or the entry is among those reported as missing, if any are.");
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
