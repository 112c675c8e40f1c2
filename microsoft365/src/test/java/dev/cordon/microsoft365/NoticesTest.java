package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.microsoft365.TenantDouble.Fault;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.Notices.Chat;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesTest extends ConnectedTest {
    private static final List<String> TO = List.of("cfo@contoso.example");

    @Test
    void a_mail_whose_answer_was_lost_is_not_sent_again() {
        microsoft.answer(request -> Reply.status(202).with(Fault.RESET));

        assertThat(refusal(() -> tenant.notices().sendMail("soc@contoso.example", TO, "Hold", "Do not pay."))
                        .reason())
                .isEqualTo(Reason.UNKNOWN_RESULT);
        assertThat(microsoft.asked()).hasSize(1);
    }

    @Test
    void a_mail_that_was_refused_for_too_many_is_sent_again() {
        microsoft.answer(request -> microsoft.asked().size() == 1
                ? Reply.error(429, "ApplicationThrottled", "Application is over its limit.")
                        .with("Retry-After", "2")
                : Reply.status(202));

        assertThat(tenant.notices()
                        .sendMail("soc@contoso.example", TO, "Hold", "Do not pay.")
                        .alreadyInPlace())
                .isFalse();
        assertThat(microsoft.asked()).hasSize(2);
    }

    @Test
    void an_application_writes_in_no_chat_and_asks_nobody() {
        assertThat(refusal(() -> tenant.notices().openChat(ANNA)).reason()).isEqualTo(Reason.NOT_AVAILABLE);
        assertThat(refusal(() -> tenant.notices().post(new Chat("19:x"), "Call me."))
                        .reason())
                .isEqualTo(Reason.NOT_AVAILABLE);
        assertThat(microsoft.asked()).isEmpty();
    }

    @Test
    void what_a_person_may_not_send_is_told_with_what_would_help() {
        microsoft.delegated();
        microsoft.graphClaims("\"scp\":\"Mail.Send Chat.Create ChatMessage.Send\",\"upn\":\"admin@contoso.example\"");
        microsoft.answer(request -> Reply.error(403, "ErrorAccessDenied", "no"));

        assertThat(refusal(() -> tenant.notices().sendMail("soc@contoso.example", TO, "x", "y"))
                        .remedy())
                .isEqualTo("Send from your own mailbox.");
        assertThat(refusal(() -> tenant.notices().openChat(ANNA)).remedy()).contains("telephone");
    }
}
