package dev.cordon.investigation.reconstruction;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Rows that can be walked as often as wanted, in any order, always the same ones. */
@FunctionalInterface
public interface RowSource {
    /** Shows each row. */
    void visit(Consumer<EvidenceRow> visitor);

    /** The same rows, each once: by its log and id, the first that comes. */
    default RowSource once() {
        return visitor -> {
            Set<UUID> seen = new HashSet<>();
            visit(row -> {
                String key = row.record().log() + " " + row.record().id();
                if (seen.add(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)))) {
                    visitor.accept(row);
                }
            });
        };
    }
}
