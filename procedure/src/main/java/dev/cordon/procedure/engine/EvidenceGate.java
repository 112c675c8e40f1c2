package dev.cordon.procedure.engine;

import dev.cordon.evidence.EvidenceVault;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evidence before destruction, per object.
 *
 * @param effect the key of the effect that wants to pass
 * @param step the step it belongs to
 * @param foreign what it destroys although its step does not name that kind
 * @param unkept what it destroys although no sealed exhibit of the incident holds a copy
 */
record EvidenceGate(String effect, Step step, List<ItemKey> foreign, List<ItemKey> unkept) {
    static EvidenceGate look(Effect effect, Step step, IncidentId incident, EvidenceVault vault) {
        return new EvidenceGate(
                effect.key(),
                step,
                effect.destroys().stream()
                        .filter(item -> !step.destroys().contains(item.kind()))
                        .toList(),
                effect.destroys().stream()
                        .filter(item -> !isKept(effect.exhibits().get(item), incident, vault))
                        .toList());
    }

    void requireOpen() {
        if (!foreign.isEmpty()) {
            throw new GateClosedException(
                    effect, foreign, "step " + step.id() + " does not say that it destroys items of this kind");
        }
        if (!unkept.isEmpty()) {
            throw new GateClosedException(effect, unkept, "no sealed exhibit of this incident holds a copy");
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
