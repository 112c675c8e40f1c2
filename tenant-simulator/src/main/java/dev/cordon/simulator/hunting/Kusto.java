package dev.cordon.simulator.hunting;

import dev.cordon.simulator.hunting.Lexer.Kind;
import dev.cordon.simulator.hunting.Lexer.Token;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs a query: {@code let} with one value or list, a table, and the operators {@code where}, {@code project},
 * {@code project-away}, {@code extend}, {@code take}, {@code limit}, {@code top}, {@code order by}, {@code sort by},
 * {@code distinct}, {@code count}, {@code summarize count() by} and {@code join kind=inner|leftouter (…) on} columns.
 * Whatever else stands in it is refused.
 *
 * @see <a href="https://learn.microsoft.com/defender-xdr/advanced-hunting-query-language">the query language</a>
 */
final class Kusto {

    private final List<Token> tokens;
    private final Map<String, List<Object>> lets = new HashMap<>();
    private final Function<String, Optional<Relation>> tables;
    private final Instant now;
    private int at;

    private Kusto(String query, Function<String, Optional<Relation>> tables, Instant now) {
        this.tokens = Lexer.tokens(query);
        this.tables = tables;
        this.now = now;
    }

    /**
     * Runs it.
     *
     * @param tables the tables there are, by name
     * @throws QueryError when it is not understood
     */
    static Relation run(String query, Function<String, Optional<Relation>> tables, Instant now) {
        var kusto = new Kusto(query, tables, now);
        while (kusto.is("let")) {
            kusto.let();
        }
        var result = kusto.pipeline();
        kusto.takeIf(";");
        if (kusto.peek().kind() != Kind.END) {
            throw kusto.unexpected();
        }
        return result;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token next() {
        return tokens.get(Math.min(at++, tokens.size() - 1));
    }

    boolean is(String text) {
        return peek().kind() != Kind.TEXT && peek().text().equals(text);
    }

    boolean takeIf(String text) {
        var there = is(text);
        if (there) {
            at++;
        }
        return there;
    }

    void expect(String text) {
        if (!takeIf(text)) {
            throw unexpected();
        }
    }

    QueryError unexpected() {
        var what = peek().kind() == Kind.END ? "the end of the query" : "'" + peek().text() + "'";
        return new QueryError(
                "Syntax error: Query could not be parsed at " + what + ". Fix syntax errors in your query.");
    }

    String name() {
        if (peek().kind() != Kind.NAME) {
            throw unexpected();
        }
        return next().text();
    }

    Instant now() {
        return now;
    }

    Optional<List<Object>> let(String name) {
        return Optional.ofNullable(lets.get(name));
    }

    private void let() {
        expect("let");
        var name = name();
        expect("=");
        lets.put(name, new Conditions(this).list());
        expect(";");
    }

    Relation pipeline() {
        var table = name();
        var relation = tables.apply(table)
                .orElseThrow(() -> new QueryError("'" + table
                        + "' operator: Failed to resolve table or column expression named '" + table
                        + "'. Fix semantic errors in your query."));
        while (takeIf("|")) {
            relation = new Operators(this, relation).next();
        }
        return relation;
    }
}
