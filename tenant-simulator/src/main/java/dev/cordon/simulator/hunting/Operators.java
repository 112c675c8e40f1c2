package dev.cordon.simulator.hunting;

import dev.cordon.simulator.hunting.Lexer.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/** One operator of a pipeline, over what the ones before it gave. */
final class Operators {

    private final Kusto query;
    private final Relation input;

    Operators(Kusto query, Relation input) {
        this.query = query;
        this.input = input;
    }

    Relation next() {
        var operator = query.name();
        return switch (operator) {
            case "where", "filter" -> input.where(new Conditions(query).either(input));
            case "project" -> query.takeIf("-") ? away() : project();
            case "extend" -> extend();
            case "take", "limit" -> input.take(count());
            case "top" -> top();
            case "order", "sort" -> {
                query.expect("by");
                yield ordered();
            }
            case "distinct" -> distinct();
            case "count" ->
                new Relation(List.of(new Column("Count", Column.Type.NUMBER)), List.of(row((long)
                        input.rows().size())));
            case "summarize" -> summarize();
            case "join" -> join();
            default ->
                throw new QueryError("Syntax error: The operator '" + operator
                        + "' could not be parsed. Fix syntax errors in your query.");
        };
    }

    private static List<Object> row(Object... values) {
        var row = new ArrayList<Object>();
        for (var value : values) {
            row.add(value);
        }
        return row;
    }

    private int count() {
        var token = query.next();
        if (token.kind() != Kind.NUMBER || !token.text().matches("[0-9]{1,7}")) {
            throw new QueryError("Syntax error: A whole number was expected at '" + token.text() + "'.");
        }
        return Integer.parseInt(token.text());
    }

    private record Made(Column column, Conditions.Scalar value) {}

    /** Columns, some under a new name or made anew: {@code a, b = c}. */
    private List<Made> made() {
        var made = new ArrayList<Made>();
        do {
            var name = query.name();
            if (query.takeIf("=")) {
                var type = input.find(query.peek().text()).map(this::type).orElse(Column.Type.TEXT);
                made.add(new Made(new Column(name, type), new Conditions(query).scalar(input)));
            } else {
                var index = input.index("project", name);
                made.add(new Made(input.columns().get(index), row -> row.get(index)));
            }
        } while (query.takeIf(","));
        return made;
    }

    private Column.Type type(int index) {
        return input.columns().get(index).type();
    }

    private Relation project() {
        var made = made();
        return new Relation(
                made.stream().map(Made::column).toList(),
                input.rows().stream()
                        .map(row -> {
                            List<Object> values = new ArrayList<>();
                            made.forEach(each -> values.add(each.value().apply(row)));
                            return values;
                        })
                        .toList());
    }

    private Relation away() {
        if (!query.name().equals("away")) {
            throw query.unexpected();
        }
        var gone = new LinkedHashSet<String>();
        do {
            var name = query.name();
            input.index("project-away", name);
            gone.add(name);
        } while (query.takeIf(","));
        return pick(input.columns().stream()
                .map(Column::name)
                .filter(name -> !gone.contains(name))
                .toList());
    }

    private Relation pick(List<String> names) {
        var indices = names.stream().map(name -> input.index("project", name)).toList();
        return new Relation(
                indices.stream().map(input.columns()::get).toList(),
                input.rows().stream().map(row -> at(row, indices)).toList());
    }

    private static List<Object> at(List<Object> row, List<Integer> indices) {
        List<Object> values = new ArrayList<>();
        indices.forEach(index -> values.add(row.get(index)));
        return values;
    }

    private Relation extend() {
        var made = made();
        var columns = new ArrayList<>(input.columns());
        made.forEach(each -> columns.add(each.column()));
        return new Relation(
                columns,
                input.rows().stream()
                        .map(row -> {
                            List<Object> values = new ArrayList<>(row);
                            made.forEach(each -> values.add(each.value().apply(row)));
                            return values;
                        })
                        .toList());
    }

    private Relation top() {
        var count = count();
        query.expect("by");
        return ordered().take(count);
    }

    /** Downwards unless something else is said. */
    private Relation ordered() {
        Comparator<List<Object>> order = (_, _) -> 0;
        do {
            var index = input.index("order", query.name());
            Comparator<List<Object>> by = (one, other) -> Comparisons.ordered(one.get(index), other.get(index));
            var up = query.takeIf("asc");
            if (!up) {
                query.takeIf("desc");
            }
            order = order.thenComparing(up ? by : by.reversed());
        } while (query.takeIf(","));
        return new Relation(input.columns(), input.rows().stream().sorted(order).toList());
    }

    private Relation distinct() {
        var names = new ArrayList<String>();
        do {
            names.add(query.name());
        } while (query.takeIf(","));
        var picked = pick(names);
        return new Relation(picked.columns(), picked.rows().stream().distinct().toList());
    }

    private Relation summarize() {
        var name = "count_";
        var aggregation = query.name();
        if (query.takeIf("=")) {
            name = aggregation;
            aggregation = query.name();
        }
        if (!aggregation.equals("count")) {
            throw new QueryError("Unknown function: '" + aggregation + "'. Fix semantic errors in your query.");
        }
        query.expect("(");
        query.expect(")");
        query.expect("by");
        var names = new ArrayList<String>();
        do {
            names.add(query.name());
        } while (query.takeIf(","));
        var picked = pick(names);
        var counts = new LinkedHashMap<List<Object>, Long>();
        picked.rows().forEach(row -> counts.merge(row, 1L, Long::sum));
        var columns = new ArrayList<>(picked.columns());
        columns.add(new Column(name, Column.Type.NUMBER));
        var rows = new ArrayList<List<Object>>();
        counts.forEach((key, count) -> {
            var row = new ArrayList<Object>(key);
            row.add(count);
            rows.add(row);
        });
        return new Relation(columns, rows);
    }

    private Relation join() {
        var kind = "innerunique";
        if (query.takeIf("kind")) {
            query.expect("=");
            kind = query.name();
        }
        if (!kind.equals("inner") && !kind.equals("leftouter")) {
            throw new QueryError(
                    "The join kind '" + kind + "' is not supported here; use kind=inner or kind=leftouter.");
        }
        var bracketed = query.takeIf("(");
        var right = query.pipeline();
        if (bracketed) {
            query.expect(")");
        }
        query.expect("on");
        var names = new ArrayList<String>();
        do {
            names.add(query.name());
        } while (query.takeIf(","));
        return joined(right, names, kind.equals("leftouter"));
    }

    private Relation joined(Relation right, List<String> names, boolean outer) {
        var mine = names.stream().map(name -> input.index("join", name)).toList();
        var theirs = names.stream().map(name -> right.index("join", name)).toList();
        var byKey = new LinkedHashMap<List<Object>, List<List<Object>>>();
        right.rows()
                .forEach(row -> byKey.computeIfAbsent(at(row, theirs), _ -> new ArrayList<>())
                        .add(row));
        var columns = new ArrayList<>(input.columns());
        right.columns().forEach(column -> columns.add(renamed(column)));
        var rows = new ArrayList<List<Object>>();
        for (var row : input.rows()) {
            var partners = byKey.getOrDefault(at(row, mine), List.of());
            partners.forEach(partner -> rows.add(beside(row, partner)));
            if (outer && partners.isEmpty()) {
                rows.add(beside(row, nothing(right)));
            }
        }
        return new Relation(columns, rows);
    }

    /** A column of the second table whose name is taken gets a number behind it. */
    private Column renamed(Column column) {
        return input.find(column.name()).isPresent() ? new Column(column.name() + "1", column.type()) : column;
    }

    private static List<Object> beside(List<Object> left, List<Object> right) {
        var both = new ArrayList<Object>(left);
        both.addAll(right);
        return both;
    }

    private static List<Object> nothing(Relation of) {
        var nothing = new ArrayList<Object>();
        of.columns().forEach(_ -> nothing.add(Nothing.NONE));
        return nothing;
    }
}
