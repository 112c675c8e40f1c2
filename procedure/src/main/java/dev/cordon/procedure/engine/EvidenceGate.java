package dev.cordon.procedure.engine;

import dev.cordon.evidence.EvidenceVault;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evidence before destruction, per object. */
final class EvidenceGate {
    private EvidenceGate() {}

    static void requireOpen(Effect effect, Step step, IncidentId incident, EvidenceVault vault) {
        List<ItemKey> foreign = effect.destroys().stream()
                .filter(item -> !step.destroys().contains(item.kind()))
                .toList();
        if (!foreign.isEmpty()) {
            throw new GateClosedException(
                    effect.key(), foreign, "step " + step.id() + " does not say that it destroys items of this kind");
        }
        List<ItemKey> missing = effect.destroys().stream()
                .filter(item -> !isKept(effect.exhibits().get(item), incident, vault))
                .toList();
        if (!missing.isEmpty()) {
            throw new GateClosedException(effect.key(), missing, "no sealed exhibit of this incident holds a copy");
        }
    }

    private static boolean isKept(@Nullable ExhibitId exhibit, IncidentId incident, EvidenceVault vault) {
        return exhibit != null
                && vault.isSealed(exhibit)
                && vault.find(exhibit)
                        .map(found -> found.incident().equals(incident))
                        .orElse(false);
    }
}
