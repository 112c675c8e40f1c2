package dev.cordon.cli.incident;

import dev.cordon.cli.screen.Printable;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.journal.EffectOutcome;
import dev.cordon.procedure.journal.RunState;
import java.util.ArrayList;
import java.util.List;

/**
 * What a response took from an account that needed none, and what gives it back.
 *
 * @param state the incident
 */
record TakenAway(RunState state) {
    /** A sentence each; empty when nothing was taken. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        IncidentId id = state.incident().id();
        List<Item> removed =
                state.items().values().stream().filter(TakenAway::isTaken).toList();
        if (!removed.isEmpty()) {
            lines.add(removed.size() + (removed.size() == 1 ? " thing was" : " things were")
                    + " removed or disabled; what can be given back is given back by: cordon undo " + id);
            removed.forEach(item -> lines.add("- " + item.key().kind() + " " + Printable.name(item.name())));
        }
        var locked = new ArrayList<String>();
        if (wasDone("reset-password")) {
            locked.add("the password was reset");
        }
        if (wasDone("block-sign-in")) {
            locked.add("sign-in was blocked");
        }
        if (!locked.isEmpty() && state.restoration().givenBackAt().isEmpty()) {
            String what = String.join(", and ", locked);
            lines.add(Character.toUpperCase(what.charAt(0)) + what.substring(1)
                    + "; the user gets in again by: cordon incident restore " + id);
        }
        return lines;
    }

    private static boolean isTaken(Item item) {
        return item.decision() == ItemDecision.REMOVE
                && item.outcome()
                        .filter(outcome -> outcome == ItemOutcome.REMOVED || outcome == ItemOutcome.DISABLED)
                        .isPresent();
    }

    private boolean wasDone(String effect) {
        return state.effect(effect)
                .flatMap(done -> done.result())
                .filter(EffectOutcome.DONE::equals)
                .isPresent();
    }
}
