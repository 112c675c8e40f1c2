package dev.cordon.evidence.bag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.Audience;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AudienceRulesTest {
    private static List<String> given(Audience audience, String... kinds) {
        return Stream.of(kinds)
                .filter(kind -> AudienceRules.withheldExhibit(audience, kind).isEmpty())
                .toList();
    }

    @Test
    void a_log_that_was_brought_by_hand_is_handed_out_to_whoever_gets_the_same_log_as_cordon_fetched_it() {
        for (Audience audience : Audience.values()) {
            assertThat(given(
                            audience,
                            "sign-ins",
                            "mailbox-audit",
                            "directory-audits",
                            "imported-sign-ins",
                            "imported-audit-log",
                            "imported-directory-audit"))
                    .as(audience.name())
                    .hasSize(6);
        }
    }

    @Test
    void of_mails_the_police_gets_what_the_attacker_wrote_and_nobody_else_gets_any() {
        for (Audience audience : Audience.values()) {
            assertThat(given(audience, "attacker-mail").isEmpty())
                    .as(audience.name())
                    .isEqualTo(audience == Audience.SOC || audience == Audience.LEGAL);
            assertThat(given(audience, "mail-sample", "collected-alerts-of-everybody"))
                    .as(audience.name())
                    .hasSize(audience == Audience.FULL ? 2 : 0);
            assertThat(given(audience, "collected-risk-detections", "imported-risk-detections"))
                    .as(audience.name())
                    .hasSize(2);
        }
    }

    @Test
    void a_file_that_was_brought_by_hand_goes_where_what_a_person_filed_goes_and_a_message_trace_not_to_the_soc() {
        for (Audience audience : Audience.values()) {
            assertThat(given(audience, "imported-file"))
                    .as(audience.name())
                    .hasSameSizeAs(given(audience, "manual-evidence"));
            assertThat(given(audience, "imported-message-trace").isEmpty()).isEqualTo(audience == Audience.SOC);
            assertThat(given(audience, "of-tomorrow").isEmpty()).isEqualTo(audience != Audience.FULL);
        }
    }
}
