package dev.cordon.store;

import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainReader;
import dev.cordon.evidence.chain.ChainRecord;
import dev.cordon.incident.Word;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Both chains in the database, row by row. */
final class SqlChainReader implements ChainReader {
    private final Database database;

    SqlChainReader(Database database) {
        this.database = database;
    }

    @Override
    public void readAll(Consumer<ChainRecord> each) {
        database.readApart("Reading journal and custody log", connection -> {
            for (Chain chain : Chain.values()) {
                read(connection, chain, each);
            }
            return true;
        });
    }

    private static void read(Connection connection, Chain chain, Consumer<ChainRecord> each) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT " + ChainTable.columns(chain) + " FROM " + Word.of(chain) + " ORDER BY sequence");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ChainRow row = ChainRow.read(rows, chain.columns().size());
                each.accept(new ChainRecord(chain, row.sequence(), row.values(), row.previous(), row.hash()));
            }
        }
    }
}
