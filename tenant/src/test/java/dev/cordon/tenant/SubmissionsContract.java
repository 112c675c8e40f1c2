package dev.cordon.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.tenant.Submissions.Category;
import dev.cordon.tenant.Submissions.Kind;
import dev.cordon.tenant.Submissions.Mail;
import dev.cordon.tenant.Submissions.Status;
import dev.cordon.tenant.Submissions.Submission;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What everybody promises who shows Microsoft mails and addresses. */
public abstract class SubmissionsContract {
    private static final String URL = "https://evil.example/login";

    private final InMemorySubmissions world = new InMemorySubmissions();

    protected abstract Submissions on(InMemorySubmissions world);

    @Test
    void what_is_submitted_has_an_id_by_which_its_state_is_asked_for() {
        Submissions submissions = on(world);

        Submission submission = submissions.submitUrl(URL, Category.PHISHING);
        assertThat(submission.status()).isEqualTo(Status.RUNNING);
        assertThat(submission.kind()).isEqualTo(Kind.URL);

        world.judges("phishing");
        assertThat(submissions.find(Kind.URL, submission.id()).value()).hasValueSatisfying(found -> {
            assertThat(found.status()).isEqualTo(Status.SUCCEEDED);
            assertThat(found.verdict()).isEqualTo("phishing");
        });
        assertThat(submissions.find(Kind.URL, "unknown").value()).isEqualTo(Optional.empty());
    }

    @Test
    void a_mail_is_submitted_by_where_it_lies_or_by_its_bytes() {
        Submissions submissions = on(world);
        Mail lying = new Mail.InMailbox(
                "anna.berg@contoso.example", URI.create("https://graph.microsoft.com/v1.0/users/anna/messages/AA="));
        Mail sealed = new Mail.Content(
                "anna.berg@contoso.example", Bytes.copyOf("Subject: x\r\n\r\nnow".getBytes(StandardCharsets.UTF_8)));

        assertThat(submissions.submit(lying, Category.PHISHING).kind()).isEqualTo(Kind.MAIL);
        assertThat(submissions.submit(sealed, Category.PHISHING).kind()).isEqualTo(Kind.MAIL);
        assertThat(world.taken()).isEqualTo(2);
    }

    @Test
    void the_same_shown_again_at_once_is_refused_and_not_tried_again() {
        Submissions submissions = on(world);
        submissions.submitUrl(URL, Category.PHISHING);

        assertThatThrownBy(() -> submissions.submitUrl(URL, Category.PHISHING))
                .isInstanceOfSatisfying(
                        TenantException.class,
                        e -> assertThat(e.failure().reason()).isEqualTo(Failure.Reason.THROTTLED));
        assertThatThrownBy(() -> submissions.submitUrl("no address", Category.PHISHING))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(world.taken()).isEqualTo(1);
    }
}
