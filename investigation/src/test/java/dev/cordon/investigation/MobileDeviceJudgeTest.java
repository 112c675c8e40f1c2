package dev.cordon.investigation;

import static dev.cordon.investigation.Rows.NOW;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.MobileDevice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MobileDeviceJudgeTest {
    private static final String ATTACKERS_PROGRAM = "axios/1.7";

    private static Judgement judge(AttackPicture picture, MobileDevice device) {
        return new Judge(Organisation.ofDomains("contoso.example"), picture).mobileDevice(device);
    }

    private static Verdict verdict(AttackPicture picture, MobileDevice device) {
        return judge(picture, device).verdict();
    }

    private static MobileDevice telephone(Duration ago) {
        return telephone(Optional.of(NOW.minus(ago)), "Apple-iPhone16C1/2208.54", "Allowed");
    }

    private static MobileDevice telephone(Optional<Instant> since, String userAgent, String accessState) {
        return new MobileDevice(
                "6cbe1ca2-7fea-4173-beef-f53db6cfaa5d",
                "Anna's iPhone",
                "iPhone",
                "iPhone16C1",
                "iOS 18.3",
                userAgent,
                "EAS",
                accessState,
                since,
                Optional.empty());
    }

    private static List<String> signals(Judgement judgement) {
        return judgement.reasons().stream().map(Reason::signal).toList();
    }

    @Test
    void one_that_began_minutes_after_the_attacker_came_is_his_and_the_old_one_stays() {
        Judgement his = judge(Rows.attacked(), telephone(ofHours(20).minus(ofMinutes(10))));

        assertThat(his.verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(his.reasons().getFirst().text()).contains("2026-03-01 12:10 UTC");
        assertThat(his.reasons().getFirst().technique()).contains("T1098.005");
        Judgement hers = judge(Rows.attacked(), telephone(ofDays(365)));
        assertThat(hers.verdict()).isEqualTo(Verdict.BENIGN);
        assertThat(signals(hers)).containsExactly("older-than-attack");
    }

    @Test
    void one_that_began_later_in_the_attack_without_another_sign_is_for_review() {
        assertThat(verdict(Rows.attacked(), telephone(ofHours(5)))).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void one_that_uses_the_attackers_program_is_his_at_any_time_since_he_came_and_of_unknown_age() {
        assertThat(verdict(
                        Rows.attacked(), telephone(Optional.of(NOW.minus(ofHours(5))), ATTACKERS_PROGRAM, "Allowed")))
                .isEqualTo(Verdict.MALICIOUS);
        assertThat(verdict(Rows.attacked(), telephone(Optional.empty(), ATTACKERS_PROGRAM, "Allowed")))
                .isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void one_of_unknown_age_is_for_review_where_an_attacker_was_or_may_have_been() {
        MobileDevice undated = telephone(Optional.empty(), "Apple-iPhone16C1/2208.54", "Allowed");

        assertThat(verdict(Rows.attacked(), undated)).isEqualTo(Verdict.REVIEW);
        assertThat(verdict(Rows.journey(), undated)).isEqualTo(Verdict.REVIEW);
        assertThat(verdict(Rows.unreadable(), undated)).isEqualTo(Verdict.REVIEW);
        assertThat(verdict(Rows.quiet(), undated)).isEqualTo(Verdict.BENIGN);
    }

    @Test
    void the_earlier_of_its_two_times_counts() {
        MobileDevice moved = new MobileDevice(
                "6cbe1ca2-7fea-4173-beef-f53db6cfaa5d",
                "Anna's iPhone",
                "iPhone",
                "",
                "",
                "",
                "EAS",
                "Allowed",
                Optional.of(NOW.minus(ofDays(300))),
                Optional.of(NOW.minus(ofHours(20))));

        assertThat(verdict(Rows.attacked(), moved)).isEqualTo(Verdict.BENIGN);
    }

    @Test
    void without_sign_in_logs_or_after_a_sign_in_in_doubt_a_recent_one_is_for_review() {
        assertThat(verdict(Rows.unreadable(), telephone(ofHours(20)))).isEqualTo(Verdict.REVIEW);
        assertThat(verdict(Rows.unreadable(), telephone(ofDays(200)))).isEqualTo(Verdict.BENIGN);
        assertThat(verdict(Rows.journey(), telephone(ofMinutes(5)))).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void one_so_new_that_the_logs_do_not_reach_it_is_for_review_and_not_called_his() {
        assertThat(verdict(Rows.attacked(), telephone(ofMinutes(5)))).isEqualTo(Verdict.REVIEW);
        assertThat(verdict(Rows.quiet(), telephone(ofMinutes(5)))).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void one_of_the_last_days_is_for_review_although_nothing_stood_out_and_an_older_one_is_not() {
        assertThat(verdict(Rows.quiet(), telephone(ofHours(20)))).isEqualTo(Verdict.REVIEW);
        assertThat(verdict(Rows.quiet(), telephone(ofDays(10)))).isEqualTo(Verdict.BENIGN);
    }

    @Test
    void a_name_like_the_users_programs_does_not_spare_it() {
        MobileDevice disguised =
                telephone(Optional.of(NOW.minus(ofHours(20).minus(ofMinutes(10)))), Rows.PHONE, "Allowed");

        assertThat(verdict(Rows.attacked(), disguised)).isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void that_exchange_holds_it_back_is_said_and_spares_nothing() {
        Judgement held = judge(
                Rows.attacked(),
                telephone(
                        Optional.of(NOW.minus(ofHours(20).minus(ofMinutes(10)))),
                        "Apple-iPhone16C1/2208.54",
                        "Quarantined"));

        assertThat(held.verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(signals(held)).contains("held-back");
    }

    @Test
    void a_tool_that_passes_for_a_telephone_is_for_review_even_where_nothing_was_seen() {
        assertThat(verdict(
                        Rows.quiet(), telephone(Optional.of(NOW.minus(ofDays(10))), "python-requests/2.32", "Allowed")))
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void one_that_contradicts_itself_is_worse_than_one_that_does_not_and_outlook_does_not() {
        MobileDevice sloppy = telephone(Optional.of(NOW.minus(ofHours(5))), "Android-Mail/2024.10", "Allowed");
        MobileDevice outlook = new MobileDevice(
                "6cbe1ca2-7fea-4173-beef-f53db6cfaa5d",
                "",
                "Outlook",
                "Outlook for iOS and Android",
                "iPhone iOS 18",
                "Outlook-iOS-Android/1.0",
                "Outlook",
                "Allowed",
                Optional.of(NOW.minus(ofHours(5))),
                Optional.empty());

        assertThat(signals(judge(Rows.attacked(), sloppy))).contains("contradicts-itself");
        assertThat(verdict(Rows.attacked(), sloppy)).isEqualTo(Verdict.MALICIOUS);
        assertThat(signals(judge(Rows.attacked(), outlook))).doesNotContain("contradicts-itself");
    }
}
