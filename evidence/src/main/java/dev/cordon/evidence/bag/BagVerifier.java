package dev.cordon.evidence.bag;

import dev.cordon.evidence.attestation.AttestationVerifier;
import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.chain.DigestingStream;
import dev.cordon.evidence.verification.Remark;
import dev.cordon.evidence.verification.TrustedRoots;
import dev.cordon.evidence.verification.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipException;

/**
 * Verifies an export with nothing but the export: the manifests with both digests, journal and custody log entry by entry, the exhibits against
 * the custody log, and both ends against {@code bag-info.txt}. Digests are compared as exact text. Changes nothing, asks nobody. Stateless.
 */
public final class BagVerifier {
    private static final int LONGEST_LINE = 64 * 1024;
    /** The end of a zip with the longest comment. */
    private static final int LONGEST_ZIP_END = 22 + 0xFFFF;

    private BagVerifier() {}

    /** Verifies a folder or a zip file, and believes the public authorities that this Java comes with. */
    public static BagVerification verify(Path path) {
        return verify(path, TrustedRoots.ofJava());
    }

    /**
     * Verifies a folder or a zip file.
     *
     * @param roots who is believed about whose a signature or a time stamp is
     * @throws NoBagException when there is nothing at that path, or it is neither a bag nor a zip file
     */
    public static BagVerification verify(Path path, TrustedRoots roots) {
        Faults faults = new Faults();
        try {
            if (Files.isDirectory(path)) {
                try (BagContent bag = FolderContent.read(path.toRealPath(), faults)) {
                    requireBag(path, bag, faults);
                    return verify(bag, roots, List.of(ofFolder(path)), faults);
                }
            }
            return zipped(path, roots, faults);
        } catch (IOException e) {
            faults.inFile(
                    String.valueOf(path.getFileName()),
                    "something that can be read to its end",
                    "something that cannot",
                    "Reading it failed, so it was not checked: the disk is damaged, or whoever runs this may not read it.");
            return nothing(faults);
        }
    }

    private static BagVerification zipped(Path path, TrustedRoots roots, Faults faults) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new NoBagException(
                    path,
                    "there is " + (Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? "no file or folder" : "nothing")
                            + " of that name");
        }
        if (!isZip(path)) {
            throw new NoBagException(path, "it is neither a folder nor a zip file");
        }
        boolean isCompared = isComparedWithDigestBeside(path, faults);
        try (BagContent bag = ZipContent.read(path, faults)) {
            if (bag.files().isEmpty() && !faults.isEmpty()) {
                return nothing(faults);
            }
            requireBag(path, bag, faults);
            return verify(bag, roots, isCompared ? List.of() : List.of(ofZip(path)), faults);
        } catch (ZipException e) {
            faults.inFile(
                    path.getFileName().toString(),
                    "a zip file that can be read to its end",
                    "a damaged one: " + e.getMessage(),
                    "The zip was cut off or changed.");
            return nothing(faults);
        }
    }

    /** By its beginning or by its end: where one of them was changed, it is a damaged zip and not another kind of file. */
    private static boolean isZip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(2);
            return (start.length == 2 && start[0] == 'P' && start[1] == 'K') || endsAsZip(path);
        }
    }

    /** Something before a zip, or a changed beginning, does not make it another kind of file. */
    private static boolean endsAsZip(Path path) throws IOException {
        try (SeekableByteChannel file = Files.newByteChannel(path)) {
            file.position(Math.max(0, file.size() - LONGEST_ZIP_END));
            byte[] end = Channels.newInputStream(file).readNBytes(LONGEST_ZIP_END);
            return new String(end, StandardCharsets.ISO_8859_1).contains("PK\u0005\u0006");
        }
    }

    private static Remark ofFolder(Path folder) {
        return new Remark(
                String.valueOf(folder.getFileName()),
                "the dates, owners and permissions of its files, which are those of this copy; what is in each file is verified");
    }

    private static Remark ofZip(Path zip) {
        String name = String.valueOf(zip.getFileName());
        return new Remark(
                name,
                "the dates and attributes of its entries and how they are packed: no " + name
                        + ".sha256 lies beside it; what is in each file is verified");
    }

    /** Whether the file that was handed over beside the zip is there; then the zip is what it says, or a fault is named. */
    private static boolean isComparedWithDigestBeside(Path zip, Faults faults) throws IOException {
        String name = zip.getFileName().toString();
        Path beside = zip.resolveSibling(name + ".sha256");
        if (!Files.exists(beside, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (!Files.isRegularFile(beside)) {
            faults.inFile(
                    name + ".sha256",
                    "a file with the digest of the zip",
                    Files.isDirectory(beside) ? "a folder" : "something that is no file",
                    "The digest that was handed over beside the zip was put away, so the zip could not be compared with it.");
            return false;
        }
        String said = new String(Files.newInputStream(beside).readNBytes(LONGEST_LINE), StandardCharsets.UTF_8);
        DigestingStream digest = new DigestingStream(OutputStream.nullOutputStream());
        Files.copy(zip, digest);
        String expected = said.contains("  ") ? said.substring(0, said.indexOf("  ")) : said;
        if (!expected.equals(digest.sha256().hex())) {
            faults.inFile(
                    name,
                    "SHA-256 " + (Digest.isDigest(expected) ? expected : "in " + name + ".sha256"),
                    "SHA-256 " + digest.sha256(),
                    "The zip was changed or cut off, or the file beside it was.");
        }
        return true;
    }

    private static void requireBag(Path path, BagContent bag, Faults faults) {
        boolean isBag = bag.files().keySet().stream()
                .anyMatch(name -> name.equals("bagit.txt") || name.matches("(tag)?manifest-sha(256|512)\\.txt"));
        if (!isBag) {
            boolean isStore = bag.files().containsKey("cordon.db");
            throw new NoBagException(
                    path,
                    isStore
                            ? "it is a data folder of Cordon, which 'cordon evidence verify --data \"" + path
                                    + "\"' verifies"
                            : faults.isEmpty()
                                    ? "it has no bagit.txt and no manifest"
                                    : "what is in it cannot be read");
        }
    }

    private static BagVerification nothing(Faults faults) {
        return new BagVerification(
                new Verification(0, 0, 0, 0, faults.all(), List.of(), List.of(), 0),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static BagVerification verify(BagContent bag, TrustedRoots roots, List<Remark> unvouched, Faults faults)
            throws IOException {
        Map<String, BagFolder.Written> hashed = hash(bag, faults);
        if (bag.files().containsKey("fetch.txt")) {
            faults.inFile("fetch.txt", "no such file", "a file", "An export is whole by itself; nothing was fetched.");
        }
        declaration(bag, faults);
        new ManifestCheck(bag, hashed, faults).compare();
        Map<String, String> info = info(bag, faults);
        oxum(info, hashed, faults);
        ChainFileCheck journal = chain(Chain.JOURNAL, BagInfo.JOURNAL_HEAD, bag, info, faults);
        ChainFileCheck custody = chain(Chain.CUSTODY, BagInfo.CUSTODY_HEAD, bag, info, faults);
        for (ChainFileCheck from : List.of(journal, custody)) {
            from.anchors()
                    .forEach(anchor -> (anchor.head().chain() == Chain.JOURNAL ? journal : custody).compare(anchor));
        }
        ExhibitCheck exhibits = new ExhibitCheck(hashed, faults);
        if (isThere(ExhibitList.JSON, bag, faults)) {
            exhibits.list(bag.open(ExhibitList.JSON));
        }
        exhibits.compare(custody.acquired(), custody.tombstones(), custody.damaged());
        exhibits.compareCopies(bag);
        custody.requireAcquired(journal.named());
        custody.requireAcquired(custody.named());
        new ConsistencyCheck(bag, hashed, info, faults).compare(journal, custody, exhibits);
        BagSealCheck seals = new BagSealCheck(bag, hashed, new AttestationVerifier(roots), faults);
        seals.seals(info);
        seals.stamps(custody.stamped());
        return new BagVerification(
                new Verification(
                                exhibits.compared(),
                                journal.recomputed(),
                                custody.recomputed(),
                                0,
                                faults.all(),
                                remarks(journal, custody, exhibits),
                                seals.found(),
                                0)
                        .besides(unvouched),
                hashed.size(),
                journal.withheld() + custody.withheld(),
                Optional.ofNullable(info.get(BagInfo.INCIDENT)),
                Optional.ofNullable(info.get(BagInfo.AUDIENCE)),
                Optional.ofNullable(hashed.get("tagmanifest-sha256.txt")).map(BagFolder.Written::sha256));
    }

    private static Map<String, BagFolder.Written> hash(BagContent bag, Faults faults) {
        Map<String, BagFolder.Written> hashed = new TreeMap<>();
        for (String name : bag.files().keySet()) {
            DigestingStream digest = new DigestingStream(OutputStream.nullOutputStream());
            try (InputStream in = bag.open(name)) {
                in.transferTo(digest);
                hashed.put(name, new BagFolder.Written(digest.size(), digest.sha256(), digest.sha512()));
            } catch (IOException _) {
                faults.inFile(
                        name,
                        "a file that can be read to its end",
                        "one that cannot, after " + digest.size() + " bytes",
                        "The file is damaged, is not what its container says, or may not be read.");
            }
        }
        return hashed;
    }

    private static boolean isThere(String name, BagContent bag, Faults faults) {
        boolean isThere = bag.files().containsKey(name);
        if (!isThere) {
            faults.inFile(name, "a file", "no file", "The export is not whole without it.");
        }
        return isThere;
    }

    private static void declaration(BagContent bag, Faults faults) throws IOException {
        if (isThere("bagit.txt", bag, faults)) {
            try (InputStream in = bag.open("bagit.txt")) {
                if (!new String(in.readNBytes(LONGEST_LINE), StandardCharsets.UTF_8).equals(BagInfo.DECLARATION)) {
                    faults.inFile(
                            "bagit.txt",
                            "BagIt-Version: 1.0 and Tag-File-Character-Encoding: UTF-8",
                            "something else",
                            "The file was changed.");
                }
            }
        }
    }

    private static Map<String, String> info(BagContent bag, Faults faults) throws IOException {
        Map<String, String> info = new HashMap<>();
        if (!isThere("bag-info.txt", bag, faults)) {
            return info;
        }
        try {
            TextLines.read(bag.open("bag-info.txt"), LONGEST_LINE, line -> {
                int colon = line.indexOf(": ");
                if (colon > 0 && info.put(line.substring(0, colon), line.substring(colon + 2)) != null) {
                    faults.inFile("bag-info.txt", "each label once", "one twice", "The file was changed.");
                }
            });
        } catch (TextLines.NotLinesException e) {
            faults.inFile("bag-info.txt", "whole lines of text", e.found(), "The file was changed or cut off.");
        }
        for (String label : List.of(BagInfo.INCIDENT, BagInfo.OXUM, BagInfo.JOURNAL_HEAD, BagInfo.CUSTODY_HEAD)) {
            if (!info.containsKey(label)) {
                faults.inFile(
                        "bag-info.txt",
                        "the label " + label,
                        "no such label",
                        "It was removed, or another program made this bag: it is no evidence export then.");
            }
        }
        return info;
    }

    private static void oxum(Map<String, String> info, Map<String, BagFolder.Written> hashed, Faults faults) {
        List<BagFolder.Written> payload = hashed.entrySet().stream()
                .filter(file -> file.getKey().startsWith("data/"))
                .map(Map.Entry::getValue)
                .toList();
        String actual = payload.stream().mapToLong(BagFolder.Written::size).sum() + "." + payload.size();
        String expected = info.getOrDefault(BagInfo.OXUM, actual);
        if (!expected.equals(actual)) {
            faults.inFile(
                    "bag-info.txt",
                    BagInfo.OXUM + " " + actual + ", as the files are",
                    BagInfo.OXUM + " " + expected,
                    "Files were added, removed or changed in length, or bag-info.txt was changed.");
        }
    }

    private static ChainFileCheck chain(
            Chain chain, String label, BagContent bag, Map<String, String> info, Faults faults) throws IOException {
        ChainFileCheck check = new ChainFileCheck(chain, faults);
        if (isThere(ChainFiles.name(chain), bag, faults)) {
            check.read(bag.open(ChainFiles.name(chain)), info.getOrDefault(BagInfo.INCIDENT, ""));
        }
        Optional<ChainHead> head = Optional.ofNullable(info.get(label)).flatMap(ChainHead::parse);
        if (head.isEmpty() && info.containsKey(label)) {
            faults.inFile("bag-info.txt", label + " with a head", "something else", "The anchor was changed.");
        }
        check.compareEnd(head.filter(said -> said.chain() == chain));
        return check;
    }

    private static List<Remark> remarks(ChainFileCheck journal, ChainFileCheck custody, ExhibitCheck exhibits) {
        List<Remark> remarks = new ArrayList<>();
        for (ChainFileCheck check : List.of(journal, custody)) {
            if (check.withheld() > 0) {
                remarks.add(new Remark(
                        ChainFiles.name(check.chain()),
                        (check.withheld() == 1 ? "1 entry belongs" : check.withheld() + " entries belong")
                                + " to other incidents or to what is withheld from this audience: only the place in"
                                + " the chain could be checked."));
            }
        }
        if (exhibits.deleted() > 0) {
            remarks.add(
                    new Remark(
                            ExhibitList.JSON,
                            (exhibits.deleted() == 1 ? "1 exhibit" : exhibits.deleted() + " exhibits")
                                    + " had been lawfully deleted when this was made: the custody log has the tombstone of each."));
        }
        if (!exhibits.damaged().isEmpty()) {
            remarks.add(new Remark(
                    ExhibitList.JSON,
                    "NOT HERE, because they were damaged in the store when this was made: "
                            + String.join(", ", exhibits.damaged())
                            + ". The custody log has an entry of each; their digests stay in the list."));
        }
        if (exhibits.withheld() > 0) {
            remarks.add(new Remark(
                    ExhibitList.JSON,
                    (exhibits.withheld() == 1 ? "1 exhibit is" : exhibits.withheld() + " exhibits are")
                            + " listed without the bytes, which this audience does not get (data/redactions.csv)."));
        }
        return remarks;
    }
}
