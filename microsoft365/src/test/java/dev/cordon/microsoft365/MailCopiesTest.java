package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Fault;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.Completeness.Incomplete;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.MailCopies.Copy;
import dev.cordon.tenant.MailCopies.Place;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailCopiesTest extends ConnectedTest {
    private static final String NOTHING = "{\"value\":[]}";
    private static final Copy COPY =
            new Copy("AA=", Place.VISIBLE, "inbox-id", "Inbox", Optional.empty(), Optional.empty());

    @BeforeEach
    void permit() {
        microsoft.graphClaims("\"roles\":[\"Mail.ReadWrite\"]");
    }

    @Test
    void folders_below_folders_are_looked_into_and_those_below_a_hidden_one_are_hidden() {
        microsoft.answer(request -> Reply.json(
                switch (request.path().replaceAll("\\?.*", "").replace("/v1.0/users/" + ANNA, "")) {
                    case "/mailFolders" ->
                        "{\"value\":[{\"id\":\"inbox-id\",\"displayName\":\"Inbox\",\"childFolderCount\":0,\"isHidden\":false},{\"id\":\"h\",\"displayName\":\"Quick\",\"childFolderCount\":1,\"isHidden\":true}]}";
                    case "/mailFolders/h/childFolders" ->
                        "{\"value\":[{\"id\":\"deep\",\"displayName\":\"Deep\",\"childFolderCount\":0,\"isHidden\":false}]}";
                    case "/mailFolders/deep/messages" -> "{\"value\":[{\"id\":\"c9\",\"parentFolderId\":\"deep\"}]}";
                    default -> NOTHING;
                }));

        Reading<List<Copy>> found = tenant.mailCopies().find(ANNA, "<1@x>");

        assertThat(found.value())
                .containsExactly(
                        new Copy("c9", Place.HIDDEN, "deep", "Quick/Deep", Optional.empty(), Optional.empty()));
        assertThat(found.isComplete()).isTrue();
        assertThat(found.answers()).hasSize(8);
    }

    @Test
    void a_place_that_cannot_be_read_leaves_it_open_whether_a_copy_is_left() {
        microsoft.answer(request -> request.path().contains("purges") ? Reply.status(501) : Reply.json(NOTHING));
        assertThat(lack()).contains("recoverableitemspurges could not be read");

        microsoft.answer(
                request -> request.path().contains("includeHiddenFolders") ? Reply.status(501) : Reply.json(NOTHING));
        assertThat(lack()).contains("the folders could not be read");

        microsoft.answer(request -> request.path().contains("recoverable")
                ? Reply.error(404, "ErrorItemNotFound", "The specified folder could not be found in the store.")
                : Reply.json(NOTHING));
        assertThat(tenant.mailCopies().find(ANNA, "<1@x>").isComplete())
                .as("a mailbox without such a folder")
                .isTrue();
    }

    private String lack() {
        return ((Incomplete) tenant.mailCopies().find(ANNA, "<1@x>").completeness()).reason();
    }

    @Test
    void a_person_is_refused_other_peoples_mail_and_told_what_would_help() {
        microsoft.delegated();
        microsoft.graphClaims("\"scp\":\"Mail.ReadWrite\",\"upn\":\"admin@contoso.example\"");
        microsoft.answer(request -> Reply.error(403, "ErrorAccessDenied", "Access is denied."));

        Failure read = refusal(() -> tenant.mailCopies().find(ANNA, "<1@x>"));
        Failure move = refusal(() -> tenant.mailCopies().softDelete(ANNA, COPY));

        assertThat(read.reason()).isEqualTo(Reason.MISSING_ROLE);
        assertThat(move.reason()).isEqualTo(Reason.MISSING_ROLE);
        assertThat(move.remedy()).contains("Mail.ReadWrite");
    }

    @Test
    void a_move_whose_answer_was_lost_is_repeated_and_says_so() {
        AtomicInteger moves = new AtomicInteger();
        microsoft.answer(request -> moves.incrementAndGet() == 1
                ? Reply.json("{}").with(Fault.RESET)
                : Reply.json("{\"id\":\"AA=\"}").with(201));

        Receipt receipt = tenant.mailCopies().softDelete(ANNA, COPY);

        assertThat(moves).hasValue(2);
        assertThat(receipt.warnings()).hasSize(1);
        assertThat(microsoft.asked())
                .extracting(Asked::body)
                .containsOnly("{\"destinationId\":\"recoverableitemsdeletions\"}");
    }
}
