package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Expectation;
import dev.cordon.microsoft365.wire.Repeat;
import dev.cordon.microsoft365.wire.Response;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Completeness.Incomplete;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.TenantException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a cmdlet's output to its end by sending the same content again to each next link. Links live half an hour on one server: when one
 * has expired, the reading starts over, once. One reading, one thread.
 *
 * @param <T> what a row means
 */
final class OutputPages<T> {
    private static final int MOST_PAGES = 500;
    private static final String EXPIRED = "invalid pagination request";

    private final ExchangeClient exchange;
    private final String attempted;
    private final String mailbox;
    private final Cmdlet cmdlet;
    private final Function<JsonItem, T> row;
    private boolean restarted;

    OutputPages(ExchangeClient exchange, String attempted, String mailbox, Cmdlet cmdlet, Function<JsonItem, T> row) {
        this.exchange = exchange;
        this.attempted = attempted;
        this.mailbox = mailbox;
        this.cmdlet = cmdlet;
        this.row = row;
    }

    Reading<List<T>> read() {
        List<T> rows = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        Set<URI> seen = new HashSet<>();
        Optional<URI> next = Optional.of(exchange.address());
        Completeness completeness = Completeness.complete();
        while (next.isPresent()) {
            seen.add(next.get());
            Sent<Page<T>> page;
            try {
                page = page(next.get());
            } catch (TenantException e) {
                if (answers.isEmpty()) {
                    throw e;
                }
                if (!restarted
                        && cmdlet.repeat() == Repeat.READ
                        && e.failure()
                                .message()
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains(EXPIRED)) {
                    restarted = true;
                    return read();
                }
                completeness = new Incomplete(attempted + ": page " + (answers.size() + 1) + " could not be read ("
                        + e.failure().reason().inWords() + ").");
                break;
            }
            rows.addAll(page.value().rows());
            answers.add(page.answer());
            completeness = completeness.and(told(page.value().output()));
            next = page.value().output().next().map(OutputPages::address);
            Optional<String> stop = next.flatMap(address -> reasonToStop(address, seen, answers.size()));
            if (stop.isPresent()) {
                completeness = completeness.and(new Incomplete(attempted + ": " + stop.get()));
                break;
            }
        }
        return new Reading<>(List.copyOf(rows), completeness, answers.getLast().date(), answers);
    }

    private record Page<T>(Output output, List<T> rows) {}

    private Sent<Page<T>> page(URI address) {
        return exchange.wire()
                .send(
                        exchange.call(attempted, mailbox, cmdlet, address),
                        exchange.lane(),
                        new ExchangeDialect(false),
                        Expectation.success(this::page));
    }

    private Page<T> page(Response response) {
        Output output = Output.of(response);
        return new Page<>(output, output.rows().stream().map(row).toList());
    }

    /** Errors beside a success, and warnings that results were cut off, mean that rows are missing. */
    private Completeness told(Output output) {
        if (!output.errors().isEmpty()) {
            return new Incomplete(attempted + ": " + String.join(" ", output.errors()));
        }
        return output.warnings().stream()
                .filter(OutputPages::tellsOfMore)
                .findFirst()
                .<Completeness>map(warning -> new Incomplete(attempted + ": " + warning))
                .orElse(Completeness.complete());
    }

    private static boolean tellsOfMore(String warning) {
        return warning.contains("more results") || warning.contains("Results are truncated");
    }

    private static URI address(String link) {
        try {
            return URI.create(link);
        } catch (IllegalArgumentException e) {
            return URI.create("unreadable:link");
        }
    }

    private Optional<String> reasonToStop(URI next, Set<URI> seen, int pages) {
        URI root = exchange.root();
        boolean ours = "https".equals(next.getScheme())
                && next.getUserInfo() == null
                && root.getRawAuthority().equalsIgnoreCase(next.getRawAuthority());
        if (!ours) {
            return Optional.of("the link to page " + (pages + 1) + " leads to another host and was not followed.");
        }
        if (seen.contains(next)) {
            return Optional.of("the link to page " + (pages + 1) + " leads back to a page already read.");
        }
        return pages >= MOST_PAGES ? Optional.of("more than " + MOST_PAGES + " pages.") : Optional.empty();
    }
}
