package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Completeness.Incomplete;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.SecureScores.Control;
import dev.cordon.tenant.SecureScores.SecureScore;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecureScoresTest extends ConnectedTest {
    @BeforeEach
    void permit() {
        microsoft.graphClaims("\"roles\":[\"SecurityEvents.Read.All\"]");
    }

    @Test
    void the_newest_score_comes_with_its_controls_by_name() {
        answer(score(
                "2026-03-01",
                "41.25",
                "{\"controlName\":\"MFARegistrationV2\",\"score\":9},"
                        + "{\"controlName\":\"BlockLegacyAuthentication\",\"score\":0.5}"));

        assertThat(tenant.secureScores().fetchNewest().value())
                .contains(new SecureScore(
                        Instant.parse("2026-03-01T00:00:00Z"),
                        41.25,
                        77,
                        List.of(new Control("BlockLegacyAuthentication", 0.5), new Control("MFARegistrationV2", 9))));
        assertThat(microsoft.asked())
                .singleElement()
                .extracting(Asked::readable)
                .isEqualTo("/v1.0/security/secureScores?$top=1");
    }

    @Test
    void of_several_the_newest_counts_and_none_is_none() {
        answer(score("2026-02-27", "1", "") + "," + score("2026-03-01", "2", "") + "," + score("2026-02-28", "3", ""));
        assertThat(tenant.secureScores().fetchNewest().value().orElseThrow().current())
                .isEqualTo(2);

        answer("");
        assertThat(tenant.secureScores().fetchNewest().value()).isEmpty();
        assertThat(tenant.secureScores().fetchNewest().completeness()).isEqualTo(Completeness.complete());
    }

    @Test
    void controls_that_make_no_sense_are_counted_and_a_score_that_makes_none_is_no_score() {
        answer(
                score(
                        "2026-03-01",
                        "2",
                        "{\"controlName\":\"a\",\"score\":1},{\"controlName\":\"b\"},{\"score\":1},{\"controlName\":\"c\",\"score\":-1}"));
        assertThat(tenant.secureScores().fetchNewest()).satisfies(reading -> {
            assertThat(reading.value().orElseThrow().controls()).containsExactly(new Control("a", 1));
            assertThat(reading.completeness())
                    .isInstanceOfSatisfying(
                            Incomplete.class, told -> assertThat(told.reason()).contains("3 of its controls"));
        });

        for (String points : List.of("1e999", "-1", "\"2\"")) {
            answer(score("2026-03-01", points, ""));
            assertThat(refusal(() -> tenant.secureScores().fetchNewest()).reason())
                    .as(points)
                    .isEqualTo(Reason.UNREADABLE_ANSWER);
        }
    }

    @Test
    void without_the_permission_it_is_named() {
        microsoft.graphClaims("\"roles\":[\"User.Read.All\"]");
        microsoft.answer(request -> Reply.error(403, "Forbidden", "no"));

        assertThat(refusal(() -> tenant.secureScores().fetchNewest()).remedy())
                .contains("application permission SecurityEvents.Read.All");
    }

    private void answer(String scores) {
        microsoft.answer(request -> Reply.json("{\"value\":[" + scores + "],\"@odata.nextLink\":\""
                + microsoft.address() + "/v1.0/security/secureScores?$skip=1\"}"));
    }

    private static String score(String day, String points, String controls) {
        return "{\"id\":\"s_" + day + "\",\"createdDateTime\":\"" + day + "T00:00:00Z\",\"currentScore\":" + points
                + ",\"maxScore\":77.0,\"controlScores\":[" + controls + "]}";
    }
}
