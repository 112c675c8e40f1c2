package dev.cordon.investigation;

import static dev.cordon.investigation.InboxRuleJudgeTest.rule;
import static dev.cordon.investigation.Rows.ATTACKER;
import static dev.cordon.investigation.Rows.NOW;
import static dev.cordon.investigation.Rows.OFFICE;
import static dev.cordon.investigation.Rows.signIn;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.Forwarding;
import dev.cordon.tenant.InboxRule;
import dev.cordon.tenant.MailFlow;
import dev.cordon.tenant.MailFlow.MailRoute;
import dev.cordon.tenant.MailboxAudit.MailboxEvent;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.Mailboxes.AutoReply;
import dev.cordon.tenant.PublishedCalendar;
import dev.cordon.tenant.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailboxAuditJudgeTest {
    static final String ANNA = "anna.berg@contoso.example";
    static final MailboxDelegate BO = new MailboxDelegate(
            "FullAccess bo", MailboxDelegate.Scope.MAILBOX, "", "bo.lund@contoso.example", List.of("FullAccess"));

    /** As far as the log usually reaches here: what was met then can be told from it. */
    private static final Instant FIRST_MET = NOW.minus(ofMinutes(90));

    static Coverage reach(Duration from, Duration through) {
        return new Coverage("unifiedAudit", NOW.minus(from), Optional.of(NOW.minus(through)), 1, Optional.empty());
    }

    static Judge judge(List<SignIn> signIns, Coverage reach, MailboxEvent... events) {
        return new Judge(Organisation.ofDomains("contoso.example"), picture(signIns, reach, events)).ofMetAt(FIRST_MET);
    }

    static AttackPicture picture(List<SignIn> signIns, Coverage reach, MailboxEvent... events) {
        SignInHistory history = new SignInHistory(
                        Rows.ANNA,
                        signIns,
                        List.of(),
                        List.of(),
                        "",
                        List.of(),
                        List.of(Rows.readThrough(NOW)),
                        false,
                        NOW)
                .withMailboxChanges(List.of(events), reach, ANNA);
        return AttackPicture.draw(history);
    }

    static Judge attacked(MailboxEvent... events) {
        return judge(withAttacker(), reach(ofDays(180), ofMinutes(90)), events);
    }

    static List<SignIn> withAttacker() {
        return Rows.monthWith(signIn(ofHours(20))
                .from(ATTACKER, "NL")
                .with("axios/1.7")
                .session("stolen")
                .row());
    }

    static MailboxEvent event(
            String operation, Duration ago, String actor, String address, Map<String, String> parameters) {
        return new MailboxEvent(
                operation + ago + address, NOW.minus(ago), operation, actor, address, "anna.berg", parameters);
    }

    static MailboxEvent given(Duration ago, String actor, String address, String trustee) {
        return event(
                "Add-MailboxPermission", ago, actor, address, Map.of("User", trustee, "AccessRights", "FullAccess"));
    }

    @Test
    void a_colleague_whose_right_the_log_does_not_show_was_there_before_the_attack() {
        Judgement judgement = attacked().delegate(BO);

        assertThat(judgement.verdict()).isEqualTo(Verdict.BENIGN);
        assertThat(judgement.reasons().getFirst().text())
                .contains("not given during the attack")
                .contains("2026-03-02 06:30 UTC");
    }

    @Test
    void what_was_made_lately_while_the_sign_ins_tell_nothing_is_for_a_person() {
        List<SignIn> tooFew = List.of(signIn(ofHours(20)).from(ATTACKER, "NL").row());
        Coverage read = reach(ofDays(180), ofMinutes(90));

        assertThat(judge(tooFew, read, given(ofHours(19), ANNA, ATTACKER, "bo.lund"))
                        .delegate(BO)
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
        assertThat(judge(tooFew, read, given(ofDays(90), ANNA, ATTACKER, "bo.lund"))
                        .delegate(BO)
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
        assertThat(judge(tooFew, read).delegate(BO).verdict()).isEqualTo(Verdict.BENIGN);
        assertThat(judge(tooFew, Coverage.notRead("unifiedAudit", NOW.minus(ofDays(30)), "It is switched off."))
                        .delegate(BO)
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void silence_of_a_log_that_was_switched_off_speaks_for_nothing() {
        assertThat(attacked().delegate(BO).verdict()).isEqualTo(Verdict.BENIGN);
        for (AuditSwitch.Place place : AuditSwitch.Place.values()) {
            for (AuditSwitch off :
                    List.of(AuditSwitch.read(place, Optional.of(false)), AuditSwitch.unread(place, "No role."))) {
                Coverage silent =
                        reach(ofDays(180), ofMinutes(90)).doubted(off.doubt().orElseThrow());

                assertThat(judge(withAttacker(), silent).delegate(BO).verdict())
                        .as(off.toString())
                        .isEqualTo(Verdict.REVIEW);
            }
        }
        assertThat(attacked().doubtingAudit("It was off.").delegate(BO).verdict())
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void a_setting_that_writes_is_no_doubt_and_one_that_does_not_say_is() {
        assertThat(AuditSwitch.read(AuditSwitch.Place.MAILBOX, Optional.of(true))
                        .doubt())
                .isEmpty();
        assertThat(AuditSwitch.read(AuditSwitch.Place.MAILBOX, Optional.empty()).doubt())
                .isPresent();
    }

    @Test
    void auditing_that_was_switched_since_the_attack_began_makes_silence_worthless_on_or_off() {
        for (MailboxEvent switched : List.of(
                event("Set-AdminAuditLogConfig", ofHours(19), ANNA, ATTACKER, Map.of()),
                event(
                        "Set-MailboxAuditBypassAssociation",
                        ofHours(19),
                        ANNA,
                        ATTACKER,
                        Map.of("AuditBypassEnabled", "True")),
                event("Set-Mailbox", ofHours(19), ANNA, ATTACKER, Map.of("AuditEnabled", "True")))) {
            assertThat(attacked(switched).delegate(BO).verdict())
                    .as(switched.operation())
                    .isEqualTo(Verdict.REVIEW);
        }
        assertThat(attacked(event("Set-Mailbox", ofDays(20), ANNA, OFFICE, Map.of("AuditEnabled", "True")))
                        .delegate(BO)
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
    }

    @Test
    void who_switched_auditing_is_told_in_words_that_nobody_can_forge() {
        MailboxEvent switched = event(
                "Set-AdminAuditLogConfig",
                ofHours(19),
                "eve\u001b[2J",
                ATTACKER,
                Map.of("UnifiedAuditLogIngestionEnabled", "False"));
        AttackPicture picture = picture(withAttacker(), reach(ofDays(180), ofMinutes(90)), switched);

        assertThat(picture.auditSwitchings())
                .singleElement()
                .satisfies(one -> assertThat(one.inWords())
                        .contains("Set-AdminAuditLogConfig: UnifiedAuditLogIngestionEnabled False")
                        .contains("eve[U+001B][2J")
                        .contains(ATTACKER)
                        .doesNotContain("\u001b"));
        assertThat(picture.changesOfMailbox()).isEmpty();
    }

    @Test
    void a_rule_that_sweeps_mail_away_while_the_sign_ins_tell_nothing_is_for_a_person() {
        MailboxEvent made = event("New-SweepRule", ofHours(19), ANNA, ATTACKER, Map.of("Name", "Bank"));
        InboxRule sweep = rule("Bank").sweep().into("Deleted Items").rule();

        assertThat(judge(List.of(), reach(ofDays(180), ofMinutes(90)), made)
                        .inboxRule(sweep)
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void a_right_given_by_the_attacker_is_his_however_the_person_is_written() {
        for (String written : List.of("bo.lund@contoso.example", "bo.lund", "CONTOSO\\bo.lund", "Bo Lund")) {
            assertThat(attacked(given(ofHours(19), ANNA, ATTACKER, written))
                            .delegate(BO)
                            .verdict())
                    .as(written)
                    .isEqualTo(Verdict.MALICIOUS);
        }
    }

    @Test
    void one_right_that_the_attacker_gave_does_not_blacken_another_right_of_the_same_person() {
        MailboxDelegate sendAs = new MailboxDelegate(
                "send-as|bo", MailboxDelegate.Scope.MAILBOX, "", "bo.lund@contoso.example", List.of("SendAs"));
        for (String operation : List.of("Add-RecipientPermission", "Add-MailboxPermission")) {
            Judge judge = attacked(event(
                    operation, ofHours(19), ANNA, ATTACKER, Map.of("Trustee", "Bo Lund", "AccessRights", "SendAs")));

            assertThat(judge.delegate(BO).verdict()).as(operation).isEqualTo(Verdict.BENIGN);
            assertThat(judge.delegate(sendAs).verdict()).as(operation).isEqualTo(Verdict.MALICIOUS);
        }
    }

    @Test
    void a_right_that_the_attacker_only_widened_is_for_review() {
        MailboxDelegate widened = new MailboxDelegate(
                "mailbox|bo",
                MailboxDelegate.Scope.MAILBOX,
                "",
                "bo.lund@contoso.example",
                List.of("FullAccess", "ReadPermission"));

        assertThat(attacked(given(ofHours(19), ANNA, ATTACKER, "bo.lund"))
                        .delegate(widened)
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void a_right_given_in_the_window_from_no_known_place_is_the_attackers() {
        assertThat(attacked(given(ofHours(19), ANNA, "192.0.2.99", "bo.lund"))
                        .delegate(BO)
                        .verdict())
                .isEqualTo(Verdict.MALICIOUS);
        assertThat(attacked(given(ofHours(19), ANNA, "", "bo.lund"))
                        .delegate(BO)
                        .verdict())
                .isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void a_right_given_by_an_administrator_in_the_window_is_for_review_and_an_old_one_stays() {
        assertThat(attacked(given(ofHours(19), "admin@contoso.example", "192.0.2.99", "bo.lund"))
                        .delegate(BO)
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
        assertThat(attacked(given(ofDays(100), "admin@contoso.example", "192.0.2.99", "bo.lund"))
                        .delegate(BO)
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
    }

    @Test
    void the_log_excuses_nothing_that_it_does_not_reach() {
        Coverage late = reach(ofHours(10), ofMinutes(90));
        Coverage notYet = reach(ofDays(180), ofHours(30));
        Coverage unread = Coverage.notRead("unifiedAudit", NOW.minus(ofDays(30)), "The role is missing.");

        for (Coverage reach : List.of(late, notYet, unread)) {
            assertThat(judge(withAttacker(), reach).delegate(BO).verdict())
                    .as("%s", reach)
                    .isEqualTo(Verdict.REVIEW);
        }
    }

    @Test
    void an_event_that_does_not_say_whom_leaves_everybody_for_review() {
        assertThat(attacked(given(
                                ofHours(19),
                                "admin@contoso.example",
                                "192.0.2.99",
                                "8f0c2c1e-1111-4222-8333-944445555666"))
                        .delegate(BO)
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void somebody_from_outside_stays_for_review_even_if_the_log_is_silent() {
        MailboxDelegate guest = new MailboxDelegate(
                "g", MailboxDelegate.Scope.MAILBOX, "", "eve_x#EXT#@contoso.example", List.of("FullAccess"));

        assertThat(attacked().delegate(guest).verdict()).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void a_shared_inbox_is_judged_by_the_log_too() {
        MailboxDelegate inbox = new MailboxDelegate(
                "f", MailboxDelegate.Scope.FOLDER, "\\Inbox", "bo.lund@contoso.example", List.of("Reviewer"));
        MailboxEvent his = event(
                "Add-MailboxFolderPermission",
                ofHours(19),
                ANNA,
                ATTACKER,
                Map.of("Identity", "anna.berg:\\Inbox", "User", "bo.lund", "AccessRights", "Reviewer"));
        MailboxEvent elsewhere = event(
                "Add-MailboxFolderPermission",
                ofHours(19),
                ANNA,
                ATTACKER,
                Map.of("Identity", "anna.berg:\\Calendar", "User", "bo.lund", "AccessRights", "Reviewer"));

        assertThat(attacked().folderPermission(inbox).verdict()).isEqualTo(Verdict.BENIGN);
        assertThat(attacked(his).folderPermission(inbox).verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(attacked(elsewhere).folderPermission(inbox).verdict()).isEqualTo(Verdict.BENIGN);
    }

    @Test
    void a_rule_made_by_the_attacker_is_his_and_its_namesake_is_not() {
        MailboxEvent his = event(
                "New-InboxRule",
                ofHours(19),
                ANNA,
                ATTACKER,
                Map.of("Name", "Team", "MoveToFolder", "Archive", "MarkAsRead", "True"));
        Judge judge = attacked(his);

        assertThat(judge.inboxRule(rule("Team")
                                .about("lunch")
                                .into("Archive")
                                .read()
                                .rule())
                        .verdict())
                .isEqualTo(Verdict.MALICIOUS);
        assertThat(judge.inboxRule(rule("Team").about("lunch").into("Lunch").rule())
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
    }

    @Test
    void an_old_rule_that_deletes_stays_in_an_attacked_mailbox() {
        MailboxEvent own =
                event("New-InboxRule", ofDays(90), ANNA, OFFICE, Map.of("Name", "Shop", "DeleteMessage", "True"));

        assertThat(attacked(own)
                        .inboxRule(
                                rule("Shop").from("shop@x.example").deleting().rule())
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
    }

    @Test
    void forwarding_that_is_older_than_the_attack_is_for_review() {
        Forwarding forwarding = new Forwarding("g", Forwarding.Kind.SMTP_ADDRESS, "anna@private.example", true);
        MailboxEvent own = event(
                "Set-Mailbox", ofDays(90), ANNA, OFFICE, Map.of("ForwardingSmtpAddress", "smtp:anna@private.example"));
        MailboxEvent his = event(
                "Set-Mailbox",
                ofHours(19),
                ANNA,
                ATTACKER,
                Map.of("ForwardingSmtpAddress", "smtp:anna@private.example"));

        assertThat(attacked(own).forwarding(forwarding).verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(attacked(his).forwarding(forwarding).verdict()).isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void a_route_changed_from_the_attackers_address_is_his_whoever_he_called_himself() {
        MailboxEvent his = event(
                "Set-RemoteDomain", ofHours(18), "admin@contoso.example", ATTACKER, Map.of("Identity", "Partner"));

        assertThat(attacked(his).mailRoute(remoteDomain("Partner", ofHours(18))).verdict())
                .isEqualTo(Verdict.MALICIOUS);
        assertThat(attacked(his).mailRoute(remoteDomain("Artner", ofHours(18))).verdict())
                .isEqualTo(Verdict.REVIEW);
        assertThat(attacked().mailRoute(remoteDomain("Partner", ofHours(18))).verdict())
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void a_route_changed_by_somebody_else_during_the_attack_is_not_the_attackers() {
        MailboxEvent colleagues =
                event("Set-RemoteDomain", ofHours(18), "admin@contoso.example", OFFICE, Map.of("Identity", "Partner"));

        assertThat(attacked(colleagues)
                        .mailRoute(remoteDomain("Partner", ofHours(18)))
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
    }

    @Test
    void somebody_else_at_a_place_that_stands_out_too_clears_nothing() {
        List<SignIn> rows = new ArrayList<>(withAttacker());
        rows.add(signIn(ofHours(17)).from("192.0.2.50", "IE").with(Rows.FIREFOX).row());
        MailboxEvent change = event(
                "Set-RemoteDomain", ofHours(16), "admin@contoso.example", "192.0.2.50", Map.of("Identity", "Partner"));

        assertThat(judge(rows, reach(ofDays(180), ofMinutes(90)), change)
                        .mailRoute(remoteDomain("Partner", ofHours(16)))
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void what_was_made_after_a_sign_in_that_needs_a_second_look_is_for_a_person_at_least() {
        SignIn abroad =
                signIn(ofHours(3)).from("192.0.2.50", "FR").with(Rows.FIREFOX).row();
        List<SignIn> journey = Rows.monthWith(abroad).stream()
                .filter(row -> row.at().isBefore(NOW.minus(ofHours(12))) || row.equals(abroad))
                .toList();
        Judge judge = judge(
                journey,
                reach(ofDays(180), ofMinutes(90)),
                event("New-InboxRule", ofHours(2), ANNA, "192.0.2.51", Map.of("Name", "Shop", "DeleteMessage", "True")),
                event("Set-RemoteDomain", ofHours(2), ANNA, "192.0.2.51", Map.of("Identity", "Partner")),
                event(
                        "Set-MailboxAutoReplyConfiguration",
                        ofHours(2),
                        ANNA,
                        "192.0.2.51",
                        Map.of("AutoReplyState", "Enabled")));

        assertThat(judge.inboxRule(
                                rule("Shop").from("shop@x.example").deleting().rule())
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
        assertThat(judge.mailRoute(remoteDomain("Partner", ofHours(2))).verdict())
                .isEqualTo(Verdict.REVIEW);
        assertThat(judge.autoReply(new AutoReply("Enabled", "All", "", "I am away."))
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
    }

    private static MailRoute remoteDomain(String name, Duration ago) {
        return new MailRoute(
                MailFlow.Kind.REMOTE_DOMAIN, "g", name, true, List.of("*"), "", Optional.of(NOW.minus(ago)));
    }

    @Test
    void a_rule_made_from_a_new_place_speaks_against_the_sign_in_there() {
        List<SignIn> signIns = Rows.monthWith(
                signIn(ofHours(20)).from("192.0.2.50", "IE").with(Rows.FIREFOX).row());
        SignInHistory history = new SignInHistory(
                        Rows.ANNA, signIns, List.of(), List.of(), "", List.of(), List.of(), false, NOW)
                .withMailboxChanges(
                        List.of(event("New-InboxRule", ofHours(19), ANNA, "192.0.2.50", Map.of("Name", "x"))),
                        reach(ofDays(30), ofHours(1)),
                        ANNA);

        AttackPicture picture = AttackPicture.draw(history);

        assertThat(picture.suspicious().getFirst().judgement().names("changed-mailbox"))
                .isTrue();
    }

    static Forwarding forwardingTo(String name) {
        return new Forwarding("g", Forwarding.Kind.RECIPIENT, name, true);
    }

    @Test
    void each_of_the_two_forwarding_addresses_is_judged_by_what_set_that_one() {
        MailboxEvent own =
                event("Set-Mailbox", ofDays(20), ANNA, OFFICE, Map.of("ForwardingAddress", "bo.lund@contoso.example"));
        MailboxEvent his = event(
                "Set-Mailbox",
                ofHours(19),
                ANNA,
                ATTACKER,
                Map.of("ForwardingSmtpAddress", "smtp:drop@mail.example", "DeliverToMailboxAndForward", "True"));
        Judge judge = attacked(own, his);

        assertThat(judge.forwarding(forwardingTo("Bo Lund")).verdict()).isEqualTo(Verdict.BENIGN);
        assertThat(judge.forwarding(new Forwarding("g", Forwarding.Kind.SMTP_ADDRESS, "drop@mail.example", true))
                        .verdict())
                .isEqualTo(Verdict.MALICIOUS);
        assertThat(attacked(his).forwarding(forwardingTo("Bo Lund")).verdict()).isEqualTo(Verdict.BENIGN);
    }

    @Test
    void forwarding_to_a_colleague_is_known_by_its_event_although_exchange_prints_another_name() {
        MailboxEvent his = event(
                "Set-Mailbox", ofHours(19), ANNA, ATTACKER, Map.of("ForwardingAddress", "b.lund@contoso.example"));
        MailboxEvent own =
                event("Set-Mailbox", ofDays(20), ANNA, OFFICE, Map.of("ForwardingAddress", "b.lund@contoso.example"));

        assertThat(attacked(his).forwarding(forwardingTo("Lund, Bo (Finance)")).verdict())
                .isEqualTo(Verdict.MALICIOUS);
        assertThat(attacked(own).forwarding(forwardingTo("Lund, Bo (Finance)")).verdict())
                .isEqualTo(Verdict.BENIGN);
        assertThat(attacked(own, his)
                        .forwarding(forwardingTo("Lund, Bo (Finance)"))
                        .verdict())
                .isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void forwarding_to_a_colleague_of_unknown_age_is_for_review_and_an_old_one_stays() {
        Coverage unread = Coverage.notRead("unifiedAudit", NOW.minus(ofDays(30)), "The role is missing.");
        MailboxEvent another =
                event("Set-Mailbox", ofHours(19), ANNA, ATTACKER, Map.of("ForwardingAddress", "x@contoso.example"));

        assertThat(judge(withAttacker(), unread)
                        .forwarding(forwardingTo("Bo Lund"))
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
        assertThat(attacked(another)
                        .forwarding(forwardingTo("bo.lund@contoso.example"))
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
        assertThat(attacked().forwarding(forwardingTo("Bo Lund")).verdict()).isEqualTo(Verdict.BENIGN);
    }

    @Test
    void a_rule_that_looks_bad_and_was_not_made_in_the_attack_is_for_a_person() {
        for (InboxRule old : List.of(
                rule("..").about("invoice").deleting().read().rule(),
                rule("Copy for the accountant")
                        .about("invoice")
                        .to("books@accountant.example")
                        .rule(),
                rule(".").about("invoice").into("Archive").read().rule())) {
            assertThat(attacked().inboxRule(old).verdict()).as("%s", old).isNotEqualTo(Verdict.MALICIOUS);
        }
    }

    @Test
    void a_rule_that_no_owner_makes_is_the_attackers_although_the_late_log_does_not_show_it_yet() {
        assertThat(attacked()
                        .inboxRule(rule("Junk E-Mail Rule.")
                                .hidden()
                                .about("invoice")
                                .into("RSS Feeds")
                                .read()
                                .rule())
                        .verdict())
                .isEqualTo(Verdict.MALICIOUS);
        assertThat(attacked()
                        .inboxRule(rule("..")
                                .about("invoice", "iban")
                                .into("RSS Feeds")
                                .read()
                                .rule())
                        .verdict())
                .isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void a_rule_is_known_by_its_event_whatever_its_name_is_made_of() {
        for (String name : List.of("a/b", "x:y", "c\\d", " outer blanks ", "//", ":", "\\", " ")) {
            MailboxEvent made = event(
                    "New-InboxRule", ofHours(19), ANNA, ATTACKER, Map.of("Name", name, "MoveToFolder", "Projects"));
            MailboxEvent changed = new MailboxEvent(
                    "c", NOW.minus(ofHours(19)), "Set-InboxRule", ANNA, ATTACKER, "anna.berg\\" + name, Map.of());
            InboxRule there = rule(name).about("lunch").into("Projects").rule();

            assertThat(attacked(made).inboxRule(there).names("made-from-attacker-address"))
                    .as("made: '%s'", name)
                    .isTrue();
            if (!name.isBlank()) {
                assertThat(attacked(changed).inboxRule(there).names("made-from-attacker-address"))
                        .as("changed: '%s'", name)
                        .isTrue();
            }
        }
    }

    @Test
    void a_calendar_that_everybody_may_change_is_for_review_in_an_attacked_account() {
        MailboxDelegate open =
                new MailboxDelegate("c", MailboxDelegate.Scope.FOLDER, "\\Calendar", "Default", List.of("Editor"));
        MailboxDelegate usual =
                new MailboxDelegate("c", MailboxDelegate.Scope.FOLDER, "\\Calendar", "Default", List.of("Reviewer"));

        assertThat(attacked().folderPermission(open).verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(attacked().folderPermission(usual).verdict()).isEqualTo(Verdict.BENIGN);
    }

    @Test
    void a_rule_to_a_colleague_that_the_log_does_not_show_stays() {
        assertThat(attacked()
                        .inboxRule(rule("Holiday")
                                .about("holiday")
                                .to("bo.lund@contoso.example")
                                .rule())
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
    }

    private static MailboxEvent outlook(String name) {
        return new MailboxEvent(
                "u",
                NOW.minus(ofHours(19)),
                "UpdateInboxRules",
                ANNA,
                ATTACKER,
                "anna.berg\\" + name,
                Map.of("RuleName", name, "RuleOperation", "AddMailboxRule"));
    }

    @Test
    void exchanges_own_rule_does_not_pay_for_the_attackers_that_borrowed_its_name() {
        Judge judge = attacked(outlook("Junk E-mail Rule"));

        assertThat(judge.inboxRule(rule("Junk E-mail Rule").hidden().rule()).verdict())
                .isEqualTo(Verdict.BENIGN);
        assertThat(judge.inboxRule(rule("Junk E-mail Rule")
                                .hidden()
                                .about("hacked")
                                .deleting()
                                .rule())
                        .verdict())
                .isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void a_rule_that_shares_its_name_with_one_of_outlooks_from_the_attacker_is_for_a_person() {
        assertThat(attacked(outlook("Team"))
                        .inboxRule(rule("Team").about("lunch").into("Lunch").rule())
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void an_automatic_reply_and_a_published_calendar_are_dated_by_the_log() {
        AutoReply reply = new AutoReply("Enabled", "All", "", "Our bank details have changed.");
        AutoReply leave = new AutoReply("Enabled", "All", "", "I am on leave.");
        MailboxEvent his = event(
                "Set-MailboxAutoReplyConfiguration", ofHours(19), ANNA, ATTACKER, Map.of("AutoReplyState", "Enabled"));
        MailboxEvent own = event(
                "Set-MailboxAutoReplyConfiguration", ofDays(3), ANNA, OFFICE, Map.of("AutoReplyState", "Enabled"));
        MailboxEvent published =
                event("Set-MailboxCalendarFolder", ofHours(19), ANNA, ATTACKER, Map.of("PublishEnabled", "True"));

        assertThat(attacked(his).autoReply(reply).verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(attacked(own).autoReply(leave).verdict()).isEqualTo(Verdict.BENIGN);
        assertThat(attacked().autoReply(leave).verdict()).isEqualTo(Verdict.BENIGN);
        assertThat(attacked(published)
                        .calendarPublishing(calendar("/Calendar", "LgAAAA1"))
                        .verdict())
                .isEqualTo(Verdict.MALICIOUS);
        assertThat(attacked()
                        .calendarPublishing(calendar("/Calendar", "LgAAAA1"))
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
    }

    private static PublishedCalendar calendar(String path, String id) {
        return new PublishedCalendar(id, path, List.of("https://x"), "FullDetails", false);
    }

    private static MailboxEvent publishing(String identity) {
        return event(
                "Set-MailboxCalendarFolder",
                ofHours(19),
                ANNA,
                ATTACKER,
                Map.of("Identity", identity, "PublishEnabled", "True"));
    }

    @Test
    void the_attackers_calendar_does_not_speak_against_the_users_own() {
        PublishedCalendar own = calendar("/Calendar", "LgAAAA1");
        PublishedCalendar his = calendar("/Calendar/a\uF8FFb\\c:d", "LgAAAA2");

        for (String identity : List.of("anna.berg:\\Calendar\\a/b\\c:d", "anna.berg:LgAAAA2")) {
            Judge judge = attacked(publishing(identity));
            assertThat(judge.calendarPublishing(his).verdict()).isEqualTo(Verdict.MALICIOUS);
            assertThat(judge.calendarPublishing(own).verdict()).isEqualTo(Verdict.BENIGN);
        }
        assertThat(attacked(publishing("anna.berg:AAMkAD-another-spelling"))
                        .calendarPublishing(own)
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void a_right_on_a_folder_is_found_by_the_folders_id_too() {
        MailboxDelegate inbox = new MailboxDelegate(
                "f", MailboxDelegate.Scope.FOLDER, "LgAAAA1", "/Inbox", "bo.lund@contoso.example", List.of("Reviewer"));
        Map<String, String> bo = Map.of("User", "bo.lund", "AccessRights", "Reviewer");
        for (String id : List.of("LgAAAA1", "LgAAAA2")) {
            Map<String, String> parameters = new java.util.HashMap<>(bo);
            parameters.put("Identity", "anna.berg:" + id);
            assertThat(attacked(event("Add-MailboxFolderPermission", ofHours(19), ANNA, ATTACKER, parameters))
                            .folderPermission(inbox)
                            .verdict())
                    .isEqualTo(id.endsWith("1") ? Verdict.MALICIOUS : Verdict.BENIGN);
        }
    }

    @Test
    void a_sweep_rule_is_dated_by_its_own_cmdlets_and_not_by_those_of_its_namesake() {
        MailboxEvent swept = event("New-SweepRule", ofHours(19), ANNA, ATTACKER, Map.of("Name", "Bank"));
        MailboxEvent ruled = event("New-InboxRule", ofHours(19), ANNA, ATTACKER, Map.of("Name", "Bank"));
        InboxRule sweep = rule("Bank")
                .sweep()
                .from("alerts@bank.example")
                .into("Deleted Items")
                .rule();

        assertThat(attacked(swept).inboxRule(sweep).verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(attacked(ruled).inboxRule(sweep).names("made-from-attacker-address"))
                .isFalse();
    }
}
