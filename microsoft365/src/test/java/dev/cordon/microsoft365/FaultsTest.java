package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Fault;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FaultsTest extends ConnectedTest {
    private static final Reply REVOKED = Reply.json("{\"value\":true}");

    @Test
    void honours_the_wait_it_is_told_whole_or_with_a_fraction() {
        microsoft.answer(inTurn(
                Reply.status(429).with("Retry-After", "7"), Reply.status(503).with("Retry-After", "2.5"), REVOKED));

        Receipt receipt = tenant.signInSessions().revoke(ANNA);

        assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofMillis(2500));
        assertThat(receipt.warnings()).isEmpty();
    }

    @Test
    void gives_up_as_throttled_when_it_stays_so() {
        microsoft.answer(request -> Reply.error(429, "TooManyRequests", "Too many requests."));

        Failure failure = refusal(() -> tenant.signInSessions().revoke(ANNA));

        assertThat(failure.reason()).isEqualTo(Reason.THROTTLED);
        assertThat(failure.code()).isEqualTo("TooManyRequests");
        assertThat(failure.requestId()).isNotEmpty();
    }

    @Test
    void a_revoke_whose_answer_was_lost_is_sent_again_and_says_so() {
        microsoft.answer(inTurn(Reply.status(200).with(Fault.RESET), REVOKED));

        Receipt receipt = tenant.signInSessions().revoke(ANNA);

        assertThat(microsoft.asked()).hasSize(2);
        assertThat(receipt.warnings()).singleElement().asString().contains("earlier attempt");
    }

    @Test
    void a_reset_whose_answer_was_lost_is_not_sent_again() {
        microsoft.answer(request -> Reply.status(204).with(Fault.RESET));

        Failure failure = refusal(() -> tenant.passwords().reset(ANNA, new Secret("Pass-word-1!")));

        assertThat(failure.reason()).isEqualTo(Reason.UNKNOWN_RESULT);
        assertThat(failure.isResultUnknown()).isTrue();
        assertThat(microsoft.asked()).hasSize(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void a_stale_connection_does_not_make_the_client_send_a_reset_twice() {
        AtomicInteger patches = new AtomicInteger();
        microsoft.answer(request -> {
            if (request.method().equals("GET")) {
                return Reply.json("{\"id\":\"x\"}");
            }
            patches.incrementAndGet();
            return Reply.status(204).with(Fault.RESET);
        });
        tenant.passwords().fetchLastChange(ANNA);

        assertThat(refusal(() -> tenant.passwords().reset(ANNA, new Secret("Pass-word-1!")))
                        .reason())
                .isEqualTo(Reason.UNKNOWN_RESULT);
        assertThat(patches).hasValue(1);
    }

    @Test
    void a_success_that_makes_no_sense_proves_nothing() {
        for (Reply nonsense : Arrays.asList(
                Reply.json(""),
                Reply.json("{\"value\":"),
                Reply.json("[]"),
                Reply.json("<html></html>"),
                Reply.json("{\"value\":true}").with(Fault.TRUNCATED))) {
            microsoft.answer(request -> nonsense);

            assertThat(refusal(() -> tenant.signInSessions().revoke(ANNA)).reason())
                    .isEqualTo(Reason.UNKNOWN_RESULT);
        }
        microsoft.answer(request -> Reply.json("{\"id\":7}"));
        assertThat(refusal(() -> tenant.directory().fetchUser(ANNA)).reason()).isEqualTo(Reason.UNREADABLE_ANSWER);
    }

    @Test
    void a_read_passes_over_an_answer_that_makes_no_sense_once() {
        microsoft.answer(inTurn(Reply.json("{\"id\":"), Reply.json("{\"id\":\"x\"}")));

        assertThat(tenant.signInSessions().fetchValidFrom(ANNA).value()).isEmpty();
        assertThat(microsoft.asked()).hasSize(2);
    }

    @Test
    void no_token_because_nobody_is_there_is_unreachable() {
        microsoft.close();

        Failure failure = refusal(() -> tenant.passwords().reset(ANNA, new Secret("Pass-word-1!")));

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure.remedy()).contains("network");
    }

    @Test
    void an_expired_token_is_replaced_once() {
        microsoft.answer(
                inTurn(Reply.error(401, "InvalidAuthenticationToken", "Access token has expired."), Reply.status(204)));

        tenant.passwords().reset(ANNA, new Secret("Pass-word-1!"));

        assertThat(microsoft.tokensAsked()).hasSize(2);
        assertThat(microsoft.asked()).hasSize(2);
    }

    @Test
    void a_token_that_stays_refused_is_no_sign_in() {
        microsoft.answer(request -> Reply.error(401, "InvalidAuthenticationToken", "Access token has expired."));

        assertThat(refusal(() -> tenant.directory().fetchUser(ANNA)).reason()).isEqualTo(Reason.NOT_SIGNED_IN);
        assertThat(microsoft.tokensAsked()).hasSize(2);
    }

    @Test
    void a_claims_challenge_is_answered_with_the_claims() {
        String claims = "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1772440000\"}}}";
        String encoded = Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        microsoft.answer(inTurn(
                Reply.error(401, "InvalidAuthenticationToken", "Continuous access evaluation resulted in challenge")
                        .with(
                                "WWW-Authenticate",
                                "Bearer realm=\"\", error=\"insufficient_claims\", claims=\"" + encoded + "\""),
                REVOKED));

        tenant.signInSessions().revoke(ANNA);

        assertThat(microsoft.tokensAsked()).hasSize(2);
        assertThat(microsoft.tokensAsked().get(1).body()).contains("1772440000").contains("xms_cc");
    }

    @Test
    void an_interrupted_change_under_way_is_unknown_and_an_interrupted_read_is_interrupted() {
        Thread operator = Thread.currentThread();
        tenant.caller();
        microsoft.answer(request -> {
            operator.interrupt();
            return Reply.status(204).with(Fault.SILENT);
        });
        Failure change = refusal(() -> tenant.signInSessions().revoke(ANNA));
        assertThat(Thread.interrupted()).isTrue();
        Failure read = refusal(() -> tenant.directory().fetchUser(ANNA));
        assertThat(Thread.interrupted()).isTrue();

        assertThat(change.reason()).isEqualTo(Reason.UNKNOWN_RESULT);
        assertThat(read.reason()).isEqualTo(Reason.INTERRUPTED);
    }

    @Test
    void a_sign_in_service_that_stumbles_is_asked_again() {
        microsoft.tokensFail(2);
        microsoft.answer(request -> Reply.json("{\"id\":\"x\"}"));

        assertThat(tenant.signInSessions().fetchValidFrom(ANNA).value()).isEmpty();
    }

    @Test
    void a_sign_in_service_that_is_down_is_said_to_be_whatever_it_answers() {
        for (Reply down : List.of(
                Reply.status(503),
                Reply.json("{}").with(500),
                Reply.error(503, "serviceNotAvailable", "The service is temporarily unavailable."))) {
            microsoft.tokensFail(1000, down);

            Failure failure = refusal(() -> tenant.directory().fetchUser(ANNA));

            assertThat(failure.reason()).isEqualTo(Reason.SERVICE_FAULT);
            assertThat(failure.status()).isEqualTo(down.status());
            assertThat(failure.meaning()).contains("The sign-in service is not available now");
            assertThat(failure.remedy()).isEqualTo("Wait a few minutes and run it again.");
        }
    }

    @Test
    void a_redirect_is_not_followed() {
        microsoft.answer(request -> Reply.status(302).with("Location", "https://evil.example/"));

        assertThat(refusal(() -> tenant.directory().fetchUser(ANNA)).meaning()).contains("another address");
        assertThat(microsoft.asked()).hasSize(1);
    }

    @Test
    void a_web_page_and_nul_bytes_are_recognised() {
        microsoft.answer(request -> Reply.json("<html>403</html>").with(403).with("Content-Type", "text/html"));
        assertThat(refusal(() -> tenant.directory().fetchUser(ANNA)).reason()).isEqualTo(Reason.NOT_AVAILABLE);

        microsoft.answer(request -> Reply.json("\0\0\0\0").with(403).with("Content-Encoding", "gzip"));
        Failure failure = refusal(() -> tenant.mailboxes().fetchMailbox("anna@contoso.example"));
        assertThat(failure.reason()).isEqualTo(Reason.MISSING_ROLE);
        assertThat(failure.remedy()).contains("Exchange Administrator");
    }

    @Test
    void of_a_web_page_it_is_told_who_sent_it_and_no_cause_that_nobody_named() {
        microsoft.answer(request -> Reply.json("<html>403</html>")
                .with(403)
                .with("Content-Type", "text/html")
                .with("Server", "Microsoft-Azure-Application-Gateway/v2"));

        Failure failure = refusal(() -> tenant.mailboxes().fetchMailbox("anna@contoso.example"));
        assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
        assertThat(failure.meaning())
                .isEqualTo(
                        "Microsoft-Azure-Application-Gateway/v2 answered with a web page, which is not JSON and has no error"
                                + " code of Microsoft's: why it refuses is not known.");
        assertThat(failure.remedy()).startsWith("Ask once more;").doesNotContain("role");
    }

    static Function<Asked, Reply> inTurn(Reply... replies) {
        AtomicInteger next = new AtomicInteger();
        return request -> replies[Math.min(next.getAndIncrement(), replies.length - 1)];
    }
}
