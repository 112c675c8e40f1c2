package dev.cordon.report;

import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.chain.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The list of an incident's evidence, and one digest that stands for all of it. */
public final class EvidenceIndex {
    private EvidenceIndex() {}

    /**
     * The root hash: SHA-256 over one line per exhibit, in the order of their numbers, each the exhibit's id, a blank, its SHA-256 in
     * lower-case hexadecimal, and a line feed. Any SHA-256 tool can repeat it from the index.
     */
    public static Digest rootHash(List<Exhibit> exhibits) {
        String lines = exhibits.stream()
                .sorted(Comparator.comparing(Exhibit::id))
                .map(exhibit -> exhibit.id() + " " + exhibit.sha256() + "\n")
                .collect(Collectors.joining());
        return Digest.sha256(lines.getBytes(StandardCharsets.UTF_8));
    }
}
