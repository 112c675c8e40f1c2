package dev.cordon.investigation.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConsentLineTest {
    private static final String POWER = "Mail.ReadWrite Mail.Send MailboxSettings.ReadWrite offline_access";

    @Test
    void power_of_somebody_who_hides_is_an_attack_and_of_somebody_known_it_is_not() {
        String consent = """
                {"clientId":"c","consentType":"Principal","scope":"%s","appDisplayName":"%s","verifiedPublisher":%s,
                "replyUrls":["%s"]}""";

        assertThat(Lines.consent(consent.formatted(POWER, "Micros0ft Office", "null", "https://abc.ngrok.io/cb"))
                        .verdict())
                .isEqualTo(LineVerdict.MALICIOUS);
        assertThat(Lines.consent(consent.formatted(
                                POWER, "HubSpot", "{\"displayName\":\"HubSpot, Inc.\"}", "https://app.hubspot.com/cb"))
                        .verdict())
                .isEqualTo(LineVerdict.BENIGN);
    }

    @Test
    void a_role_is_known_by_its_id_and_names_who_acts() {
        JudgedLine role = Lines.consent("""
                {"appRoleId":"E2A3A72E-5f79-4c64-b1b1-878b674786c9","principalType":"ServicePrincipal",
                "principalDisplayName":"mover","resourceDisplayName":"Microsoft Graph"}""");

        assertThat(role.what()).contains("mover");
        assertThat(Lines.signals(role)).contains("may-use-mail", "acts-by-itself");
    }

    @Test
    void what_microsoft_has_disabled_is_malicious() {
        assertThat(Lines.consent("{\"scope\":\"User.Read Mail.Read\",\"servicePrincipal\":{\"displayName\":\"Reader\","
                                + "\"disabledByMicrosoftStatus\":\"DisabledDueToViolationOfServicesAgreement\"}}")
                        .verdict())
                .isEqualTo(LineVerdict.MALICIOUS);
    }

    @Test
    void signing_in_is_little() {
        assertThat(Lines.consent(
                                "{\"scope\":\"openid profile User.Read\",\"appDisplayName\":\"x\",\"verifiedPublisher\":null}")
                        .verdict())
                .isEqualTo(LineVerdict.BENIGN);
    }

    @Test
    void
            one_person_giving_his_mailbox_to_somebody_unverified_is_consent_phishing_and_an_administrator_giving_it_is_for_review() {
        assertThat(given(
                                "Principal",
                                "Harbour Notes",
                                "Mail.Read offline_access",
                                "null",
                                "https://harbournotes.example")
                        .verdict())
                .isEqualTo(LineVerdict.MALICIOUS);
        assertThat(given(
                                "Principal",
                                "Harbour Notes",
                                "Mail.Send offline_access",
                                "null",
                                "https://harbournotes.example")
                        .verdict())
                .isEqualTo(LineVerdict.REVIEW);
        assertThat(given(
                                "AllPrincipals",
                                "Harbour Notes",
                                "Mail.Read Mail.Send",
                                "null",
                                "https://harbournotes.example")
                        .verdict())
                .isEqualTo(LineVerdict.REVIEW);
        assertThat(given(
                                "Principal",
                                "Harbour Notes",
                                "Mail.Read offline_access",
                                "\"Harbour AG\"",
                                "https://harbour.example")
                        .verdict())
                .isEqualTo(LineVerdict.BENIGN);
    }

    @Test
    void old_protocols_count_only_for_who_hides_what_he_is() {
        String protocols = "IMAP.AccessAsUser.All SMTP.Send offline_access";

        assertThat(given("Principal", "Pocket Heron", protocols, "null", "https://pocketheron.example")
                        .verdict())
                .isEqualTo(LineVerdict.BENIGN);
        assertThat(given("Principal", "Outlook Renewal", protocols, "null", "https://renewal.example")
                        .verdict())
                .isEqualTo(LineVerdict.MALICIOUS);
        assertThat(Lines.signals(given("Principal", "x", "EAS.AccessAsUser.All", "null", "https://x.example")))
                .contains("may-use-mail-by-old-protocol")
                .doesNotContain("asks-for-little");
    }

    @Test
    void a_program_that_attackers_favour_is_told_by_its_id_unless_it_is_given_to_everybody() {
        String consent = """
                {"consentType":"%s","scope":"IMAP.AccessAsUser.All offline_access","appDisplayName":"eM Client",
                "appId":"E9A7FEA1-1cc0-4cd9-a31b-9137ca5deedd","verifiedPublisher":{"displayName":"eM Client s.r.o."}}""";

        JudgedLine own = Lines.consent(consent.formatted("Principal"));
        assertThat(own.verdict()).isEqualTo(LineVerdict.MALICIOUS);
        assertThat(Lines.signals(own)).contains("favoured-by-attackers").doesNotContain("verified-publisher");
        assertThat(Lines.consent(consent.formatted("AllPrincipals")).verdict()).isEqualTo(LineVerdict.BENIGN);
        assertThat(Lines.signals(given("Principal", "rclone", "Files.Read.All", "null", "http://localhost:1/")))
                .contains("named-like-favoured", "reply-address-this-machine");
    }

    @Test
    void a_lure_that_only_has_people_sign_in_sends_them_on() {
        for (String name : List.of("Secure Document", "Document sécurisé", "給与明細", "Защищённый документ", "DocuSign")) {
            JudgedLine door = given("Principal", name, "openid profile", "null", "https://view-now.example");

            assertThat(Lines.signals(door)).as(name).contains("door-to-elsewhere");
            assertThat(door.verdict()).as(name).isEqualTo(LineVerdict.MALICIOUS);
        }
        assertThat(given("Principal", "Rowing Forum", "openid profile", "null", "https://rowing.example")
                        .verdict())
                .isEqualTo(LineVerdict.BENIGN);
    }

    @Test
    void a_well_known_name_needs_its_makers_address() {
        assertThat(Lines.signals(given("Principal", "Jira Notes", "openid", "null", "https://jira-notes.example")))
                .contains("pretends-to-be-a-brand");
        assertThat(Lines.signals(given("Principal", "Jira Notes", "openid", "null", "https://id.atlassian.com/cb")))
                .doesNotContain("pretends-to-be-a-brand");
        assertThat(Lines.signals(given("Principal", "Flow for Jira", "openid", "null", "https://flow.example")))
                .doesNotContain("pretends-to-be-a-brand");
    }

    @Test
    void a_verification_counts_for_who_has_something_to_do_with_the_name() {
        String rights = "Mail.Read MailboxSettings.ReadWrite offline_access";

        JudgedLine borrowed = given("Principal", "Secure Meeting", rights, "\"Acorn LLC\"", "https://join-now.example");
        assertThat(Lines.signals(borrowed)).contains("borrowed-verification").doesNotContain("verified-publisher");
        assertThat(borrowed.verdict()).isEqualTo(LineVerdict.MALICIOUS);
        assertThat(Lines.signals(
                        given("Principal", "Secure Meeting", rights, "\"Acorn LLC\"", "https://acorn.example")))
                .contains("verified-publisher");
    }

    @Test
    void names_of_mailboxes_slips_and_invisible_letters_are_seen() {
        assertThat(Lines.signals(given("Principal", "a.brown", "Mail.Read", "null", "https://x.example")))
                .contains("named-like-a-mailbox");
        assertThat(Lines.signals(given("Principal", "make.com", "Mail.Read", "null", "https://make.com")))
                .doesNotContain("named-like-a-mailbox");
        assertThat(Lines.signals(given("Principal", "Mircosoft Forms", "Mail.Read", "null", "https://x.example")))
                .contains("pretends-to-be-microsoft");
        assertThat(Lines.signals(given("Principal", "Har\u200bbour", "Mail.Read", "null", "https://x.example")))
                .contains("invisible-letters");
    }

    @Test
    void the_organisations_own_application_is_wanted_when_its_name_says_what_for() {
        assertThat(own("Library Scanner", "Mail.Send").verdict()).isEqualTo(LineVerdict.BENIGN);
        assertThat(own("Mail Service", "Mail.Send").verdict()).isEqualTo(LineVerdict.MALICIOUS);
        assertThat(own("SvcGraph01", "RoleManagement.ReadWrite.Directory").verdict())
                .isEqualTo(LineVerdict.MALICIOUS);
        assertThat(own("Exchange Online", "Exchange.ManageAsApp").verdict()).isEqualTo(LineVerdict.MALICIOUS);
        assertThat(own("Exchange Automation", "Exchange.ManageAsApp").verdict()).isEqualTo(LineVerdict.BENIGN);
    }

    @Test
    void power_over_everybody_is_judged_by_who_has_it() {
        String role = """
                {"appRoleValue":"%s","appRoleId":"r","principalType":"ServicePrincipal","appDisplayName":"%s",
                "appOwnerOrganizationId":"o","tenantId":"t","verifiedPublisher":null,"servicePrincipalType":"%s"}""";

        JudgedLine stranger = Lines.consent(role.formatted("Application.ReadWrite.All", "Harbour", "Application"));
        assertThat(stranger.verdict()).isEqualTo(LineVerdict.MALICIOUS);
        assertThat(Lines.signals(stranger)).contains("unverified-changes-directory", "may-give-itself-everything");
        JudgedLine disguised = Lines.consent(role.formatted("Files.Read.All", "Azure Sync", "Application"));
        assertThat(Lines.signals(disguised)).contains("power-in-disguise", "reads-all-files-by-itself");
        JudgedLine identity = Lines.consent(role.formatted("Mail.Send", "Harbour", "ManagedIdentity"));
        assertThat(Lines.signals(identity)).contains("managed-identity");
        assertThat(identity.verdict()).isEqualTo(LineVerdict.BENIGN);
    }

    @Test
    void a_tool_for_scripts_at_one_mailbox_is_for_review_and_several_kinds_are_told() {
        JudgedLine tool = Lines.consent("""
                {"consentType":"Principal","scope":"Mail.Read Mail.Send","appDisplayName":"Graph Explorer",
                "appId":"de8bc8b5-d9f9-48b1-a8ad-b748da725064","verifiedPublisher":null,
                "appOwnerOrganizationId":"72f988bf-86f1-41af-91ab-2d7cd011db47"}""");

        assertThat(Lines.signals(tool)).contains("tool-for-scripts-at-mail").doesNotContain("microsoft-application");
        assertThat(tool.verdict()).isEqualTo(LineVerdict.REVIEW);
        assertThat(Lines.signals(given(
                        "Principal", "Harbour", "Files.Read.All Notes.Read.All", "null", "https://harbour.example")))
                .contains("may-read-several-kinds", "one-user-trusted-unverified");
    }

    @Test
    void who_is_there_for_years_before_the_newest_is_for_review() {
        String line = """
                {"consentType":"Principal","appDisplayName":"Harbour Notes","scope":"Mail.Read offline_access",
                "verifiedPublisher":null,"appOwnerOrganizationId":"o","tenantId":"t","createdDateTime":"%s"}""".replace('\n', ' ');

        List<JudgedLine> judged = Lines.judge(
                LineKind.CONSENT,
                line.formatted("2024-01-01T00:00:00Z") + "\n" + line.formatted("2026-04-01T00:00:00Z") + "\n"
                        + line.formatted("some day"));

        assertThat(judged)
                .extracting(JudgedLine::verdict)
                .containsExactly(LineVerdict.REVIEW, LineVerdict.MALICIOUS, LineVerdict.MALICIOUS);
        assertThat(Lines.signals(judged.getFirst())).contains("long-there");
    }

    @Test
    void what_a_line_does_not_tell_is_no_disguise() {
        JudgedLine brand = Lines.consent(
                "{\"consentType\":\"Principal\",\"scope\":\"Mail.Read\",\"appDisplayName\":\"HubSpot Sales\"}");
        assertThat(Lines.signals(brand))
                .contains("publisher-not-told", "one-user-trusted-untold")
                .doesNotContain("pretends-to-be-a-brand");
        assertThat(brand.verdict()).isEqualTo(LineVerdict.REVIEW);
        assertThat(
                        Lines.signals(
                                Lines.consent(
                                        "{\"consentType\":\"Principal\",\"scope\":\"user_impersonation\","
                                                + "\"appDisplayName\":\"Microsoft Azure CLI\",\"appId\":\"04b07795-8ddb-461a-bbee-02f9e1bf7b46\"}")))
                .contains("microsoft-application")
                .doesNotContain("pretends-to-be-microsoft");
    }

    @Test
    void a_service_principal_is_found_under_any_name_and_its_publisher_is_none() {
        JudgedLine nested = Lines.consent("""
                {"consentType":"Principal","scope":"Mail.Read","clientServicePrincipal":{"appDisplayName":"Harbour Notes",
                "verifiedPublisher":null}}""");
        assertThat(nested.what()).contains("Harbour Notes");
        assertThat(Lines.signals(nested)).contains("one-user-trusted-unverified");
        assertThat(given(
                                "Principal",
                                "Harbour Notes",
                                "Mail.Read",
                                "{\"displayName\":\"Acorn LLC\"}",
                                "https://x.example")
                        .what())
                .contains("Harbour Notes");
    }

    private static JudgedLine given(String consentType, String name, String scope, String publisher, String replyUrl) {
        return Lines.consent("""
                {"consentType":"%s","appDisplayName":"%s","scope":"%s","verifiedPublisher":%s,"replyUrls":["%s"],
                "appOwnerOrganizationId":"o","tenantId":"t"}""".formatted(consentType, name, scope, publisher, replyUrl));
    }

    private static JudgedLine own(String name, String role) {
        return Lines.consent("""
                {"appRoleValue":"%s","appRoleId":"r","principalType":"ServicePrincipal","appDisplayName":"%s",
                "appOwnerOrganizationId":"t","tenantId":"t","verifiedPublisher":null,"replyUrls":[]}""".formatted(role, name));
    }

    @Test
    void what_an_application_may_do_is_not_little_where_nobody_can_tell() {
        String role =
                "{\"appRoleId\":\"%s\",\"principalType\":\"ServicePrincipal\",\"principalDisplayName\":\"Harbour\",\"verifiedPublisher\":null%s}";
        String unknown = "deadbeef-0000-4000-8000-000000000001";

        JudgedLine number = Lines.consent(role.formatted(unknown, ""));
        assertThat(number.verdict()).isEqualTo(LineVerdict.REVIEW);
        assertThat(Lines.signals(number)).contains("power-not-told").doesNotContain("asks-for-little");
        assertThat(Lines.signals(Lines.consent(
                        role.formatted(unknown, ",\"appRoleDisplayName\":\"Read and write mail in all mailboxes\""))))
                .contains("power-not-told");
        assertThat(Lines.signals(Lines.consent(role.formatted(unknown, ",\"appRoleValue\":\"Printer.Read.All\""))))
                .contains("asks-for-little")
                .doesNotContain("power-not-told");
        assertThat(Lines.signals(Lines.consent(role.formatted("00000000-0000-0000-0000-000000000000", ""))))
                .doesNotContain("power-not-told");
        assertThat(Lines.signals(
                        Lines.consent(role.formatted(unknown, ",\"appRoleValue\":\"MailboxItem.ImportExport.All\""))))
                .contains("may-use-mail");
    }

    @Test
    void a_verification_vouches_for_nobody_by_a_word_that_every_lure_has_or_by_letters_that_look_the_same() {
        for (String[] each : new String[][] {
            {"Adobe Sign", "\u0410dobe Inc."},
            {"Adobe Sign", "Ad\u200bobe Inc."},
            {"Single Sign On", "Sign Solutions Ltd"},
            {"Secure Document Viewer", "Secure Software Inc."}
        }) {
            assertThat(Lines.signals(verified(each[0], each[1]))).as(each[1]).contains("borrowed-verification");
        }
        for (String[] each : new String[][] {
            {"Adobe Sign", "Adobe Inc."},
            {"DocuSign", "DocuSign, Inc."},
            {"PDF Filler", "pdfFiller Inc."},
            {"Salesforce Inbox", "Salesforce.com, inc."}
        }) {
            assertThat(verified(each[0], each[1]).verdict()).as(each[1]).isEqualTo(LineVerdict.BENIGN);
        }
    }

    private static JudgedLine verified(String name, String publisher) {
        return Lines.consent(
                "{\"clientId\":\"c\",\"consentType\":\"Principal\",\"scope\":\"%s\",\"appDisplayName\":\"%s\",\"verifiedPublisher\":{\"displayName\":\"%s\",\"verifiedPublisherId\":\"1\"}}"
                        .formatted(POWER, name, publisher));
    }
}
