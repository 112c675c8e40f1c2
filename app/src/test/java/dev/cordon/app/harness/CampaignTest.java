package dev.cordon.app.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignTest {
    @TempDir
    Path folder;

    private final List<String> carriedOut = Collections.synchronizedList(new ArrayList<>());

    private Campaign.Unit unit(String id, Finding... findings) {
        return new Campaign.Unit(id, own -> {
            assertThat(own).isDirectory();
            carriedOut.add(id);
            return new Result(List.of(findings), "two\nlines", 10, 1);
        });
    }

    private Campaign campaign() {
        return new Campaign(folder.resolve("done.tsv"), folder, true);
    }

    @Test
    void goes_on_where_it_was_and_remembers_what_failed() throws Exception {
        Finding finding = new Finding(Finding.Weight.MISSED, "a rule named \u001b[2J");
        Campaign first = campaign();
        first.carryOut(List.of(unit("one"), unit("two", finding)), 2);

        Campaign second = campaign();
        second.carryOut(List.of(unit("one"), unit("two", finding), unit("three")), 2);

        assertThat(carriedOut).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(second.failures())
                .singleElement()
                .asString()
                .startsWith("two: MISSED: a rule named")
                .contains("-Dcordon.harness.only=two")
                .doesNotContain("\u001b");
        assertThat(second.shareLeftForReview()).isEqualTo(10);
    }

    @Test
    void where_nothing_was_judged_no_share_passes_for_a_small_one() throws Exception {
        Campaign campaign = campaign();
        campaign.carryOut(List.of(new Campaign.Unit("empty", own -> Result.of(List.of(), ""))), 1);

        assertThat(campaign.judged()).isZero();
        assertThat(campaign.shareLeftForReview()).isNaN();
    }

    @Test
    void one_that_is_asked_for_by_a_name_that_none_has_is_no_success() {
        List<Campaign.Unit> units = List.of(unit("scenario-1"), unit("scenario-2"), unit("scenario-3"));

        assertThat(new Asked(true, "").of(units, List.of(1))).isEqualTo(units);
        assertThat(new Asked(false, "").of(units, List.of(1))).containsExactly(units.get(1));
        assertThat(new Asked(true, "scenario-2").of(units, List.of(2))).containsExactly(units.get(1));
        assertThat(new Asked(false, "kill-2").isFor("scenario-")).isFalse();
        assertThatThrownBy(() -> new Asked(false, "scenario-4").of(units, List.of(1)))
                .hasMessageContaining("scenario-4");
        assertThatThrownBy(() -> new Asked(false, "typo")).hasMessageContaining("typo");
    }

    @Test
    void what_breaks_is_a_failure_and_holds_up_nothing() throws Exception {
        Campaign campaign = campaign();
        campaign.carryOut(
                List.of(
                        new Campaign.Unit("broken", own -> {
                            throw new IllegalStateException("no tenant");
                        }),
                        unit("one")),
                1);

        assertThat(carriedOut).containsExactly("one");
        assertThat(campaign.failures())
                .singleElement()
                .asString()
                .contains("BROKEN")
                .contains("no tenant");
    }
}
