package dev.cordon.store;

import dev.cordon.evidence.Acquisitions;
import dev.cordon.evidence.Audience;
import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.EvidenceDamagedException;
import dev.cordon.evidence.bag.BagLabel;
import dev.cordon.evidence.bag.BagRecords;
import dev.cordon.evidence.bag.BagSeals;
import dev.cordon.evidence.bag.BagWriter;
import dev.cordon.evidence.chain.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes bags out of a store, and makes their lists anew as a forger would. */
final class Bags {
    private Bags() {}

    static BagWriter.Written write(Store store, Path target, boolean zip, Audience audience, BagSeals seals) {
        return new BagWriter(store.vault(), store.chains())
                .write(
                        target,
                        zip,
                        "test",
                        new BagLabel(
                                Acquisitions.INCIDENT,
                                "Contoso\r\nPayload-Oxum: 1.1",
                                "compromised-account of anna@contoso.example",
                                audience,
                                "admin",
                                "asked by the insurer",
                                Instant.parse("2026-03-03T10:00:00Z"),
                                "Cordon test"),
                        seals,
                        new InCustody(store));
    }

    /** Records damage, and nothing else. */
    private record InCustody(Store store) implements BagRecords {
        @Override
        public void damaged(EvidenceDamagedException damage) {
            store.custody()
                    .append(
                            Acquisitions.INCIDENT,
                            new CustodyEvent.Damaged(damage.exhibit(), damage.expected(), damage.actual(), "admin"));
        }

        @Override
        public void whole(BagWriter.Written bag) {}
    }

    /** What a forger does who knows the format: every manifest and the payload's size computed again. */
    static void listAnew(Path copy) throws IOException {
        List<String> payload =
                names(copy).stream().filter(name -> name.startsWith("data/")).toList();
        long octets = 0;
        for (String name : payload) {
            octets += Files.size(copy.resolve(name));
        }
        Path info = copy.resolve("bag-info.txt");
        Files.writeString(
                info,
                Files.readString(info)
                        .replaceFirst("\nPayload-Oxum: [0-9.]+", "\nPayload-Oxum: " + octets + "." + payload.size()));
        list(copy, "manifest", payload);
        list(copy, "tagmanifest", List.of("bag-info.txt", "bagit.txt", "manifest-sha256.txt", "manifest-sha512.txt"));
    }

    private static void list(Path copy, String manifest, List<String> names) throws IOException {
        StringBuilder sha256 = new StringBuilder();
        StringBuilder sha512 = new StringBuilder();
        for (String name : names) {
            byte[] bytes = Files.readAllBytes(copy.resolve(name));
            sha256.append(Digest.sha256(bytes)).append("  ").append(name).append('\n');
            sha512.append(Digest.sha512(bytes)).append("  ").append(name).append('\n');
        }
        Files.writeString(copy.resolve(manifest + "-sha256.txt"), sha256);
        Files.writeString(copy.resolve(manifest + "-sha512.txt"), sha512);
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    static void copy(Path from, Path to) throws IOException {
        for (String file : names(from)) {
            Files.createDirectories(to.resolve(file).getParent());
            Files.copy(from.resolve(file), to.resolve(file));
        }
    }

    static void removeAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
