package dev.cordon.app.harness;

import static org.assertj.core.api.Assertions.assertThat;

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
