package dev.cordon.app.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.scenario.PlantedObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScenarioGeneratorTest {
    @Test
    void the_same_seed_makes_the_same_file() {
        assertThat(ScenarioGenerator.of(17)).isEqualTo(ScenarioGenerator.of(17)).isNotEqualTo(ScenarioGenerator.of(18));
    }

    @Test
    void two_hundred_seeds_load_and_plant_every_kind_in_every_kind_of_account() {
        Set<ObjectKind> his = EnumSet.noneOf(ObjectKind.class);
        Set<ObjectKind> theirs = EnumSet.noneOf(ObjectKind.class);
        Set<AccountKind> accounts = EnumSet.noneOf(AccountKind.class);
        for (long seed : LongStream.range(1, 201).toArray()) {
            GeneratedScenario generated = ScenarioGenerator.of(seed);
            List<PlantedObject> planted = generated.scenario().persistence();
            accounts.add(generated.account());
            planted.forEach(thing -> (thing.by() == Author.ATTACKER ? his : theirs).add(thing.kind()));
            assertThat(planted).as("seed " + seed).anyMatch(thing -> thing.by() == Author.ATTACKER);
        }
        assertThat(his).containsExactlyInAnyOrder(ObjectKind.values());
        assertThat(theirs).containsExactlyInAnyOrder(ObjectKind.values());
        assertThat(accounts).containsExactlyInAnyOrder(AccountKind.values());
    }
}
