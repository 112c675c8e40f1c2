package dev.cordon.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cordon.evidence.chain.Digest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every vault promises; one subclass for each. */
public abstract class EvidenceVaultContract {
    private static final Provenance FILE = new Provenance(
            "audit-log",
            "export.csv",
            "file export.csv, brought by anna",
            Optional.empty(),
            Acquisitions.ACQUIRED_AT,
            "text/csv");

    /** A vault without exhibits, and the log it writes to. */
    public record Fresh(EvidenceVault vault, CustodyLog custody) {}

    protected abstract Fresh fresh();

    /** Spoils the stored bytes of a sealed exhibit behind the vault's back. */
    protected abstract void damage(EvidenceVault vault, Exhibit exhibit);

    @Test
    void a_sealed_exhibit_says_where_it_came_from_and_what_it_hashes_to() {
        Fresh fresh = fresh();
        Acquisition acquisition = Acquisitions.inboxRules();

        Exhibit exhibit = fresh.vault().seal(Acquisitions.INCIDENT, acquisition);

        assertThat(exhibit.id()).isEqualTo(new ExhibitId("E-000001"));
        assertThat(exhibit.kind()).isEqualTo("inbox-rules");
        assertThat(exhibit.requestId()).contains("request-1");
        assertThat(exhibit.acquiredAt()).isEqualTo(Acquisitions.ACQUIRED_AT);
        assertThat(exhibit.size()).isEqualTo(acquisition.bytes().length);
        assertThat(exhibit.sha256()).isEqualTo(Digest.sha256(acquisition.bytes()));
        assertThat(exhibit.sha512()).isEqualTo(Digest.sha512(acquisition.bytes()));
        assertThat(fresh.vault().isSealed(exhibit.id())).isTrue();
        assertThat(fresh.vault().exhibits(Acquisitions.INCIDENT)).containsExactly(exhibit);
        assertThat(fresh.vault().find(exhibit.id())).contains(exhibit);
        assertThat(fresh.custody().entries(Acquisitions.INCIDENT))
                .extracting(CustodyEntry::event)
                .containsExactly(CustodyEvent.Acquired.of(acquisition));
    }

    @Test
    void opening_returns_the_bytes_and_leaves_a_trace() {
        Fresh fresh = fresh();
        Exhibit exhibit = fresh.vault().seal(Acquisitions.INCIDENT, Acquisitions.inboxRules());

        byte[] bytes = fresh.vault().open(exhibit.id(), "anna@contoso.example", "review");

        assertThat(bytes).isEqualTo(Acquisitions.inboxRules().bytes());
        assertThat(fresh.custody().entries(Acquisitions.INCIDENT).getLast().event())
                .isEqualTo(new CustodyEvent.Accessed(exhibit.id(), "anna@contoso.example", "review"));
    }

    @Test
    void the_same_bytes_sealed_twice_are_two_exhibits() {
        Fresh fresh = fresh();

        Exhibit first = fresh.vault().seal(Acquisitions.INCIDENT, Acquisitions.inboxRules());
        Exhibit second = fresh.vault().seal(Acquisitions.OTHER_INCIDENT, Acquisitions.inboxRules());

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(fresh.vault().exhibits(Acquisitions.OTHER_INCIDENT)).containsExactly(second);
    }

    @Test
    void empty_bytes_can_be_sealed() {
        Fresh fresh = fresh();

        Exhibit exhibit = fresh.vault().seal(Acquisitions.INCIDENT, Acquisitions.of("empty", ""));

        assertThat(fresh.vault().isSealed(exhibit.id())).isTrue();
        assertThat(fresh.vault().open(exhibit.id(), "cordon", "test")).isEmpty();
    }

    @Test
    void an_unknown_number_is_not_sealed() {
        Fresh fresh = fresh();
        fresh.custody().append(Acquisitions.INCIDENT, new CustodyEvent.Verified("cordon", true, 0, 0));

        assertThat(fresh.vault().isSealed(ExhibitId.of(1))).isFalse();
        assertThat(fresh.vault().isSealed(ExhibitId.of(99))).isFalse();
        assertThat(fresh.vault().find(ExhibitId.of(99))).isEmpty();
        assertThatThrownBy(() -> fresh.vault().open(ExhibitId.of(99), "cordon", "test"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("E-000099");
    }

    @Test
    void damaged_bytes_are_never_handed_out() {
        Fresh fresh = fresh();
        Exhibit exhibit = fresh.vault().seal(Acquisitions.INCIDENT, Acquisitions.inboxRules());
        damage(fresh.vault(), exhibit);

        assertThatThrownBy(() -> fresh.vault().open(exhibit.id(), "cordon", "test"))
                .isInstanceOf(EvidenceDamagedException.class)
                .hasMessageContaining(exhibit.id().value());
        assertThatThrownBy(() -> fresh.vault().copy(exhibit.id(), OutputStream.nullOutputStream()))
                .isInstanceOf(EvidenceDamagedException.class)
                .hasMessageContaining(exhibit.id().value());
        assertThat(fresh.custody().entries(Acquisitions.INCIDENT)).hasSize(1);
    }

    @Test
    void a_copy_is_what_was_sealed_and_leaves_the_trace_to_whoever_hands_it_out() {
        Fresh fresh = fresh();
        Exhibit exhibit = fresh.vault().seal(Acquisitions.INCIDENT, Acquisitions.inboxRules());
        ByteArrayOutputStream copy = new ByteArrayOutputStream();

        fresh.vault().copy(exhibit.id(), copy);

        assertThat(copy.toByteArray()).isEqualTo(Acquisitions.inboxRules().bytes());
        assertThat(fresh.custody().entries(Acquisitions.INCIDENT)).hasSize(1);
    }

    @Test
    void what_is_received_is_no_exhibit_until_it_is_sealed_and_then_the_same_as_any_other() throws IOException {
        Fresh fresh = fresh();
        byte[] bytes = new byte[300_000];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) (at * 31);
        }

        Exhibit exhibit;
        try (Intake intake = fresh.vault().receive(new ByteArrayInputStream(bytes))) {
            assertThat(intake.fixity()).isEqualTo(Fixity.of(bytes));
            assertThat(fresh.custody().entries(Acquisitions.INCIDENT)).isEmpty();
            try (InputStream first = intake.open();
                    InputStream second = intake.open()) {
                assertThat(first).hasBinaryContent(bytes);
                assertThat(second).hasBinaryContent(bytes);
            }
            exhibit = intake.seal(Acquisitions.INCIDENT, FILE);
            assertThatThrownBy(() -> intake.seal(Acquisitions.INCIDENT, FILE))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(fresh.vault().exhibits(Acquisitions.INCIDENT)).containsExactly(exhibit);
        assertThat(exhibit.source()).isEqualTo(FILE.source());
        assertThat(exhibit.mediaType()).isEqualTo(FILE.mediaType());
        assertThat(exhibit.sha512()).isEqualTo(Digest.sha512(bytes));
        assertThat(fresh.vault().isSealed(exhibit.id())).isTrue();
        assertThat(fresh.vault().open(exhibit.id(), "cordon", "test")).isEqualTo(bytes);
    }

    @Test
    void what_is_received_and_given_up_leaves_nothing() throws IOException {
        Fresh fresh = fresh();

        try (Intake intake = fresh.vault().receive(new ByteArrayInputStream(new byte[] {1, 2}))) {
            assertThat(intake.fixity().size()).isEqualTo(2);
        }

        assertThat(fresh.vault().exhibits(Acquisitions.INCIDENT)).isEmpty();
        assertThat(fresh.custody().head().sequence()).isZero();
        assertThat(leftBehind(fresh.vault())).isEmpty();
    }

    @Test
    void the_same_bytes_received_twice_are_two_exhibits() throws IOException {
        Fresh fresh = fresh();
        Exhibit first = fresh.vault().seal(Acquisitions.INCIDENT, Acquisitions.inboxRules());

        try (Intake intake = fresh.vault()
                .receive(new ByteArrayInputStream(Acquisitions.inboxRules().bytes()))) {
            Exhibit second = intake.seal(Acquisitions.OTHER_INCIDENT, FILE);

            assertThat(second.id()).isNotEqualTo(first.id());
            assertThat(second.sha256()).isEqualTo(first.sha256());
            assertThat(fresh.vault().open(second.id(), "cordon", "test"))
                    .isEqualTo(Acquisitions.inboxRules().bytes());
        }
        assertThat(leftBehind(fresh.vault())).isEmpty();
    }

    @Test
    void an_expired_exhibit_leaves_a_tombstone_and_no_bytes() {
        Fresh fresh = fresh();
        Exhibit first = fresh.vault().seal(Acquisitions.INCIDENT, Acquisitions.inboxRules());
        Exhibit second = fresh.vault().seal(Acquisitions.INCIDENT, Acquisitions.of("devices", "[]"));

        List<Tombstone> made = fresh.vault().expire(Acquisitions.INCIDENT, "kept P3Y", "admin");

        assertThat(made).extracting(Tombstone::exhibit).containsExactly(first.id(), second.id());
        assertThat(made)
                .extracting(Tombstone::sha256, Tombstone::rule, Tombstone::by)
                .contains(tuple(first.sha256(), "kept P3Y", "admin"));
        assertThat(fresh.vault().tombstones(Acquisitions.INCIDENT).values()).containsExactlyElementsOf(made);
        assertThat(fresh.custody().entries(Acquisitions.INCIDENT).getLast().event())
                .isEqualTo(new CustodyEvent.Deleted(second.id(), second.sha256(), "kept P3Y", "admin"));
        assertThat(fresh.vault().isSealed(first.id())).isFalse();
        assertThat(fresh.vault().exhibits(Acquisitions.INCIDENT)).containsExactly(first, second);
        assertThatThrownBy(() -> fresh.vault().open(first.id(), "cordon", "test"))
                .isInstanceOf(EvidenceDeletedException.class)
                .hasMessageContaining(first.id().value())
                .hasMessageContaining("kept P3Y");
        assertThatThrownBy(() -> fresh.vault().copy(first.id(), OutputStream.nullOutputStream()))
                .isInstanceOf(EvidenceDeletedException.class);
        assertThat(fresh.vault().expire(Acquisitions.INCIDENT, "again", "admin"))
                .isEmpty();
    }

    @Test
    void nothing_is_deleted_while_a_legal_hold_stands() {
        Fresh fresh = fresh();
        Exhibit exhibit = fresh.vault().seal(Acquisitions.INCIDENT, Acquisitions.inboxRules());
        fresh.custody().append(Acquisitions.INCIDENT, new CustodyEvent.Held("counsel", "admin", "a claim"));

        assertThatThrownBy(() -> fresh.vault().expire(Acquisitions.INCIDENT, "kept P3Y", "admin"))
                .isInstanceOf(EvidenceHeldException.class)
                .hasMessageContaining("counsel")
                .hasMessageContaining("a claim");
        assertThat(fresh.vault().tombstones(Acquisitions.INCIDENT)).isEmpty();
        assertThat(fresh.vault().open(exhibit.id(), "cordon", "test"))
                .isEqualTo(Acquisitions.inboxRules().bytes());

        fresh.custody().append(Acquisitions.INCIDENT, new CustodyEvent.Released("counsel", "admin", "settled"));
        assertThat(fresh.vault().expire(Acquisitions.INCIDENT, "kept P3Y", "admin"))
                .hasSize(1);
    }

    @Test
    void bytes_that_another_incident_shares_stay_until_it_is_expired_too() {
        Fresh fresh = fresh();
        Exhibit ours = fresh.vault().seal(Acquisitions.INCIDENT, Acquisitions.inboxRules());
        Exhibit theirs = fresh.vault().seal(Acquisitions.OTHER_INCIDENT, Acquisitions.inboxRules());

        fresh.vault().expire(Acquisitions.INCIDENT, "kept P3Y", "admin");

        assertThat(fresh.vault().isSealed(ours.id())).isFalse();
        assertThat(fresh.vault().open(theirs.id(), "cordon", "test"))
                .isEqualTo(Acquisitions.inboxRules().bytes());

        fresh.vault().expire(Acquisitions.OTHER_INCIDENT, "kept P3Y", "admin");
        assertThat(fresh.vault().isSealed(theirs.id())).isFalse();
    }

    @Test
    void the_same_bytes_can_be_sealed_again_after_they_were_expired() throws IOException {
        Fresh fresh = fresh();
        fresh.vault().seal(Acquisitions.INCIDENT, Acquisitions.inboxRules());
        fresh.vault().expire(Acquisitions.INCIDENT, "kept P3Y", "admin");

        Exhibit again = fresh.vault().seal(Acquisitions.INCIDENT, Acquisitions.inboxRules());

        assertThat(fresh.vault().open(again.id(), "cordon", "test"))
                .isEqualTo(Acquisitions.inboxRules().bytes());
        fresh.vault().expire(Acquisitions.INCIDENT, "kept P3Y", "admin");
        try (Intake intake = fresh.vault()
                .receive(new ByteArrayInputStream(Acquisitions.inboxRules().bytes()))) {
            Exhibit received = intake.seal(Acquisitions.OTHER_INCIDENT, FILE);
            assertThat(fresh.vault().isSealed(received.id())).isTrue();
        }
    }

    @Test
    void a_source_that_breaks_off_leaves_nothing() {
        Fresh fresh = fresh();
        InputStream breaking = new SequenceInputStream(new ByteArrayInputStream(new byte[1000]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the stick was pulled out");
            }

            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                return read();
            }
        });

        assertThatThrownBy(() -> fresh.vault().receive(breaking))
                .isInstanceOf(IOException.class)
                .hasMessage("the stick was pulled out");

        assertThat(fresh.custody().head().sequence()).isZero();
        assertThat(leftBehind(fresh.vault())).isEmpty();
    }

    /** Names of files that were received and lie there still; none where a vault keeps none. */
    protected List<String> leftBehind(EvidenceVault vault) {
        return List.of();
    }
}
