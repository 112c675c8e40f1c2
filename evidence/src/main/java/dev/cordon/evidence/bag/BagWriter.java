package dev.cordon.evidence.bag;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.EvidenceVault;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.attestation.ManifestSigner;
import dev.cordon.evidence.attestation.StampAnswer;
import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainReader;
import dev.cordon.evidence.chain.Digest;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes one incident's evidence as a BagIt bag. It is written beside its place under another name and moved there when it is whole; what was
 * cut off is never taken for a bag. Nothing is overwritten. Exhibits go through piece by piece. One thread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8493">RFC 8493</a>
 */
public final class BagWriter {
    private final EvidenceVault vault;
    private final ChainReader chains;

    public BagWriter(EvidenceVault vault, ChainReader chains) {
        this.vault = vault;
        this.chains = chains;
    }

    /**
     * A bag that is whole.
     *
     * @param exhibits how many exhibits' bytes are in it
     * @param withheld how many exhibits are listed without their bytes, because the audience does not get them
     * @param deleted how many exhibits are listed without their bytes, because they had been lawfully deleted
     * @param damaged which exhibits are listed without their bytes, because those are no longer what was sealed
     * @param redactions how many exhibits and journal entries this audience does not get
     * @param journalEntries how many entries of the journal are in it with all that goes into their hashes
     * @param custodyEntries how many of the custody log
     * @param placesOnly of how many more entries of both only the place in the chain is in it: they belong to other incidents or are withheld
     * @param tagManifest the SHA-256 of its {@code tagmanifest-sha256.txt}
     * @param signedBy whom the certificate of its signer names; empty where it is not signed
     * @param stamp what came of asking for a time stamp; empty where none was asked for
     */
    public record Written(
            long exhibits,
            long withheld,
            long deleted,
            List<ExhibitId> damaged,
            long redactions,
            long journalEntries,
            long custodyEntries,
            long placesOnly,
            Digest tagManifest,
            Optional<String> signedBy,
            Optional<StampAnswer> stamp) {
        public Written {
            damaged = List.copyOf(damaged);
            requireNonNull(tagManifest, "tagManifest is null");
            requireNonNull(signedBy, "signedBy is null");
            requireNonNull(stamp, "stamp is null");
        }
    }

    /**
     * Writes it. An exhibit that is no longer what was sealed is listed without its bytes and stops nothing.
     *
     * @param target the folder or zip file that is to be there afterwards; nothing may be there now
     * @param zip whether it is a zip file, with its digest in a file of the same name and {@code .sha256} beside it
     * @param part a word of digits and lower-case letters that no other run uses, for the name it has while it is written
     * @param seals who vouches for it
     * @param records told of what has to be recorded, as it happens
     * @throws UncheckedIOException when it cannot be written; what was written of it is taken away again
     * @throws dev.cordon.evidence.attestation.SigningKeyException when it cannot be signed; nothing of it is left
     */
    public Written write(Path target, boolean zip, String part, BagLabel label, BagSeals seals, BagRecords records) {
        try {
            requireFree(target, zip);
            Files.createDirectories(target.toAbsolutePath().getParent());
            try (BagParts parts = BagParts.begin(target, part)) {
                requireFree(target, zip);
                BagFolder bag = BagFolder.create(parts.folder());
                Written written = fill(bag, label, seals, records);
                if (zip) {
                    pack(bag, parts, target, () -> records.whole(written));
                } else {
                    records.whole(written);
                    requireFree(target);
                    Files.move(parts.folder(), target, StandardCopyOption.ATOMIC_MOVE);
                }
                return written;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The export could not be written to " + target, e);
        }
    }

    private static void pack(BagFolder bag, BagParts parts, Path target, Runnable whenWhole) throws IOException {
        String name = target.getFileName().toString();
        Digest zipped = BagZip.pack(bag, name.replaceFirst("(?i)\\.zip$", ""), parts.packed());
        whenWhole.run();
        requireFree(target);
        // First, so that where the zip is, its digest is.
        Files.writeString(digestBeside(target), BagZip.digestLine(zipped, name), StandardOpenOption.CREATE_NEW);
        Files.move(parts.packed(), target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path digestBeside(Path zip) {
        return zip.resolveSibling(zip.getFileName() + ".sha256");
    }

    private static void requireFree(Path target, boolean zip) throws IOException {
        requireFree(target);
        if (zip) {
            requireFree(digestBeside(target));
        }
    }

    private static void requireFree(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(path.toString(), null, "something of that name is there already");
        }
    }

    private Written fill(BagFolder bag, BagLabel label, BagSeals seals, BagRecords records) throws IOException {
        BagExhibits exhibits = new BagExhibits(bag, label, vault);
        exhibits.copy(Long.MAX_VALUE, records::damaged);
        try (ChainFiles files = ChainFiles.create(bag, label)) {
            chains.readAll(files::take);
            files.end();
            // What was sealed meanwhile stands in the logs and belongs here too; what is sealed from now on, into the
            // next bag.
            exhibits.copy(files.custodyHead().sequence(), damage -> {
                throw damage;
            });
            exhibits.explain(files.stamped());
            List<ExhibitList.Row> rows = exhibits.rows();
            ExhibitList.write(bag, rows);
            List<List<String>> redactions = redactions(rows, files);
            writeRedactions(bag, redactions);
            bag.write("data/README.txt", BagReadme.text(label, seals, files, rows, redactions.size()));
            return written(rows, redactions, files, seals, closed(bag, label, seals, files, rows));
        }
    }

    private static BagClosing.Closed closed(
            BagFolder bag, BagLabel label, BagSeals seals, ChainFiles files, List<ExhibitList.Row> rows)
            throws IOException {
        return new BagClosing(bag, label, seals, files, count(rows, ExhibitList.Row::damaged)).close();
    }

    private static Written written(
            List<ExhibitList.Row> rows,
            List<List<String>> redactions,
            ChainFiles files,
            BagSeals seals,
            BagClosing.Closed closed) {
        return new Written(
                count(rows, ExhibitList.Row::file),
                count(rows, ExhibitList.Row::redacted),
                count(rows, ExhibitList.Row::deleted),
                rows.stream()
                        .filter(row -> row.damaged().isPresent())
                        .map(row -> row.exhibit().id())
                        .toList(),
                redactions.size(),
                files.whole(Chain.JOURNAL),
                files.whole(Chain.CUSTODY),
                files.placesOnly(),
                closed.tagManifest(),
                seals.signer().map(ManifestSigner::name),
                closed.stamp());
    }

    private static long count(List<ExhibitList.Row> rows, Function<ExhibitList.Row, Optional<?>> what) {
        return rows.stream().filter(row -> what.apply(row).isPresent()).count();
    }

    private static List<List<String>> redactions(List<ExhibitList.Row> rows, ChainFiles files) {
        List<List<String>> redactions = new ArrayList<>();
        rows.forEach(row -> row.redacted()
                .ifPresent(why -> redactions.add(ExhibitList.redaction(
                        row.exhibit().id().value(),
                        row.exhibit().kind(),
                        why,
                        row.exhibit().sha256().hex()))));
        redactions.addAll(files.redactions());
        return redactions;
    }

    private static void writeRedactions(BagFolder bag, List<List<String>> redactions) throws IOException {
        try (Writer out = new OutputStreamWriter(bag.create("data/redactions.csv"), StandardCharsets.UTF_8)) {
            for (String line : BagInfo.redactions(redactions)) {
                out.write(line);
            }
        }
    }
}
