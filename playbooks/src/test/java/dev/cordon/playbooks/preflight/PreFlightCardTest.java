package dev.cordon.playbooks.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Bytes;
import dev.cordon.tenant.Caller;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Mailbox;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.RoleHoldings;
import dev.cordon.tenant.UserAccount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreFlightCardTest {
    private static final Beforehand NOTHING = new Beforehand(Set.of(), Optional.empty());
    private static final Caller APPLICATION = new Caller(Caller.Kind.APPLICATION, "app", "app", Set.of(), Set.of());
    private static final Caller ADMINISTRATOR =
            new Caller(Caller.Kind.ADMINISTRATOR, "admin", "admin@contoso.example", Set.of(), Set.of());

    @Test
    void recognises_every_circumstance_that_needs_its_own_branch() {
        assertThat(circumstances(user(true, false, true), APPLICATION, false, box("UserMailbox")))
                .containsExactly(Circumstance.GUEST);
        assertThat(circumstances(user(false, true, false), APPLICATION, true, box("SharedMailbox")))
                .containsExactlyInAnyOrder(
                        Circumstance.SYNCHRONISED,
                        Circumstance.ALREADY_BLOCKED,
                        Circumstance.FEDERATED,
                        Circumstance.SHARED_MAILBOX);
        assertThat(circumstances(user(false, false, true), APPLICATION, false, box("RoomMailbox")))
                .containsExactly(Circumstance.RESOURCE_MAILBOX);
        assertThat(circumstances(user(false, false, true), APPLICATION, false, Optional.empty()))
                .containsExactly(Circumstance.NO_MAILBOX);
    }

    @Test
    void recognises_the_operator_himself() {
        Caller himself = new Caller(Caller.Kind.ADMINISTRATOR, "ID-1", "anna@contoso.example", Set.of(), Set.of());
        assertThat(circumstances(user(false, false, true), himself, false, box("UserMailbox")))
                .containsExactly(Circumstance.OPERATOR_HIMSELF);
    }

    @Test
    void recognises_the_operator_by_the_connection_document_where_the_application_acts() {
        for (String operator : List.of("ANNA@contoso.example", "ID-1")) {
            assertThat(circumstances(APPLICATION, new Beforehand(Set.of(), Optional.of(operator))))
                    .containsExactly(Circumstance.OPERATOR_HIMSELF);
        }
        assertThat(circumstances(APPLICATION, new Beforehand(Set.of(), Optional.of("bo@contoso.example"))))
                .isEmpty();
    }

    @Test
    void another_administrator_who_signs_in_may_act_on_the_operator_of_the_connection_document() {
        assertThat(circumstances(ADMINISTRATOR, new Beforehand(Set.of(), Optional.of("anna@contoso.example"))))
                .isEmpty();
    }

    @Test
    void recognises_a_break_glass_account_by_its_object_id_or_as_the_connection_document_names_it() {
        for (String listed : List.of("ID-1", "ANNA@contoso.example")) {
            assertThat(circumstances(APPLICATION, new Beforehand(Set.of(listed), Optional.empty())))
                    .containsExactly(Circumstance.BREAK_GLASS);
        }
        assertThat(circumstances(APPLICATION, new Beforehand(Set.of("anna"), Optional.empty())))
                .isEmpty();
    }

    private static Set<Circumstance> circumstances(Caller caller, Beforehand beforehand) {
        return PreFlightCard.circumstances(
                user(false, false, true),
                caller,
                beforehand,
                read(new RoleHoldings(List.of(), List.of())),
                read(false),
                read(box("UserMailbox")));
    }

    @Test
    void says_who_resets_the_password_where_we_cannot() {
        assertThat(card(user(true, false, true), APPLICATION, false).noResetBecause())
                .get()
                .asString()
                .contains("home tenant");
        assertThat(card(user(false, false, true), APPLICATION, true).noResetBecause())
                .get()
                .asString()
                .contains("identity provider");
        assertThat(card(user(false, true, true), APPLICATION, false).noResetBecause())
                .get()
                .asString()
                .contains("twice");
        assertThat(card(user(false, true, true), ADMINISTRATOR, false).noResetBecause())
                .isEmpty();
        assertThat(card(user(false, false, true), APPLICATION, false).noResetBecause())
                .isEmpty();
    }

    private static Set<Circumstance> circumstances(
            UserAccount user, Caller caller, boolean federated, Optional<Mailbox> mailbox) {
        return PreFlightCard.circumstances(
                user, caller, NOTHING, read(new RoleHoldings(List.of(), List.of())), read(federated), read(mailbox));
    }

    private static PreFlightCard card(UserAccount user, Caller caller, boolean federated) {
        Attempt<RoleHoldings> roles = read(new RoleHoldings(List.of(), List.of()));
        Set<Circumstance> circumstances =
                PreFlightCard.circumstances(user, caller, NOTHING, roles, read(federated), read(box("UserMailbox")));
        return new PreFlightCard(
                user,
                caller,
                unread(),
                roles,
                read(federated),
                read(box("UserMailbox")),
                unread(),
                unread(),
                circumstances,
                Optional.empty());
    }

    private static Optional<Mailbox> box(String type) {
        return Optional.of(new Mailbox(
                "m",
                type,
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    private static UserAccount user(boolean guest, boolean synchronised, boolean enabled) {
        return new UserAccount(
                "id-1",
                "anna@contoso.example",
                "Anna",
                Optional.empty(),
                List.of(),
                enabled,
                guest,
                synchronised,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                false);
    }

    private static <T> Attempt<T> read(T value) {
        return new Attempt.Read<>(Reading.of(
                value,
                new Answer(
                        "GET /",
                        200,
                        Optional.empty(),
                        Instant.EPOCH,
                        "text/plain",
                        Bytes.copyOf(new byte[0]),
                        false)));
    }

    private static <T> Attempt<T> unread() {
        return new Attempt.Unread<>(
                new Failure(Failure.Reason.UNREACHABLE, "Read", 0, "", "", "", "Not reachable.", "Try again."));
    }
}
