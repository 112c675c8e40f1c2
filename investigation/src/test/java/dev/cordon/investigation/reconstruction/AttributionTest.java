package dev.cordon.investigation.reconstruction;

import static dev.cordon.investigation.reconstruction.AuditRowsMade.ANNA;
import static dev.cordon.investigation.reconstruction.AuditRowsMade.AWAY;
import static dev.cordon.investigation.reconstruction.AuditRowsMade.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.cordon.incident.Party;
import dev.cordon.incident.TraceKind;
import dev.cordon.investigation.reconstruction.RowVerdict.By;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttributionTest {
    private static final String BO = "bo.lund@contoso.example";
    private static final Known ANNAS = new Known(Set.of(ANNA), Set.of(), Set.of(), Set.of(), List.of());

    private final AuditRowsMade made = new AuditRowsMade().habit(ANNA, HOME);

    private Judged judged(Known known, TraceKind of, String value) {
        return Reconstruction.of(known, made.source()).judged().stream()
                .filter(one -> one.of() == of && one.value().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private RowVerdict last(Known known) {
        RowSource rows = made.source().once();
        return Attribution.of(known, rows, rows).of(made.rows().getLast());
    }

    private static Known saying(PersonsVerdict... said) {
        return new Known(Set.of(ANNA), Set.of(), Set.of(), Set.of(), List.of(said));
    }

    private static PersonsVerdict said(TraceKind of, String value, Party as) {
        return new PersonsVerdict(of, value, as, "seen", "jonas", Instant.parse("2026-03-02T09:00:00Z"));
    }

    /** One row of somebody in a browser. */
    private void browsed(String id, String time, String operation, String user, String address, String program) {
        made.add(id, time, operation, user, "\"ClientIP\":\"" + address + "\",\"UserAgent\":\"" + program + "\"");
    }

    @Test
    void an_address_where_somebody_is_on_several_days_is_his_and_so_is_its_session() {
        assertThat(judged(ANNAS, TraceKind.ADDRESS, HOME).party()).isEqualTo(Party.USER);
        assertThat(judged(ANNAS, TraceKind.SESSION, "desk-" + ANNA).party()).isEqualTo(Party.USER);
    }

    @Test
    void a_program_at_an_unfamiliar_address_is_the_attackers_with_its_reasons() {
        made.bind("a1", "2026-03-01T22:00:00", AuditRowsMade.attacker(), "<one@x>");

        Judged away = judged(ANNAS, TraceKind.ADDRESS, AWAY);
        assertThat(away.party()).isEqualTo(Party.ATTACKER);
        assertThat(away.clues()).extracting(Clue::text).anyMatch(text -> text.contains("axios"));
        assertThat(judged(ANNAS, TraceKind.SESSION, "stolen-1").party()).isEqualTo(Party.ATTACKER);
        assertThat(last(ANNAS))
                .extracting(RowVerdict::party, RowVerdict::by)
                .containsExactly(Party.ATTACKER, By.SESSION);
    }

    @Test
    void a_rule_made_on_a_journey_leaves_the_address_unknown() {
        made.add(
                "j1",
                "2026-03-01T10:00:00",
                "New-InboxRule",
                ANNA,
                "\"ClientIP\":\"192.0.2.77:1\",\"UserAgent\":\"Mozilla/5.0\"");

        assertThat(judged(ANNAS, TraceKind.ADDRESS, "192.0.2.77").party()).isEqualTo(Party.UNKNOWN);
        assertThat(last(ANNAS).party()).isEqualTo(Party.UNKNOWN);
    }

    @Test
    void his_session_makes_the_next_address_his_and_its_other_sessions_too() {
        made.bind("a1", "2026-03-01T22:00:00", AuditRowsMade.attacker(), "<one@x>");
        made.add(
                "a2",
                "2026-03-01T22:10:00",
                "Send",
                ANNA,
                "\"ClientIPAddress\":\"2001:DB8:0:0::7\",\"SessionId\":\"STOLEN-1\"");
        made.add(
                "a3",
                "2026-03-01T22:20:00",
                "Send",
                ANNA,
                "\"ClientIPAddress\":\"[2001:db8::7]:9\",\"SessionId\":\"third\"");

        assertThat(judged(ANNAS, TraceKind.ADDRESS, "2001:db8::7").party()).isEqualTo(Party.ATTACKER);
        assertThat(last(ANNAS).party()).isEqualTo(Party.ATTACKER);
    }

    @Test
    void a_session_that_was_opened_at_the_users_desk_and_stolen_later_stays_his_there() {
        made.add(
                "a1",
                "2026-03-01T22:10:00",
                "Send",
                ANNA,
                "\"ClientIPAddress\":\"203.0.113.9\",\"ClientInfoString\":\"axios\",\"SessionId\":\"desk-" + ANNA
                        + "\"");
        made.bind("u1", "2026-03-01T22:20:00", AuditRowsMade.user(), "<own@x>");

        assertThat(judged(ANNAS, TraceKind.SESSION, "desk-" + ANNA).party()).isEqualTo(Party.ATTACKER);
        assertThat(judged(ANNAS, TraceKind.ADDRESS, HOME).party()).isEqualTo(Party.USER);
        assertThat(last(ANNAS).party()).isEqualTo(Party.USER);
    }

    @Test
    void a_row_without_session_and_address_is_told_by_the_token_it_was_made_with() {
        made.add(
                "a1",
                "2026-03-01T22:10:00",
                "Send",
                ANNA,
                "\"ClientIPAddress\":\"203.0.113.9\",\"ClientInfoString\":\"axios\",\"AppAccessContext\":{\"UniqueTokenId\":\"Uti-1\"}");
        made.add(
                "a2",
                "2026-03-01T22:11:00",
                "FileAccessed",
                ANNA,
                "\"AppAccessContext\":{\"UniqueTokenId\":\"uti-1\"}");

        assertThat(last(ANNAS)).extracting(RowVerdict::party, RowVerdict::by).containsExactly(Party.ATTACKER, By.TOKEN);
    }

    @Test
    void a_device_of_the_desk_is_the_users_elsewhere() {
        made.add(
                "d1",
                "2026-03-01T10:10:00",
                "UserLoggedIn",
                ANNA,
                "\"ActorIpAddress\":\"192.0.2.9\",\"DeviceProperties\":[{\"Name\":\"Id\",\"Value\":\"LAPTOP-" + ANNA
                        + "\"}]");

        assertThat(last(ANNAS)).extracting(RowVerdict::party, RowVerdict::by).containsExactly(Party.USER, By.DEVICE);
    }

    @Test
    void the_responder_is_told_by_his_name() {
        made.add(
                "o1",
                "2026-03-02T09:00:00",
                "Remove-InboxRule",
                "Admin@contoso.example",
                "\"ClientIP\":\"192.0.2.1:5\"");
        Known known = new Known(Set.of(ANNA), Set.of(), Set.of(), Set.of("admin@contoso.example"), List.of());

        assertThat(last(known).party()).isEqualTo(Party.OURS);
    }

    @Test
    void a_persons_word_stands_above_what_was_reckoned_and_the_later_above_the_earlier() {
        made.bind("a1", "2026-03-01T22:00:00", AuditRowsMade.attacker(), "<one@x>");
        PersonsVerdict attackers = said(TraceKind.ADDRESS, AWAY + ":99", Party.ATTACKER);
        PersonsVerdict users = said(TraceKind.ADDRESS, AWAY, Party.USER);

        Judged judged = judged(saying(attackers, users), TraceKind.ADDRESS, AWAY);
        assertThat(judged.party()).isEqualTo(Party.USER);
        assertThat(judged.said()).contains(users);
        assertThat(judged.clues()).extracting(Clue::text).anyMatch(text -> text.contains("axios"));
        assertThat(last(saying(attackers, users)).party()).isEqualTo(Party.USER);
        assertThat(last(saying(users, attackers)).party()).isEqualTo(Party.ATTACKER);
    }

    @Test
    void a_list_of_accounts_tried_from_one_address_makes_it_the_attackers() {
        for (int i = 0; i < 4; i++) {
            made.add(
                    "s" + i,
                    "2026-03-01T03:0" + i + ":00",
                    "UserLoginFailed",
                    "user" + i + "@contoso.example",
                    "\"ActorIpAddress\":\"192.0.2.66\",\"LogonError\":\"InvalidUserNameOrPassword\"");
        }

        assertThat(judged(ANNAS, TraceKind.ADDRESS, "192.0.2.66").party()).isEqualTo(Party.ATTACKER);
    }

    @Test
    void addresses_inside_tell_nothing_about_anybody() {
        made.add(
                "i1",
                "2026-03-01T22:00:00",
                "Send",
                ANNA,
                "\"ClientIPAddress\":\"::1\",\"ClientInfoString\":\"axios\"");
        made.add(
                "i2",
                "2026-03-01T22:00:00",
                "Send",
                ANNA,
                "\"ClientIPAddress\":\"10.1.2.3\",\"ClientInfoString\":\"axios\"");

        assertThat(Reconstruction.of(ANNAS, made.source()).judged())
                .noneMatch(one -> one.value().equals("::1") || one.value().startsWith("10."));
    }

    @Test
    void other_accounts_consents_devices_and_mailboxes_are_named_with_their_rows() {
        String who = AuditRowsMade.attacker();
        made.add("a1", "2026-03-01T22:00:00", "UserLoggedIn", BO, who);
        made.add("a2", "2026-03-01T22:01:00", "Consent to application.", ANNA, who + ",\"ObjectId\":\"PerfectData\"");
        made.add("a3", "2026-03-01T22:02:00", "Register device.", ANNA, who + ",\"ObjectId\":\"DESKTOP-1\"");
        made.add(
                "a4",
                "2026-03-01T22:03:00",
                "MailItemsAccessed",
                ANNA,
                who + ",\"MailboxOwnerUPN\":\"Board@contoso.example\"");

        assertThat(Reconstruction.of(ANNAS, made.source()).touched())
                .extracting(
                        Touched::kind,
                        Touched::name,
                        touched -> touched.shownBy().getFirst().row())
                .containsExactly(
                        tuple(Touched.Kind.ACCOUNT, BO, 5L),
                        tuple(Touched.Kind.MAILBOX, "board@contoso.example", 8L),
                        tuple(Touched.Kind.APPLICATION, "PerfectData", 6L),
                        tuple(Touched.Kind.DEVICE, "DESKTOP-1", 7L));
    }

    @Test
    void an_account_that_was_only_tried_is_not_told_as_one_he_got_into_whatever_the_row_says_of_itself() {
        String who = AuditRowsMade.attacker() + ",\"ResultStatus\":\"Succeeded\"";
        made.add("a1", "2026-03-01T22:00:00", "UserLoginFailed", BO, who);
        Known known = new Known(Set.of(ANNA), Set.of("203.0.113.9"), Set.of(), Set.of(), List.of());

        assertThat(Reconstruction.of(known, made.source()).touched())
                .extracting(Touched::name, Touched::succeeded)
                .containsExactly(tuple(BO, false));
    }

    @Test
    void an_application_whose_row_names_the_account_as_its_object_is_named_by_what_the_row_says_of_it() {
        made.add(
                "a1",
                "2026-03-01T22:01:00",
                "Consent to application.",
                ANNA,
                AuditRowsMade.attacker() + ",\"ObjectId\":\"" + ANNA
                        + "\",\"Parameters\":[{\"Name\":\"app\",\"Value\":\"displayname=Mail Helper;publishername=Unknown\"}]");
        made.add(
                "a2",
                "2026-03-01T22:02:00",
                "Add service principal.",
                ANNA,
                AuditRowsMade.attacker() + ",\"Target\":[{\"ID\":\"" + ANNA + "\"},{\"ID\":\"Backup Agent\"}]");

        assertThat(Reconstruction.of(ANNAS, made.source()).touched())
                .extracting(Touched::name)
                .containsExactly("Backup Agent", "Mail Helper");
    }

    @Test
    void who_merely_shares_an_office_with_the_user_is_not_named_even_when_a_person_calls_it_the_attackers() {
        made.habit(BO, HOME);
        made.add(
                "a1",
                "2026-03-01T22:10:00",
                "Send",
                ANNA,
                "\"ClientIPAddress\":\"" + HOME + "\",\"ClientInfoString\":\"axios\"");
        made.add(
                "b1",
                "2026-03-01T22:11:00",
                "Send",
                BO,
                "\"ClientIPAddress\":\"" + HOME + "\",\"MailboxOwnerUPN\":\"" + BO + "\"");
        PersonsVerdict said = said(TraceKind.ADDRESS, HOME, Party.ATTACKER);
        Known fromTheLog = new Known(Set.of(ANNA), Set.of(HOME), Set.of(), Set.of(), List.of());

        assertThat(Reconstruction.of(fromTheLog, made.source()).touched()).isEmpty();
        Reconstruction asSaid = Reconstruction.of(saying(said), made.source());
        assertThat(asSaid.touched()).noneMatch(touched -> touched.name().equals(BO));
        assertThat(asSaid.spared()).isEqualTo(1);
    }

    @Test
    void an_unfamiliar_neighbour_of_the_attackers_address_with_his_rare_program_is_his() {
        Known shown = new Known(Set.of(ANNA), Set.of("203.0.113.7"), Set.of(), Set.of(), List.of());
        browsed("a1", "2026-03-01T22:00:00", "Send", ANNA, "203.0.113.7", "Rare Browser 7.1");
        browsed("a2", "2026-03-01T22:30:00", "Send", ANNA, "203.0.113.8", "Rare Browser 7.2");

        Judged next = judged(shown, TraceKind.ADDRESS, "203.0.113.8");
        assertThat(next.party()).isEqualTo(Party.ATTACKER);
        assertThat(next.clues())
                .extracting(Clue::text)
                .anyMatch(text -> text.contains("203.0.113.0/24"))
                .anyMatch(text -> text.contains("rare browser"));
    }

    @Test
    void neither_the_network_nor_the_program_nor_both_name_somebody_of_whom_nothing_else_is_known() {
        Known shown = new Known(Set.of(ANNA), Set.of("203.0.113.7"), Set.of(), Set.of(), List.of());
        browsed("a1", "2026-03-01T22:00:00", "Send", ANNA, "203.0.113.7", "Rare Browser 7.1");
        browsed("b1", "2026-03-01T22:10:00", "Send", BO, "203.0.113.8", "Rare Browser 7.1");

        assertThat(judged(shown, TraceKind.ADDRESS, "203.0.113.8").party()).isEqualTo(Party.UNKNOWN);
        assertThat(Reconstruction.of(shown, made.source()).touched()).isEmpty();
    }

    @Test
    void a_colleague_on_a_journey_in_the_attackers_network_with_a_browser_that_others_use_is_not_named() {
        made.habit(BO, "198.51.100.77");
        browsed("h1", "2026-02-05T08:00:00", "Send", ANNA, HOME, "Common Browser 120.0");
        Known shown = new Known(Set.of(ANNA), Set.of("203.0.113.7"), Set.of(), Set.of(), List.of());
        browsed("a1", "2026-03-01T22:00:00", "Send", ANNA, "203.0.113.7", "Common Browser 121.0");
        browsed("b1", "2026-03-01T22:10:00", "New-InboxRule", BO, "192.0.2.5", "Common Browser 121.0");
        browsed("b2", "2026-03-01T22:20:00", "Send", BO, "203.0.113.8", "Common Browser 121.0");

        Reconstruction found = Reconstruction.of(shown, made.source());
        assertThat(found.touched()).noneMatch(touched -> touched.name().equals(BO));
        assertThat(judged(shown, TraceKind.ADDRESS, "203.0.113.8").party()).isEqualTo(Party.UNKNOWN);
    }

    @Test
    void a_network_in_which_somebody_was_before_the_attacker_tells_nothing() {
        for (int day = 1; day <= 4; day++) {
            made.add(
                    "script-" + day,
                    "2026-02-0" + day + "T03:00:00",
                    "MailItemsAccessed",
                    BO,
                    "\"ClientIPAddress\":\"203.0.113.200\",\"ClientInfoString\":\"python-requests/2.3\"");
        }
        made.bind("a1", "2026-03-01T22:00:00", AuditRowsMade.attacker(), "<one@x>");
        Known shown = new Known(Set.of(ANNA), Set.of(AWAY), Set.of(), Set.of(), List.of());

        assertThat(judged(shown, TraceKind.ADDRESS, "203.0.113.200").party()).isEqualTo(Party.UNKNOWN);
        assertThat(Reconstruction.of(shown, made.source()).touched()).isEmpty();
    }

    @Test
    void a_user_whose_address_changes_on_his_own_line_is_the_user_there_unless_a_program_speaks() {
        for (int day = 1; day <= 4; day++) {
            browsed(
                    "line-" + day,
                    "2026-02-0" + day + "T19:00:00",
                    "UserLoggedIn",
                    ANNA,
                    "2001:db8:1:2::" + day,
                    "B/1");
        }
        browsed("line-5", "2026-02-09T19:00:00", "Send", ANNA, "2001:db8:1:2:aaaa::5", "B/2");
        browsed("line-6", "2026-02-09T20:00:00", "Send", ANNA, "2001:db8:1:2:aaaa::6", "axios/1.7");

        assertThat(judged(ANNAS, TraceKind.ADDRESS, "2001:db8:1:2:aaaa::5").party())
                .isEqualTo(Party.USER);
        assertThat(judged(ANNAS, TraceKind.ADDRESS, "2001:db8:1:2:aaaa::6").party())
                .isEqualTo(Party.UNKNOWN);
    }

    @Test
    void the_range_of_a_users_address_makes_another_one_his_only_with_his_own_program() {
        for (int day = 1; day <= 4; day++) {
            browsed("desk-" + day, "2026-02-0" + day + "T19:00:00", "Send", ANNA, "192.0.2.10", "Own Browser 1");
        }
        browsed("n1", "2026-02-09T19:00:00", "Send", ANNA, "192.0.2.11", "Own Browser 2");
        browsed("n2", "2026-02-09T20:00:00", "Send", ANNA, "192.0.2.12", "Other Browser 2");

        assertThat(judged(ANNAS, TraceKind.ADDRESS, "192.0.2.11").party()).isEqualTo(Party.USER);
        assertThat(judged(ANNAS, TraceKind.ADDRESS, "192.0.2.12").party()).isEqualTo(Party.UNKNOWN);
    }

    @Test
    void a_persons_word_on_a_device_tells_more_than_one_on_an_address_and_less_than_one_on_a_session() {
        made.add(
                "d1",
                "2026-03-01T22:00:00",
                "UserLoggedIn",
                ANNA,
                "\"ActorIpAddress\":\"192.0.2.9\",\"DeviceProperties\":[{\"Name\":\"Id\",\"Value\":\"DESK-7\"},"
                        + "{\"Name\":\"SessionId\",\"Value\":\"S-7\"}]");
        PersonsVerdict address = said(TraceKind.ADDRESS, "192.0.2.9", Party.USER);
        PersonsVerdict device = said(TraceKind.DEVICE, "desk-7", Party.ATTACKER);
        PersonsVerdict session = said(TraceKind.SESSION, "s-7", Party.OURS);

        assertThat(last(saying(device, address)).party()).isEqualTo(Party.ATTACKER);
        assertThat(last(saying(session, device, address)).party()).isEqualTo(Party.OURS);
        assertThat(judged(saying(device), TraceKind.DEVICE, "desk-7").party()).isEqualTo(Party.ATTACKER);
    }

    @Test
    void the_device_of_a_stolen_token_is_not_the_attackers_for_that() {
        made.add(
                "a1",
                "2026-03-01T22:10:00",
                "Send",
                ANNA,
                "\"ClientIPAddress\":\"203.0.113.9\",\"ClientInfoString\":\"axios\",\"DeviceProperties\":[{\"Name\":\"Id\","
                        + "\"Value\":\"laptop-" + ANNA + "\"}]");

        assertThat(judged(ANNAS, TraceKind.DEVICE, "laptop-" + ANNA).party()).isEqualTo(Party.USER);
    }

    @Test
    void spellings_of_one_address_are_one_and_what_is_no_whole_address_of_the_world_outside_is_none() {
        assertThat(PersonsVerdict.plainly(TraceKind.ADDRESS, "[2001:DB8:0:0::7]:443"))
                .isEqualTo(PersonsVerdict.plainly(TraceKind.ADDRESS, "2001:db8::7"))
                .isEqualTo("2001:db8::7");
        assertThat(PersonsVerdict.plainly(TraceKind.ADDRESS, "::ffff:203.0.113.9"))
                .isEqualTo("203.0.113.9");
        for (String none :
                List.of("10.1.2.3", "::1", "1.2.3", "203.0.113.256", "somewhere", "a:b", "203.0.113.0/24", "")) {
            assertThat(PersonsVerdict.plainly(TraceKind.ADDRESS, none)).as(none).isEmpty();
        }
    }
}
