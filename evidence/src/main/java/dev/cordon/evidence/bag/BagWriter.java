package dev.cordon.evidence.bag;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.Audience;
import dev.cordon.evidence.EvidenceVault;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.Tombstone;
import dev.cordon.evidence.chain.ChainReader;
import dev.cordon.evidence.chain.Digest;
import java.io.IOException;
import java.io.OutputStream;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

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
     * @param redactions how many exhibits and journal entries this audience does not get
     * @param journalEntries how many lines the journal has
     * @param custodyEntries how many lines the custody log has
     * @param tagManifest the SHA-256 of its {@code tagmanifest-sha256.txt}
     */
    public record Written(
            long exhibits,
            long withheld,
            long deleted,
            long redactions,
            long journalEntries,
            long custodyEntries,
            Digest tagManifest) {
        public Written {
            requireNonNull(tagManifest, "tagManifest is null");
        }
    }

    /**
     * Writes it.
     *
     * @param target the folder or zip file that is to be there afterwards; nothing may be there now
     * @param zip whether it is a zip file, with its digest in a file of the same name and {@code .sha256} beside it
     * @param part a word that no other run uses, for the name it has while it is written
     * @param whenWhole told of the bag when it is whole and before it is in its place
     * @throws UncheckedIOException when it cannot be written; what was written of it is taken away again
     * @throws dev.cordon.evidence.EvidenceDamagedException when an exhibit is not what was sealed; nothing is handed out
     */
    public Written write(Path target, boolean zip, String part, BagLabel label, Consumer<Written> whenWhole) {
        String name = target.getFileName().toString();
        Path temporary = target.resolveSibling("." + name + "." + part + ".part");
        Path packed = target.resolveSibling("." + name + "." + part + ".zip.part");
        Path digest = target.resolveSibling(name + ".sha256");
        try {
            requireFree(target);
            if (zip) {
                requireFree(digest);
            }
            Files.createDirectories(target.toAbsolutePath().getParent());
            BagFolder bag = BagFolder.create(temporary);
            Written written = fill(bag, label);
            if (zip) {
                Digest zipped = BagZip.pack(bag, name.replaceFirst("(?i)\\.zip$", ""), packed);
                whenWhole.accept(written);
                requireFree(target);
                // First, so that where the zip is, its digest is.
                Files.writeString(digest, zipped + "  " + name + "\n", StandardOpenOption.CREATE_NEW);
                Files.move(packed, target, StandardCopyOption.ATOMIC_MOVE);
            } else {
                whenWhole.accept(written);
                requireFree(target);
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException("The export could not be written to " + target, e);
        } finally {
            BagFolder.delete(temporary);
            BagFolder.delete(packed);
        }
    }

    private static void requireFree(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(path.toString(), null, "something of that name is there already");
        }
    }

    private Written fill(BagFolder bag, BagLabel label) throws IOException {
        try (ChainFiles files = ChainFiles.create(bag, label)) {
            chains.readAll(files::take);
            files.end();
            // What was sealed after that moment belongs into the next bag.
            List<Exhibit> exhibits = vault.exhibits(label.incident()).stream()
                    .filter(exhibit ->
                            exhibit.id().sequence() <= files.custodyHead().sequence())
                    .toList();
            Map<ExhibitId, Tombstone> tombstones = vault.tombstones(label.incident());
            List<ExhibitList.Row> rows = new ArrayList<>();
            for (Exhibit exhibit : exhibits) {
                rows.add(row(bag, label.audience(), exhibit, Optional.ofNullable(tombstones.get(exhibit.id()))));
            }
            ExhibitList.write(bag, rows);
            List<List<String>> redactions = redactions(rows, files);
            writeRedactions(bag, redactions);
            bag.write("data/README.txt", BagReadme.text(label, files, rows, redactions.size()));
            long withheld =
                    rows.stream().filter(row -> row.redacted().isPresent()).count();
            long deleted =
                    rows.stream().filter(row -> row.deleted().isPresent()).count();
            return new Written(
                    rows.size() - withheld - deleted,
                    withheld,
                    deleted,
                    redactions.size(),
                    files.journalHead().sequence(),
                    files.custodyHead().sequence(),
                    close(bag, label, files));
        }
    }

    private ExhibitList.Row row(BagFolder bag, Audience audience, Exhibit exhibit, Optional<Tombstone> tombstone)
            throws IOException {
        if (tombstone.isPresent()) {
            return new ExhibitList.Row(exhibit, Optional.empty(), List.of(), Optional.empty(), tombstone);
        }
        Optional<String> withheld = AudienceRules.withheldExhibit(audience, exhibit.kind());
        if (withheld.isPresent()) {
            return new ExhibitList.Row(exhibit, Optional.empty(), List.of(), withheld, Optional.empty());
        }
        String id = exhibit.id().value();
        String raw = ExhibitFile.raw(id, exhibit.kind(), exhibit.mediaType());
        try (OutputStream out = bag.create(raw)) {
            vault.copy(exhibit.id(), out);
        }
        return new ExhibitList.Row(
                exhibit,
                Optional.of(raw),
                new ReadableCopies(bag).write(id, exhibit.kind(), raw),
                Optional.empty(),
                Optional.empty());
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

    /** Writes what makes the folder a bag, and says the digest by which the whole of it is known. */
    private static Digest close(BagFolder bag, BagLabel label, ChainFiles files) throws IOException {
        List<String> payload = List.copyOf(bag.written().keySet());
        long octets = bag.written().values().stream()
                .mapToLong(BagFolder.Written::size)
                .sum();
        bag.write("bagit.txt", BagInfo.DECLARATION);
        bag.write("bag-info.txt", info(label, files, octets + "." + payload.size()));
        bag.writeManifests("manifest", payload);
        bag.writeManifests(
                "tagmanifest",
                bag.written().keySet().stream()
                        .filter(name -> !name.startsWith("data/"))
                        .toList());
        return bag.written("tagmanifest-sha256.txt").sha256();
    }

    private static String info(BagLabel label, ChainFiles files, String oxum) {
        StringBuilder text = new StringBuilder();
        line(text, "Source-Organization", label.organisation());
        line(text, "External-Description", label.about());
        line(text, "External-Identifier", label.incident().value());
        line(
                text,
                "Bagging-Date",
                label.madeAt().atZone(ZoneOffset.UTC).toLocalDate().toString());
        line(text, "Payload-Oxum", oxum);
        line(text, "Bag-Software-Agent", label.software());
        line(text, BagInfo.AUDIENCE, label.audience().name().toLowerCase(Locale.ROOT));
        line(text, "Cordon-Exported-At", label.madeAt().toString());
        line(text, "Cordon-Exported-By", label.by());
        line(text, "Cordon-Exported-Because", label.why());
        line(text, BagInfo.JOURNAL_HEAD, files.journalHead().text());
        line(text, BagInfo.CUSTODY_HEAD, files.custodyHead().text());
        return text.toString();
    }

    private static void line(StringBuilder text, String label, String value) {
        String seen = Unseen.escaped(value).strip();
        if (!seen.isEmpty()) {
            text.append(label).append(": ").append(seen).append('\n');
        }
    }
}
