package dev.cordon.cli.desk;

import dev.cordon.procedure.Verdict;
import java.util.List;

/**
 * One thing found, judged, and waiting for keep or remove. All texts may be the attacker's.
 *
 * @param kind what it is, as the decision file spells it
 * @param id Microsoft's id of it
 * @param name its name
 * @param verdict the judgement
 * @param reasons why
 * @param recommended whether removal is recommended
 * @param removable whether it can be removed here
 * @param whatIsLost what removing it destroys, and how that is undone
 */
public record Question(
        String kind,
        String id,
        String name,
        Verdict verdict,
        List<String> reasons,
        boolean recommended,
        boolean removable,
        String whatIsLost) {
    public Question {
        reasons = List.copyOf(reasons);
    }
}
