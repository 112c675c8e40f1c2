package dev.cordon.investigation.reconstruction;

import static dev.cordon.investigation.reconstruction.AuditRowsMade.ANNA;
import static dev.cordon.investigation.reconstruction.AuditRowsMade.AWAY;
import static dev.cordon.investigation.reconstruction.AuditRowsMade.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.investigation.reconstruction.MailAct.Kind;
import dev.cordon.investigation.records.LogRecord.Log;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailAccessTest {
    private static final Known KNOWN = new Known(Set.of(ANNA), Set.of(AWAY), Set.of(), Set.of(), List.of());
    private static final String SYNC = "\"MailboxOwnerUPN\":\"" + ANNA
            + "\",\"OperationProperties\":[{\"Name\":\"MailAccessType\",\"Value\":\"Sync\"}]";

    private final AuditRowsMade made = new AuditRowsMade().habit(ANNA, HOME);

    private Reconstruction reconstruction() {
        return Reconstruction.of(KNOWN, made.source());
    }

    private MailAccess access() {
        return reconstruction().access().stream()
                .filter(one -> one.mailbox().equals(ANNA))
                .findFirst()
                .orElseThrow();
    }

    private <B extends Bound> List<B> bounds(Class<B> type) {
        return access().bounds().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    void a_bind_of_the_attackers_names_its_messages_with_folder_time_and_row() {
        made.bind("a1", "2026-03-01T22:00:00", AuditRowsMade.attacker(), "<One@x>", "<two@x>");

        assertThat(access().named()).hasSize(2);
        AccessedMessage first = access().named().getFirst();
        assertThat(first.internetMessageId()).isEqualTo("<One@x>");
        assertThat(first.folders()).containsExactly("\\Inbox");
        assertThat(first.first()).isEqualTo(Instant.parse("2026-03-01T22:00:00Z"));
        assertThat(first.shownBy().exhibit()).isEqualTo(ExhibitId.of(7));
        assertThat(first.shownBy().row()).isEqualTo(5);
    }

    @Test
    void what_the_user_accessed_at_his_desk_is_not_the_attackers() {
        made.bind("u1", "2026-03-01T09:00:00", AuditRowsMade.user(), "<own@x>");

        assertThat(access().named()).isEmpty();
        assertThat(bounds(Bound.NotAttributed.class)).isEmpty();
        assertThat(reconstruction().looked(Log.AUDIT_LOG).accesses()).isEqualTo(1);
    }

    @Test
    void what_comes_again_within_two_minutes_in_one_session_is_counted_once_and_both_counts_are_kept() {
        made.bind("a1", "2026-03-01T22:00:00", AuditRowsMade.attacker(), "<one@x>", "<one@x>");
        made.bind("a2", "2026-03-01T22:01:59", AuditRowsMade.attacker(), "<ONE@x>");
        made.bind("a3", "2026-03-01T22:02:01", AuditRowsMade.attacker(), "<one@x>");
        made.bind("a4", "2026-03-01T22:00:30", AuditRowsMade.attacker().replace("Stolen-1", "other"), "<one@x>");

        assertThat(access().named()).hasSize(1);
        assertThat(access().mentions()).isEqualTo(5);
        assertThat(access().accesses()).isEqualTo(3);
    }

    @Test
    void a_sync_stands_for_the_whole_folder_at_that_time() {
        made.add(
                "s1",
                "2026-03-01T22:00:00",
                "MailItemsAccessed",
                ANNA,
                AuditRowsMade.attacker() + "," + SYNC + ",\"Item\":{\"ParentFolder\":{\"Path\":\"\\\\Inbox\"}}");
        made.add(
                "s2",
                "2026-03-01T23:00:00",
                "MailItemsAccessed",
                ANNA,
                AuditRowsMade.attacker() + "," + SYNC
                        + ",\"Folders\":[{\"Path\":\"\\\\Sent Items\"},{\"Path\":\"\\\\Inbox\"}]");

        assertThat(access().named()).isEmpty();
        assertThat(bounds(Bound.WholeFolder.class))
                .extracting(Bound.WholeFolder::folder, Bound.WholeFolder::times)
                .containsExactly(tuple("\\Inbox", 2L), tuple("\\Sent Items", 1L));
    }

    @Test
    void a_sync_that_names_no_folder_and_an_access_of_no_said_kind_are_bounds_and_not_nothing() {
        made.add("s1", "2026-03-01T22:00:00", "MailItemsAccessed", ANNA, AuditRowsMade.attacker());

        assertThat(bounds(Bound.WholeFolder.class))
                .extracting(Bound.WholeFolder::folder)
                .containsExactly("");
    }

    @Test
    void once_throttled_by_anybody_the_whole_mailbox_is_exposed_for_a_day_and_days_that_overlap_are_one_time() {
        made.bind("a1", "2026-03-01T22:00:00", AuditRowsMade.attacker(), "<one@x>");
        String throttled =
                SYNC.replace("Sync", "Bind").replace("}]", "},{\"Name\":\"IsThrottled\",\"Value\":\"True\"}]");
        made.add("t1", "2026-03-01T23:00:00", "MailItemsAccessed", ANNA, AuditRowsMade.user() + "," + throttled);
        made.add("t2", "2026-03-02T11:00:00", "MailItemsAccessed", ANNA, AuditRowsMade.attacker() + "," + throttled);
        made.add("t3", "2026-03-09T11:00:00", "MailItemsAccessed", ANNA, AuditRowsMade.user() + "," + throttled);

        assertThat(bounds(Bound.Throttled.class))
                .extracting(Bound.Throttled::from, Bound.Throttled::end)
                .containsExactly(
                        tuple(Instant.parse("2026-03-01T23:00:00Z"), Instant.parse("2026-03-03T11:00:00Z")),
                        tuple(Instant.parse("2026-03-09T11:00:00Z"), Instant.parse("2026-03-10T11:00:00Z")));
    }

    @Test
    void messages_without_an_id_and_operations_that_name_none_are_counted_as_unnamed() {
        made.bind("a1", "2026-03-01T22:00:00", AuditRowsMade.attacker(), "<one@x>", "", " ");
        made.add(
                "a2",
                "2026-03-01T22:10:00",
                "MailItemsAccessed",
                ANNA,
                AuditRowsMade.attacker() + "," + SYNC.replace("Sync", "Bind") + ",\"OperationCount\":7");

        assertThat(access().named()).hasSize(1);
        assertThat(bounds(Bound.Unnamed.class))
                .extracting(Bound.Unnamed::accesses)
                .containsExactly(9L);
    }

    @Test
    void accesses_that_nobody_can_be_said_to_have_made_are_a_bound_with_where_they_came_from() {
        made.bind("a1", "2026-03-01T22:00:00", AuditRowsMade.attacker(), "<one@x>");
        made.bind("q1", "2026-03-01T22:30:00", "\"ClientIPAddress\":\"[2001:DB8::9]:443\"", "<two@x>");

        assertThat(access().named()).hasSize(1);
        assertThat(bounds(Bound.NotAttributed.class)).singleElement().satisfies(bound -> {
            assertThat(bound.rows()).isEqualTo(1);
            assertThat(bound.addresses()).containsExactly("2001:db8::9");
        });
    }

    @Test
    void what_came_after_the_rows_begins_where_rows_may_still_arrive_and_not_at_the_newest_row() {
        made.bind("a1", "2026-03-01T22:00:00", AuditRowsMade.attacker(), "<one@x>");
        Instant through = Instant.parse("2026-03-01T21:00:00Z");
        var late = new Known(
                Set.of(ANNA),
                Set.of(AWAY),
                Set.of(),
                Set.of(),
                OurApplication.NONE,
                List.of(),
                Set.of(),
                Optional.of(through));

        Reconstruction found = Reconstruction.of(late, made.source());
        assertThat(found.access().getFirst().bounds()).contains(new Bound.AfterTheRows(through));
        assertThat(found.files().bounds()).contains(new FileBound.AfterTheRows(through));
    }

    @Test
    void where_no_access_is_recorded_by_anybody_it_is_not_said_that_none_happened() {
        made.add(
                "r1",
                "2026-03-01T22:00:00",
                "Send",
                ANNA,
                AuditRowsMade.attacker() + ",\"Workload\":\"Exchange\",\"MailboxOwnerUPN\":\"" + ANNA
                        + "\",\"Item\":{\"InternetMessageId\":\"<out@x>\",\"Subject\":\"Invoice\"}");

        assertThat(access().named()).isEmpty();
        assertThat(bounds(Bound.NotRecorded.class)).hasSize(1);
        assertThat(bounds(Bound.AfterTheRows.class))
                .extracting(Bound.AfterTheRows::from)
                .containsExactly(Instant.parse("2026-03-01T22:00:00Z"));
    }

    @Test
    void where_only_his_sign_ins_are_known_accesses_are_not_recorded_and_not_none() {
        String signIn = "[{\"id\":\"s1\",\"createdDateTime\":\"2026-03-01T21:00:00Z\",\"userPrincipalName\":\"" + ANNA
                + "\",\"ipAddress\":\"" + AWAY + "\",\"appDisplayName\":\"Outlook\",\"status\":{\"errorCode\":0}}]";
        List<EvidenceRow> rows = AuditRowsMade.read(ExhibitId.of(1), signIn);
        Reconstruction found = Reconstruction.of(KNOWN, rows::forEach);

        assertThat(found.looked(Log.SIGN_INS).rows()).isEqualTo(1);
        assertThat(found.access()).singleElement().satisfies(access -> {
            assertThat(access.mailbox()).isEqualTo(ANNA);
            assertThat(access.bounds()).containsExactly(new Bound.NotRecorded(Instant.parse("2026-03-01T21:00:00Z")));
        });
    }

    @Test
    void where_he_is_only_seen_elsewhere_the_mailbox_in_care_is_not_recorded_from_then_on() {
        made.add(
                "r1",
                "2026-03-01T22:00:00",
                "UserLoggedIn",
                "bo.lund@contoso.example",
                "\"ActorIpAddress\":\"" + AWAY + "\"");

        assertThat(bounds(Bound.NotRecorded.class))
                .containsExactly(new Bound.NotRecorded(Instant.parse("2026-03-01T22:00:00Z")));
    }

    @Test
    void an_access_that_failed_exposes_nothing() {
        made.add(
                "f1",
                "2026-03-01T22:00:00",
                "MailItemsAccessed",
                ANNA,
                AuditRowsMade.attacker() + "," + SYNC + ",\"ResultStatus\":\"Failed\"");

        assertThat(bounds(Bound.WholeFolder.class)).isEmpty();
    }

    @Test
    void searches_sent_deleted_and_forwarded_mail_are_told_apart_with_what_the_rows_name() {
        String who = AuditRowsMade.attacker() + ",\"MailboxOwnerUPN\":\"" + ANNA + "\",";
        made.add(
                "b1",
                "2026-03-01T22:01:00",
                "SearchQueryInitiatedExchange",
                ANNA,
                who + "\"QueryText\":\"invoice iban\"");
        made.add(
                "b2",
                "2026-03-01T22:02:00",
                "New-InboxRule",
                ANNA,
                AuditRowsMade.attacker().replace("ClientIPAddress", "ClientIP")
                        + ",\"Parameters\":[{\"Name\":\"ForwardTo\",\"Value\":\"drop@mail.example\"},{\"Name\":\"Name\",\"Value\":\"..\"}]");
        made.add(
                "b3",
                "2026-03-01T22:03:00",
                "SendAs",
                ANNA,
                who + "\"Item\":{\"InternetMessageId\":\"<out@x>\",\"Subject\":\"New bank details\"}");
        made.add(
                "b4",
                "2026-03-01T22:04:00",
                "HardDelete",
                ANNA,
                who
                        + "\"AffectedItems\":[{\"InternetMessageId\":\"<out@x>\",\"Subject\":\"New bank details\"},{\"Id\":\"RgAA\"}],"
                        + "\"Folder\":{\"Path\":\"\\\\Sent Items\"}");
        Reconstruction found = reconstruction();

        assertThat(found.acts(Kind.SEARCHED)).extracting(MailAct::text).containsExactly("invoice iban");
        assertThat(found.acts(Kind.FORWARDED)).extracting(MailAct::text).containsExactly("drop@mail.example");
        assertThat(found.acts(Kind.SENT)).extracting(MailAct::subject).containsExactly("New bank details");
        assertThat(found.acts(Kind.DELETED))
                .extracting(MailAct::internetMessageId, MailAct::folder, MailAct::text)
                .containsExactlyInAnyOrder(
                        tuple("<out@x>", "\\Sent Items", ""), tuple("", "", "1 without a message id"));
    }

    @Test
    void both_forms_on_the_wire_say_the_same() {
        String inner =
                "{\"Id\":\"a1\",\"CreationTime\":\"2026-03-01T22:00:00\",\"Operation\":\"MailItemsAccessed\",\"UserId\":\""
                        + ANNA + "\"," + AuditRowsMade.attacker() + "," + SYNC.replace("Sync", "Bind")
                        + ",\"Folders\":[{\"Path\":\"\\\\Inbox\",\"FolderItems\":[{\"InternetMessageId\":\"<one@x>\",\"Subject\":\"Plan\"}]}]}";
        String graph =
                "{\"value\":[{\"id\":\"a1\",\"createdDateTime\":\"2026-03-01T22:00:00Z\",\"operation\":\"MailItemsAccessed\",\"clientIp\":null,"
                        + "\"auditData\":" + inner + "}]}";
        String cmdlet = "[{\"CreationDate\":\"2026-03-01T22:00:00Z\",\"AuditData\":\""
                + inner.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}]";
        String csv = "CreationDate,UserIds,Operations,AuditData\r\n2026-03-01T22:00:00Z," + ANNA
                + ",MailItemsAccessed,\"" + inner.replace("\"", "\"\"") + "\"\r\n";

        for (String text : List.of(graph, cmdlet, csv)) {
            List<EvidenceRow> rows = AuditRowsMade.read(ExhibitId.of(1), text);
            MailAccess access = Reconstruction.of(KNOWN, rows::forEach).access().getFirst();
            assertThat(access.named()).singleElement().satisfies(message -> {
                assertThat(message.subject()).isEqualTo("Plan");
                assertThat(message.folders()).containsExactly("\\Inbox");
            });
        }
    }

    @Test
    void a_mailbox_that_one_row_names_by_its_owner_another_by_its_id_and_a_third_by_both_counts_once() {
        String id = "0f1e2d3c-0000-4000-8000-00000000000a";
        made.add(
                "g1",
                "2026-03-01T22:00:00",
                "MailItemsAccessed",
                "app@contoso.example",
                AuditRowsMade.attacker() + ",\"MailboxGuid\":\"" + id.toUpperCase(Locale.ROOT)
                        + "\",\"OperationProperties\":[{\"Name\":\"MailAccessType\",\"Value\":\"Bind\"}],"
                        + "\"Folders\":[{\"Path\":\"\\\\Inbox\",\"FolderItems\":[{\"InternetMessageId\":\"<two@x>\"}]}]");
        made.bind("g2", "2026-03-01T22:01:00", AuditRowsMade.attacker(), "<one@x>");
        made.bind("g3", "2026-03-01T22:02:00", AuditRowsMade.user() + ",\"MailboxGuid\":\"" + id + "\"", "<own@x>");

        assertThat(reconstruction().access()).hasSize(1);
        assertThat(access().named()).hasSize(2);
        assertThat(reconstruction().touched()).noneMatch(touched -> touched.kind() == Touched.Kind.MAILBOX);
    }

    @Test
    void a_mailbox_whose_owner_no_row_names_stays_apart() {
        made.add(
                "g1",
                "2026-03-01T22:00:00",
                "MailItemsAccessed",
                ANNA,
                AuditRowsMade.attacker() + ",\"MailboxGuid\":\"0f1e2d3c-0000-4000-8000-00000000000a\"");

        assertThat(reconstruction().access())
                .extracting(MailAccess::mailbox)
                .contains("0f1e2d3c-0000-4000-8000-00000000000a");
    }

    @Test
    void what_arrived_after_he_had_mail_sent_on_lies_within_a_bound() {
        made.add(
                "f1",
                "2026-03-01T22:00:00",
                "Set-Mailbox",
                ANNA,
                AuditRowsMade.attacker()
                        + ",\"Parameters\":[{\"Name\":\"Identity\",\"Value\":\"bo@contoso.example\"},"
                        + "{\"Name\":\"ForwardingSmtpAddress\",\"Value\":\"smtp:drop@mail.example\"}]");
        made.add("f2", "2026-03-01T22:01:00", "UpdateInboxRules", ANNA, AuditRowsMade.attacker());

        assertThat(bounds(Bound.SentOn.class))
                .extracting(Bound.SentOn::destination)
                .containsExactly("");
        MailAccess bos = reconstruction().access().stream()
                .filter(one -> one.mailbox().equals("bo@contoso.example"))
                .findFirst()
                .orElseThrow();
        assertThat(bos.bounds())
                .filteredOn(Bound.SentOn.class::isInstance)
                .singleElement()
                .extracting(Bound::from)
                .isEqualTo(Instant.parse("2026-03-01T22:00:00Z"));
        assertThat(reconstruction().touched())
                .extracting(Touched::kind, Touched::name)
                .contains(tuple(Touched.Kind.MAILBOX, "bo@contoso.example"));
    }

    @Test
    void a_rule_for_everybodys_mail_is_an_act_and_a_thing_touched() {
        made.add(
                "t1",
                "2026-03-01T22:00:00",
                "New-TransportRule",
                ANNA,
                AuditRowsMade.attacker() + ",\"ObjectId\":\"Archive\",\"Parameters\":[{\"Name\":\"BlindCopyTo\","
                        + "\"Value\":\"drop@mail.example\"}]");

        assertThat(reconstruction().acts(MailAct.Kind.FORWARDED))
                .extracting(MailAct::mailbox, MailAct::text)
                .containsExactly(tuple("", "drop@mail.example"));
        assertThat(reconstruction().touched())
                .extracting(Touched::kind, Touched::name)
                .contains(tuple(Touched.Kind.MAIL_FLOW, "Archive"));
    }
}
