package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.evidence.Acquisitions;
import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.Exhibit;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpiredEvidenceOnServerTest extends ExpiredEvidenceTest {
    @TempDir
    private Path apart;

    @Override
    Placed placed() {
        return Placed.ON_SERVER;
    }

    @Test
    void the_table_itself_lets_nothing_go_that_has_no_tombstone() throws Exception {
        try (Store store = Store.open(placed().location(apart), OpenStores.WALL_TIME)) {
            Exhibit ours = store.vault().seal(Acquisitions.INCIDENT, Acquisitions.inboxRules());
            Exhibit theirs = store.vault().seal(Acquisitions.OTHER_INCIDENT, Acquisitions.inboxRules());

            refused(ours);
            store.custody()
                    .append(Acquisitions.INCIDENT, new CustodyEvent.Deleted(ours.id(), ours.sha256(), "rule", "x"));
            refused(ours);
            store.custody()
                    .append(
                            Acquisitions.OTHER_INCIDENT,
                            new CustodyEvent.Deleted(theirs.id(), theirs.sha256(), "rule", "x"));
            assertThat(deleted(ours)).isEqualTo(1);
        }
    }

    private void refused(Exhibit exhibit) {
        assertThatThrownBy(() -> deleted(exhibit)).hasMessageContaining("append-only");
    }

    private int deleted(Exhibit exhibit) throws SQLException {
        try (Dialect dialect = placed().dialect(apart);
                Connection connection = dialect.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate("DELETE FROM vault WHERE sha256 = '" + exhibit.sha256() + "'");
        }
    }
}
