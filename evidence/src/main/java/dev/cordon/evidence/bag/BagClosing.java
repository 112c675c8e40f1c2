package dev.cordon.evidence.bag;

import dev.cordon.evidence.attestation.StampAnswer;
import dev.cordon.evidence.chain.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes what makes a folder a bag, and what vouches for it. For one thread. */
final class BagClosing {
    private static final String LIST = "tagmanifest-sha256.txt";

    private final BagFolder bag;
    private final BagLabel label;
    private final BagSeals seals;
    private final ChainFiles files;
    private final long damaged;

    BagClosing(BagFolder bag, BagLabel label, BagSeals seals, ChainFiles files, long damaged) {
        this.bag = bag;
        this.label = label;
        this.seals = seals;
        this.files = files;
        this.damaged = damaged;
    }

    /** The digest by which the whole of it is known, and what came of asking for a stamp. */
    record Closed(Digest tagManifest, Optional<StampAnswer> stamp) {}

    Closed close() throws IOException {
        List<String> payload = List.copyOf(bag.written().keySet());
        long octets = bag.written().values().stream()
                .mapToLong(BagFolder.Written::size)
                .sum();
        String oxum = octets + "." + payload.size();
        bag.write("bagit.txt", BagInfo.DECLARATION);
        bag.writeManifests("manifest", payload);
        list(oxum, Optional.empty());
        Optional<StampAnswer> answer =
                seals.stamping().map(stamping -> stamping.over(bag.written(LIST).sha256()));
        if (answer.orElse(null) instanceof StampAnswer.None none) {
            // The list that promised a stamp is made anew without it.
            list(oxum, Optional.of(none));
        }
        Digest tagManifest = bag.written(LIST).sha256();
        seal(answer);
        return new Closed(tagManifest, answer);
    }

    private void list(String oxum, Optional<StampAnswer.None> noStamp) throws IOException {
        bag.write("bag-info.txt", info(oxum, noStamp));
        bag.writeManifests(
                "tagmanifest",
                bag.written().keySet().stream()
                        .filter(name -> !name.startsWith("data/") && !name.startsWith("tagmanifest-"))
                        .toList());
    }

    private void seal(Optional<StampAnswer> answer) throws IOException {
        StringBuilder digests = new StringBuilder();
        if (seals.signer().isPresent()) {
            byte[] signature = seals.signer().get().sign(Files.readAllBytes(bag.file(LIST)), label.madeAt());
            digests.append(write(BagSeals.SIGNATURE, signature));
        }
        if (answer.orElse(null) instanceof StampAnswer.Taken taken) {
            digests.append(write(BagSeals.STAMP, taken.stamp().reply()));
        }
        if (!digests.isEmpty()) {
            bag.write(BagSeals.DIGESTS, digests.toString());
        }
    }

    private String write(String name, byte[] bytes) throws IOException {
        try (OutputStream out = bag.create(name)) {
            out.write(bytes);
        }
        return bag.written(name).sha256() + "  " + name + "\n";
    }

    private String info(String oxum, Optional<StampAnswer.None> noStamp) {
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
        if (damaged > 0) {
            line(text, "Cordon-Damaged-Exhibits", Long.toString(damaged));
        }
        seals.signer().ifPresent(signer -> {
            line(text, BagInfo.SIGNATURE, BagSeals.SIGNATURE);
            line(text, BagInfo.SIGNER, signer.certificate().hex());
        });
        if (noStamp.isPresent()) {
            line(
                    text,
                    "Cordon-Time-Stamp-Missing",
                    noStamp.get().server() + ": " + noStamp.get().why());
        } else if (seals.stamping().isPresent()) {
            line(text, BagInfo.STAMP, BagSeals.STAMP);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        String seen = Unseen.escaped(value).strip();
        if (!seen.isEmpty()) {
            text.append(name).append(": ").append(seen).append('\n');
        }
    }
}
