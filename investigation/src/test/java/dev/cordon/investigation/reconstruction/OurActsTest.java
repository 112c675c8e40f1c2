package dev.cordon.investigation.reconstruction;

import static dev.cordon.investigation.reconstruction.AuditRowsMade.ANNA;
import static dev.cordon.investigation.reconstruction.AuditRowsMade.AWAY;
import static dev.cordon.investigation.reconstruction.AuditRowsMade.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.Party;
import dev.cordon.incident.TraceKind;
import dev.cordon.investigation.records.LogRecord.Log;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OurActsTest {
    private static final String CLIENT = "2b1c5a7e-1111-4222-8333-00000000c0de";
    private static final String PRINCIPAL = "9d4e0c11-1111-4222-8333-00000000f00d";
    private static final String OTHER = "66666666-1111-4222-8333-00000000abcd";
    private static final String ADMIN = "admin@contoso.example";
    private static final String RESPONDER = "192.0.2.50";
    private static final Instant AT_WORK = Instant.parse("2026-03-02T09:00:00Z");

    private final AuditRowsMade made = new AuditRowsMade()
            .habit(ANNA, HOME)
            .bind("a1", "2026-03-01T22:00:00", AuditRowsMade.attacker(), "<one@x>");
    private final List<String> audits = new ArrayList<>();

    private static Known known(Set<String> objectIds) {
        return new Known(
                Set.of(ANNA, "object-1"),
                Set.of(AWAY),
                Set.of(),
                Set.of(ADMIN),
                new OurApplication(Set.of(CLIENT), objectIds, new TreeSet<>(Set.of(AT_WORK))),
                List.of());
    }

    private Reconstruction drawn() {
        return drawn(Set.of(PRINCIPAL));
    }

    private Reconstruction drawn(Set<String> objectIds) {
        List<EvidenceRow> rows = new ArrayList<>(made.rows());
        if (!audits.isEmpty()) {
            rows.addAll(AuditRowsMade.read(ExhibitId.of(9), "[" + String.join(",", audits) + "]"));
        }
        return Reconstruction.of(known(objectIds), rows::forEach);
    }

    /** A row of the directory's audit by an application, its members as JSON has them. */
    private void audit(String time, String activity, String appId, String principal, String displayName) {
        audits.add("{\"id\":\"Directory_" + audits.size() + "\",\"correlationId\":\"c" + audits.size()
                + "\",\"activityDateTime\":\"" + time + "\",\"activityDisplayName\":\"" + activity
                + "\",\"loggedByService\":\"Core Directory\",\"result\":\"success\",\"initiatedBy\":{\"user\":null,\"app\":{"
                + "\"appId\":" + appId + ",\"displayName\":\"" + displayName + "\",\"servicePrincipalId\":" + principal
                + "}},\"targetResources\":[{\"id\":\"object-1\",\"type\":\"User\",\"userPrincipalName\":\"" + ANNA
                + "\"}],\"additionalDetails\":[]}");
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static List<String> unknown(Reconstruction found) {
        return found.directoryActs().stream()
                .filter(act -> act.party() == Party.UNKNOWN)
                .map(DirectoryAct::operation)
                .toList();
    }

    @Test
    void what_the_directory_says_our_service_principal_did_is_ours_though_the_row_names_no_application_id() {
        audit("2026-03-02T09:01:00Z", "Reset user password", "null", quoted(PRINCIPAL), "Cordon responder");
        audit("2026-03-02T09:02:00Z", "Disable account", quoted(CLIENT), "null", "");

        Reconstruction found = drawn();
        assertThat(unknown(found)).isEmpty();
        assertThat(found.ours().rows()).isEqualTo(2);
        assertThat(found.ours().outside()).isEmpty();
    }

    @Test
    void an_application_that_has_our_name_or_the_operators_is_not_ours() {
        audit("2026-03-02T09:01:00Z", "Reset user password", "null", quoted(OTHER), "Cordon responder");
        audit("2026-03-02T09:02:00Z", "Update user", "null", "null", "Cordon responder");
        audit("2026-03-02T09:03:00Z", "Disable account", "null", quoted(OTHER), ADMIN);
        audit("2026-03-02T09:04:00Z", "Delete user", "null", quoted(OTHER), CLIENT);

        Reconstruction found = drawn();
        assertThat(unknown(found))
                .containsExactly("Reset user password", "Update user", "Disable account", "Delete user");
        assertThat(found.ours().rows()).isZero();
    }

    @Test
    void two_ids_of_which_one_is_anothers_are_not_ours() {
        audit("2026-03-02T09:01:00Z", "Reset user password", quoted(CLIENT), quoted(OTHER), "x");
        audit("2026-03-02T09:02:00Z", "Update user", quoted(OTHER), quoted(PRINCIPAL), "x");

        assertThat(unknown(drawn())).containsExactly("Reset user password", "Update user");
    }

    @Test
    void where_the_object_id_could_not_be_learned_the_client_id_still_tells() {
        audit("2026-03-02T09:01:00Z", "Reset user password", quoted(CLIENT), quoted(PRINCIPAL), "x");
        audit("2026-03-02T09:02:00Z", "Update user", "null", quoted(PRINCIPAL), "x");

        assertThat(unknown(drawn(Set.of()))).containsExactly("Update user");
    }

    @Test
    void rows_of_the_audit_log_are_ours_by_either_id_and_not_by_our_client_id_in_a_persons_name() {
        String at = "\"ClientIP\":\"" + RESPONDER + ":5\"";
        made.add("o1", "2026-03-02T09:01:00", "Remove-InboxRule", "ServicePrincipal_" + CLIENT, at);
        made.add("o2", "2026-03-02T09:02:00", "Set-Mailbox", PRINCIPAL.toUpperCase(java.util.Locale.ROOT), at);
        made.add(
                "o3",
                "2026-03-02T09:03:00",
                "Set-Mailbox",
                "NAMPR01/Cordon",
                at + ",\"ClientAppId\":\"" + CLIENT + "\"");
        assertThat(drawn().ours().rows()).isEqualTo(3);

        made.add("p1", "2026-03-02T09:04:00", "New-InboxRule", ANNA, at + ",\"AppId\":\"" + CLIENT + "\"");
        made.add("p2", "2026-03-02T09:05:00", "New-InboxRule", "S-1-5-21-7", at + ",\"AppId\":\"" + CLIENT + "\"");
        made.add(
                "p3",
                "2026-03-02T09:06:00",
                "New-InboxRule",
                "somebody",
                at + ",\"UserType\":0,\"AppId\":\"" + CLIENT + "\"");
        made.add("p4", "2026-03-02T09:07:00", "New-InboxRule", CLIENT + "@contoso.example", at);
        assertThat(drawn().ours().rows()).isEqualTo(3);
    }

    @Test
    void what_we_do_against_the_attacker_does_not_make_our_address_his() {
        for (int act = 0; act < 6; act++) {
            made.add(
                    "o" + act,
                    "2026-03-02T09:0" + act + ":00",
                    "Set-Mailbox",
                    "ServicePrincipal_" + CLIENT,
                    "\"ClientIP\":\"" + RESPONDER + "\",\"UserAgent\":\"axios/1.7\"");
        }

        assertThat(drawn().judged())
                .filteredOn(one -> one.of() == TraceKind.ADDRESS && one.party() == Party.ATTACKER)
                .extracting(Judged::value)
                .containsExactly(AWAY);
    }

    @Test
    void what_is_done_with_our_identity_while_we_were_not_at_work_is_told_gathered_by_kind_and_place() {
        audit("2026-03-02T03:01:00Z", "Reset user password", "null", quoted(PRINCIPAL), "x");
        audit("2026-03-02T03:05:00Z", "Reset user password", "null", quoted(PRINCIPAL), "x");
        audit("2026-03-02T09:16:00Z", "Update user", "null", quoted(PRINCIPAL), "x");
        audit("2026-03-02T09:15:00Z", "Disable account", "null", quoted(PRINCIPAL), "x");

        OurActs ours = drawn().ours();
        assertThat(ours.rows()).isEqualTo(1);
        assertThat(ours.outside())
                .extracting(OurActs.Outside::log, OurActs.Outside::operation, OurActs.Outside::rows)
                .containsExactly(
                        tuple(Log.DIRECTORY_AUDIT, "Reset user password", 2L),
                        tuple(Log.DIRECTORY_AUDIT, "Update user", 1L));
        assertThat(ours.outside().getFirst().targets()).containsExactly(ANNA);
        assertThat(ours.outside().getFirst().last()).isEqualTo(Instant.parse("2026-03-02T03:05:00Z"));
    }

    @Test
    void what_comes_from_the_attackers_address_is_his_with_whatever_identity() {
        made.add(
                "o1",
                "2026-03-02T09:01:00",
                "Set-Mailbox",
                "ServicePrincipal_" + CLIENT,
                "\"ClientIP\":\"" + AWAY + "\",\"MailboxOwnerUPN\":\"" + ANNA + "\"");

        Reconstruction found = drawn();
        assertThat(found.attackerRows()).isEqualTo(2);
        assertThat(found.ours().rows()).isZero();
        assertThat(found.ours().outside())
                .extracting(OurActs.Outside::operation, OurActs.Outside::address)
                .containsExactly(tuple("Set-Mailbox", AWAY));
    }

    @Test
    void mail_that_is_read_with_our_identity_while_we_were_not_at_work_stays_a_bound() {
        String members = "\"ClientIPAddress\":\"" + RESPONDER + "\",\"MailboxOwnerUPN\":\"" + ANNA
                + "\",\"OperationProperties\":[{\"Name\":\"MailAccessType\",\"Value\":\"Bind\"}],\"Folders\":[]";
        made.add("r1", "2026-03-02T09:01:00", "MailItemsAccessed", "ServicePrincipal_" + CLIENT, members);
        assertThat(bounds()).noneMatch(Bound.NotAttributed.class::isInstance);

        made.add("r2", "2026-03-02T04:00:00", "MailItemsAccessed", "ServicePrincipal_" + CLIENT, members);
        assertThat(bounds()).anyMatch(Bound.NotAttributed.class::isInstance);
    }

    private List<Bound> bounds() {
        return drawn().access().stream()
                .flatMap(access -> access.bounds().stream())
                .toList();
    }

    @Test
    void refused_sign_ins_are_gathered_and_a_session_that_never_was_is_told_as_refused() {
        for (int attempt = 0; attempt < 3; attempt++) {
            made.add(
                    "f" + attempt,
                    "2026-03-01T23:0" + attempt + ":00",
                    "UserLoginFailed",
                    attempt == 2 ? "bo@contoso.example" : ANNA,
                    "\"ActorIpAddress\":\"" + AWAY + "\",\"ResultStatus\":\"Succeeded\",\"LogonError\":\"Other\","
                            + "\"DeviceProperties\":[{\"Name\":\"SessionId\",\"Value\":\"never-" + attempt + "\"}]");
        }

        Reconstruction found = drawn();
        assertThat(found.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.rows()).isEqualTo(3);
            assertThat(refused.address()).isEqualTo(AWAY);
            assertThat(refused.accounts()).containsExactly(ANNA, "bo@contoso.example");
            assertThat(refused.shownBy().at()).isEqualTo(Instant.parse("2026-03-01T23:00:00Z"));
            assertThat(refused.last()).isEqualTo(Instant.parse("2026-03-01T23:02:00Z"));
        });
        assertThat(found.judged())
                .filteredOn(one -> one.value().startsWith("never-"))
                .allMatch(Judged::isOnlyRefused);
        assertThat(found.judged())
                .filteredOn(one -> one.value().equals(AWAY))
                .singleElement()
                .satisfies(one -> assertThat(one.refused()).isEqualTo(3));
        assertThat(found.touched()).singleElement().matches(Touched::isOnlyRefusedSignIn);
    }
}
