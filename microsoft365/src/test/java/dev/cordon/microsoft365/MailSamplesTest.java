package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.MailSamples;
import dev.cordon.tenant.MailSamples.Sample;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailSamplesTest extends ConnectedTest {
    private static final String MIME = "Received: from x\r\nMessage-ID: <m'1@x>\r\nSubject: Pay\r\n\r\nnow \u00e9";

    @BeforeEach
    void permit() {
        microsoft.graphClaims("\"roles\":[\"Mail.Read\"]");
    }

    @Test
    void a_message_comes_in_mime_as_the_mailbox_has_it_also_from_what_was_deleted() {
        microsoft.answer(request -> request.path().contains("$value")
                ? new Reply(200, Map.of("Content-Type", "text/plain"), MIME, TenantDouble.Fault.NONE)
                : list(request.path().contains("recoverableitemsdeletions") ? "{\"id\":\"AA=\"}" : ""));

        assertThat(fetch())
                .isInstanceOfSatisfying(
                        Sample.Found.class,
                        found -> assertThat(found.mime().body().toArray())
                                .isEqualTo(MIME.getBytes(StandardCharsets.UTF_8)));
        assertThat(microsoft.asked())
                .extracting(Asked::readable)
                .containsExactly(
                        "/v1.0/users/" + ANNA + "/messages?$filter=internetMessageId eq '<m''1@x>'&$select=id",
                        "/v1.0/users/" + ANNA
                                + "/mailFolders/recoverableitemsdeletions/messages?$filter=internetMessageId eq '<m''1@x>'&$select=id",
                        "/v1.0/users/" + ANNA + "/messages/AA=/$value");
    }

    @Test
    void a_message_is_not_found_only_when_every_place_was_read() {
        microsoft.answer(request -> request.path().contains("$value")
                ? Reply.error(404, "ErrorItemNotFound", "The specified object was not found in the store.")
                : list(request.path().contains("mailFolders") ? "" : "{\"id\":\"AA=\"}"));
        assertThat(fetch())
                .isInstanceOfSatisfying(
                        Sample.NotFound.class, gone -> assertThat(gone.looked()).hasSize(3));

        microsoft.answer(request -> request.path().contains("purges") ? Reply.status(501) : list(""));
        assertThat(refusal(this::fetch).reason()).isEqualTo(Reason.NOT_AVAILABLE);
    }

    @Test
    void a_message_that_is_too_large_is_given_up_and_not_asked_for_again() {
        String large = "Subject: large\r\n\r\n" + "x".repeat(MailSamples.LARGEST);
        microsoft.answer(request -> request.path().contains("$value")
                ? new Reply(200, Map.of("Content-Type", "text/plain"), large, TenantDouble.Fault.NONE)
                : list("{\"id\":\"AA=\"}"));

        assertThat(fetch()).isEqualTo(new Sample.TooLarge());
        assertThat(microsoft.asked())
                .filteredOn(request -> request.path().contains("$value"))
                .hasSize(1);
        assertThat(fetch()).as("the connection is good for the next").isEqualTo(new Sample.TooLarge());
    }

    @Test
    void a_message_that_speaks_of_a_password_comes_byte_for_byte() {
        String text = "Subject: password\r\n\r\n{\"password\": \"now\"} \u00e9";
        microsoft.answer(request -> request.path().contains("$value")
                ? new Reply(200, Map.of("Content-Type", "text/plain"), text, TenantDouble.Fault.NONE)
                : list("{\"id\":\"AA=\"}"));

        assertThat(fetch()).isInstanceOfSatisfying(Sample.Found.class, found -> {
            assertThat(found.mime().body().toArray()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
            assertThat(found.mime().redacted()).isFalse();
        });
    }

    @Test
    void an_empty_answer_is_no_message() {
        microsoft.answer(request -> request.path().contains("$value")
                ? new Reply(200, Map.of("Content-Type", "text/plain"), "", TenantDouble.Fault.NONE)
                : list("{\"id\":\"AA=\"}"));

        assertThat(refusal(this::fetch).reason()).isEqualTo(Reason.UNREADABLE_ANSWER);
    }

    @Test
    void who_may_not_read_is_told_what_is_missing_at_the_first_place() {
        microsoft.graphClaims("\"roles\":[\"User.Read.All\"]");
        microsoft.answer(request -> Reply.error(403, "ErrorAccessDenied", "Access is denied."));

        Failure refused = refusal(this::fetch);
        assertThat(refused.reason()).isEqualTo(Reason.MISSING_PERMISSION);
        assertThat(refused.remedy()).contains("application permission Mail.Read");
        assertThat(microsoft.asked()).hasSize(1);
    }

    private Sample fetch() {
        return tenant.mailSamples().fetch(ANNA, "<m'1@x>");
    }

    private static Reply list(String message) {
        return Reply.json("{\"value\":[" + message + "]}");
    }
}
