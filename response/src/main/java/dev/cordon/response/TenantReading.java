package dev.cordon.response;

import static dev.cordon.response.ReviewSource.AUDIT_LOG;
import static dev.cordon.response.ReviewSource.DIRECTORY_AUDIT;
import static dev.cordon.response.ReviewSource.SAFE_LINKS;
import static dev.cordon.response.ReviewSource.SECURE_SCORE;
import static dev.cordon.response.ReviewSource.SECURITY_INCIDENTS;
import static dev.cordon.response.ReviewSource.SIGN_INS;
import static dev.cordon.response.ReviewSource.SIGN_INS_NON_INTERACTIVE;

import dev.cordon.incident.Word;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.LogCollections;
import dev.cordon.investigation.lines.TenantSignIns;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.review.AuditLogOperations;
import dev.cordon.investigation.review.Review;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.tenant.AuditLogSearch;
import dev.cordon.tenant.AuditQuestion;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.DirectoryAuditQuestion;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.LogSource;
import dev.cordon.tenant.PagePosition;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.SafeLinksReport;
import dev.cordon.tenant.SafeLinksReport.Clicks;
import dev.cordon.tenant.SecureScores.SecureScore;
import dev.cordon.tenant.SecurityIncident;
import dev.cordon.tenant.SignInQuestion;
import dev.cordon.tenant.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the sources of a review, one after the other, each to its end or as far as it goes; what could not be read is said in its coverage and
 * stops no other. One use, one thread.
 */
final class TenantReading {
    /** Pages of sign-ins by programs: there are ten times as many as of people, and the service gives five pages in ten seconds. */
    private static final int MOST_PROGRAM_PAGES = 150;

    private final Tenant tenant;
    private final InstantSource wallTime;
    private final ReviewListener listener;
    private final Review review;
    private final Instant now;
    private final List<Looked> coverage = new ArrayList<>();
    private final TenantSignIns signIns = new TenantSignIns();
    private Optional<Reading<List<SecurityIncident>>> incidents = Optional.empty();
    private Optional<SecureScore> score = Optional.empty();
    private Optional<Clicks> clicks = Optional.empty();
    private Optional<Long> lossPrevention = Optional.empty();
    private final Set<ReviewSource> wholeSignIns = EnumSet.noneOf(ReviewSource.class);
    private boolean isWithoutSignIns;

    /**
     * A reading.
     *
     * @param tenant in the lane of collection
     * @param now tenant time
     */
    TenantReading(Tenant tenant, InstantSource wallTime, ReviewListener listener, Review review, Instant now) {
        this.tenant = tenant;
        this.wallTime = wallTime;
        this.listener = listener;
        this.review = review;
        this.now = now;
    }

    List<Looked> coverage() {
        return List.copyOf(coverage);
    }

    TenantSignIns signIns() {
        return signIns;
    }

    /** Those that were read; empty where none could be. */
    Optional<List<SecurityIncident>> incidents() {
        return incidents.map(Reading::value);
    }

    Optional<SecureScore> score() {
        return score;
    }

    Optional<Clicks> clicks() {
        return clicks;
    }

    /** How often a rule of data loss prevention fitted; empty where that was not read. */
    Optional<Long> lossPrevention() {
        return lossPrevention;
    }

    /** Whether any sign-ins were read. */
    boolean hasSignIns() {
        return !isWithoutSignIns;
    }

    /** Whether all sign-ins of the time were read and could be judged: what is missing clears nobody. */
    boolean hasAllSignIns() {
        return wholeSignIns.containsAll(Set.of(SIGN_INS, SIGN_INS_NON_INTERACTIVE));
    }

    void readIncidents(Instant from) {
        Attempt<List<SecurityIncident>> read =
                attempt(SECURITY_INCIDENTS, () -> tenant.securityIncidents().fetchChangedSince(from));
        incidents = read.findReading().filter(TenantReading::isTold);
        ended(SECURITY_INCIDENTS, from, Optional.of(now), read, List::size);
    }

    /** An empty list that nobody fills is no figure. */
    private static boolean isTold(Reading<?> reading) {
        return switch (reading.completeness()) {
            case Completeness.Complete _, Completeness.Incomplete _ -> true;
            case Completeness.AsLicensed _ -> false;
        };
    }

    void readScore() {
        Attempt<Optional<SecureScore>> read =
                attempt(SECURE_SCORE, () -> tenant.secureScores().fetchNewest());
        score = read.value().flatMap(found -> found);
        ended(
                SECURE_SCORE,
                score.map(SecureScore::at).orElse(now),
                score.map(SecureScore::at),
                read,
                found -> found.isPresent() ? 1 : 0);
    }

    void readClicks(Instant from) {
        Instant kept = now.minus(SafeLinksReport.KEPT).plusSeconds(3600);
        Instant start = from.isBefore(kept) ? kept : from;
        Attempt<Clicks> read =
                attempt(SAFE_LINKS, () -> tenant.safeLinksReport().fetchClicks(start, now));
        clicks = read.findReading().filter(TenantReading::isTold).map(Reading::value);
        ended(
                SAFE_LINKS,
                start,
                read.value().map(Clicks::completeThrough),
                read,
                found -> found.clicks().size());
    }

    void readDirectoryAudit(Instant from) {
        Instant kept = new AuditRetention(tenant, () -> new LogCollections.Standing(List.of(), List.of()))
                .oldest(CollectedLog.DIRECTORY_AUDITS_ALL, now);
        Instant start = from.isBefore(kept) ? kept : from;
        var rows = new RowCounts(LogRecord.Log.DIRECTORY_AUDIT, review, start);
        var question = new DirectoryAuditQuestion(new DirectoryAuditQuestion.Whose.Everybody(), start, now);
        listener.reads(DIRECTORY_AUDIT.word());
        CollectionEnd end = pages(tenant.directoryAudit().rows(), PagePosition.start(question), start, rows, _ -> {})
                .read(Integer.MAX_VALUE);
        log(DIRECTORY_AUDIT, CollectedLog.DIRECTORY_AUDITS_ALL, start, rows, notRead(end), gone(from, start));
    }

    /**
     * Sign-ins of people: those from {@code from} on are told, older ones show what is usual.
     *
     * @param usualFrom from when on
     */
    void readSignIns(Instant from, Instant usualFrom) {
        var rows = new RowCounts(LogRecord.Log.SIGN_INS, review, from);
        var question = new SignInQuestion(
                SignInQuestion.Event.INTERACTIVE_USER, new SignInQuestion.Whose.Everybody(), usualFrom, now);
        listener.reads(SIGN_INS.word());
        Held held = new Held();
        CollectionEnd end = pages(
                        tenant.signInLog().rowsWithSessions(),
                        PagePosition.start(question),
                        usualFrom,
                        rows,
                        held::take)
                .read(Integer.MAX_VALUE);
        isWithoutSignIns = signIns.size() == 0 && !(end instanceof CollectionEnd.Complete);
        whole(SIGN_INS, end, held);
        log(SIGN_INS, CollectedLog.SIGN_INS_INTERACTIVE, usualFrom, rows, notRead(end), held.said());
    }

    void readProgramSignIns(Instant from) {
        if (isWithoutSignIns) {
            return;
        }
        var rows = new RowCounts(LogRecord.Log.SIGN_INS, review, from);
        var question = new SignInQuestion(
                SignInQuestion.Event.NON_INTERACTIVE_USER, new SignInQuestion.Whose.Everybody(), from, now);
        listener.reads(SIGN_INS_NON_INTERACTIVE.word());
        Held held = new Held();
        CollectionEnd end = pages(
                        tenant.signInLog().rowsWithSessions(), PagePosition.start(question), from, rows, held::take)
                .read(MOST_PROGRAM_PAGES);
        whole(SIGN_INS_NON_INTERACTIVE, end, held);
        log(SIGN_INS_NON_INTERACTIVE, CollectedLog.SIGN_INS_NON_INTERACTIVE, from, rows, notRead(end), held.said());
    }

    private void whole(ReviewSource source, CollectionEnd end, Held held) {
        if (end instanceof CollectionEnd.Complete && held.said().isEmpty()) {
            wholeSignIns.add(source);
        }
    }

    private <P> PageReading<P> pages(
            LogSource<P> log, P start, Instant from, RowCounts rows, Consumer<LogPage<?>> also) {
        return new PageReading<>(wallTime, listener, log, start, from, rows, also);
    }

    /** Sign-ins that cannot be judged, or are more than are held. */
    private final class Held {
        private long unreadable;
        private long tooMany;

        void take(LogPage<?> page) {
            page.rows().forEach(row -> {
                switch (signIns.take(row.json())) {
                    case HELD -> {}
                    case UNREADABLE -> unreadable++;
                    case TOO_MANY -> tooMany++;
                }
            });
        }

        Optional<String> said() {
            return sentences(
                    unreadable == 0 ? "" : unreadable + " sign-ins could not be judged, for they lack what that needs.",
                    tooMany == 0
                            ? ""
                            : tooMany + " sign-ins, the oldest, were not judged: " + TenantSignIns.MOST
                                    + " are held at once.");
        }
    }

    void readAuditLog(Instant from) {
        Instant kept = CollectedLog.AUDIT_LOG_SEARCH.oldest(now);
        Instant start = from.isBefore(kept) ? kept : from;
        var rows = new RowCounts(LogRecord.Log.AUDIT_LOG, review, start);
        var question = new AuditQuestion(start, now, List.of(), AuditLogOperations.names(isWithoutSignIns), List.of());
        listener.reads(AUDIT_LOG.word());
        CollectionEnd end = pages(
                        tenant.auditLogSearch(), AuditLogSearch.Position.start(question), start, rows, _ -> {})
                .read(Integer.MAX_VALUE);
        Optional<String> refused = notRead(end);
        log(AUDIT_LOG, CollectedLog.AUDIT_LOG_SEARCH, start, rows, refused, silent(refused.isPresent()));
        lossPrevention = refused.isPresent() ? Optional.empty() : Optional.of(rows.lossPrevention());
    }

    /** A log that was switched off is silent too. */
    private Optional<String> silent(boolean isUnread) {
        if (isUnread) {
            return Optional.empty();
        }
        return switch (Attempt.of(() -> tenant.mailboxAudit().fetchIngestion())) {
            case Attempt.Read<Optional<Boolean>>(Reading<Optional<Boolean>> reading) ->
                reading.value().orElse(false)
                        ? Optional.empty()
                        : Optional.of(
                                "The unified audit log is switched off, or does not say that it is on: its silence proves nothing.");
            case Attempt.Unread<Optional<Boolean>>(Failure failure) ->
                Optional.of("Whether the unified audit log is switched on could not be read: " + failure.meaning());
        };
    }

    private <T> Attempt<T> attempt(ReviewSource source, Supplier<Reading<T>> read) {
        listener.reads(source.word());
        return Attempt.of(read);
    }

    private <T> void ended(
            ReviewSource source, Instant from, Optional<Instant> through, Attempt<T> attempt, ToLongFunction<T> rows) {
        Optional<String> notRead = switch (attempt) {
            case Attempt.Read<T>(Reading<T> reading) -> unread(reading.completeness());
            case Attempt.Unread<T>(Failure failure) -> Optional.of(words(failure));
        };
        tell(new Looked(
                source.word(),
                source.word(),
                Optional.of(from),
                attempt.findReading().isPresent() ? through : Optional.empty(),
                attempt.value().map(rows::applyAsLong).orElse(0L),
                0,
                List.of(),
                notRead));
    }

    private static Optional<String> unread(Completeness completeness) {
        return switch (completeness) {
            case Completeness.Complete _ -> Optional.empty();
            case Completeness.AsLicensed(String leftOut) -> Optional.of("Not licensed: " + leftOut);
            case Completeness.Incomplete(String reason) -> Optional.of(reason);
        };
    }

    private static Optional<String> notRead(CollectionEnd end) {
        return switch (end) {
            case CollectionEnd.Complete _ -> Optional.empty();
            case CollectionEnd.CutOff(String reason) -> Optional.of(reason);
            case CollectionEnd.NotPermitted(Failure failure) -> Optional.of("Not permitted: " + words(failure));
            case CollectionEnd.NotLicensed(Failure failure) -> Optional.of("Not licensed: " + words(failure));
            case CollectionEnd.StillRunning _ -> Optional.of("Microsoft is still at it; review again later.");
        };
    }

    private static String words(Failure failure) {
        return failure.attempted() + " did not work: " + failure.reason().inWords() + ". " + failure.meaning() + " "
                + failure.remedy();
    }

    private static Optional<String> gone(Instant wanted, Instant kept) {
        return wanted.isBefore(kept)
                ? Optional.of("Nothing from before " + kept + " is kept any more; the last review was before that.")
                : Optional.empty();
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // read only
    private void log(ReviewSource source, CollectedLog log, Instant from, RowCounts rows, Optional<String>... notRead) {
        boolean isRefused = notRead[0].isPresent() && rows.rows() == 0;
        tell(new Looked(
                source.word(),
                Word.of(log.log()),
                Optional.of(from),
                isRefused ? Optional.empty() : Optional.of(now.minus(log.usualDelay())),
                rows.rows(),
                rows.housekeeping(),
                rows.unreadable(),
                sentences(Stream.of(notRead).map(said -> said.orElse("")).toArray(String[]::new))));
    }

    private void tell(Looked looked) {
        coverage.add(looked);
        listener.ended(looked);
    }

    private static Optional<String> sentences(String... sentences) {
        String joined =
                Stream.of(sentences).filter(sentence -> !sentence.isBlank()).collect(Collectors.joining(" "));
        return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
    }
}
