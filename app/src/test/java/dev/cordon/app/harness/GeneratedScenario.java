package dev.cordon.app.harness;

import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.PlantedObject;
import dev.cordon.simulator.scenario.Scenario;
import dev.cordon.simulator.scenario.ScenarioLoader;
import java.util.List;
import java.util.OptionalLong;

/**
 * A scenario out of the generator.
 *
 * @param seed what it was made from
 * @param account what the attacked account is
 * @param yaml the file, as {@code simulate --scenario} takes it
 */
record GeneratedScenario(long seed, AccountKind account, String yaml) {
    Scenario scenario() {
        return ScenarioLoader.parse("generated-" + seed, yaml, OptionalLong.empty());
    }

    /** What the attacker has planted with that account, and in the tenant. */
    static List<PlantedObject> attackers(Scenario scenario, String user) {
        return scenario.persistence().stream()
                .filter(planted -> planted.by() == Author.ATTACKER)
                .filter(planted -> planted.owner() == null || planted.owner().equalsIgnoreCase(user))
                .toList();
    }
}
