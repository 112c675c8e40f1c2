package dev.cordon.playbooks.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.investigation.AttackPicture;
import dev.cordon.investigation.Judge;
import dev.cordon.investigation.Organisation;
import dev.cordon.investigation.SignInHistory;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.MailboxDelegate.Scope;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DelegateAreaTest {
    private static final String EVE = "eve@contoso.example";
    private static final Judge JUDGE = new Judge(
            Organisation.ofDomains("contoso.example"),
            AttackPicture.draw(SignInHistory.of(
                    "anna",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Instant.parse("2026-03-02T08:00:00Z"))));

    private static String lost(String kind, String right) {
        return new DelegateArea()
                .judge(new MailboxDelegate(kind + "|" + EVE, Scope.MAILBOX, "", EVE, List.of(right)), JUDGE)
                .whatIsLost();
    }

    @Test
    void three_rights_of_one_person_are_three_questions_that_name_the_right() {
        assertThat(lost("mailbox", "FullAccess")).startsWith("The right in the whole mailbox (FullAccess) is lost");
        assertThat(lost("send-as", "SendAs")).startsWith("The right to send as this mailbox is lost");
        assertThat(lost("send-on-behalf", "SendOnBehalf"))
                .startsWith("The right to send on behalf of this mailbox is lost");
    }
}
