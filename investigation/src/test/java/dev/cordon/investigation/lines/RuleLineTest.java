package dev.cordon.investigation.lines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleLineTest {
    private static final String DOMAINS = "\"tenantDomains\":[\"contoso.example\"],";

    @Test
    void the_name_of_a_folder_stands_behind_its_id() {
        JudgedLine told = Lines.rule("""
                {"displayName":"Regel","folders":{"AAMk1":"Fuentes RSS"},"conditions":{"bodyOrSubjectContains":["factura"]},
                "actions":{"moveToFolder":"AAMk1"}}""");

        assertThat(told.verdict()).isEqualTo(LineVerdict.MALICIOUS);
        assertThat(Lines.signals(told)).contains("moves-to-forgotten-folder", "diverts-finance-mail");
    }

    @Test
    void filing_invoices_is_no_attack_whatever_the_rule_is_called() {
        for (String name : new String[] {"Rechnungen", ".", "", "1", "請求書"}) {
            JudgedLine filed = Lines.rule("""
                    {"displayName":"%s","folders":{"f":"Rechnungen 2026"},"conditions":{"subjectContains":["Rechnung"]},
                    "actions":{"moveToFolder":"f","markAsRead":true,"stopProcessingRules":true}}""".formatted(name));

            assertThat(filed.verdict()).as(name).isEqualTo(LineVerdict.BENIGN);
        }
    }

    @Test
    void a_name_alone_makes_nothing_malicious() {
        assertThat(Lines.rule("{\"displayName\":\"..\",\"actions\":{\"assignCategories\":[\"Red\"]}}")
                        .verdict())
                .isEqualTo(LineVerdict.BENIGN);
    }

    @Test
    void exchanges_own_rules_are_known_by_what_they_do() {
        assertThat(Lines.rule("{\"displayName\":\"Junk E-mail Rule\",\"actions\":{\"moveToFolder\":\"junkemail\"}}")
                        .verdict())
                .isEqualTo(LineVerdict.BENIGN);
        JudgedLine borrowed = Lines.rule(
                "{" + DOMAINS + "\"displayName\":\"Junk E-mail Rule\",\"actions\":{\"redirectTo\":[{\"emailAddress\":"
                        + "{\"address\":\"x@gmail.com\"}}]}}");
        assertThat(borrowed.verdict()).isEqualTo(LineVerdict.MALICIOUS);
        assertThat(Lines.signals(borrowed)).contains("pretends-to-be-system-rule");
    }

    @Test
    void letters_that_only_look_the_same_are_read_as_what_they_look_like() {
        JudgedLine disguised = Lines.rule("""
                {"displayName":"Аrchive","folders":{"f":"RSЅ Feеds"},"conditions":{"subjectContains":["wire"]},
                "actions":{"moveToFolder":"f"}}""");

        assertThat(Lines.signals(disguised))
                .contains("disguised-name", "moves-to-disguised-folder", "moves-to-forgotten-folder");
    }

    @Test
    void a_disabled_rule_is_judged_and_said_not_to_be_in_force() {
        JudgedLine disabled = Lines.rule("""
                {"displayName":".","isEnabled":false,"conditions":{"bodyContains":["hacked"]},"actions":{"delete":true}}""");

        assertThat(disabled.verdict()).isEqualTo(LineVerdict.MALICIOUS);
        assertThat(Lines.signals(disabled)).contains("not-in-force");
    }

    @Test
    void an_exception_for_a_stranger_is_told() {
        JudgedLine sparing = Lines.rule(
                "{" + DOMAINS + "\"displayName\":\"x\",\"actions\":{\"delete\":true},\"exceptions\":{\"fromAddresses\":"
                        + "[{\"emailAddress\":{\"address\":\"partner@gmail.com\"}}]}}");

        assertThat(Lines.signals(sparing)).contains("takes-everything", "lets-a-stranger-through");
    }

    @Test
    void without_domains_inside_and_outside_are_not_told_apart_but_free_mail_is_known() {
        String forward =
                "{\"displayName\":\"All\",\"actions\":{\"forwardTo\":[{\"emailAddress\":{\"address\":\"%s\"}}]}}";

        assertThat(Lines.signals(Lines.rule(forward.formatted("bo@fabrikam.example"))))
                .contains("forwards-to-unknown", "domains-not-told");
        assertThat(Lines.rule(forward.formatted("bo@gmail.com")).verdict()).isEqualTo(LineVerdict.MALICIOUS);
        assertThat(Lines.rule("{" + DOMAINS
                                + forward.formatted("bo@contoso.example").substring(1))
                        .verdict())
                .isEqualTo(LineVerdict.BENIGN);
    }

    @Test
    void a_condition_that_all_mail_meets_narrows_nothing() {
        for (String condition : new String[] {
            "\"senderContains\":[\"@\"]",
            "\"bodyContains\":[\"a\",\"e\"]",
            "\"withinSizeRange\":{\"minimumSize\":1}",
            "\"withinSizeRange\":{\"minimumSize\":0,\"maximumSize\":1023}",
            "\"sentToMe\":true",
            "\"isMeetingRequest\":false"
        }) {
            assertThat(Lines.signals(Lines.rule("{\"displayName\":\"x\",\"conditions\":{" + condition
                            + "},\"actions\":{\"delete\":true}}")))
                    .as(condition)
                    .contains("takes-everything");
        }
    }

    @Test
    void a_copy_of_one_thing_for_a_partner_is_no_theft_and_a_misspelt_domain_is() {
        String rule = "{" + DOMAINS
                + "\"displayName\":\"%s\",\"conditions\":{%s},\"actions\":{\"forwardTo\":[{\"emailAddress\":"
                + "{\"address\":\"%s\"}}]}}";
        String press = "\"subjectContains\":[\"press enquiry\"]";

        JudgedLine open = Lines.rule(rule.formatted("Agency", press, "press@brightline.example"));
        assertThat(open.verdict()).isEqualTo(LineVerdict.BENIGN);
        assertThat(Lines.signals(open)).contains("shares-openly");
        assertThat(Lines.signals(Lines.rule(rule.formatted("..", press, "press@brightline.example"))))
                .doesNotContain("shares-openly");
        assertThat(Lines.signals(Lines.rule(
                        rule.formatted("Agency", "\"subjectContains\":[\"invoice\"]", "press@brightline.example"))))
                .doesNotContain("shares-openly");
        JudgedLine misspelt = Lines.rule(
                rule.formatted("Paul", "\"senderContains\":[\"paul@fabrikam.example\"]", "paul@fabrlkam.example"));
        assertThat(Lines.signals(misspelt)).contains("sends-to-misspelt", "sends-to-lookalike");
        assertThat(misspelt.verdict()).isEqualTo(LineVerdict.MALICIOUS);
    }

    @Test
    void automatic_answers_and_notices_are_hidden_by_rules_that_say_nothing_and_tidied_by_others() {
        String rule = "{\"displayName\":\"%s\",\"conditions\":{%s},\"actions\":{\"delete\":true}}";

        assertThat(Lines.signals(Lines.rule(rule.formatted("nn", "\"isAutomaticReply\":true"))))
                .contains("hides-bounces", "short-name")
                .doesNotContain("only-automatic-mail");
        assertThat(Lines.signals(Lines.rule(rule.formatted("Answers", "\"isAutomaticReply\":true"))))
                .contains("only-automatic-mail")
                .doesNotContain("hides-bounces");
        assertThat(Lines.signals(Lines.rule(rule.formatted("v", "\"subjectContains\":[\"Не удалось доставить\"]"))))
                .contains("hides-bounces");
        assertThat(Lines.rule(rule.formatted(
                                "Returned", "\"isNonDeliveryReport\":true,\"subjectContains\":[\"Spring tasting\"]"))
                        .verdict())
                .isEqualTo(LineVerdict.BENIGN);
    }

    @Test
    void two_keys_are_no_name_and_a_known_abbreviation_is_one() {
        String rule =
                "{\"displayName\":\"%s\",\"conditions\":{\"subjectContains\":[\"voicemail\"]},\"actions\":{\"delete\":true}}";

        assertThat(Lines.signals(Lines.rule(rule.formatted("qw")))).contains("short-name", "hides-bait");
        assertThat(Lines.signals(Lines.rule(rule.formatted("hr")))).doesNotContain("short-name", "hides-bait");
        assertThat(Lines.signals(Lines.rule(rule.formatted("CC")))).doesNotContain("short-name");
    }

    @Test
    void money_is_also_a_card_or_a_word_in_the_senders_address() {
        String rule = "{\"displayName\":\"x\",\"conditions\":{%s},\"actions\":{\"delete\":true}}";

        assertThat(Lines.signals(Lines.rule(rule.formatted("\"bodyContains\":[\"steam card\"]"))))
                .contains("diverts-finance-mail");
        assertThat(Lines.signals(Lines.rule(rule.formatted("\"senderContains\":[\"escrow\"]"))))
                .contains("diverts-finance-mail");
        assertThat(Lines.signals(Lines.rule(rule.formatted("\"senderContains\":[\"news@escrow.example\"]"))))
                .doesNotContain("diverts-finance-mail");
    }

    @Test
    void what_hardly_any_mail_lacks_narrows_nothing_and_an_exception_that_spares_hardly_any_widens_nothing() {
        String rule = "{" + DOMAINS
                + "\"mailbox\":\"anna@contoso.example\",\"displayName\":\"Cleanup\",%s,\"actions\":{\"delete\":true}}";
        for (String padding : new String[] {
            "\"exceptions\":{\"isVoicemail\":true}",
            "\"conditions\":{\"withinSizeRange\":{\"minimumSize\":11,\"maximumSize\":900000}}",
            "\"conditions\":{\"withinSizeRange\":{\"minimumSize\":0,\"maximumSize\":499}}",
            "\"conditions\":{\"recipientContains\":[\"@contoso.example\"]}",
            "\"conditions\":{\"sentToAddresses\":[{\"emailAddress\":{\"address\":\"Anna@contoso.example\"}}]}",
            "\"conditions\":{\"headerContains\":[\"Message-ID\"]}",
            "\"conditions\":{\"bodyContains\":[\"you\",\"und\"]}",
            "\"conditions\":{\"bodyContains\":[\"an\"]}",
            "\"conditions\":{\"isSomethingOfTomorrow\":false}"
        }) {
            assertThat(Lines.signals(Lines.rule(rule.formatted(padding))))
                    .as(padding)
                    .contains("takes-everything");
        }
        for (String narrow : new String[] {
            "\"exceptions\":{\"sentToMe\":true}",
            "\"conditions\":{\"withinSizeRange\":{\"minimumSize\":5000}}",
            "\"conditions\":{\"recipientContains\":[\"all-staff@contoso.example\"]}",
            "\"conditions\":{\"headerContains\":[\"List-Id: <gardening\"]}",
            "\"conditions\":{\"bodyContains\":[\"unsubscribe\"]}",
            "\"conditions\":{\"isSomethingOfTomorrow\":true}"
        }) {
            assertThat(Lines.signals(Lines.rule(rule.formatted(narrow))))
                    .as(narrow)
                    .doesNotContain("takes-everything");
        }
    }

    @Test
    void a_part_of_a_word_finds_the_whole_word() {
        String rule =
                "{\"displayName\":\"Stuff\",\"conditions\":{\"subjectContains\":[\"%s\"]},\"actions\":{\"moveToFolder\":\"rssfeeds\",\"markAsRead\":true}}";

        for (String part : new String[] {"invoic", "nvoice", "paymen", "payrol", "suspicio"}) {
            assertThat(Lines.rule(rule.formatted(part)).verdict()).as(part).isEqualTo(LineVerdict.MALICIOUS);
        }
        for (String word : new String[] {"trans", "order", "count", "conto"}) {
            assertThat(Lines.signals(Lines.rule(rule.formatted(word))))
                    .as(word)
                    .doesNotContain("diverts-finance-mail", "hides-warnings");
        }
    }

    @Test
    void an_address_that_begins_like_a_path_of_the_directory_and_a_name_without_an_address_are_not_inside() {
        String rule =
                "{" + DOMAINS + "\"displayName\":\"Assistant\",\"actions\":{\"forwardTo\":[{\"emailAddress\":{%s}}]}}";

        assertThat(Lines.rule(rule.formatted("\"address\":\"/o=drop@thief.example\""))
                        .verdict())
                .isEqualTo(LineVerdict.MALICIOUS);
        assertThat(Lines.rule(rule.formatted("\"address\":\"ex:drop@thief.example\""))
                        .verdict())
                .isEqualTo(LineVerdict.MALICIOUS);
        assertThat(Lines.signals(Lines.rule(rule.formatted("\"address\":\"\",\"name\":\"bo@contoso.example\""))))
                .contains("forwards-to-unknown");
        assertThat(Lines.rule(rule.formatted("\"address\":\"/o=ExchangeLabs/ou=Exchange/cn=Recipients/cn=bo\""))
                        .verdict())
                .isEqualTo(LineVerdict.BENIGN);
    }

    @Test
    void a_domain_is_the_same_in_its_own_letters_and_as_the_network_writes_them() {
        String rule =
                "{\"tenantDomains\":[\"%s\"],\"displayName\":\"Rota\",\"conditions\":{\"subjectContains\":[\"rota\"]},\"actions\":{\"forwardTo\":[{\"emailAddress\":{\"address\":\"info@%s\"}}]}}";

        assertThat(Lines.signals(Lines.rule(rule.formatted("bücher.example", "xn--bcher-kva.example"))))
                .doesNotContain("forwards-outside");
        assertThat(Lines.signals(Lines.rule(rule.formatted("xn--bcher-kva.example", "bücher.example"))))
                .doesNotContain("forwards-outside");
        assertThat(Lines.signals(Lines.rule(rule.formatted("contoso.example", "xn--cntoso-wqf.example"))))
                .contains("sends-to-lookalike", "sends-to-misspelt");
    }

    @Test
    void a_borrowed_name_of_exchanges_covers_nothing_that_its_rule_does_not_do() {
        String all = "\"actions\":{\"forwardTo\":[{\"emailAddress\":{\"address\":\"drop@thief.example\"}}]}}";

        assertThat(Lines.rule("{\"displayName\":\"Delegate Rule -123\"," + all).verdict())
                .isEqualTo(LineVerdict.MALICIOUS);
        assertThat(Lines.signals(Lines.rule(
                        "{\"displayName\":\"Delegate Rule -123\",\"conditions\":{\"isMeetingRequest\":true}," + all)))
                .contains("system-rule");
        assertThat(
                        Lines.signals(
                                Lines.rule(
                                        "{\"displayName\":\"Junk E-mail Rule\",\"conditions\":{\"headerContains\":[\"invoice\"]},\"actions\":{\"moveToFolder\":\"junkemail\"}}")))
                .contains("pretends-to-be-system-rule");
    }

    @Test
    void a_folder_whose_name_nobody_sees_or_that_mixes_scripts_is_a_disguise() {
        String rule =
                "{\"displayName\":\"Stuff\",\"folders\":{\"f\":\"%s\"},\"conditions\":{\"subjectContains\":[\"invoice\"]},\"actions\":{\"moveToFolder\":\"f\",\"markAsRead\":true}}";

        for (String name : new String[] {"\u3164", "\u2800", "Inbox\u200e", "\u0405\u03a5\u039d\u0421"}) {
            assertThat(Lines.rule(rule.formatted(name)).verdict()).as(name).isEqualTo(LineVerdict.MALICIOUS);
        }
        assertThat(Lines.rule(rule.formatted("Rechnungen")).verdict()).isEqualTo(LineVerdict.BENIGN);
    }
}
