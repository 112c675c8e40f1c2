package dev.cordon.evidence.bag;

import dev.cordon.evidence.EvidenceDamagedException;
import dev.cordon.evidence.EvidenceVault;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.Tombstone;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Copies the exhibits of an incident into its bag: their bytes, or why they are not there. For one thread. */
final class BagExhibits {
    private final BagFolder bag;
    private final BagLabel label;
    private final EvidenceVault vault;
    private final SortedMap<ExhibitId, ExhibitList.Row> rows = new TreeMap<>();

    BagExhibits(BagFolder bag, BagLabel label, EvidenceVault vault) {
        this.bag = bag;
        this.label = label;
        this.vault = vault;
    }

    /** What happens when an exhibit is not what was sealed. */
    interface Damage {
        void found(EvidenceDamagedException damage);
    }

    /** Copies what was not copied before, up to that number. Returns normally with a damaged exhibit only where {@code damage} does. */
    void copy(long last, Damage damage) throws IOException {
        Map<ExhibitId, Tombstone> tombstones = vault.tombstones(label.incident());
        for (Exhibit exhibit : vault.exhibits(label.incident())) {
            if (exhibit.id().sequence() <= last && !rows.containsKey(exhibit.id())) {
                rows.put(exhibit.id(), copied(exhibit, Optional.ofNullable(tombstones.get(exhibit.id())), damage));
            }
        }
    }

    private ExhibitList.Row copied(Exhibit exhibit, Optional<Tombstone> tombstone, Damage damage) throws IOException {
        if (tombstone.isPresent()) {
            return ExhibitList.Row.without(exhibit, Optional.empty(), tombstone, Optional.empty());
        }
        Optional<String> withheld = AudienceRules.withheldExhibit(label.audience(), exhibit.kind());
        if (withheld.isPresent()) {
            return ExhibitList.Row.without(exhibit, withheld, Optional.empty(), Optional.empty());
        }
        String id = exhibit.id().value();
        String raw = ExhibitFile.raw(id, exhibit.kind(), exhibit.mediaType());
        try {
            try (OutputStream out = bag.create(raw)) {
                vault.copy(exhibit.id(), out);
            }
        } catch (EvidenceDamagedException e) {
            damage.found(e);
            bag.remove(raw);
            return ExhibitList.Row.without(
                    exhibit,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("expected " + e.expected() + ", found " + e.actual()));
        }
        return ExhibitList.Row.with(exhibit, raw, new ReadableCopies(bag).write(id, exhibit.kind(), raw));
    }

    /** Writes what each stamp over the logs is of beside it, so that a stranger can hold the two together. */
    void explain(Map<ExhibitId, String> stamped) throws IOException {
        for (Map.Entry<ExhibitId, String> stamp : stamped.entrySet()) {
            ExhibitList.Row row = rows.get(stamp.getKey());
            if (row != null && row.file().isPresent()) {
                String name = ExhibitFile.readable(
                        stamp.getKey().value(), row.exhibit().kind(), ".txt");
                bag.write(name, stamp.getValue());
                rows.put(
                        stamp.getKey(),
                        ExhibitList.Row.with(row.exhibit(), row.file().get(), List.of(name)));
            }
        }
    }

    /** What was copied, in the order of the exhibits. */
    List<ExhibitList.Row> rows() {
        return new ArrayList<>(rows.values());
    }
}
