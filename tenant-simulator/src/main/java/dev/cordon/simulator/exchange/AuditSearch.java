package dev.cordon.simulator.exchange;

import dev.cordon.simulator.exchange.UnifiedAuditLog.Row;
import dev.cordon.simulator.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a search of the unified audit log asks for; an empty list asks for nothing in particular. Texts compare without
 * regard to case.
 *
 * @param from the first moment
 * @param to the moment after the last
 * @param types numbers of record types
 * @param ips what the address begins with
 * @param text what stands anywhere in a row; empty for nothing
 */
public record AuditSearch(
        Instant from,
        Instant to,
        Set<Integer> types,
        List<String> operations,
        List<String> users,
        List<String> objects,
        List<String> ips,
        String text) {

    /** Copies the lists. */
    public AuditSearch {
        types = Set.copyOf(types);
        operations = List.copyOf(operations);
        users = List.copyOf(users);
        objects = List.copyOf(objects);
        ips = List.copyOf(ips);
        text = text.toLowerCase(Locale.ROOT);
    }

    /** Whether it narrows nothing but the time. */
    public boolean isUnfiltered() {
        return types.isEmpty()
                && operations.isEmpty()
                && users.isEmpty()
                && objects.isEmpty()
                && ips.isEmpty()
                && text.isEmpty();
    }

    /** What it finds of what could be read at that time, newest first. */
    public List<Row> in(UnifiedAuditLog log, Instant asOf) {
        return log.rows(from, to, asOf).stream().filter(this::finds).toList();
    }

    private boolean finds(Row row) {
        return (types.isEmpty() || types.contains(row.type()))
                && isAmong(operations, row.operation())
                && isAmong(users, row.user())
                && isAmong(objects, row.objectId())
                && (ips.isEmpty() || ips.stream().anyMatch(row.ip()::startsWith))
                && (text.isEmpty()
                        || Json.write(row.data()).toLowerCase(Locale.ROOT).contains(text));
    }

    private static boolean isAmong(List<String> wanted, String value) {
        return wanted.isEmpty() || wanted.stream().anyMatch(value::equalsIgnoreCase);
    }
}
