package dev.cordon.investigation.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.evidence.CollectionOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTextTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void a_place_of_every_kind_comes_back_to_the_letter() {
        Places.all().forEach(ProgressTextTest::comesBack);
    }

    private static void comesBack(Place place) {
        var progress = new CollectionProgress(
                Places.FROM,
                Places.UNTIL,
                Optional.of(Places.FROM.plusSeconds(1)),
                3,
                NOW,
                place,
                Optional.of(new CollectionProgress.Ending(
                        CollectionOutcome.CUT_OFF, "\u202e\ud83d\ude00 \"quoted\"\n", Optional.of(NOW))));

        String text = ProgressText.write(progress);

        assertThat(ProgressText.read(text)).isEqualTo(progress);
        assertThat(text).matches("[\\x20-\\x7e]+");
    }

    @Test
    void what_is_absent_stays_absent() {
        CollectionProgress first = CollectionProgress.first(Places.FROM, Places.UNTIL, NOW, Places.search());

        assertThat(ProgressText.read(ProgressText.write(first))).isEqualTo(first);
    }

    /** Each takes something away, adds something, or says what cannot be. */
    private static final List<String> CHANGES = List.of(
            "\"version\":1=\"version\":2",
            "\"version\":1=\"version\":1.0",
            "\"version\":1,=",
            "\"round\":1=\"round\":0",
            "\"round\":1=\"round\":99999999999",
            "{\"version\"= {\"version\"",
            "{\"version\":1={\"version\":1,\"version\":1",
            "{\"version\":1={\"version\":1,\"more\":1",
            "audit-log-search=audit-log",
            "2026-02-01T00:00:00Z=yesterday",
            "2026-02-01T00:00:00Z=2027-02-01T00:00:00Z",
            "\"missing\":[]=\"missing\":{}",
            "\"missing\":[]=\"missing\":[1]",
            "\"missing\":[]=\"missing\":null");

    @Test
    void what_nobody_of_us_wrote_is_refused_with_a_reason() {
        String text = ProgressText.write(CollectionProgress.first(Places.FROM, Places.UNTIL, NOW, Places.search()));
        for (String change : CHANGES) {
            int parting = change.indexOf('=');
            String other = text.replace(change.substring(0, parting), change.substring(parting + 1));

            assertThat(other).as(change).isNotEqualTo(text);
            assertThatThrownBy(() -> ProgressText.read(other))
                    .as(change)
                    .isInstanceOf(UnreadableProgressException.class)
                    .hasMessageStartingWith("The place of a collection cannot be read: ");
        }
    }

    @Test
    void any_text_that_is_cut_off_is_refused() {
        for (Place place : Places.all()) {
            String text = ProgressText.write(CollectionProgress.first(Places.FROM, Places.UNTIL, NOW, place));
            for (int end = 0; end < text.length(); end += 7) {
                String cut = text.substring(0, end);
                assertThatThrownBy(() -> ProgressText.read(cut)).isInstanceOf(UnreadableProgressException.class);
            }
        }
    }
}
