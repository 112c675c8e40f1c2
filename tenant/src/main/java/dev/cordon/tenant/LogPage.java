package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A piece of a log.
 *
 * @param rows its rows in the order in which they came; a log may give a row again, in this page or in a later one
 * @param answers every answer they were read from; a page may have answers and no rows
 * @param next where a collection goes on when all up to this page has been kept: nothing that was not handed over yet is left out from there
 * @param <P> a place in the log
 */
public record LogPage<P>(List<LogRow> rows, List<Answer> answers, P next) {
    public LogPage {
        rows = List.copyOf(rows);
        answers = List.copyOf(answers);
        requireNonNull(next, "next is null");
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("A page without an answer proves nothing");
        }
    }
}
