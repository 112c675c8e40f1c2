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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads the sources of a review, one after the other, each to its end or as far as it goes; what could not be read is said in its coverage and
 * stops no other. One use, one thread.
 */
final class TenantReading {
    /** Microsoft keeps sign-ins for 30 days; what lies at the edge of that is refused as a whole. */
    private static final Duration USUAL = Duration.ofDays(30).minusHours(1);

    /** What lies at the edge of what Safe Links keeps may be gone while it is read. */
    private static final Duration EDGE = Duration.ofHours(1);

    /** Pages of sign-ins by programs: there are ten times as many as of people, and the service gives five pages in ten seconds. */
    private static final int MOST_PROGRAM_PAGES = 150;

    private final Tenant tenant;
    private final InstantSource wallTime;
    private final ReviewListener listener;
    private final Review review;
    private final ReviewWindows windows;
    private final Instant now;
    private final ReviewCoverage coverage;
    private final TenantSignIns signIns = new TenantSignIns();
    private Optional<Reading<List<SecurityIncident>>> incidents = Optional.empty();
    private Optional<SecureScore> score = Optional.empty();
    private Optional<Clicks> clicks = Optional.empty();
    private Optional<Long> lossPrevention = Optional.empty();
    private final Set<ReviewSource> wholeSignIns = EnumSet.noneOf(ReviewSource.class);
    private boolean isWithoutSignIns;
    private boolean isUnjudged;

    /**
     * A reading.
     *
     * @param tenant in the lane of collection
     */
    TenantReading(
            Tenant tenant, InstantSource wallTime, ReviewListener listener, Review review, ReviewWindows windows) {
        this.tenant = tenant;
        this.wallTime = wallTime;
        this.listener = listener;
        this.review = review;
        this.windows = windows;
        this.now = windows.now();
        this.coverage = new ReviewCoverage(listener, now);
    }

    List<Looked> coverage() {
        return coverage.looked();
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

    /** Whether each sign-in that was read was judged too: of what was not, only its row tells. */
    boolean hasJudgedAll() {
        return !isWithoutSignIns && !isUnjudged;
    }

    void readIncidents() {
        Instant from = windows.from(SECURITY_INCIDENTS);
        Attempt<List<SecurityIncident>> read =
                attempt(SECURITY_INCIDENTS, () -> tenant.securityIncidents().fetchChangedSince(from));
        incidents = read.findReading().filter(TenantReading::isTold);
        coverage.ended(SECURITY_INCIDENTS, from, Optional.of(now), read, List::size);
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
        coverage.ended(
                SECURE_SCORE,
                score.map(SecureScore::at).orElse(now),
                score.map(SecureScore::at),
                read,
                found -> found.isPresent() ? 1 : 0);
    }

    void readClicks() {
        Instant start = start(
                SAFE_LINKS, SAFE_LINKS.word(), now.minus(SafeLinksReport.KEPT).plus(EDGE));
        Attempt<Clicks> read =
                attempt(SAFE_LINKS, () -> tenant.safeLinksReport().fetchClicks(start, now));
        clicks = read.findReading().filter(TenantReading::isTold).map(Reading::value);
        coverage.ended(
                SAFE_LINKS,
                start,
                read.value().map(Clicks::completeThrough),
                read,
                found -> found.clicks().size());
    }

    void readDirectoryAudit() {
        CollectedLog log = CollectedLog.DIRECTORY_AUDITS_ALL;
        Instant kept =
                new AuditRetention(tenant, () -> new LogCollections.Standing(List.of(), List.of())).oldest(log, now);
        Instant start = start(DIRECTORY_AUDIT, Word.of(log.log()), kept);
        var rows = new RowCounts(LogRecord.Log.DIRECTORY_AUDIT, review, start);
        var question = new DirectoryAuditQuestion(new DirectoryAuditQuestion.Whose.Everybody(), start, now);
        listener.reads(DIRECTORY_AUDIT.word());
        CollectionEnd end = pages(tenant.directoryAudit().rows(), PagePosition.start(question), start, rows, _ -> {})
                .read(Integer.MAX_VALUE);
        coverage.log(DIRECTORY_AUDIT, log, start, rows, end, Optional.empty());
    }

    /** Sign-ins of people: those of the time that is reviewed are told, older ones show what is usual. */
    void readSignIns() {
        CollectedLog log = CollectedLog.SIGN_INS_INTERACTIVE;
        Instant usualFrom = now.minus(USUAL);
        var rows = new RowCounts(LogRecord.Log.SIGN_INS, review, start(SIGN_INS, Word.of(log.log()), usualFrom));
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
        coverage.log(SIGN_INS, log, usualFrom, rows, end, held.said());
    }

    void readProgramSignIns() {
        CollectedLog log = CollectedLog.SIGN_INS_NON_INTERACTIVE;
        Instant from = start(SIGN_INS_NON_INTERACTIVE, Word.of(log.log()), now.minus(USUAL));
        var rows = new RowCounts(LogRecord.Log.SIGN_INS, review, from);
        listener.reads(SIGN_INS_NON_INTERACTIVE.word());
        if (isWithoutSignIns) {
            CollectionEnd leftOut =
                    new CollectionEnd.CutOff("They were left out, for the sign-ins of people could not be read.");
            coverage.log(SIGN_INS_NON_INTERACTIVE, log, from, rows, leftOut, Optional.empty());
            return;
        }
        var question = new SignInQuestion(
                SignInQuestion.Event.NON_INTERACTIVE_USER, new SignInQuestion.Whose.Everybody(), from, now);
        Held held = new Held();
        var pages = pages(tenant.signInLog().rowsWithSessions(), PagePosition.start(question), from, rows, held::take);
        CollectionEnd end = pages.read(MOST_PROGRAM_PAGES);
        whole(SIGN_INS_NON_INTERACTIVE, end, held);
        Optional<Instant> stopped = pages.stoppedAt();
        stopped.ifPresent(_ -> coverage.leftOut(
                SIGN_INS_NON_INTERACTIVE,
                Word.of(log.log()),
                from,
                ReviewCoverage.notRead(end).orElse("")));
        coverage.log(
                SIGN_INS_NON_INTERACTIVE,
                log,
                stopped.orElse(from),
                rows,
                stopped.isPresent() ? new CollectionEnd.Complete() : end,
                held.said());
    }

    private void whole(ReviewSource source, CollectionEnd end, Held held) {
        isUnjudged |= held.said().isPresent();
        if (end instanceof CollectionEnd.Complete && held.said().isEmpty()) {
            wholeSignIns.add(source);
        }
    }

    /** From when on a source is read: since it was read the last time, or as far back as its rows are kept. */
    private Instant start(ReviewSource source, String log, Instant kept) {
        Instant from = windows.from(source);
        Instant start = from.isBefore(kept) ? kept : from;
        windows.unreadSince(source)
                .filter(start::isAfter)
                .ifPresent(unread -> coverage.leftOut(
                        source,
                        log,
                        unread,
                        "Nothing from before " + start + " is kept any more: the time since " + unread
                                + " was not looked at."));
        return start;
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
            return ReviewCoverage.sentences(
                    unreadable == 0 ? "" : unreadable + " sign-ins could not be judged, for they lack what that needs.",
                    tooMany == 0
                            ? ""
                            : tooMany + " sign-ins were not judged: " + TenantSignIns.MOST + " are held at once.");
        }
    }

    void readAuditLog() {
        CollectedLog log = CollectedLog.AUDIT_LOG_SEARCH;
        Instant start = start(AUDIT_LOG, Word.of(log.log()), log.oldest(now));
        var rows = new RowCounts(LogRecord.Log.AUDIT_LOG, review, start);
        var question = new AuditQuestion(start, now, List.of(), AuditLogOperations.names(isWithoutSignIns), List.of());
        listener.reads(AUDIT_LOG.word());
        CollectionEnd end = pages(
                        tenant.auditLogSearch(), AuditLogSearch.Position.start(question), start, rows, _ -> {})
                .read(Integer.MAX_VALUE);
        boolean isRead = end instanceof CollectionEnd.Complete;
        coverage.log(AUDIT_LOG, log, start, rows, end, isRead ? silent() : Optional.empty());
        lossPrevention = isRead ? Optional.of(rows.lossPrevention()) : Optional.empty();
    }

    /** A log that was switched off is silent too. */
    private Optional<String> silent() {
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
}
