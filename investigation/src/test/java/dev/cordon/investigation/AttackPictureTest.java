package dev.cordon.investigation;

import static dev.cordon.investigation.Rows.ATTACKER;
import static dev.cordon.investigation.Rows.EDGE;
import static dev.cordon.investigation.Rows.FIREFOX;
import static dev.cordon.investigation.Rows.HOME;
import static dev.cordon.investigation.Rows.NOW;
import static dev.cordon.investigation.Rows.OFFICE;
import static dev.cordon.investigation.Rows.audit;
import static dev.cordon.investigation.Rows.monthWith;
import static dev.cordon.investigation.Rows.picture;
import static dev.cordon.investigation.Rows.signIn;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.MailboxAudit.MailboxEvent;
import dev.cordon.tenant.SignIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttackPictureTest {
    @Test
    void ordinary_work_is_an_answer_too() {
        AttackPicture picture = Rows.quiet();

        assertThat(picture.certainty()).isEqualTo(Certainty.NOTHING_SEEN);
        assertThat(picture.suspicious()).isEmpty();
        assertThat(picture.firstSeen()).isEmpty();
        assertThat(picture.firstSeenReason()).contains("Nothing stood out");
        assertThat(picture.baseline().inWords()).contains("29 days").contains("2 networks");
        assertThat(picture.coverage()).hasSize(1);
    }

    @Test
    void what_is_made_after_a_reopening_is_in_the_attack_again() {
        AttackPicture picture = Rows.attacked()
                .givenBackIn(List.of(
                        new Period(NOW.minus(ofHours(10)), Optional.of(NOW.minus(ofHours(5)))),
                        new Period(NOW.minus(ofHours(2)), Optional.empty())));

        assertThat(picture.isInWindow(NOW.minus(ofHours(12)))).isTrue();
        assertThat(picture.isInWindow(NOW.minus(ofHours(7)))).isFalse();
        assertThat(picture.isInWindow(NOW.minus(ofHours(5)))).isTrue();
        assertThat(picture.isInWindow(NOW.minus(ofHours(1)))).isFalse();
    }

    @Test
    void sees_a_stolen_session_used_with_a_tool() {
        AttackPicture picture = Rows.attacked();

        assertThat(picture.certainty()).isEqualTo(Certainty.ATTACK);
        assertThat(picture.attackerAddresses()).containsExactly(ATTACKER);
        assertThat(picture.attackerSessions()).containsExactly("stolen");
        assertThat(picture.firstSeen()).contains(NOW.minus(ofHours(20)));
        assertThat(picture.isOwnAddress(OFFICE)).isTrue();
        assertThat(picture.isOwnAddress(ATTACKER)).isFalse();
    }

    @Test
    void sees_a_tool_that_gives_consents_in_an_account_without_habits() {
        AttackPicture picture = picture(
                List.of(signIn(ofHours(20))
                        .from(ATTACKER, "NL")
                        .with("axios/1.7")
                        .row()),
                audit("Consent to application", ofHours(19), ATTACKER));

        assertThat(picture.certainty()).isEqualTo(Certainty.ATTACK);
    }

    @Test
    void a_few_sign_ins_make_no_address_the_users_own() {
        AttackPicture picture = picture(List.of(
                signIn(ofHours(20)).from("192.0.2.50", "NL").row(),
                signIn(ofHours(3)).from("192.0.2.50", "NL").row()));

        assertThat(picture.certainty()).isEqualTo(Certainty.UNKNOWN);
        assertThat(picture.isOwnAddress("192.0.2.50")).isFalse();
    }

    @Test
    void sees_an_attacker_in_the_users_own_country() {
        AttackPicture picture = picture(monthWith(signIn(ofHours(20))
                .from("192.0.2.50", "IE")
                .with(FIREFOX)
                .byClaim()
                .row()));

        assertThat(picture.certainty()).isEqualTo(Certainty.ATTACK);
        assertThat(picture.suspicious().getFirst().judgement().names("token-in-new-program"))
                .isTrue();
    }

    @Test
    void sees_one_session_in_two_places_of_one_country() {
        AttackPicture picture = picture(monthWith(
                signIn(ofHours(22)).session("shared").row(),
                signIn(ofHours(20))
                        .from("192.0.2.50", "IE")
                        .with(FIREFOX)
                        .session("shared")
                        .row()));

        assertThat(picture.certainty()).isEqualTo(Certainty.ATTACK);
        assertThat(picture.attackerAddresses()).containsExactly("192.0.2.50");
    }

    @Test
    void sees_an_attacker_abroad_with_the_users_own_program_while_the_user_works() {
        AttackPicture picture = picture(monthWith(
                signIn(ofHours(19)).from(ATTACKER, "NL").with(EDGE).byClaim().row()));

        assertThat(picture.certainty()).isEqualTo(Certainty.ATTACK);
    }

    @Test
    void sees_a_device_code_from_abroad() {
        AttackPicture picture = picture(monthWith(signIn(ofHours(20))
                .from(ATTACKER, "NL")
                .with(FIREFOX)
                .deviceCode()
                .row()));

        assertThat(picture.certainty()).isEqualTo(Certainty.ATTACK);
    }

    @Test
    void does_not_call_a_journey_an_attack() {
        assertThat(Rows.journey().certainty()).isEqualTo(Certainty.SUSPECTED);
        assertThat(Rows.journey().attackerAddresses()).isEmpty();
    }

    @Test
    void does_not_suspect_a_journey_with_the_users_own_laptop() {
        AttackPicture picture =
                picture(monthWith(signIn(ofMinutes(5)).from("192.0.2.77", "FR").row()));

        assertThat(picture.certainty()).isNotEqualTo(Certainty.ATTACK);
    }

    @Test
    void does_not_suspect_a_new_telephone_in_the_same_country() {
        AttackPicture picture = picture(monthWith(signIn(ofHours(3))
                .from("192.0.2.90", "IE")
                .with("Outlook-Android/4.1")
                .row()));

        assertThat(picture.certainty()).isNotEqualTo(Certainty.ATTACK);
    }

    @Test
    void an_attacker_who_comes_daily_for_weeks_does_not_become_usual() {
        List<SignIn> visits = new ArrayList<>(Rows.month());
        for (int day = 20; day >= 1; day--) {
            visits.add(signIn(ofDays(day))
                    .from(ATTACKER, "NL")
                    .with("python-requests/2.32")
                    .row());
        }
        AttackPicture picture = picture(visits);

        assertThat(picture.certainty()).isEqualTo(Certainty.ATTACK);
        assertThat(picture.firstSeen()).contains(NOW.minus(ofDays(20)));
        assertThat(picture.baseline().countries()).containsExactly("IE");
    }

    @Test
    void a_password_that_was_right_but_stopped_is_no_entry() {
        AttackPicture picture = picture(monthWith(signIn(ofHours(2))
                .from(ATTACKER, "NL")
                .with(FIREFOX)
                .failing(50074)
                .row()));

        assertThat(picture.certainty()).isEqualTo(Certainty.SUSPECTED);
        assertThat(picture.firstSeen()).isEmpty();
        assertThat(picture.firstSeenReason()).contains("nobody was seen to get in");
    }

    @Test
    void failed_guesses_from_abroad_are_noise() {
        AttackPicture picture = picture(monthWith(signIn(ofHours(2))
                .from(ATTACKER, "NL")
                .with(FIREFOX)
                .failing(50126)
                .row()));

        assertThat(picture.certainty()).isEqualTo(Certainty.NOTHING_SEEN);
    }

    @Test
    void an_old_protocol_from_a_new_country_while_the_user_works_is_an_attack() {
        AttackPicture picture = picture(monthWith(
                signIn(ofHours(19)).from(ATTACKER, "NL").with("").over("IMAP4").row()));

        assertThat(picture.certainty()).isEqualTo(Certainty.ATTACK);
    }

    @Test
    void other_sign_ins_from_the_attackers_address_are_his_too() {
        AttackPicture picture = picture(monthWith(
                signIn(ofHours(21)).from(ATTACKER, "NL").with(FIREFOX).row(),
                signIn(ofHours(20)).from(ATTACKER, "NL").with("axios/1.7").row()));

        assertThat(picture.suspicious()).allMatch(JudgedSignIn::isAttackers).hasSize(2);
        assertThat(picture.firstSeen()).contains(NOW.minus(ofHours(21)));
    }

    @Test
    void what_was_changed_from_a_new_place_makes_it_certain() {
        AttackPicture picture = picture(
                monthWith(signIn(ofHours(20))
                        .from("192.0.2.50", "IE")
                        .with(FIREFOX)
                        .row()),
                audit("User registered security info", ofHours(19), "192.0.2.50"));

        assertThat(picture.certainty()).isEqualTo(Certainty.SUSPECTED);
        assertThat(picture.suspicious().getFirst().judgement().names("changed-security-information"))
                .isTrue();
    }

    @Test
    void says_that_it_cannot_say_when_the_log_was_not_read() {
        AttackPicture picture = Rows.unreadable();

        assertThat(picture.certainty()).isEqualTo(Certainty.UNKNOWN);
        assertThat(picture.firstSeenReason()).contains("could not be read");
    }

    @Test
    void too_few_sign_ins_prove_nothing() {
        assertThat(picture(List.of(signIn(ofHours(1)).row())).certainty()).isEqualTo(Certainty.UNKNOWN);
    }

    @Test
    void knows_the_attacker_again_after_the_revoke() {
        AttackPicture picture = Rows.attacked();
        SignIn back = signIn(ofMinutes(1))
                .from("192.0.2.200", "NL")
                .with(FIREFOX)
                .session("stolen")
                .row();
        SignIn early = signIn(ofHours(3)).from(ATTACKER, "NL").row();
        SignIn own = signIn(ofMinutes(1)).from(HOME, "IE").session("stolen").row();
        SignIn refused =
                signIn(ofMinutes(1)).from(ATTACKER, "NL").failing(50173).row();

        assertThat(picture.attackersAmong(List.of(back, early, own, refused), NOW.minus(ofMinutes(10))))
                .extracting(JudgedSignIn::signIn)
                .containsExactly(back);
    }

    @Test
    void a_session_that_survives_a_revocation_elsewhere_stands_out() {
        SignIn before = signIn(ofHours(5)).from(OFFICE, "IE").session("s").row();
        SignIn after = signIn(ofHours(1))
                .from("192.0.2.50", "IE")
                .with(FIREFOX)
                .session("s")
                .nonInteractive()
                .row();
        AttackPicture picture = AttackPicture.draw(new SignInHistory(
                        Rows.ANNA, monthWith(before, after), List.of(), List.of(), "", List.of(), List.of(), false, NOW)
                .revokedAt(List.of(NOW.minus(ofHours(2)))));

        assertThat(picture.suspicious().getLast().judgement().names("continues-after-revocation"))
                .isTrue();
    }

    @Test
    void who_signs_in_to_a_shared_mailbox_and_changes_it_is_the_attacker() {
        SignIn browser =
                signIn(ofHours(20)).from(Rows.ATTACKER, "NL").with(FIREFOX).row();
        MailboxEvent rule = new MailboxEvent(
                "1", NOW.minus(ofHours(19)), "New-InboxRule", "orders", Rows.ATTACKER, "orders\\.", Map.of());

        assertThat(ofShared(List.of(browser), true, rule).certainty()).isEqualTo(Certainty.ATTACK);
        assertThat(ofShared(List.of(browser), true).certainty()).isEqualTo(Certainty.SUSPECTED);
        assertThat(ofShared(List.of(browser), false, rule).certainty()).isEqualTo(Certainty.UNKNOWN);
    }

    @Test
    void a_place_from_where_people_have_long_signed_in_to_a_shared_mailbox_says_nothing() {
        MailboxEvent rule =
                new MailboxEvent("1", NOW.minus(ofHours(19)), "New-InboxRule", "orders", OFFICE, "orders\\.", Map.of());
        List<SignIn> seldom = List.of(
                signIn(ofHours(24 * 20)).from(OFFICE, "IE").row(),
                signIn(ofHours(20)).from(OFFICE, "IE").row());

        assertThat(ofShared(seldom, true, rule).certainty()).isEqualTo(Certainty.UNKNOWN);
    }

    private static AttackPicture ofShared(List<SignIn> signIns, boolean shared, MailboxEvent... changes) {
        return AttackPicture.draw(new SignInHistory(
                Rows.ANNA, signIns, List.of(), List.of(changes), "orders", List.of(), List.of(), shared, NOW));
    }

    @Test
    void its_summary_survives_the_file() {
        AttackSummary summary = Rows.attacked().summary();

        assertThat(AttackSummaryFile.read(AttackSummaryFile.write(summary))).contains(summary);
        assertThat(AttackSummaryFile.read(
                        AttackSummaryFile.write(Rows.unreadable().summary())))
                .contains(Rows.unreadable().summary());
        assertThat(AttackSummaryFile.read(new byte[] {1, 2})).isEmpty();
        assertThat(AttackSummaryFile.read(
                        "{\"schema\":\"cordon-attack-summary/1\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void a_telephone_that_shares_the_laptops_session_and_shows_up_late_is_the_users_own() {
        List<SignIn> rows = new ArrayList<>();
        for (int day = 30; day >= 1; day--) {
            rows.add(signIn(ofDays(day).minusHours(1)).session("day-" + day).row());
            if (day < 16 && day % 3 == 0) {
                rows.add(signIn(ofDays(day).minusHours(9))
                        .from(HOME, "IE")
                        .with(Rows.PHONE)
                        .noDevice()
                        .session("day-" + day)
                        .nonInteractive()
                        .byClaim()
                        .row());
            }
        }

        AttackPicture picture = picture(rows);

        assertThat(picture.certainty()).as("%s", picture.suspicious()).isEqualTo(Certainty.NOTHING_SEEN);
    }

    @Test
    void a_week_of_logs_is_enough_to_see_an_attacker() {
        List<SignIn> rows = Rows.month().stream()
                .filter(row -> row.at().isAfter(NOW.minus(ofDays(5))))
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        rows.add(signIn(ofHours(20))
                .from(ATTACKER, "NL")
                .with("axios/1.7")
                .session("stolen")
                .row());

        assertThat(picture(rows).certainty()).isEqualTo(Certainty.ATTACK);
    }
}
