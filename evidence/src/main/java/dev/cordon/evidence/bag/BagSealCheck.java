package dev.cordon.evidence.bag;

import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.attestation.AttestationVerifier;
import dev.cordon.evidence.attestation.BrokenAttestationException;
import dev.cordon.evidence.chain.ChainRecord;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.verification.Attestation;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks what others vouch for: signature and stamp of the bag, and the stamps that its custody log tells of. For one thread. */
final class BagSealCheck {
    private static final String LIST = "tagmanifest-sha256.txt";
    private static final int LONGEST = 1024 * 1024;
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

    private final BagContent bag;
    private final Map<String, BagFolder.Written> hashed;
    private final AttestationVerifier verifier;
    private final Faults faults;
    private final List<Attestation> found = new ArrayList<>();

    BagSealCheck(BagContent bag, Map<String, BagFolder.Written> hashed, AttestationVerifier verifier, Faults faults) {
        this.bag = bag;
        this.hashed = hashed;
        this.verifier = verifier;
        this.faults = faults;
    }

    /** Everything that is intact, trusted or not. */
    List<Attestation> found() {
        return found;
    }

    /** Checks what {@code bag-info.txt} says the bag is sealed with, and that there is nothing else. */
    void seals(Map<String, String> info) throws IOException {
        Map<String, String> digests = digests(info);
        if (isThere(BagSeals.SIGNATURE, info.containsKey(BagInfo.SIGNATURE))) {
            judge(BagSeals.SIGNATURE, digests, bytes -> signature(bytes, info));
        }
        if (isThere(BagSeals.STAMP, info.containsKey(BagInfo.STAMP))) {
            judge(BagSeals.STAMP, digests, this::stamp);
        }
    }

    private interface Judge {
        Attestation judge(byte[] bytes) throws BrokenAttestationException, IOException;
    }

    private Attestation signature(byte[] bytes, Map<String, String> info)
            throws BrokenAttestationException, IOException {
        Attestation signature = verifier.signature(bytes, bytes(LIST), BagSeals.SIGNATURE, "this export");
        String certificate = info.getOrDefault(BagInfo.SIGNER, "");
        if (!signature.certificate().hex().equals(certificate)) {
            faults.inFile(
                    BagSeals.SIGNATURE,
                    "a signature by the certificate " + certificate + ", as bag-info.txt says",
                    "one by " + signature.certificate(),
                    "The signature was exchanged for somebody else's.");
        }
        return signature;
    }

    private Attestation stamp(byte[] bytes) throws BrokenAttestationException {
        BagFolder.Written list = hashed.get(LIST);
        Digest imprint = list == null ? Digest.sha256(new byte[0]) : list.sha256();
        return verifier.timeStamp(bytes, imprint, BagSeals.STAMP, "this export");
    }

    private void judge(String name, Map<String, String> digests, Judge judge) throws IOException {
        String digest = Optional.ofNullable(hashed.get(name))
                .map(file -> file.sha256().hex())
                .orElse("");
        try {
            found.add(judge.judge(bytes(name)));
        } catch (BrokenAttestationException e) {
            faults.inFile(
                    name,
                    e.expected(),
                    e.actual(),
                    "It vouches for nothing: it was changed, or is of something else, or " + LIST + " was changed.");
            return;
        }
        String said = digests.getOrDefault(name, "");
        if (!said.equals(digest)) {
            String meaning = "The file was changed, or " + BagSeals.DIGESTS + " was.";
            faults.inFile(name, "SHA-256 " + said + ", as " + BagSeals.DIGESTS + " says", digest, meaning);
            faults.inFile(BagSeals.DIGESTS, "SHA-256 " + digest + " of " + name, said, meaning);
        }
    }

    private boolean isThere(String name, boolean isSaid) {
        boolean isThere = bag.files().containsKey(name);
        if (isThere && !isSaid) {
            faults.inFile(name, "no such file", "a file", "bag-info.txt does not know it: somebody put it here.");
        } else if (!isThere && isSaid) {
            faults.inFile(name, "a file, as bag-info.txt says", "no file", "It was removed.");
        }
        return isThere && isSaid;
    }

    private Map<String, String> digests(Map<String, String> info) throws IOException {
        Map<String, String> digests = new HashMap<>();
        boolean isSaid = info.containsKey(BagInfo.SIGNATURE) || info.containsKey(BagInfo.STAMP);
        if (!isThere(BagSeals.DIGESTS, isSaid)) {
            return digests;
        }
        try {
            TextLines.read(bag.open(BagSeals.DIGESTS), LONGEST, line -> {
                Matcher matcher = LINE.matcher(line);
                boolean isSeal = matcher.matches()
                        && bag.files().containsKey(matcher.group(2))
                        && BagSeals.isSeal(matcher.group(2));
                if (!isSeal || digests.put(matcher.group(2), matcher.group(1)) != null) {
                    faults.inFile(
                            BagSeals.DIGESTS,
                            "a digest and the name of a seal on each line, each once",
                            "a line that is otherwise",
                            "The file was changed.");
                }
            });
        } catch (TextLines.NotLinesException e) {
            faults.inFile(BagSeals.DIGESTS, "whole lines of text", e.found(), "The file was changed or cut off.");
        }
        return digests;
    }

    private byte[] bytes(String name) throws IOException {
        try (InputStream in = bag.open(name)) {
            return in.readNBytes(LONGEST);
        }
    }

    /** Checks the stamps that the custody log tells of, where their bytes are here. */
    void stamps(List<ChainRecord> entries) throws IOException {
        for (ChainRecord entry : entries) {
            Optional<CustodyEvent.Timestamped> event = StampEntry.read(entry);
            if (event.isEmpty()) {
                faults.atEntry(
                        name(entry),
                        "a time stamp over what the entry names",
                        "something else",
                        "The entry is whole but makes no sense: a newer version wrote it, or it was forged.");
            } else {
                stamp(entry, event.get());
            }
        }
    }

    private void stamp(ChainRecord entry, CustodyEvent.Timestamped event) throws IOException {
        String file = ExhibitFile.raw(event.exhibit().value(), "time-stamp", "application/timestamp-reply");
        if (!hashed.containsKey(file)) {
            return; // whoever compares the exhibits says why it is not here
        }
        try {
            found.add(verifier.timeStamp(bytes(file), event, name(entry) + ", " + file));
        } catch (BrokenAttestationException e) {
            faults.atEntry(
                    name(entry),
                    e.expected(),
                    e.actual() + " in " + file,
                    "The stamp that the entry tells of is not the one that is here.");
        }
    }

    private static String name(ChainRecord entry) {
        return "custody " + entry.sequence();
    }
}
