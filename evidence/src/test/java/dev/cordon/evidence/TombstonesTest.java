package dev.cordon.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.chain.Digest;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class TombstonesTest {
    private final InMemoryCustodyLog log = new InMemoryCustodyLog(InstantSource.fixed(Acquisitions.ACQUIRED_AT));
    private final CustodyEvent.Acquired acquired = CustodyEvent.Acquired.of(Acquisitions.inboxRules());

    @Test
    void one_that_names_its_exhibit_by_its_digest_is_lawful() {
        log.append(Acquisitions.INCIDENT, acquired);
        log.append(Acquisitions.INCIDENT, new CustodyEvent.Held("counsel", "admin", "a claim"));
        log.append(Acquisitions.INCIDENT, new CustodyEvent.Released("counsel", "admin", "settled"));
        log.append(Acquisitions.INCIDENT, deleted(acquired.sha256()));

        assertThat(judged()).isTrue();
    }

    @Test
    void one_with_another_digest_is_not() {
        log.append(Acquisitions.INCIDENT, acquired);
        log.append(Acquisitions.INCIDENT, deleted(Digest.sha256(new byte[] {7})));

        assertThat(judged()).isFalse();
    }

    @Test
    void one_in_another_incident_is_not() {
        log.append(Acquisitions.INCIDENT, acquired);
        log.append(Acquisitions.OTHER_INCIDENT, deleted(acquired.sha256()));

        assertThat(judged()).isFalse();
    }

    @Test
    void one_made_while_a_hold_stood_is_not() {
        log.append(Acquisitions.INCIDENT, acquired);
        log.append(Acquisitions.INCIDENT, new CustodyEvent.Held("counsel", "admin", "a claim"));
        log.append(Acquisitions.INCIDENT, deleted(acquired.sha256()));
        log.append(Acquisitions.INCIDENT, new CustodyEvent.Released("counsel", "admin", "settled"));

        assertThat(judged()).isFalse();
    }

    @Test
    void one_before_its_exhibit_is_not() {
        log.append(Acquisitions.INCIDENT, new CustodyEvent.Deleted(ExhibitId.of(2), acquired.sha256(), "rule", "x"));
        log.append(Acquisitions.INCIDENT, acquired);

        assertThat(judged()).isFalse();
    }

    private static CustodyEvent deleted(Digest sha256) {
        return new CustodyEvent.Deleted(ExhibitId.of(1), sha256, "closed, kept P3Y", "admin");
    }

    /** Whether the tombstone is lawful; it is objected to where it is not. */
    private boolean judged() {
        Tombstones tombstones = new Tombstones();
        boolean objected = false;
        for (long sequence = 1; sequence <= log.head().sequence(); sequence++) {
            objected |= log.find(sequence).flatMap(tombstones::take).isPresent();
        }
        boolean found = tombstones.find(ExhibitId.of(1)).isPresent()
                || tombstones.find(ExhibitId.of(2)).isPresent();
        assertThat(found).isNotEqualTo(objected);
        return found;
    }
}
