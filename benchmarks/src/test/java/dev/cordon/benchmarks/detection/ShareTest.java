package dev.cordon.benchmarks.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ShareTest {
    @Test
    void the_interval_is_the_one_of_wilson() {
        Share half = new Share(5, 10);

        assertThat(half.lower()).isCloseTo(0.2366, within(0.0001));
        assertThat(half.upper()).isCloseTo(0.7634, within(0.0001));
    }

    @Test
    void all_of_few_is_not_certainty() {
        Share all = new Share(10, 10);

        assertThat(all.lower()).isCloseTo(0.7225, within(0.0001));
        assertThat(all.upper()).isEqualTo(1);
        assertThat(new Share(0, 10).upper()).isCloseTo(0.2775, within(0.0001));
        assertThat(new Share(0, 10).lower()).isZero();
    }

    @Test
    void the_interval_holds_the_share_and_stays_between_none_and_all() {
        for (int of = 1; of <= 200; of++) {
            for (int count = 0; count <= of; count++) {
                Share share = new Share(count, of);
                assertThat(share.lower()).isBetween(0.0, share.value());
                assertThat(share.upper()).isBetween(share.value(), 1.0);
            }
        }
    }

    @Test
    void of_nothing_there_is_no_share_and_that_is_said() {
        Share nothing = new Share(0, 0);

        assertThat(nothing).hasToString("no such lines");
        assertThatIllegalStateException().isThrownBy(nothing::value);
        assertThatIllegalStateException().isThrownBy(nothing::upper);
    }

    @Test
    void more_than_all_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(-1, 2));
    }

    @Test
    void is_told_alike_in_every_language() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);

            assertThat(new Share(19, 20)).hasToString("0.950 (19 of 20; 0.764 to 0.991)");
        } finally {
            Locale.setDefault(before);
        }
    }
}
