package dev.cordon.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
            values.add(text(rows, column));
        }
        return new ChainRow(rows.getLong(1), values, text(rows, width + 2), text(rows, width + 3));
    }

    /** What no entry has is only where somebody put it: then the hash tells. */
    private static String text(ResultSet rows, int column) throws SQLException {
        return Optional.ofNullable(rows.getString(column)).orElse("");
    }

    /** Everything that goes into the hash besides the previous one. */
    List<String> hashed() {
        List<String> hashed = new ArrayList<>();
        hashed.add(Long.toString(sequence));
        hashed.addAll(values);
        return hashed;
    }
}
