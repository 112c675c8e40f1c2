package dev.cordon.investigation;

import static dev.cordon.investigation.Rows.ATTACKER;
import static dev.cordon.investigation.Rows.NOW;
import static dev.cordon.investigation.Rows.signIn;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.investigation.AccountSeen.Entry;
import dev.cordon.tenant.SignIn;
import dev.cordon.tenant.SignInLog.AccountSignIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OtherAccountsTest {
    private static final String REACH = "the logs are complete through noon";

    @Test
    void who_got_in_is_named_with_first_last_and_count_and_the_command_for_it() {
        OtherAccounts others = others(seen("bo", ofHours(9)), seen("bo", ofHours(3)), seen("carla", ofHours(8)));

        assertThat(others.taken()).extracting(AccountSeen::count).containsExactly(2, 1);
        assertThat(others.task().orElseThrow())
                .contains("bo@contoso.example (2 times, first 2026-03-01 23:00 UTC, last 2026-03-02 05:00 UTC)")
                .contains("cordon respond compromised-account bo@contoso.example carla@contoso.example.")
                .doesNotContain("escalate");
    }

    @Test
    void four_accounts_in_all_are_to_be_escalated() {
        assertThat(others(seen("bo", ofHours(9)), seen("carla", ofHours(9)), seen("dan", ofHours(9)))
                        .task()
                        .orElseThrow())
                .contains("4 accounts")
                .contains("escalate");
    }

    @Test
    void who_only_failed_is_told_apart_from_whose_password_was_right() {
        OtherAccounts others = others(failed("bo", 50126), failed("carla", 50126), failed("carla", 50076));

        assertThat(others.accounts())
                .extracting(AccountSeen::entry)
                .containsExactly(Entry.PASSWORD_WAS_RIGHT, Entry.FAILED);
        assertThat(others.task().orElseThrow())
                .contains("compromised-account carla@contoso.example.")
                .contains("without success: bo@contoso.example");
    }

    @Test
    void nobody_else_is_no_task_and_says_what_was_looked_at() {
        OtherAccounts others = others();

        assertThat(others.task()).isEmpty();
        assertThat(others.inWords())
                .isEqualTo("none seen, in 0 sign-ins from 203.0.113.9 since " + Minutes.of(NOW.minus(ofDays(2))) + "; "
                        + REACH);
    }

    @Test
    void what_could_not_be_read_is_never_nobody() {
        OtherAccounts others = new OtherAccounts(
                List.of(AddressTrail.of(ATTACKER, List.of(), List.of(), Set.of(), List.of("A licence is missing."))),
                List.of(),
                NOW.minus(ofDays(2)),
                REACH,
                1);

        assertThat(others.isRead()).isFalse();
        assertThat(others.inWords())
                .startsWith("none seen in what could be read")
                .contains("A licence is missing.");
        assertThat(others.task().orElseThrow()).contains("could not be read whole");
    }

    @Test
    void addresses_that_were_too_many_are_said_to_be_left() {
        OtherAccounts others = new OtherAccounts(List.of(), List.of("2001:db8::9"), NOW.minus(ofDays(2)), REACH, 1);

        assertThat(others.isRead()).isFalse();
        assertThat(others.task().orElseThrow()).contains("2001:db8::9");
    }

    @Test
    void those_who_are_in_care_already_are_left_out() {
        AddressTrail trail = AddressTrail.of(
                ATTACKER,
                List.of(),
                List.of(seen("bo", ofHours(3)), seen("anna", ofHours(3))),
                Set.of("id-bo"),
                List.of());

        assertThat(trail.accounts()).extracting(AccountSeen::objectId).containsExactly("id-anna");
    }

    @Test
    void a_place_of_many_colleagues_long_before_the_attack_accuses_nobody_and_is_named() {
        List<AccountSignIn> before = new ArrayList<>();
        for (String name : List.of("bo", "carla", "dan", "eva", "finn")) {
            before.add(seen(name, ofDays(9)));
        }
        OtherAccounts others = others(before, seen("bo", ofHours(3)));

        assertThat(others.taken()).isEmpty();
        assertThat(others.task().orElseThrow()).contains("5 other accounts").contains("a place of your own");
    }

    @Test
    void two_colleagues_who_come_from_there_day_by_day_make_a_place_too_and_two_who_came_once_do_not() {
        List<AccountSignIn> daily = new ArrayList<>();
        for (int day = 5; day < 9; day++) {
            daily.add(seen("bo", ofDays(day)));
            daily.add(seen("carla", ofDays(day)));
        }

        assertThat(AddressTrail.usual(daily)).isEqualTo(2);
        assertThat(AddressTrail.usual(List.of(seen("bo", ofDays(9)), seen("carla", ofDays(9)))))
                .isZero();
        assertThat(AddressTrail.usual(List.of(
                        failed("a", 50126),
                        failed("b", 50126),
                        failed("c", 50126),
                        failed("d", 50126),
                        failed("e", 50126))))
                .isZero();
    }

    @Test
    void a_name_that_somebody_typed_to_harm_reaches_neither_the_command_nor_the_text_as_it_is() {
        for (String hostile : List.of(
                "", "-x", "a b", "a; rm -rf ~", "$(id)@x", "`id`", "o'neil@x", "a\u001b[2J", "a\u202eb", "a\nb")) {
            OtherAccounts others = others(new AccountSignIn("id-1", hostile, row(ofHours(3), 0)));

            String command = others.task().orElse("").replaceAll("(?s).*compromised-account ", "");
            assertThat(command.substring(0, command.indexOf('.'))).matches("[A-Za-z0-9._+@-]+");
            assertThat(others.inWords().codePoints()).allMatch(Quote::isVisible);
        }
    }

    private static OtherAccounts others(AccountSignIn... since) {
        return others(List.of(), since);
    }

    private static OtherAccounts others(List<AccountSignIn> before, AccountSignIn... since) {
        return new OtherAccounts(
                List.of(AddressTrail.of(ATTACKER, before, List.of(since), Set.of(), List.of())),
                List.of(),
                NOW.minus(ofDays(2)),
                REACH,
                1);
    }

    private static AccountSignIn seen(String name, Duration ago) {
        return new AccountSignIn("id-" + name, name + "@contoso.example", row(ago, 0));
    }

    private static AccountSignIn failed(String name, int code) {
        return new AccountSignIn("id-" + name, name + "@contoso.example", row(ofHours(3), code));
    }

    private static SignIn row(Duration ago, int code) {
        Rows.Draft draft = signIn(ago).from(ATTACKER, "NL");
        return code == 0 ? draft.row() : draft.failing(code).row();
    }
}
