package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.reconstruction.OurApplication;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.CaseEntry.SignedInAs;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.JournalEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.tenant.Caller;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnIdentityTest {
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    private static Caller caller(Caller.Kind kind, String objectId, String name) {
        return new Caller(kind, objectId, name, Set.of(), Set.of());
    }

    private static Recorded recorded(long sequence, Instant at, JournalEntry entry) {
        Digest digest = Digest.sha256(("" + sequence).getBytes(StandardCharsets.UTF_8));
        return new Recorded(sequence, new IncidentId("INC-20260302-K7QF"), at, at, Actor.CORDON, entry, digest, digest);
    }

    @Test
    void an_application_is_named_by_both_ids_and_nothing_is_missing() {
        SignedInAs as = OwnIdentity.of(caller(Caller.Kind.APPLICATION, "object", "client"), "contoso");

        assertThat(as).isEqualTo(new SignedInAs(SignedInAs.Kind.APPLICATION, "contoso", "client", "object"));
        assertThat(OwnIdentity.gap(as)).isEmpty();
    }

    @Test
    void what_the_token_does_not_tell_is_said_and_not_guessed() {
        assertThat(OwnIdentity.gap(OwnIdentity.of(caller(Caller.Kind.APPLICATION, "", "client"), "contoso")))
                .hasValueSatisfying(gap -> assertThat(gap).contains("object id of the service principal"));
        SignedInAs unread = OwnIdentity.of(caller(Caller.Kind.ADMINISTRATOR, "", ""), "contoso");
        assertThat(unread.kind()).isEqualTo(SignedInAs.Kind.UNKNOWN);
        assertThat(OwnIdentity.gap(unread)).isPresent();
    }

    @Test
    void the_journal_tells_which_applications_were_ours_and_when_we_were_at_work() {
        OurApplication ours = OwnIdentity.application(List.of(
                recorded(1, AT, new EngineEntry.StepStarted(new StepId("revoke-sessions"))),
                recorded(
                        2,
                        AT.plusSeconds(60),
                        new SignedInAs(SignedInAs.Kind.ADMINISTRATOR, "contoso", "admin@contoso.example", "person")),
                recorded(
                        3,
                        AT.plusSeconds(90),
                        new SignedInAs(SignedInAs.Kind.APPLICATION, "contoso", "Client", "object")),
                recorded(4, AT.plusSeconds(9000), new CaseEntry.NoteAdded("she was on holiday"))));

        assertThat(ours.clientIds()).containsExactly("client");
        assertThat(ours.objectIds()).containsExactly("object");
        assertThat(ours.atWork()).containsExactly(AT, AT.plusSeconds(60), AT.plusSeconds(90));
        assertThat(OwnIdentity.application(List.of()).isKnown()).isFalse();
    }
}
