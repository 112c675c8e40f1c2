package dev.cordon.app.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cordon.simulator.scenario.ScenarioLoader;
import dev.cordon.store.Placed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Scenarios, faults and deaths against the truth. A small sample by default; all of them with {@code -Dcordon.harness=long}
 * ({@code ./build --long}), which remembers in {@code app/target/harness} what is done; one alone with {@code -Dcordon.harness.only=ID}.
 */
class HarnessTest {
    private static final boolean ALL = "long".equals(System.getProperty("cordon.harness", ""));
    private static final String ONLY = System.getProperty("cordon.harness.only", "");
    private static final long FIRST_SEED = Long.getLong("cordon.harness.seed", 1L);
    private static final int SCENARIOS = 200;
    private static final int KILLS = 200;
    /** The place of the cheapest. */
    private static final int SHIPPED_SAMPLE = 11;

    private static final int AT_ONCE = Integer.getInteger("cordon.harness.at-once", 3);

    @TempDir
    Path folder;

    @BeforeAll
    static void makeRoom() throws IOException {
        Files.createDirectories(remembered("").getParent());
    }

    private static Path remembered(String name) {
        return Path.of("target", "harness", name + ".tsv").toAbsolutePath();
    }

    @Test
    void whatever_he_leaves_and_does_he_is_out_and_nothing_else_is_gone() throws Exception {
        Asked asked = asked("scenario-");
        Campaign campaign = campaign("scenarios");
        List<Campaign.Unit> units = LongStream.range(FIRST_SEED, FIRST_SEED + SCENARIOS)
                .mapToObj(seed ->
                        new Campaign.Unit("scenario-" + seed, own -> ScenarioRun.of(ScenarioGenerator.of(seed), own)))
                .toList();
        carryOut(asked, campaign, units, List.of(2, 3));
        assertThat(campaign.shareLeftForReview())
                .as("of his things were left to a person, in a hundred")
                .isLessThanOrEqualTo(10);
    }

    @Test
    void every_shipped_scenario_ends_as_its_story_says() throws Exception {
        Asked asked = asked("shipped-");
        Campaign campaign = campaign("shipped");
        List<Campaign.Unit> units = Shipped.ALL.stream()
                .map(expected ->
                        new Campaign.Unit("shipped-" + expected.scenario(), own -> ShippedRun.of(expected, own)))
                .toList();
        assertThat(Shipped.ALL).extracting(Shipped::scenario).containsExactlyElementsOf(ScenarioLoader.shipped());
        campaign.carryOut(asked.of(units, List.of(SHIPPED_SAMPLE)), AT_ONCE);
        assertThat(campaign.failures()).isEmpty();
    }

    @Test
    void no_fault_makes_it_say_what_is_not_so() throws Exception {
        Asked asked = asked("fault ");
        Path learning = Files.createDirectory(folder.resolve("learning"));
        List<Campaign.Unit> units = FaultRun.matrix(FaultRun.operations(learning)).stream()
                .map(planned -> new Campaign.Unit(planned.id(), own -> FaultRun.of(planned, own)))
                .toList();
        carryOut(asked, campaign("faults"), units, spread(units.size(), 5));
    }

    @ParameterizedTest
    @CsvSource({"IN_FOLDER, kill, 3", "ON_SERVER, server-kill, 1"})
    void whenever_it_dies_it_ends_as_if_it_had_not(Placed placed, String name, int sample) throws Exception {
        Asked asked = asked(name + "-");
        List<Campaign.Unit> units = LongStream.range(FIRST_SEED, FIRST_SEED + KILLS)
                .mapToObj(seed -> new Campaign.Unit(name + "-" + seed, own -> KillRun.of(seed, placed, own)))
                .toList();
        carryOut(asked, campaign(name + "s"), units, spread(units.size(), sample));
    }

    /** Those whose ids begin with {@code kind} are asked for, or this is no test at all. */
    private static Asked asked(String kind) {
        Asked asked = new Asked(ALL, ONLY);
        assumeThat(asked.isFor(kind)).as("only " + ONLY).isTrue();
        return asked;
    }

    private Campaign campaign(String name) {
        return new Campaign(remembered(name), folder, ALL && ONLY.isEmpty());
    }

    /** So many of {@code size}, evenly from the whole of it. */
    private static List<Integer> spread(int size, int wanted) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            places.add((int) ((2L * i + 1) * size / (2L * wanted)));
        }
        return places;
    }

    private static void carryOut(Asked asked, Campaign campaign, List<Campaign.Unit> units, List<Integer> sample)
            throws IOException, InterruptedException, ExecutionException {
        campaign.carryOut(asked.of(units, sample), AT_ONCE);
        assertThat(campaign.failures()).isEmpty();
        assertThat(campaign.judged()).as("of his things were judged").isPositive();
    }
}
