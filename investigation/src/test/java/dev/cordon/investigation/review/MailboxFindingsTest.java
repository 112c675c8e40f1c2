package dev.cordon.investigation.review;

import static dev.cordon.investigation.review.ExportedLog.ADMIN;
import static dev.cordon.investigation.review.ExportedLog.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxFindingsTest {
    private static final String PATH =
            "EURPR01A001.PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/contoso.onmicrosoft.example/";
    private static final String GUID = "11111111-0000-4000-8000-00000000000a";

    private final ExportedLog log = new ExportedLog();

    private ReviewFinding only() {
        List<ReviewFinding> findings = log.findings();
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    @Test
    void a_rule_is_judged_by_what_it_does_and_is_there_until_it_is_removed() {
        log.exchange(
                "r1",
                0,
                "New-InboxRule",
                ANNA,
                PATH + GUID + "\\..",
                "Name",
                "..",
                "SubjectOrBodyContainsWords",
                "invoice;payment",
                "MoveToFolder",
                "RSS Feeds",
                "MarkAsRead",
                "True");

        ReviewFinding finding = only();
        assertThat(finding.kind()).isEqualTo(FindingKind.INBOX_RULE);
        assertThat(finding.subject()).isEqualTo(ANNA + ": ..");
        assertThat(finding.verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(finding.state()).isEqualTo(FindingState.ACTIVE);
        assertThat(finding.recordIds()).containsExactly("r1");
        assertThat(finding.reasons())
                .anyMatch(
                        reason -> reason.technique().filter("T1564.008"::equals).isPresent());

        log.exchange(
                "r2", 9, "Remove-InboxRule", ANNA, PATH + GUID + "\\..", "Identity", GUID + "\\8127312345678901234");
        assertThat(only().state()).isEqualTo(FindingState.REVERTED);
        assertThat(only().recordIds()).containsExactly("r1", "r2");
        assertThat(only().reasons())
                .extracting(Reason::text)
                .contains("It was undone at 2026-03-01T08:09:00Z by “" + ANNA + "”.");
    }

    @Test
    void a_rule_of_the_same_name_in_another_mailbox_is_another_one() {
        log.exchange("a", 0, "New-InboxRule", ADMIN, "anna\\.", "Name", ".", "Mailbox", ANNA, "DeleteMessage", "True");
        log.exchange(
                "b",
                1,
                "New-InboxRule",
                ADMIN,
                "bo\\.",
                "Name",
                ".",
                "Mailbox",
                "bo@contoso.example",
                "DeleteMessage",
                "True");
        log.exchange("c", 2, "Remove-InboxRule", ADMIN, "bo\\.", "Mailbox", "bo@contoso.example", "Identity", ".");

        assertThat(log.findings())
                .extracting(ReviewFinding::subject, ReviewFinding::state)
                .containsExactlyInAnyOrder(
                        tuple(ANNA + ": .", FindingState.ACTIVE),
                        tuple("bo@contoso.example: .", FindingState.REVERTED));
    }

    @Test
    void a_rule_that_outlook_adds_is_read_from_its_actions_and_condition() {
        log.program("o", 0, "UpdateInboxRules", ANNA, """
                "ClientInfoString":"Client=MSExchangeRPC","OperationProperties":[{"Name":"RuleOperation","Value":"AddMailboxRule"},\
                {"Name":"RuleId","Value":"0"},{"Name":"RuleState","Value":"Enabled, ExitAfterExecution"},\
                {"Name":"RuleCondition","Value":"{((SubString SubjectProperty invoice))}"},{"Name":"RuleName","Value":"."},\
                {"Name":"RuleProvider","Value":"RuleOrganizer"},\
                {"Name":"RuleActions","Value":"[{\\"ActionType\\":\\"Forward\\",\\"Recipients\\":[\\"drop@mail.example\\"]},{\\"ActionType\\":\\"Delete\\"}]"}],\
                "Item":{"Id":"LgAA","ParentFolder":{"Id":"LgAA","Name":"Inbox","Path":"\\\\Inbox"}}""");

        assertThat(only().verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(only().reasons()).extracting(Reason::signal).contains("forwards-outside", "deletes", "odd-name");
    }

    @Test
    void hundreds_of_rows_in_which_outlook_does_not_say_what_it_changed_are_one_finding() {
        for (int i = 0; i < 300; i++) {
            log.program("m" + i, i / 60, "UpdateInboxRules", ANNA, """
                    "OperationProperties":[{"Name":"RuleOperation","Value":"ModifyMailboxRule"},{"Name":"RuleId","Value":"-44126309701889%05d"},\
                    {"Name":"RuleState"},{"Name":"RuleCondition","Value":"{}"},{"Name":"RuleName"},{"Name":"RuleProvider"},\
                    {"Name":"RuleActions","Value":"[]"}]""".formatted(i));
        }

        assertThat(only().recordIds()).hasSize(300);
        assertThat(only().state()).isEqualTo(FindingState.UNKNOWN);
        assertThat(only().reasons().getFirst().text()).contains("does not say what the rule does");
    }

    @Test
    void a_forwarding_that_was_removed_seconds_later_is_found_all_the_same() {
        String guidOfAnna = PATH + "anna";
        log.exchange(
                "f1",
                0,
                "Set-Mailbox",
                ANNA,
                guidOfAnna,
                "Identity",
                guidOfAnna,
                "ForwardingSmtpAddress",
                "smtp:drop@mail.example",
                "DeliverToMailboxAndForward",
                "True");
        log.exchange(
                "f2",
                1,
                "Set-Mailbox",
                ANNA,
                guidOfAnna,
                "Identity",
                guidOfAnna,
                "ForwardingSmtpAddress",
                "",
                "DeliverToMailboxAndForward",
                "False");

        assertThat(only().kind()).isEqualTo(FindingKind.FORWARDING);
        assertThat(only().state()).isEqualTo(FindingState.REVERTED);
        assertThat(only().verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(only().recordIds()).containsExactly("f1", "f2");
        assertThat(only().subject()).isEqualTo(ANNA + " to drop@mail.example");
    }

    @Test
    void a_forwarding_to_another_address_replaces_the_first_one() {
        log.exchange("f1", 0, "Set-Mailbox", ANNA, ANNA, "ForwardingSmtpAddress", "smtp:drop@mail.example");
        log.exchange(
                "f2", 5, "Set-Mailbox", ADMIN, ANNA, "Identity", ANNA, "ForwardingSmtpAddress", "bo@contoso.example");

        assertThat(log.findings())
                .extracting(ReviewFinding::subject, ReviewFinding::state, ReviewFinding::verdict)
                .containsExactly(
                        tuple(ANNA + " to drop@mail.example", FindingState.REVERTED, Verdict.MALICIOUS),
                        tuple(ANNA + " to bo@contoso.example", FindingState.ACTIVE, Verdict.REVIEW));
    }

    @Test
    void rights_over_a_mailbox_and_on_folders_are_found_by_whom_they_are_for() {
        log.exchange(
                "p1",
                0,
                "Add-MailboxPermission",
                ADMIN,
                PATH + "anna",
                "Identity",
                PATH + "anna",
                "User",
                ADMIN,
                "AccessRights",
                "FullAccess");
        log.exchange(
                "p2",
                1,
                "Add-RecipientPermission",
                ADMIN,
                "anna",
                "Identity",
                "anna",
                "Trustee",
                "x@mail.example",
                "AccessRights",
                "SendAs");
        log.exchange("p3", 2, "Set-Mailbox", ADMIN, "anna", "Identity", "anna", "GrantSendOnBehalfTo", "bo");
        log.exchange(
                "p4",
                3,
                "Add-MailboxFolderPermission",
                ANNA,
                ANNA + ":\\Inbox",
                "Identity",
                ANNA + ":\\Inbox",
                "User",
                "Default",
                "AccessRights",
                "Reviewer");
        log.program("p5", 4, "AddFolderPermissions", ANNA, """
                "Item":{"Id":"LgAA","ParentFolder":{"Id":"LgAA","MemberRights":"ReadAny, Visible","MemberSid":"S-1-5-21-1","MemberUpn":"bo@contoso.example","Name":"Calendar","Path":"\\\\Calendar"}}""");
        log.exchange(
                "p6",
                5,
                "Remove-MailboxPermission",
                ADMIN,
                "anna",
                "Identity",
                "anna",
                "User",
                "admin",
                "AccessRights",
                "FullAccess");

        List<ReviewFinding> findings = log.findings();
        assertThat(findings)
                .extracting(finding -> finding.recordIds().getFirst() + " " + finding.kind() + " " + finding.state())
                .containsExactlyInAnyOrder(
                        "p1 DELEGATE REVERTED",
                        "p2 DELEGATE ACTIVE",
                        "p3 DELEGATE ACTIVE",
                        "p4 FOLDER_PERMISSION ACTIVE",
                        "p5 FOLDER_PERMISSION ACTIVE");
        assertThat(findings.stream()
                        .filter(finding -> finding.recordIds().contains("p2"))
                        .findFirst()
                        .orElseThrow()
                        .verdict())
                .isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void somebody_of_the_same_alias_at_another_domain_is_somebody_else() {
        log.exchange(
                "p1",
                0,
                "Add-MailboxPermission",
                ADMIN,
                ANNA,
                "Identity",
                ANNA,
                "User",
                "bo@mail.example",
                "AccessRights",
                "FullAccess");
        log.exchange(
                "p2",
                1,
                "Remove-MailboxPermission",
                ADMIN,
                ANNA,
                "Identity",
                ANNA,
                "User",
                "bo@contoso.example",
                "AccessRights",
                "FullAccess");

        assertThat(log.findings())
                .filteredOn(finding -> finding.recordIds().contains("p1"))
                .extracting(ReviewFinding::state)
                .containsExactly(FindingState.ACTIVE);
    }

    @Test
    void what_the_service_does_by_itself_is_not_told() {
        String system = "NT AUTHORITY\\SYSTEM (Microsoft.Exchange.ServiceHost)";
        log.row("s1", 0, "Add-MailboxPermission", "Exchange", system, """
                "RecordType":1,"ResultStatus":"True","UserType":3,"ObjectId":"DiscoverySearchMailbox","ExternalAccess":true,\
                "Parameters":[{"Name":"Identity","Value":"DiscoverySearchMailbox{D919BA05-46A6-415f-80AD-7E09334BB852}"},\
                {"Name":"User","Value":"Discovery Management"},{"Name":"AccessRights","Value":"FullAccess"}]""");
        log.row("s2", 0, "Set-Mailbox", "Exchange", "Microsoft Operator", """
                "RecordType":1,"ResultStatus":"True","UserType":3,"ObjectId":"anna","Parameters":[{"Name":"AuditEnabled","Value":"False"}]""");
        log.row("s3", 0, "AddFolderPermissions", "Exchange", "S-1-5-18", """
                "RecordType":2,"ResultStatus":"Succeeded","UserType":2,"LogonType":1,"Item":{"ParentFolder":{"MemberUpn":"Everyone","MemberRights":"ReadAny","Path":"\\\\Inbox"}}""");
        log.exchange(
                "s4",
                0,
                "Add-MailboxPermission",
                ADMIN,
                "anna",
                "Identity",
                "anna",
                "User",
                "NT AUTHORITY\\SELF",
                "AccessRights",
                "FullAccess");

        assertThat(log.findings()).isEmpty();
    }

    @Test
    void a_name_like_the_services_clears_nobody() {
        String borrowed = "NT AUTHORITY\\SYSTEM (Microsoft.Exchange.ServiceHost)";
        log.row("h1", 0, "Set-Mailbox", "Exchange", borrowed, """
                "RecordType":1,"ResultStatus":"True","UserType":5,"ClientIP":"198.51.100.7","ObjectId":"anna",\
                "Parameters":[{"Name":"Identity","Value":"anna"},{"Name":"ForwardingSmtpAddress","Value":"drop@mail.example"}]""");
        log.row("h2", 0, "New-InboxRule", "Exchange", "Microsoft Operator@contoso.example", """
                "RecordType":1,"ResultStatus":"True","UserType":3,"ObjectId":"anna\\\\Junk E-Mail Rule",\
                "Parameters":[{"Name":"Name","Value":"Junk E-Mail Rule"},{"Name":"DeleteMessage","Value":"True"}]""");

        assertThat(log.findings())
                .extracting(finding -> finding.recordIds().getFirst())
                .containsExactlyInAnyOrder("h1", "h2");
    }

    @Test
    void what_was_refused_is_told_and_left_nothing_behind() {
        log.row("x", 0, "Set-Mailbox", "Exchange", ANNA, """
                "RecordType":1,"ResultStatus":"False","UserType":2,"ObjectId":"anna","Parameters":[{"Name":"ForwardingSmtpAddress","Value":"drop@mail.example"}]""");

        assertThat(only().state()).isEqualTo(FindingState.REVERTED);
        assertThat(only().reasons()).extracting(Reason::text).contains("It was tried and did not work.");
    }

    @Test
    void ways_of_mail_and_logging_and_other_settings_are_found() {
        log.exchange(
                "t1", 0, "New-TransportRule", ADMIN, "Journal", "Name", "Journal", "BlindCopyTo", "drop@mail.example");
        log.exchange("t2", 1, "Disable-TransportRule", ADMIN, "External warning", "Identity", "External warning");
        log.exchange("t3", 2, "New-InboundConnector", ADMIN, "Relay", "Name", "Relay", "ConnectorType", "OnPremises");
        log.exchange(
                "t4", 3, "Set-RemoteDomain", ADMIN, "Default", "Identity", "Default", "AutoForwardEnabled", "True");
        log.exchange("t5", 4, "Set-AdminAuditLogConfig", ADMIN, "", "UnifiedAuditLogIngestionEnabled", "False");
        log.exchange(
                "t6",
                5,
                "Set-MailboxAuditBypassAssociation",
                ADMIN,
                "anna",
                "Identity",
                "anna",
                "AuditBypassEnabled",
                "True");
        log.exchange(
                "t7",
                6,
                "Set-MailboxCalendarFolder",
                ANNA,
                ANNA + ":\\Calendar",
                "Identity",
                ANNA + ":\\Calendar",
                "PublishEnabled",
                "True");
        log.exchange(
                "t8",
                7,
                "Set-MailboxAutoReplyConfiguration",
                ANNA,
                ANNA,
                "Identity",
                ANNA,
                "AutoReplyState",
                "Enabled",
                "ExternalMessage",
                "New bank details at https://pay.mail.example");
        log.exchange("t9", 8, "New-ComplianceSearch", ADMIN, "all mail", "Name", "all mail");

        assertThat(log.findings())
                .extracting(finding -> finding.recordIds().getFirst() + " " + finding.kind() + " " + finding.verdict())
                .containsExactlyInAnyOrder(
                        "t1 TRANSPORT_RULE MALICIOUS",
                        "t2 TRANSPORT_RULE REVIEW",
                        "t3 CONNECTOR REVIEW",
                        "t4 REMOTE_DOMAIN REVIEW",
                        "t5 AUDIT_CHANGE MALICIOUS",
                        "t6 AUDIT_CHANGE REVIEW",
                        "t7 CALENDAR_PUBLISHING REVIEW",
                        "t8 AUTO_REPLY REVIEW",
                        "t9 MAIL_ACCESS REVIEW");
    }

    @Test
    void a_list_that_was_cut_off_clears_nobody() {
        for (int length = 0; length < 30; length++) {
            var cut = new ExportedLog();
            String colleagues = "b".repeat(length) + "@contoso.example;" + "someone@contoso.example;".repeat(90);
            cut.exchange(
                    "r",
                    0,
                    "New-InboxRule",
                    ANNA,
                    "anna\\Project",
                    "Name",
                    "Project",
                    "SubjectContainsWords",
                    "project",
                    "ForwardTo",
                    colleagues + "drop@thief.example");

            assertThat(cut.findings().getFirst().verdict()).as("%d", length).isNotEqualTo(Verdict.BENIGN);
        }
    }

    @Test
    void an_address_that_begins_like_a_path_of_the_directory_is_outside() {
        log.exchange(
                "r",
                0,
                "New-InboxRule",
                ANNA,
                "anna\\Project",
                "Name",
                "Project",
                "ForwardTo",
                "\"drop\" [EX:/o=drop@thief.example]");

        assertThat(only().verdict()).isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void where_anybody_gets_an_address_is_never_learnt_as_ones_own() {
        log.exchange("a", 0, "Set-Mailbox", "someone@gmail.com", "zed", "Identity", "zed", "AuditEnabled", "True");
        log.exchange("b", 1, "Set-Mailbox", ANNA, "anna", "ForwardingSmtpAddress", "smtp:drop@gmail.com");

        assertThat(log.reviewed().domains()).containsExactly("contoso.example");
        assertThat(log.findings().getFirst().verdict()).isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void a_rule_for_whatever_is_sent_to_the_organisation_takes_everything() {
        log.exchange(
                "r",
                0,
                "New-InboxRule",
                ANNA,
                "anna\\Cleanup",
                "Name",
                "Cleanup",
                "RecipientAddressContainsWords",
                "contoso.example",
                "DeleteMessage",
                "True");

        assertThat(only().reasons()).extracting(Reason::signal).contains("takes-everything");
    }

    @Test
    void a_folder_that_a_program_shares_with_everybody_is_named_and_told() {
        log.program("f1", 0, "AddFolderPermissions", ANNA, """
                "Item":{"Id":"LgAA","ParentFolder":{"Id":"LgAA","MemberRights":"ReadAny, FolderVisible","MemberSid":"S-1-1-0","MemberUpn":"Default","Name":"Posteingang","Path":"\\\\Posteingang"}}""");
        log.program("f2", 1, "AddFolderPermissions", ANNA, """
                "Item":{"Id":"LgAB","ParentFolder":{"Id":"LgAB","MemberRights":"ReadAny, FolderVisible","MemberSid":"S-1-1-0","MemberUpn":"Default","Name":"Kalender","Path":"\\\\Kalender"}}""");

        assertThat(log.findings())
                .extracting(ReviewFinding::subject, ReviewFinding::verdict)
                .containsExactly(
                        tuple(ANNA + ": Posteingang for Default", Verdict.REVIEW),
                        tuple(ANNA + ": Kalender for Default", Verdict.BENIGN));
    }
}
