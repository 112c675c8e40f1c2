package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.verification.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps a store on a server from being changed is compared with what it was made to do, and not only by its name. */
class ServerGuardsTest {
    @TempDir
    private Path folder;

    private String address = "";

    @BeforeEach
    void store() throws IOException {
        address = TestingServer.fresh();
        Files.writeString(folder.resolve(StoreLocation.FILE), address);
    }

    @Test
    void a_fresh_schema_has_just_what_the_list_says() throws SQLException {
        try (Connection connection = TestingServer.connect(address)) {
            assertThat(lines(ServerGuards.found(connection))).isEqualTo(lines(ServerGuards.made()));
            assertThat(ServerGuards.broken(connection)).isEmpty();
            assertThat(ServerGuards.strangers(connection)).isEmpty();
        }
        assertThat(faults()).isEmpty();
    }

    private static String lines(java.util.Map<String, String> guards) {
        return guards.entrySet().stream()
                .map(guard -> guard.getKey() + "\t" + guard.getValue() + "\n")
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trigger journal_is_never_changed of journal | DROP TRIGGER journal_is_never_changed ON journal; CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal FOR EACH ROW WHEN (false) EXECUTE FUNCTION is_append_only('journal')
            trigger custody_is_never_deleted of custody | ALTER TABLE custody DISABLE TRIGGER custody_is_never_deleted
            trigger heads_only_move_forward of heads    | ALTER TABLE heads ENABLE REPLICA TRIGGER heads_only_move_forward
            function is_append_only                     | CREATE OR REPLACE FUNCTION is_append_only() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'
            constraint journal_pkey of journal          | ALTER TABLE journal DROP CONSTRAINT journal_pkey
            constraint custody_hash_key of custody      | ALTER TABLE custody DROP CONSTRAINT custody_hash_key
            constraint heads_chain_check of heads       | ALTER TABLE heads DROP CONSTRAINT heads_chain_check; ALTER TABLE heads ADD CONSTRAINT heads_chain_check CHECK (chain <> '')
            constraint the_name_is_the_hash of vault    | ALTER TABLE vault DROP CONSTRAINT the_name_is_the_hash; ALTER TABLE vault ADD CONSTRAINT the_name_is_the_hash CHECK (sha256 = encode(sha256(bytes), 'hex')) NOT VALID
            constraint vault_pieces_sha256_fkey of vault_pieces | ALTER TABLE vault_pieces DISABLE TRIGGER ALL
            index log_records_incident_log_record_id_key of log_records | ALTER TABLE log_records DROP CONSTRAINT log_records_incident_log_record_id_key; CREATE INDEX log_records_incident_log_record_id_key ON log_records (incident, log, record_id)
            column journal.facts                        | ALTER TABLE journal ALTER COLUMN facts DROP NOT NULL
            table custody                               | ALTER TABLE custody SET UNLOGGED
            table journal                               | ALTER TABLE journal ENABLE ROW LEVEL SECURITY
            table journal                               | CREATE TABLE more_of_it () INHERITS (journal)
            row of version 5 in flyway_schema_history   | DELETE FROM flyway_schema_history WHERE version = '5'
            """)
    void what_was_taken_away_weakened_or_switched_off_is_found_and_named(String guard, String tampering) {
        TestingServer.execute(address, tampering);

        assertThat(faults())
                .extracting(Fault::expected)
                .anyMatch(expected -> (expected + ":").startsWith("the guard " + guard + ":"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the policy hides of journal           | CREATE POLICY hides ON journal USING (false)
            the rule forgets of custody           | CREATE RULE forgets AS ON INSERT TO custody DO INSTEAD NOTHING
            the index runs of journal             | CREATE INDEX runs ON journal (lower(facts))
            the constraint refuses of log_records | ALTER TABLE log_records ADD CONSTRAINT refuses CHECK (actor <> 'eve')
            the column journal.more               | ALTER TABLE journal ADD COLUMN more TEXT
            the trigger changes of tenants        | CREATE TRIGGER changes BEFORE INSERT ON tenants FOR EACH ROW EXECUTE FUNCTION is_append_only('tenants')
            """)
    void what_was_put_into_our_tables_is_found_and_named(String stranger, String tampering) {
        TestingServer.execute(address, tampering);

        assertThat(faults()).extracting(Fault::actual).contains(stranger);
    }

    @Test
    void a_plain_index_of_an_administrator_is_nobodys_business() {
        TestingServer.execute(address, "CREATE INDEX quicker ON log_records (actor)");

        assertThat(faults()).isEmpty();
    }

    @Test
    void guards_that_are_off_for_an_account_or_a_whole_database_are_found_and_named() {
        String account = "replica_" + TestingServer.schema(address);
        TestingServer.execute(
                address,
                "CREATE ROLE " + account,
                "ALTER ROLE " + account + " SET session_replication_role = replica",
                "ALTER ROLE " + account + " IN DATABASE postgres SET session_replication_role = 'replica'");
        try {
            assertThat(faults())
                    .extracting(Fault::actual)
                    .containsExactlyInAnyOrder(
                            "session_replication_role = replica of the account " + account,
                            "session_replication_role = replica of the account " + account
                                    + " and the database postgres");
        } finally {
            TestingServer.execute(address, "DROP ROLE " + account);
        }
    }

    private List<Fault> faults() {
        try (Store store = Store.open(Placed.ON_SERVER.location(folder), OpenStores.WALL_TIME)) {
            return store.verifier().verify().faults();
        }
    }
}
