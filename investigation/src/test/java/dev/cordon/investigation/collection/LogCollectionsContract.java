package dev.cordon.investigation.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.evidence.Acquisition;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.collection.LogCollections.Answered;
import dev.cordon.investigation.collection.LogCollections.Beginning;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.investigation.collection.LogCollections.Counts;
import dev.cordon.investigation.collection.LogCollections.Page;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.LogRecords;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What everybody promises who keeps collections; one subclass for each. */
public abstract class LogCollectionsContract {
    protected static final IncidentId INCIDENT = new IncidentId("INC-20260302-K7QF");
    protected static final CollectionSource SOURCE =
            new CollectionSource(CollectedLog.AUDIT_LOG_SEARCH, "anna.berg@contoso.example");
    private static final IncidentId OTHER = new IncidentId("INC-20260302-ABCD");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    protected static final CollectionProgress FIRST =
            CollectionProgress.first(Places.FROM, Places.UNTIL, NOW, Places.search());

    /** What was kept, with its rows and the number of exhibits of an incident. */
    protected interface Kept {
        LogCollections collections();

        LogRecords records();

        int exhibits(IncidentId incident);
    }

    /** Without anything. */
    protected abstract Kept fresh();

    protected static LogRecord row(String id, long number) {
        return new LogRecord(
                LogRecord.Log.AUDIT_LOG,
                id,
                NOW.plusSeconds(id.hashCode() & 0xff),
                LogRecord.ZoneRule.BY_SCHEMA,
                "MailItemsAccessed",
                "anna.berg@contoso.example",
                "203.0.113.9",
                "",
                "'; DROP TABLE collections; --",
                LogRecord.Outcome.NOT_SAID,
                "",
                "Exchange",
                "",
                number);
    }

    /** A page with rows of these ids, in one answer that holds them. */
    protected static Page page(String... ids) {
        String answer = Stream.of(ids)
                .map(id -> "{\"CreationTime\": \"2026-03-02T09:00:00\", \"Id\": \"" + id
                        + "\", \"Operation\": \"MailItemsAccessed\", \"UserId\": \"anna.berg@contoso.example\"}")
                .collect(Collectors.joining(", ", "[", "]"));
        List<LogRecord> rows = ExhibitRows.ofAnswer(SOURCE.log(), answer.getBytes(StandardCharsets.UTF_8));
        return new Page(List.of(answered(answer, rows)), List.of(ids), 0);
    }

    protected static Answered answered(String text, List<LogRecord> rows) {
        return new Answered(
                new Acquisition(
                        "collected-audit-log-search",
                        "anna.berg@contoso.example",
                        "Search-UnifiedAuditLog",
                        Optional.of("request"),
                        NOW,
                        "application/json",
                        text.getBytes(StandardCharsets.UTF_8)),
                rows);
    }

    protected static CollectionProgress at(CollectionProgress progress, int place) {
        return progress.at(Places.all().get(place));
    }

    private static List<String> rows(Kept kept) {
        List<String> rows = new ArrayList<>();
        kept.records().visit(INCIDENT, each -> rows.add(each.record().id()));
        return rows;
    }

    @Test
    void rows_exhibits_and_place_are_kept_together_and_both_counts_told() {
        Kept kept = fresh();
        Collected begun = kept.collections().begin(INCIDENT, SOURCE, FIRST);

        Collected one = kept.collections().keep(INCIDENT, begun, page("a", "b", "b"), at(FIRST, 5));
        Collected two = kept.collections().keep(INCIDENT, one, page("b", "c"), at(FIRST, 6));

        assertThat(two.counts()).isEqualTo(new Counts(5, 3, 0));
        assertThat(kept.collections().find(INCIDENT, SOURCE)).contains(two);
        assertThat(kept.collections().all(INCIDENT).readable()).containsExactly(two);
        assertThat(rows(kept)).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(kept.exhibits(INCIDENT)).isEqualTo(2);
        assertThat(kept.collections().all(OTHER).readable()).isEmpty();
        assertThat(kept.collections().brought(INCIDENT))
                .containsExactly(new LogCollections.Brought(SOURCE.toString(), 0, true));
        assertThat(kept.collections().brought(OTHER)).isEmpty();
    }

    @Test
    void a_row_that_another_source_brought_is_different_here_too_and_kept_once() {
        Kept kept = fresh();
        CollectionSource queries = new CollectionSource(CollectedLog.AUDIT_LOG_QUERIES, SOURCE.of());
        kept.collections().keep(INCIDENT, kept.collections().begin(INCIDENT, SOURCE, FIRST), page("a", "b"), FIRST);

        Collected other = kept.collections()
                .keep(INCIDENT, kept.collections().begin(INCIDENT, queries, FIRST), page("b", "c"), FIRST);

        assertThat(other.counts()).isEqualTo(new Counts(2, 2, 0));
        assertThat(rows(kept)).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(kept.collections().all(INCIDENT).readable())
                .extracting(Collected::source)
                .containsExactly(SOURCE, queries);
    }

    @Test
    void rows_that_tell_something_else_than_those_that_stand_are_counted_and_the_first_stand() {
        Kept kept = fresh();
        var first = new Page(List.of(answered("one", List.of(row("a", 1), row("b", 2)))), List.of("a", "b"), 0);
        Collected one = kept.collections()
                .keep(INCIDENT, kept.collections().begin(INCIDENT, SOURCE, FIRST), first, at(FIRST, 5));
        var pages =
                List.of(answered("other", List.of(row("a", 1), row("c", 2))), answered("and", List.of(otherwise("b"))));

        Collected two =
                kept.collections().keep(INCIDENT, one, new Page(pages, List.of("a", "c", "b"), 0), at(FIRST, 6));

        assertThat(two.counts()).isEqualTo(new Counts(5, 3, 0, 1));
        assertThat(kept.collections().find(INCIDENT, SOURCE))
                .map(Collected::counts)
                .contains(new Counts(5, 3, 0));
        List<LogRecord> standing = new ArrayList<>();
        kept.records().visit(INCIDENT, each -> standing.add(each.record()));
        assertThat(standing).contains(row("b", 2)).hasSize(3);
    }

    /** The same row with another user agent. */
    private static LogRecord otherwise(String id) {
        LogRecord row = row(id, 1);
        return new LogRecord(
                row.log(),
                row.id(),
                row.at(),
                row.zoneRule(),
                row.operation(),
                row.actor(),
                row.address(),
                row.session(),
                "axios/1.7",
                row.outcome(),
                row.result(),
                row.workload(),
                row.object(),
                row.row());
    }

    @Test
    void ids_of_any_length_and_any_characters_are_told_apart() {
        Kept kept = fresh();
        String longOne = "x".repeat(5_000);
        List<String> ids =
                List.of(longOne, longOne + "y", "null\u0000", "half\ud800", "half\ud801", "e\u0301", "\u00e9", longOne);

        Collected collected = kept.collections()
                .keep(
                        INCIDENT,
                        kept.collections().begin(INCIDENT, SOURCE, FIRST),
                        new Page(List.of(answered("[]", List.of())), ids, ids.size()),
                        FIRST);

        assertThat(collected.counts()).isEqualTo(new Counts(8, 7, 8));
    }

    @Test
    void a_page_of_several_answers_is_an_exhibit_for_each_and_one_of_none_has_its_answer_sealed() {
        Kept kept = fresh();
        Page page = new Page(
                List.of(answered("1", List.of(row("a", 1))), answered("2", List.of(row("b", 1)))),
                List.of("a", "b"),
                0);
        Collected one =
                kept.collections().keep(INCIDENT, kept.collections().begin(INCIDENT, SOURCE, FIRST), page, FIRST);

        Collected two =
                kept.collections().keep(INCIDENT, one, new Page(List.of(answered("", List.of())), List.of(), 0), FIRST);

        assertThat(kept.exhibits(INCIDENT)).isEqualTo(3);
        assertThat(two.counts()).isEqualTo(new Counts(2, 2, 0));
    }

    @Test
    void who_has_not_seen_what_another_process_did_is_refused_and_changes_nothing() {
        Kept kept = fresh();
        Collected begun = kept.collections().begin(INCIDENT, SOURCE, FIRST);
        Collected further = kept.collections().keep(INCIDENT, begun, page("a"), FIRST);

        for (Runnable late : Stream.<Runnable>of(
                        () -> kept.collections().keep(INCIDENT, begun, page("b"), FIRST),
                        () -> kept.collections().move(INCIDENT, begun, at(FIRST, 5)),
                        () -> kept.collections().begin(INCIDENT, SOURCE, FIRST))
                .toList()) {
            assertThatThrownBy(late::run).isInstanceOf(CollectedElsewhereException.class);
        }

        assertThat(kept.collections().find(INCIDENT, SOURCE)).contains(further);
        assertThat(rows(kept)).containsExactly("a");
        assertThat(kept.exhibits(INCIDENT)).isEqualTo(1);
    }

    @Test
    void a_round_begins_and_ends_without_rows() {
        Kept kept = fresh();
        Collected begun = kept.collections().begin(INCIDENT, SOURCE, FIRST);

        Collected moved =
                kept.collections().move(INCIDENT, begun, FIRST.next(SOURCE.log(), Places.UNTIL.plusSeconds(9), NOW));

        assertThat(moved.progress().round()).isEqualTo(2);
        assertThat(kept.collections().find(INCIDENT, SOURCE)).contains(moved);
    }

    @Test
    void a_place_that_is_left_is_begun_anew_and_what_it_brought_stays_and_is_not_kept_again() {
        Kept kept = fresh();
        CollectionSource trace = new CollectionSource(CollectedLog.MESSAGE_TRACE_ALL, CollectionSource.EVERYBODY);
        kept.collections().keep(INCIDENT, kept.collections().begin(INCIDENT, SOURCE, FIRST), page("a", "b"), FIRST);
        Collected other = kept.collections().begin(INCIDENT, trace, FIRST);
        Collected elsewhere = kept.collections().begin(OTHER, SOURCE, FIRST);

        CollectionProgress second = CollectionProgress.first(2, Places.FROM, Places.UNTIL, NOW, FIRST.place());
        List<Collected> anew = kept.collections()
                .replace(INCIDENT, Set.of(LogRecord.Log.AUDIT_LOG), List.of(new Beginning(SOURCE, second)));

        assertThat(anew).containsExactly(new Collected(SOURCE, second, Counts.NONE));
        assertThat(kept.collections().find(INCIDENT, SOURCE)).contains(anew.getFirst());
        assertThat(kept.collections().all(INCIDENT).readable()).containsExactly(other, anew.getFirst());
        assertThat(kept.collections().all(OTHER).readable()).containsExactly(elsewhere);
        assertThat(rows(kept)).containsExactlyInAnyOrder("a", "b");
        assertThat(kept.exhibits(INCIDENT)).isEqualTo(1);
        Collected again = kept.collections().keep(INCIDENT, anew.getFirst(), page("b", "c"), second);
        assertThat(again.counts()).isEqualTo(new Counts(2, 2, 0));
        assertThat(rows(kept)).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void where_one_cannot_be_begun_in_its_stead_no_place_is_left() {
        Kept kept = fresh();
        CollectionSource trace = new CollectionSource(CollectedLog.MESSAGE_TRACE_ALL, CollectionSource.EVERYBODY);
        Collected one = kept.collections().begin(INCIDENT, SOURCE, FIRST);
        Collected other = kept.collections().begin(INCIDENT, trace, FIRST);

        assertThatThrownBy(() -> kept.collections()
                        .replace(
                                INCIDENT,
                                Set.of(LogRecord.Log.AUDIT_LOG),
                                List.of(new Beginning(SOURCE, FIRST), new Beginning(trace, FIRST))))
                .isInstanceOf(CollectedElsewhereException.class);

        assertThat(kept.collections().all(INCIDENT).readable()).containsExactly(one, other);
    }

    @Test
    void what_is_forgotten_is_begun_anew() {
        Kept kept = fresh();
        kept.collections().keep(INCIDENT, kept.collections().begin(INCIDENT, SOURCE, FIRST), page("a"), FIRST);
        kept.collections().begin(OTHER, SOURCE, FIRST);

        kept.collections().forget(INCIDENT);
        kept.collections().forget(INCIDENT);

        assertThat(kept.collections().all(INCIDENT).readable()).isEmpty();
        assertThat(kept.collections().all(OTHER).readable()).hasSize(1);
        Collected again =
                kept.collections().keep(INCIDENT, kept.collections().begin(INCIDENT, SOURCE, FIRST), page("a"), FIRST);
        assertThat(again.counts()).isEqualTo(new Counts(1, 1, 0));
    }
}
