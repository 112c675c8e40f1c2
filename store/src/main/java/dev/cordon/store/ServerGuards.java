package dev.cordon.store;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything on a server that keeps our tables what they are (triggers and the functions behind them, constraints, unique indexes, columns),
 * each with what it does, against what our migrations make. Reads only what every account may read. Stateless.
 */
final class ServerGuards {
    /** What our migrations make: a line for each, its name and what it does with a tabulator between them. A test holds it against a fresh schema. */
    private static final String MADE = "/guards/postgresql";

    /** A plain index that is not unique keeps nothing and changes nothing, so it is nobody's business. */
    private static final String IS = """
            WITH ours AS (SELECT c.oid, c.relname, c.relkind, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity
                FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relname = ANY (?)
                    AND c.relkind IN ('r', 'p', 'v', 'm', 'f')),
            guards AS (SELECT t.oid, t.tgname, t.tgfoid, t.tgenabled, o.relname
                FROM pg_trigger t JOIN ours o ON o.oid = t.tgrelid WHERE NOT t.tgisinternal)
            SELECT 'table ' || relname AS name, concat_ws(', ',
                CASE relkind WHEN 'r' THEN 'a table' ELSE 'no table' END,
                CASE relpersistence WHEN 'p' THEN 'kept' ELSE 'lost in a crash' END,
                CASE WHEN relrowsecurity OR relforcerowsecurity THEN 'hides rows' END,
                CASE WHEN EXISTS (SELECT 1 FROM pg_inherits i WHERE i.inhparent = o.oid OR i.inhrelid = o.oid)
                    THEN 'together with another table' END) AS does FROM ours o
            UNION ALL SELECT 'column ' || o.relname || '.' || a.attname, concat_ws(' ', format_type(a.atttypid, a.atttypmod),
                CASE WHEN a.attnotnull THEN 'not null' END, 'identity ' || nullif(a.attidentity::text, ''),
                'generated ' || nullif(a.attgenerated::text, ''), 'default ' || pg_get_expr(d.adbin, d.adrelid))
                FROM pg_attribute a JOIN ours o ON o.oid = a.attrelid
                LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                WHERE a.attnum > 0 AND NOT a.attisdropped
            UNION ALL SELECT 'trigger ' || tgname || ' of ' || relname, pg_get_triggerdef(oid)
                || CASE WHEN tgenabled IN ('O', 'A') THEN '' ELSE ', switched off' END FROM guards
            UNION ALL SELECT 'function ' || p.proname, concat_ws(' ', l.lanname, CASE WHEN p.prosecdef THEN 'security definer' END,
                array_to_string(p.proconfig, ' '), encode(sha256(convert_to(replace(p.prosrc, chr(13), ''), 'UTF8')), 'hex'))
                FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang WHERE p.oid IN (SELECT tgfoid FROM guards)
            UNION ALL SELECT 'constraint ' || k.conname || ' of ' || o.relname, pg_get_constraintdef(k.oid)
                || CASE WHEN EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgconstraint = k.oid AND t.tgenabled NOT IN ('O', 'A'))
                    THEN ', switched off' ELSE '' END
                FROM pg_constraint k JOIN ours o ON o.oid = k.conrelid WHERE k.contype IN ('c', 'f', 'p', 'u', 'x')
            UNION ALL SELECT 'index ' || x.relname || ' of ' || o.relname, pg_get_indexdef(i.indexrelid)
                || CASE WHEN i.indisvalid AND i.indisready AND i.indislive THEN '' ELSE ', not in use' END
                FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN ours o ON o.oid = i.indrelid
                WHERE i.indisunique OR i.indisexclusion OR i.indexprs IS NOT NULL OR i.indpred IS NOT NULL
            UNION ALL SELECT 'rule ' || r.rulename || ' of ' || o.relname, pg_get_ruledef(r.oid)
                FROM pg_rewrite r JOIN ours o ON o.oid = r.ev_class
            UNION ALL SELECT 'policy ' || p.polname || ' of ' || o.relname, coalesce(pg_get_expr(p.polqual, p.polrelid), '')
                FROM pg_policy p JOIN ours o ON o.oid = p.polrelid
            ORDER BY name
            """;

    private static final String SWITCHED_OFF = """
            SELECT concat_ws(' of ', 'session_replication_role = replica', nullif(concat_ws(' and ',
                'the account ' || r.rolname, 'the database ' || d.datname), '')) AS setting
            FROM pg_db_role_setting s LEFT JOIN pg_roles r ON r.oid = s.setrole LEFT JOIN pg_database d ON d.oid = s.setdatabase
            WHERE (s.setdatabase = 0 OR d.datname = current_database())
                AND EXISTS (SELECT 1 FROM unnest(s.setconfig) c WHERE lower(c) LIKE 'session\\_replication\\_role=%replica%')
            UNION ALL SELECT 'session_replication_role = replica of this connection'
            WHERE current_setting('session_replication_role') = 'replica'
            ORDER BY setting
            """;

    private ServerGuards() {}

    /** What our migrations have made and is not there any more, or does something else now. */
    static List<BrokenGuard> broken(Connection connection) throws SQLException {
        Map<String, String> is = found(connection);
        List<BrokenGuard> broken = new ArrayList<>();
        made().forEach((name, does) -> {
            String found = is.get(name);
            if (found == null) {
                broken.add(BrokenGuard.missing(name));
            } else if (!found.equals(does)) {
                broken.add(BrokenGuard.changed(name, does, found));
            }
        });
        switchedOff(connection).forEach(setting -> broken.add(BrokenGuard.switchedOff(setting)));
        missingMigrations(connection).forEach(broken::add);
        return broken;
    }

    /** What acts in our tables, or stands in the place of one, and was not made by our migrations. What others have beside them is theirs. */
    static List<String> strangers(Connection connection) throws SQLException {
        Map<String, String> made = made();
        return found(connection).keySet().stream()
                .filter(name -> !made.containsKey(name))
                .map(name -> "the " + name)
                .toList();
    }

    /** What is there, by name: what each does, without the name of the schema, which is everybody's own. */
    static SortedMap<String, String> found(Connection connection) throws SQLException {
        SortedMap<String, String> found = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(IS)) {
            Object[] tables = Stream.concat(Dialect.TABLES.stream(), Stream.of("vault", "vault_pieces", "heads"))
                    .toArray();
            statement.setArray(1, connection.createArrayOf("name", tables));
            String schema = schema(connection);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String does =
                            rows.getString("does").replace(schema + ".", "").replaceAll("\\s+", " ");
                    found.merge(rows.getString("name"), does, (one, other) -> one + "; " + other);
                }
            }
        }
        return found;
    }

    private static String schema(Connection connection) throws SQLException {
        return text(connection, "SELECT quote_ident(current_schema())").getFirst();
    }

    private static List<String> switchedOff(Connection connection) throws SQLException {
        return text(connection, SWITCHED_OFF);
    }

    /** Each version of the schema leaves a row in Flyway's table. */
    private static List<BrokenGuard> missingMigrations(Connection connection) throws SQLException {
        List<String> done =
                text(connection, "SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL");
        List<BrokenGuard> missing = new ArrayList<>();
        for (int version = 1; version <= Migrations.OURS.current(); version++) {
            if (!done.contains(Integer.toString(version))) {
                missing.add(BrokenGuard.missing("row of version " + version + " in flyway_schema_history"));
            }
        }
        return missing;
    }

    private static List<String> text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> text = new ArrayList<>();
            while (rows.next()) {
                text.add(Optional.ofNullable(rows.getString(1)).orElse(""));
            }
            return text;
        }
    }

    /** What our migrations make, by name. */
    static Map<String, String> made() {
        try (InputStream made = ServerGuards.class.getResourceAsStream(MADE)) {
            Map<String, String> guards = new LinkedHashMap<>();
            new String(requireNonNull(made).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", 2))
                    .forEach(parts -> guards.put(parts[0], parts[1]));
            return guards;
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of this program cannot be read", e);
        }
    }
}
