package dev.cordon.investigation.phishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.investigation.AttackPicture;
import dev.cordon.investigation.Judgement;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Rows;
import dev.cordon.investigation.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostClickSignInsTest {
    static final Reach SIGN_INS = new Reach.Read(
            Source.SIGN_INS,
            Rows.NOW.minus(Duration.ofDays(30)),
            Optional.of(Rows.NOW.minusSeconds(600)),
            Rows.NOW,
            121,
            Optional.empty());

    /** What a picture shows after a click of the day before. */
    static PostClickSignIns after(AttackPicture picture) {
        return PostClickSignIns.of(picture, Rows.NOW.minus(Duration.ofHours(21)), List.of(), SIGN_INS);
    }

    static Judgement judged(Verdict verdict, int score) {
        return new Judgement(verdict, score, List.of(new Reason("test", "It is as it is.", Optional.empty())));
    }

    private static AttackPicture attackedAt(Duration ago, boolean deviceCode) {
        var draft = Rows.signIn(ago).from(Rows.ATTACKER, "NL").with("axios/1.7").session("stolen");
        return Rows.picture(Rows.monthWith((deviceCode ? draft.deviceCode() : draft.byClaim()).row()));
    }

    @Test
    void a_theft_after_the_click_is_found_with_the_judgement_that_there_is() {
        PostClickSignIns after = after(Rows.attacked());

        assertThat(after.theft()).hasSize(1);
        assertThat(after.theft().getFirst().signIn().ipAddress()).isEqualTo(Rows.ATTACKER);
        assertThat(after.kinds()).containsExactly(PhishingKind.AITM);
        assertThat(after.earlier()).isEmpty();
    }

    @Test
    void a_sign_in_by_a_code_says_what_the_page_was_after() {
        assertThat(after(attackedAt(Duration.ofHours(20), true)).kinds()).containsExactly(PhishingKind.DEVICE_CODE);
    }

    @Test
    void what_lies_before_the_click_or_more_than_72_hours_behind_it_is_not_the_clicks() {
        Instant clicked = Rows.NOW.minus(Duration.ofHours(100));

        PostClickSignIns late =
                PostClickSignIns.of(attackedAt(Duration.ofHours(27), false), clicked, List.of(), SIGN_INS);
        PostClickSignIns within =
                PostClickSignIns.of(attackedAt(Duration.ofHours(29), false), clicked, List.of(), SIGN_INS);
        PostClickSignIns before =
                PostClickSignIns.of(attackedAt(Duration.ofHours(101), false), clicked, List.of(), SIGN_INS);

        assertThat(late.theft()).isEmpty();
        assertThat(within.theft()).hasSize(1);
        assertThat(before.theft()).isEmpty();
        assertThat(before.earlier()).hasSize(1);
    }

    @Test
    void a_journey_is_for_a_person_and_no_theft() {
        PostClickSignIns after = after(Rows.journey());

        assertThat(after.theft()).isEmpty();
        assertThat(after.odd()).isNotEmpty();
        assertThat(after.kinds()).isEmpty();
    }

    @Test
    void none_is_the_last_word_only_when_the_log_reaches_the_end_of_the_72_hours() {
        Instant longAgo = Rows.NOW.minus(Duration.ofHours(73));

        assertThat(PostClickSignIns.of(Rows.quiet(), longAgo, List.of(), SIGN_INS)
                        .isOver())
                .isTrue();
        assertThat(after(Rows.quiet()).isOver()).isFalse();
        assertThat(PostClickSignIns.of(
                                Rows.quiet(),
                                longAgo,
                                List.of(),
                                new Reach.NotRead(Source.SIGN_INS, "Entra ID P1 is missing."))
                        .isOver())
                .isFalse();
    }

    @Test
    void a_consent_counts_where_its_judge_holds_it_for_the_attackers() {
        Instant clicked = Rows.NOW.minus(Duration.ofHours(21));
        var hostile = new PostClickSignIns.Appeared(
                PostClickSignIns.Appeared.What.CONSENT,
                "Doc Viewer",
                clicked.plusSeconds(60),
                judged(Verdict.MALICIOUS, 80));
        var doubtful = new PostClickSignIns.Appeared(
                PostClickSignIns.Appeared.What.CONSENT,
                "Calendar",
                clicked.plusSeconds(90),
                judged(Verdict.REVIEW, 40));
        var older = new PostClickSignIns.Appeared(
                PostClickSignIns.Appeared.What.CONSENT,
                "Old",
                clicked.minusSeconds(9000),
                judged(Verdict.MALICIOUS, 80));

        PostClickSignIns after =
                PostClickSignIns.of(Rows.quiet(), clicked, List.of(older, doubtful, hostile), SIGN_INS);

        assertThat(after.things()).containsExactly(hostile, doubtful);
        assertThat(after.hostileThings()).containsExactly(hostile);
        assertThat(after.kinds()).containsExactly(PhishingKind.CONSENT);
    }
}
