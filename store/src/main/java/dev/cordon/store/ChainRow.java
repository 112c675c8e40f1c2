package dev.cordon.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of a chain as it is stored, whether or not it is still what was written.
 *
 * @param sequence its number
 * @param values its columns between the number and the hashes
 * @param previous the previous hash, of whatever shape
 * @param hash its hash, of whatever shape
 */
record ChainRow(long sequence, List<String> values, String previous, String hash) {
    ChainRow {
        values = List.copyOf(values);
    }

    static List<ChainRow> readAll(PreparedStatement statement, int width) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<ChainRow> read = new ArrayList<>();
            while (rows.next()) {
                read.add(read(rows, width));
            }
            return read;
        }
    }

    static ChainRow read(ResultSet rows, int width) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int column = 2; column < width + 2; column++) {
            values.add(rows.getString(column));
        }
        return new ChainRow(rows.getLong(1), values, rows.getString(width + 2), rows.getString(width + 3));
    }

    /** Everything that goes into the hash besides the previous one. */
    List<String> hashed() {
        List<String> hashed = new ArrayList<>();
        hashed.add(Long.toString(sequence));
        hashed.addAll(values);
        return hashed;
    }
}
