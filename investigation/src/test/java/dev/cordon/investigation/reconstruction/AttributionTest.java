package dev.cordon.investigation.reconstruction;

import static dev.cordon.investigation.reconstruction.AuditRowsMade.ANNA;
import static dev.cordon.investigation.reconstruction.AuditRowsMade.AWAY;
import static dev.cordon.investigation.reconstruction.AuditRowsMade.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.cordon.investigation.reconstruction.RowVerdict.By;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttributionTest {
    private static final String BO = "bo.lund@contoso.example";
    private static final Known ANNAS = new Known(Set.of(ANNA), Set.of(), Set.of(), Set.of(), List.of());

    private final AuditRowsMade made = new AuditRowsMade().habit(ANNA, HOME);

    private Judged judged(Known known, Subject of, String value) {
        return Reconstruction.of(known, made.source()).judged().stream()
                .filter(one -> one.of() == of && one.value().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private RowVerdict last(Known known) {
        return Attribution.of(known, made.source().once()).of(made.rows().getLast());
    }

    private static Known saying(PersonsVerdict... said) {
        return new Known(Set.of(ANNA), Set.of(), Set.of(), Set.of(), List.of(said));
    }

    @Test
    void an_address_where_somebody_is_on_several_days_is_his_and_so_is_its_session() {
        assertThat(judged(ANNAS, Subject.ADDRESS, HOME).party()).isEqualTo(Party.USER);
        assertThat(judged(ANNAS, Subject.SESSION, "desk-" + ANNA).party()).isEqualTo(Party.USER);
    }

    @Test
    void a_program_at_an_unfamiliar_address_is_the_attackers_with_its_reasons() {
        made.bind("a1", "2026-03-01T22:00:00", AuditRowsMade.attacker(), "<one@x>");

        Judged away = judged(ANNAS, Subject.ADDRESS, AWAY);
        assertThat(away.party()).isEqualTo(Party.ATTACKER);
        assertThat(away.clues()).extracting(Clue::text).anyMatch(text -> text.contains("axios"));
        assertThat(judged(ANNAS, Subject.SESSION, "stolen-1").party()).isEqualTo(Party.ATTACKER);
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

        assertThat(judged(ANNAS, Subject.ADDRESS, "192.0.2.77").party()).isEqualTo(Party.UNKNOWN);
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

        assertThat(judged(ANNAS, Subject.ADDRESS, "2001:db8::7").party()).isEqualTo(Party.ATTACKER);
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

        assertThat(judged(ANNAS, Subject.SESSION, "desk-" + ANNA).party()).isEqualTo(Party.ATTACKER);
        assertThat(judged(ANNAS, Subject.ADDRESS, HOME).party()).isEqualTo(Party.USER);
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
        var attackers = new PersonsVerdict(Subject.ADDRESS, AWAY + ":99", Party.ATTACKER, "seen");
        var users = new PersonsVerdict(Subject.ADDRESS, AWAY, Party.USER, "her hotel");

        Judged judged = judged(saying(attackers, users), Subject.ADDRESS, AWAY);
        assertThat(judged.party()).isEqualTo(Party.USER);
        assertThat(judged.byPerson()).isTrue();
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

        assertThat(judged(ANNAS, Subject.ADDRESS, "192.0.2.66").party()).isEqualTo(Party.ATTACKER);
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
        var said = new PersonsVerdict(Subject.ADDRESS, HOME, Party.ATTACKER, "he came through the VPN");
        Known fromTheLog = new Known(Set.of(ANNA), Set.of(HOME), Set.of(), Set.of(), List.of());

        assertThat(Reconstruction.of(fromTheLog, made.source()).touched()).isEmpty();
        Reconstruction asSaid = Reconstruction.of(saying(said), made.source());
        assertThat(asSaid.touched()).noneMatch(touched -> touched.name().equals(BO));
        assertThat(asSaid.spared()).isEqualTo(1);
    }
}
