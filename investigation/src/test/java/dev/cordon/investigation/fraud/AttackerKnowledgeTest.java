package dev.cordon.investigation.fraud;

import static dev.cordon.investigation.reconstruction.AuditRowsMade.ANNA;
import static dev.cordon.investigation.reconstruction.AuditRowsMade.AWAY;
import static dev.cordon.investigation.reconstruction.AuditRowsMade.attacker;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.investigation.fraud.AttackerKnowledge.Kind;
import dev.cordon.investigation.reconstruction.AuditRowsMade;
import dev.cordon.investigation.reconstruction.Known;
import dev.cordon.investigation.reconstruction.MailAct;
import dev.cordon.investigation.reconstruction.Reconstruction;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttackerKnowledgeTest {
    private final AuditRowsMade rows = new AuditRowsMade();

    private Reconstruction reconstruction() {
        return Reconstruction.of(
                new Known(Set.of(ANNA), Set.of(AWAY), Set.of("stolen-1"), Set.of(), List.of()), rows.source());
    }

    private static final String FOLDER =
            "\"Folders\":[{\"Path\":\"\\\\Inbox\",\"FolderItems\":[{\"InternetMessageId\":\"<i@x>\",\"Subject\":\"Invoice 12\"},"
                    + "{\"InternetMessageId\":\"<l@x>\",\"Subject\":\"Lunch\"}]}]";

    private static String access(String how) {
        return attacker() + ",\"MailboxOwnerUPN\":\"" + ANNA
                + "\",\"OperationCount\":2,\"OperationProperties\":[{\"Name\":\"MailAccessType\",\"Value\":\"" + how
                + "\"},{\"Name\":\"IsThrottled\",\"Value\":\"False\"}]," + FOLDER;
    }

    @Test
    void messages_about_money_are_told_apart_and_are_accessed_and_never_read() {
        rows.add("a", "2026-03-01T10:00:00", "MailItemsAccessed", ANNA, access("Bind"));

        AttackerKnowledge knowledge = AttackerKnowledge.of(reconstruction());

        assertThat(knowledge.items())
                .filteredOn(item -> item.kind() == Kind.MESSAGES_ABOUT_MONEY)
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.text())
                            .contains("Invoice 12")
                            .contains("accessed")
                            .doesNotContain(" read");
                    assertThat(item.shownBy()).hasSize(1);
                });
        assertThat(knowledge.items())
                .anyMatch(item -> item.kind() == Kind.MESSAGES && item.text().contains("Lunch"));
        assertThat(knowledge.mayBeWholeMailbox()).isFalse();
    }

    @Test
    void a_folder_that_was_fetched_is_known_whole_and_is_an_indicator() {
        rows.add(
                "a",
                "2026-03-01T10:00:00",
                "MailItemsAccessed",
                ANNA,
                access("Sync").replace(FOLDER, "\"Folders\":[{\"Path\":\"\\\\Inbox\"}]"));

        Reconstruction found = reconstruction();

        assertThat(AttackerKnowledge.of(found).items()).anyMatch(item -> item.kind() == Kind.WHOLE_FOLDER);
        assertThat(FraudFacts.FolderSync.of(found.access()))
                .singleElement()
                .satisfies(sync -> assertThat(sync.folder()).containsIgnoringCase("inbox"));
    }

    @Test
    void what_he_searched_for_is_told() {
        rows.add(
                "s",
                "2026-03-01T10:00:00",
                "SearchQueryInitiatedExchange",
                ANNA,
                attacker() + ",\"MailboxOwnerUPN\":\"" + ANNA + "\",\"QueryText\":\"IBAN\"");

        Reconstruction found = reconstruction();

        assertThat(AttackerKnowledge.of(found).items())
                .anyMatch(item -> item.kind() == Kind.SEARCHES && item.text().contains("IBAN"));
        assertThat(FraudFacts.Search.of(found.acts(MailAct.Kind.SEARCHED)))
                .extracting(FraudFacts.Search::text)
                .containsExactly("IBAN");
    }

    @Test
    void where_no_access_is_recorded_at_all_the_whole_mailbox_cannot_be_excluded() {
        rows.add("a", "2026-03-01T10:00:00", "UserLoggedIn", ANNA, "\"ActorIpAddress\":\"203.0.113.9\"");

        AttackerKnowledge knowledge = AttackerKnowledge.of(reconstruction());

        assertThat(knowledge.mayBeWholeMailbox()).isTrue();
        assertThat(knowledge.items().getFirst().text()).contains("cannot be excluded");
    }
}
