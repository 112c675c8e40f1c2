package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.microsoft365.TenantDouble.Fault;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.Submissions.Category;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubmissionsTest extends ConnectedTest {
    @BeforeEach
    void permit() {
        microsoft.graphClaims("\"roles\":[\"ThreatSubmission.ReadWrite.All\"]");
    }

    @Test
    void nothing_is_shown_twice_by_itself_whatever_the_answer() {
        for (Reply reply : List.of(
                Reply.error(429, "TooManyRequests", "Too many requests.").with("Retry-After", "1"),
                Reply.status(503),
                Reply.status(500),
                Reply.json("{}").with(Fault.RESET),
                Reply.json("{\"status\":\"running\"}").with(201))) {
            int before = microsoft.asked().size();
            microsoft.answer(request -> reply);

            Reason reason = refusal(() -> tenant.submissions().submitUrl("https://evil.example/", Category.PHISHING))
                    .reason();

            assertThat(reason).isEqualTo(reply.status() == 429 ? Reason.THROTTLED : Reason.UNKNOWN_RESULT);
            assertThat(microsoft.asked()).hasSize(before + 1);
        }
        assertThat(pauses).isEmpty();
    }

    @Test
    void a_missing_permission_is_named() {
        microsoft.graphClaims("\"roles\":[\"User.Read.All\"]");
        microsoft.answer(request -> Reply.error(403, "Forbidden", "no"));

        assertThat(refusal(() -> tenant.submissions().submitUrl("https://evil.example/", Category.PHISHING))
                        .remedy())
                .contains("ThreatSubmission.ReadWrite.All");
    }
}
