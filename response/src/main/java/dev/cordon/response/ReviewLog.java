package dev.cordon.response;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentState;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.Word;
import dev.cordon.investigation.review.FindingKind;
import dev.cordon.investigation.review.FindingState;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.ReviewEntry;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The weekly log of a tenant's reviews: the last review of each week is its row. A week belongs to the quarter of its Thursday: mostly thirteen rows
 * are a quarter. No tenant is asked.
 *
 * @param weeks the oldest first
 * @param quarters the oldest first
 * @param expected how often what happens in an organisation of 200 people, and how often it happened here in the last year
 */
public record ReviewLog(List<Week> weeks, List<Quarter> quarters, List<Frequency> expected) {
    private static final Duration YEAR = Duration.ofDays(365);

    /** What chance alone brings less often than this is called more or fewer. */
    private static final double SELDOM = 0.025;

    public ReviewLog {
        weeks = List.copyOf(weeks);
        quarters = List.copyOf(quarters);
        expected = List.copyOf(expected);
    }

    /**
     * A row.
     *
     * @param name the ISO week, such as 2026-W10
     * @param at when the review was
     * @param told how many findings it told for a person to look at; what was dismissed before and had not changed since is none
     * @param notRead the sources that were not read whole
     */
    public record Week(String name, Instant at, WeekFigures figures, int told, List<String> notRead) {
        public Week {
            requireNonNull(name, "name is null");
            requireNonNull(at, "at is null");
            requireNonNull(figures, "figures is null");
            notRead = List.copyOf(notRead);
        }
    }

    /**
     * A quarter's rows.
     *
     * @param weeks in how many of its weeks there was a review
     * @param ofWeeks how many weeks it has
     * @param told findings as its weeks tell them, each once
     * @param scoreFirst Secure Score at its first row that has one, and {@code scoreLast} at its last
     */
    public record Quarter(
            String name, int weeks, int ofWeeks, int told, Optional<String> scoreFirst, Optional<String> scoreLast) {}

    /**
     * What is expected of a year, and what was.
     *
     * @param low and {@code high}: how often in a year, by the course's figures for 200 people
     * @param seen how often in the time that reviews cover, a year at most; what somebody said is nothing was none
     * @param share how much of a year was looked at where it would have been seen
     * @param standing how the two stand to each other, by what chance alone does to small numbers
     */
    public record Frequency(String what, int low, int high, int seen, double share, Standing standing) {}

    /** How often something was against what is expected. */
    public enum Standing {
        FEWER,
        AS_EXPECTED,
        MORE,
        /** Nobody looked where it would have been seen: none seen is not none. */
        UNKNOWN
    }

    /** The log of a tenant. */
    public static ReviewLog of(Workspace workspace, Optional<String> name) {
        String tenant = new Tenants(workspace).choose(name);
        List<CaseRecord> incidents = new Incidents(workspace)
                .list().stream()
                        .filter(record -> record.incident().tenant().equals(tenant))
                        .toList();
        return of(
                ReviewMemory.of(workspace, tenant),
                incidents.stream()
                        .filter(record -> !record.incident().drill()
                                && record.incident().type() == IncidentType.COMPROMISED_ACCOUNT
                                && record.state().state() != IncidentState.FALSE_POSITIVE)
                        .map(CaseRecord::incident)
                        .toList());
    }

    static ReviewLog of(ReviewMemory memory, List<Incident> compromised) {
        List<Recorded> made = memory.made();
        Map<String, Week> weeks = new LinkedHashMap<>();
        made.forEach(recorded -> weeks.put(week(recorded.at()), row(memory, recorded)));
        Map<String, List<Recorded>> quarters = made.stream()
                .collect(Collectors.groupingBy(
                        recorded -> quarter(thursday(recorded.at())), LinkedHashMap::new, Collectors.toList()));
        return new ReviewLog(
                List.copyOf(weeks.values()),
                quarters.entrySet().stream()
                        .map(quarter -> rolledUp(memory, quarter.getKey(), quarter.getValue()))
                        .toList(),
                made.isEmpty() ? List.of() : frequencies(memory, compromised));
    }

    private static ReviewEntry.ReviewMade review(Recorded recorded) {
        return (ReviewEntry.ReviewMade) recorded.entry();
    }

    private static Week row(ReviewMemory memory, Recorded recorded) {
        ReviewEntry.ReviewMade review = review(recorded);
        return new Week(
                week(recorded.at()),
                recorded.at(),
                WeekFigures.ofKeys(review.figures()),
                memory.asked(recorded).size(),
                review.sources().stream()
                        .filter(source -> source.notRead().isPresent())
                        .map(ReviewEntry.Source::name)
                        .distinct()
                        .toList());
    }

    private static Quarter rolledUp(ReviewMemory memory, String name, List<Recorded> made) {
        List<String> scores = made.stream()
                .flatMap(recorded ->
                        WeekFigures.ofKeys(review(recorded).figures()).of(WeekFigures.Figure.SECURE_SCORE).stream())
                .toList();
        return new Quarter(
                name,
                (int) made.stream()
                        .map(recorded -> week(recorded.at()))
                        .distinct()
                        .count(),
                weeksOf(thursday(made.getFirst().at())),
                told(memory, made, _ -> true).size(),
                scores.stream().findFirst(),
                scores.isEmpty() ? Optional.empty() : Optional.of(scores.getLast()));
    }

    private static Set<String> told(ReviewMemory memory, List<Recorded> made, Predicate<ReviewEntry.Told> wanted) {
        return made.stream()
                .flatMap(recorded -> memory.asked(recorded).stream())
                .filter(wanted)
                .map(ReviewEntry.Told::id)
                .collect(Collectors.toSet());
    }

    private static List<Frequency> frequencies(ReviewMemory memory, List<Incident> compromised) {
        List<Recorded> made = memory.made();
        Instant until = made.getLast().at();
        Instant from = review(made.getFirst()).from();
        Instant since = from.isBefore(until.minus(YEAR)) ? until.minus(YEAR) : from;
        List<Recorded> year =
                made.stream().filter(recorded -> !recorded.at().isBefore(since)).toList();
        String click = Word.of(FindingKind.PHISHING_CLICK);
        Predicate<ReviewEntry.Told> isClick = told -> told.kind().equals(click) && !memory.isDismissed(told.id());
        int clicks = told(memory, year, isClick).size();
        int reached = told(memory, year, isClick.and(told -> told.state().equals(Word.of(FindingState.ACTIVE))))
                .size();
        int accounts = (int) compromised.stream()
                .filter(incident -> !incident.openedAt().isBefore(since))
                .count();
        Duration clicksSeen = read(year, ReviewSource.SAFE_LINKS, since);
        return List.of(
                frequency("compromised-account", 2, 5, accounts, share(Duration.between(since, until))),
                frequency("phishing-click", 5, 15, clicks, share(clicksSeen)),
                frequency("phishing-reached-page", 1, 3, reached, share(clicksSeen)));
    }

    /** For how long a source was read whole since then; what two reviews read counts once. */
    private static Duration read(List<Recorded> made, ReviewSource source, Instant since) {
        Duration read = Duration.ZERO;
        Instant last = since;
        for (Recorded recorded : made) {
            ReviewEntry.ReviewMade review = review(recorded);
            Optional<Instant> from = review.sources().stream()
                    .filter(each ->
                            each.name().equals(source.word()) && each.notRead().isEmpty())
                    .map(ReviewEntry.Source::from)
                    .findFirst();
            if (from.isPresent() && review.until().isAfter(last)) {
                read = read.plus(Duration.between(from.get().isBefore(last) ? last : from.get(), review.until()));
                last = review.until();
            }
        }
        return read;
    }

    /** Of a year; a part of a day is a day. */
    private static double share(Duration time) {
        return time.isZero() ? 0 : (double) Math.max(1, time.toDays()) / YEAR.toDays();
    }

    private static Frequency frequency(String what, int low, int high, int seen, double share) {
        return new Frequency(what, low, high, seen, share, standing(low * share, high * share, seen));
    }

    private static Standing standing(double low, double high, int seen) {
        if (high == 0) {
            return Standing.UNKNOWN;
        }
        if (atLeast(seen, high) < SELDOM) {
            return Standing.MORE;
        }
        return 1 - atLeast(seen + 1, low) < SELDOM ? Standing.FEWER : Standing.AS_EXPECTED;
    }

    /** How likely chance alone brings as many or more where {@code mean} are expected (Poisson). */
    private static double atLeast(int number, double mean) {
        double term = Math.exp(-mean);
        double below = 0;
        for (int k = 0; k < number; k++) {
            below += term;
            term *= mean / (k + 1);
        }
        return Math.max(0, 1 - below);
    }

    private static String week(Instant at) {
        LocalDate day = thursday(at);
        return day.get(IsoFields.WEEK_BASED_YEAR) + "-W"
                + (day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) < 10 ? "0" : "")
                + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /** The day of its week that says to which year and quarter the week belongs. */
    private static LocalDate thursday(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().with(ChronoField.DAY_OF_WEEK, DayOfWeek.THURSDAY.getValue());
    }

    private static String quarter(LocalDate thursday) {
        return thursday.getYear() + "-Q" + thursday.get(IsoFields.QUARTER_OF_YEAR);
    }

    /** As many as the quarter has Thursdays. */
    private static int weeksOf(LocalDate thursday) {
        int day = thursday.get(IsoFields.DAY_OF_QUARTER);
        long left = thursday.range(IsoFields.DAY_OF_QUARTER).getMaximum() - day;
        return (day - 1) / 7 + 1 + (int) (left / 7);
    }
}
