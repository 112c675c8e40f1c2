package dev.cordon.simulator.scenario;

import dev.cordon.simulator.scenario.Attacker.Event;
import dev.cordon.simulator.scenario.OtherHand.Act;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads what other hands do. */
final class OtherHandReader {

    private OtherHandReader() {}

    static List<OtherHand> hands(Section root, List<PlantedObject> persistence) {
        var hands = new ArrayList<OtherHand>();
        for (var section : root.sections("otherHands")) {
            var by = section.account("by");
            var user = section.account("user");
            var at = section.findMoment("at");
            var when = section.findChoice("when", Event.class);
            var after = section.duration("after", Duration.ZERO);
            if (!section.has("do")) {
                section.problem("do", "is missing");
            }
            var act = section.choice("do", Act.class, Act.REVOKE);
            var match = section.findText("match");
            if (match != null
                    && persistence.stream()
                            .noneMatch(
                                    planted -> planted.id().equals(match) && planted.kind() == ObjectKind.INBOX_RULE)) {
                section.problem("match", "'" + match + "' is no planted inbox rule");
            }
            section.build(() -> new OtherHand(by, at, when, after, act, user, match))
                    .ifPresent(hands::add);
        }
        return hands;
    }
}
