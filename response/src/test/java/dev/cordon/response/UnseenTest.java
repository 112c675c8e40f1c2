package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.procedure.StepOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnseenTest {
    private static Unseen of(String... open) {
        return Unseen.of(new StepOutcome.Partial(List.of(), List.of(open), List.of(), String.join(" ", open), ""));
    }

    @Test
    void places_that_could_not_be_read_are_named_and_are_nothing_seen_amiss() {
        Unseen unseen = of(
                "calendar publishing could not be read: The service failed.",
                "permissions on every folder were not read to the end.");

        assertThat(unseen.places()).containsExactly("calendar publishing", "permissions on every folder");
        assertThat(unseen.isQuietAsFarAsRead()).isTrue();
        assertThat(unseen.added()).isEqualTo(" Not read: calendar publishing; permissions on every folder.");
    }

    @Test
    void what_is_there_undecided_is_amiss_whatever_the_attacker_called_it() {
        assertThat(of("calendar publishing could not be read: x (inbox-rule) is there, and nobody decided to keep it.")
                        .isQuietAsFarAsRead())
                .isFalse();
        assertThat(of("The last revoke was not proven: what was opened during the clean-up may go on.")
                        .seenAmiss())
                .isTrue();
    }
}
