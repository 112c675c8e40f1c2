package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The unified audit log by Exchange's search: at once, in sets of at most 50 000 rows in no order, so that what does not fit into one is
 * divided in time until it does. Rows arrive an hour or more late. Permission: Exchange role View-Only Audit Logs.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchange/search-unifiedauditlog">Search-UnifiedAuditLog</a>
 */
public interface AuditLogSearch extends LogSource<AuditLogSearch.Position> {
    /**
     * A stretch of time.
     *
     * @param from its first moment
     * @param until its last moment, after {@code from}
     */
    record Window(Instant from, Instant until) {
        public Window {
            requireNonNull(from, "from is null");
            requireNonNull(until, "until is null");
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("Nothing lies between " + from + " and " + until);
            }
        }

        /** Whether it can be divided: the search counts in seconds. */
        public boolean isDivisible() {
            return Duration.between(from, until).toSeconds() >= 2;
        }

        /** Two windows that have all its moments, parted at a full second; both have that second's first moment. */
        public List<Window> halves() {
            if (!isDivisible()) {
                throw new IllegalStateException("A window of a second cannot be divided: " + this);
            }
            Instant middle =
                    from.plus(Duration.between(from, until).dividedBy(2)).truncatedTo(ChronoUnit.SECONDS);
            Instant parting = middle.isAfter(from) ? middle : middle.plusSeconds(1);
            return List.of(new Window(from, parting), new Window(parting, until));
        }
    }

    /**
     * Where a search goes on.
     *
     * @param question what is searched for
     * @param left what was not read to its end yet, in the order in which it will be: the first is read from its beginning
     * @param missing sentences about what was read and is known to lack rows
     */
    record Position(AuditQuestion question, List<Window> left, List<String> missing) {
        public Position {
            requireNonNull(question, "question is null");
            left = List.copyOf(left);
            missing = List.copyOf(missing);
            for (Window window : left) {
                if (window.from().isBefore(question.from()) || window.until().isAfter(question.until())) {
                    throw new IllegalArgumentException("The question does not reach to " + window);
                }
            }
        }

        /** The beginning. */
        public static Position start(AuditQuestion question) {
            return new Position(question, List.of(new Window(question.from(), question.until())), List.of());
        }

        /** Behind the first window. */
        public Position behind() {
            return new Position(question, left.subList(1, left.size()), missing);
        }

        /** Behind the first window, which lacks rows. */
        public Position behind(String lack) {
            return new Position(
                    question,
                    left.subList(1, left.size()),
                    Stream.concat(missing.stream(), Stream.of(lack)).toList());
        }

        /** The same with the first window in two halves. */
        public Position divided() {
            List<Window> more = new ArrayList<>(left.getFirst().halves());
            more.addAll(left.subList(1, left.size()));
            return new Position(question, more, missing);
        }

        /** How it ends when nothing is left. */
        public CollectionEnd end() {
            return missing.isEmpty()
                    ? new CollectionEnd.Complete()
                    : new CollectionEnd.CutOff(String.join(" ", missing));
        }
    }
}
