package dev.cordon.simulator.hunting;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Rows with named columns. A value is a String, an Instant, a Long, a Boolean or {@link Nothing}.
 */
record Relation(List<Column> columns, List<List<Object>> rows) {

    Optional<Integer> find(String name) {
        for (var at = 0; at < columns.size(); at++) {
            if (columns.get(at).name().equals(name)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    int index(String operator, String name) {
        return find(name)
                .orElseThrow(() -> new QueryError("'" + operator
                        + "' operator: Failed to resolve column or scalar expression named '" + name
                        + "'. Fix semantic errors in your query."));
    }

    Relation where(Predicate<List<Object>> condition) {
        return new Relation(columns, rows.stream().filter(condition).toList());
    }

    Relation take(int count) {
        return new Relation(columns, rows.stream().limit(count).toList());
    }
}
