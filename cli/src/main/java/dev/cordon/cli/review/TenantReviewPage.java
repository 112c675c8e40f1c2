package dev.cordon.cli.review;

import dev.cordon.cli.screen.Amount;
import dev.cordon.cli.screen.Printable;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Techniques;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.facts.OrganisationFacts;
import dev.cordon.investigation.review.FindingKind;
import dev.cordon.investigation.review.FindingState;
import dev.cordon.investigation.review.ReviewFinding;
import dev.cordon.response.Looked;
import dev.cordon.response.TenantReview;
import dev.cordon.response.TenantReview.Item;
import dev.cordon.response.TenantReview.Matter;
import dev.cordon.response.TenantReview.Standing;
import dev.cordon.response.WeekFigures.Figure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The Monday review on one page: what a person must answer for, numbered; what was answered; what could not be seen. */
final class TenantReviewPage {
    private static final int MOST_MATTERS = 12;
    private static final Duration LAST_HOURS = Duration.ofHours(3);

    private final Screen screen;

    TenantReviewPage(Screen screen) {
        this.screen = screen;
    }

    /**
     * Shows it.
     *
     * @param isAsked whether questions follow, in which a key lists what looks ordinary
     */
    void show(TenantReview review, boolean isAsked) {
        screen.line(Tone.HEADING, "Review of " + Printable.name(review.tenant()) + ", " + time(review.at()));
        screen.paragraph(
                Tone.QUIET,
                "Looked at since " + time(review.from())
                        + review.before()
                                .map(before -> "; the last review was " + time(before))
                                .orElse("; this is the first review here")
                        + ".");
        List<Matter> open = review.matters();
        verdict(open, review);
        for (int number = 1; number <= Math.min(open.size(), MOST_MATTERS); number++) {
            screen.blank();
            matter(number, open.get(number - 1), isAsked);
        }
        if (open.size() > MOST_MATTERS) {
            screen.blank();
            screen.line("And " + (open.size() - MOST_MATTERS) + " more; --json lists every one.");
        }
        answered(review);
        explained(review);
        screen.blank();
        ordinary(review, isAsked);
        notSeen(review);
        if (open.isEmpty()) {
            figures(review);
        }
    }

    private void verdict(List<Matter> open, TenantReview review) {
        boolean isWhole = review.coverage().stream().allMatch(Looked::isWhole);
        if (!open.isEmpty()) {
            screen.line(
                    open.stream().anyMatch(matter -> matter.worst().finding().verdict() == Verdict.MALICIOUS)
                            ? Tone.BAD
                            : Tone.CAUTION,
                    Amount.of(open.size(), "matter needs", "matters need") + " your answer.");
        } else if (isWhole) {
            screen.line(Tone.GOOD, "All is normal: nothing needs your answer, and every source was read.");
        } else if (review.isReadAsLicensed()) {
            screen.paragraph(
                    Tone.GOOD,
                    "All is normal in what your licences show, and that was read to its end: nothing needs your answer."
                            + " What they do not show stands below.");
        } else {
            screen.line(
                    Tone.CAUTION,
                    "Nothing needs your answer in what could be read. Not everything could be: see below.");
        }
    }

    /** What is about one account in a few lines: whose, the worst and why, what else, what to do. */
    private void matter(int number, Matter matter, boolean isAsked) {
        brief(number, matter);
        Item worst = matter.worst();
        ReviewFinding finding = worst.finding();
        boolean isOfAccount = !matter.account().isBlank();
        boolean isAttack = finding.verdict() == Verdict.MALICIOUS;
        if (matter.items().size() > 1) {
            screen.paragraph(
                    Tone.PLAIN,
                    "   With it: " + amounts(matter.items().stream().skip(1).toList())
                            + (isAsked ? "; w shows all." : "; --json lists all."));
        }
        screen.paragraph(
                Tone.PLAIN,
                "   Do: "
                        + (isAttack && isOfAccount
                                ? "open an incident" + (isAsked ? " (o)" : "")
                                        + ". It throws the attacker out, and can be undone."
                                : KindWords.advice(finding.kind())));
    }

    /** Whose it is, how sure, and the worst of it. */
    void brief(int number, Matter matter) {
        Item worst = matter.worst();
        ReviewFinding finding = worst.finding();
        boolean isOfAccount = !matter.account().isBlank();
        screen.paragraph(
                tone(worst),
                number + ". " + Printable.name(isOfAccount ? matter.account() : finding.subject()) + ": "
                        + sure(finding) + changed(worst.standing()) + " " + worst.id());
        screen.paragraph(
                Tone.PLAIN,
                "   " + capital(KindWords.of(finding.kind()).one())
                        + (finding.subject().equalsIgnoreCase(matter.account()) || !isOfAccount
                                ? ""
                                : " " + Printable.name(finding.subject()))
                        + ": " + finding.why());
    }

    private static String changed(Standing standing) {
        String said = standing(standing);
        return said.isEmpty() ? "" : " " + said.strip();
    }

    private static String amounts(List<Item> items) {
        Map<FindingKind, Integer> kinds = new TreeMap<>();
        items.forEach(item -> kinds.merge(item.finding().kind(), 1, Integer::sum));
        return kinds.entrySet().stream()
                .map(kind -> KindWords.of(kind.getKey()).amount(kind.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Every item of it with all that is needed to decide. */
    void all(Matter matter) {
        for (Item item : matter.items()) {
            screen.blank();
            item("- ", item, matter);
        }
    }

    private static Tone tone(Item item) {
        return item.finding().verdict() == Verdict.MALICIOUS ? Tone.BAD : Tone.CAUTION;
    }

    private void item(String mark, Item item, Matter matter) {
        ReviewFinding finding = item.finding();
        screen.paragraph(
                tone(item),
                mark + capital(KindWords.of(finding.kind()).one()) + ": " + Printable.name(finding.subject())
                        + by(finding, matter.account()));
        List<String> why = finding.reasons().stream().map(Reason::text).toList();
        screen.paragraph(Tone.PLAIN, "   Why: " + why.stream().limit(3).collect(Collectors.joining(" ")));
        if (why.size() > 3) {
            screen.paragraph(Tone.PLAIN, "   Also: " + String.join(" ", why.subList(3, why.size())));
        }
        String techniques = techniques(finding);
        if (!techniques.isEmpty()) {
            screen.paragraph(Tone.PLAIN, "   What that is: " + techniques + ".");
        }
        screen.paragraph(Tone.PLAIN, "   Do: " + KindWords.advice(finding.kind()));
        screen.paragraph(
                Tone.QUIET,
                "   " + sure(finding) + " " + capital(state(finding.state())) + ", first seen " + time(finding.at())
                        + "." + standing(item.standing()) + " " + item.id());
    }

    private static String by(ReviewFinding finding, String account) {
        boolean isNamed = finding.actor().isBlank()
                || finding.actor().equalsIgnoreCase(account)
                || finding.kind() == FindingKind.SIGN_IN
                || finding.kind() == FindingKind.SECURITY_INCIDENT;
        return isNamed ? from(finding) : ", by " + Printable.name(finding.actor()) + from(finding);
    }

    /** From where it was done; what says so by itself already is not told twice. */
    static String from(ReviewFinding finding) {
        return finding.addresses().isEmpty()
                        || finding.kind() == FindingKind.PASSWORD_SPRAY
                        || finding.addresses().contains(finding.actor())
                ? ""
                : " from " + String.join(", ", finding.addresses());
    }

    private static String techniques(ReviewFinding finding) {
        return finding.reasons().stream()
                .flatMap(reason -> reason.technique().stream())
                .distinct()
                .limit(3)
                .map(technique -> Techniques.inWords(technique)
                        .map(words -> words + " (" + technique + ")")
                        .orElse(technique))
                .collect(Collectors.joining("; "));
    }

    private static String sure(ReviewFinding finding) {
        String verdict = finding.verdict() == Verdict.MALICIOUS ? "Taken for an attack" : "Only you can tell";
        return switch (finding.confidence()) {
            case CONFIRMED -> verdict + "; that it happened is certain.";
            case LIKELY -> verdict + "; likely, not certain.";
            case UNKNOWN -> verdict + ": the logs do not say whose hand it was.";
        };
    }

    private static String standing(Standing standing) {
        return switch (standing) {
            case Standing.New _ -> "";
            case Standing.ToldBefore(Instant since, boolean isStillSeen) ->
                " Told since " + time(since) + " and not answered"
                        + (isStillSeen ? "." : "; this review did not see it again.");
            case Standing.Changed(Instant at, String because, String what) ->
                " Answered on " + time(at) + " because " + Printable.name(because) + "; changed since: " + what;
            case Standing.Dismissed(Instant at, String by, String because) ->
                "Dismissed on " + time(at) + " by " + Printable.name(by) + " because " + Printable.name(because) + ".";
            case Standing.Opened(Instant at, var incident, boolean hasEnded) ->
                "Incident " + incident + " was opened on " + time(at)
                        + (hasEnded ? " and is closed." : " and is not closed: cordon incident show " + incident);
        };
    }

    private void answered(TenantReview review) {
        List<Item> answered = review.items().stream()
                .filter(item -> item.finding().verdict().isAtLeast(Verdict.REVIEW) && !item.isOpen())
                .toList();
        if (answered.isEmpty()) {
            return;
        }
        screen.blank();
        screen.line(Tone.HEADING, "Answered before");
        answered.stream()
                .collect(Collectors.groupingBy(
                        item -> standing(item.standing()), LinkedHashMap::new, Collectors.toList()))
                .forEach(this::answered);
    }

    /** What got the same answer is told together. */
    private void answered(String answer, List<Item> items) {
        Item first = items.getFirst();
        String more = items.size() == 1 ? "" : " and " + (items.size() - 1) + " more";
        screen.paragraph(
                isUnderWay(first) ? Tone.CAUTION : Tone.QUIET,
                "  " + capital(KindWords.of(first.finding().kind()).one()) + " "
                        + Printable.name(first.finding().subject()) + more + ": " + answer
                        + (items.size() == 1 ? " " + first.id() : ""));
    }

    private static boolean isUnderWay(Item item) {
        return item.standing() instanceof Standing.Opened opened && !opened.hasEnded();
    }

    /** What would have needed an answer but for a fact. */
    private void explained(TenantReview review) {
        List<Item> explained = review.items().stream()
                .filter(TenantReviewPage::isOrdinary)
                .filter(TenantReviewPage::isExplained)
                .toList();
        if (!explained.isEmpty()) {
            screen.blank();
            screen.line(
                    Tone.HEADING,
                    "Harmless because facts say so ("
                            + review.organisation()
                                    .map(Path::getFileName)
                                    .map(Path::toString)
                                    .orElse("") + ")");
            explained.forEach(item -> screen.paragraph(
                    Tone.QUIET,
                    "  " + capital(KindWords.of(item.finding().kind()).one()) + " "
                            + Printable.name(item.finding().subject()) + ": "
                            + item.finding().why()));
        }
    }

    private void ordinary(TenantReview review, boolean isAsked) {
        List<Item> ordinary = ordinary(review);
        if (!ordinary.isEmpty()) {
            screen.paragraph(
                    Tone.QUIET,
                    (ordinary.size() == 1 ? "1 other thing looks" : ordinary.size() + " other things look")
                            + " ordinary; " + (isAsked ? "l lists them." : "--json lists them."));
        }
    }

    private static List<Item> ordinary(TenantReview review) {
        return review.items().stream()
                .filter(TenantReviewPage::isOrdinary)
                .filter(item -> !isExplained(item))
                .toList();
    }

    private static boolean isOrdinary(Item item) {
        return item.finding().verdict() == Verdict.BENIGN;
    }

    private static boolean isExplained(Item item) {
        return item.finding().reasons().stream()
                .anyMatch(reason -> reason.signal().equals(OrganisationFacts.SIGNAL));
    }

    /** What looks ordinary, in a line each, and how the week was. */
    void listed(TenantReview review) {
        ordinary(review)
                .forEach(item -> screen.paragraph(
                        Tone.QUIET,
                        "  " + capital(KindWords.of(item.finding().kind()).one()) + " "
                                + Printable.name(item.finding().subject())
                                + by(item.finding(), item.finding().account()) + ": "
                                + item.finding().why()));
        figures(review);
    }

    private void notSeen(TenantReview review) {
        List<Looked> unread =
                review.coverage().stream().filter(looked -> !looked.isWhole()).toList();
        if (!unread.isEmpty()) {
            screen.line(Tone.HEADING, "Could not be seen");
            unread.forEach(looked -> screen.paragraph(
                    looked.isAsLicensed() ? Tone.QUIET : Tone.CAUTION,
                    "  " + capital(ReviewLines.words(looked.source())) + ": "
                            + looked.notRead().orElse("")
                            + (looked.unreadable().isEmpty()
                                    ? ""
                                    : " " + Amount.of(looked.unreadable().size(), "row", "rows")
                                            + " could not be read.")));
        }
        List<Looked> read = review.coverage().stream().filter(Looked::isWhole).toList();
        screen.paragraph(
                Tone.QUIET,
                "Read to the end: "
                        + (read.isEmpty()
                                ? "nothing"
                                : read.stream()
                                        .map(looked -> ReviewLines.words(looked.source()) + late(looked, review.at()))
                                        .collect(Collectors.joining(", ")))
                        + "." + baseline(review)
                        + " What happened in the last hours may be missing.");
    }

    /** Until when, where rows come later than within hours. */
    private static String late(Looked looked, Instant at) {
        return looked.through()
                .filter(at.minus(LAST_HOURS)::isAfter)
                .map(through -> " (until " + time(through) + ")")
                .orElse("");
    }

    private static String baseline(TenantReview review) {
        return review.baseline()
                .since()
                .map(since -> " What is usual was learnt from "
                        + Math.max(1, Duration.between(since, review.at()).toDays())
                        + " days of sign-ins.")
                .orElse("");
    }

    private void figures(TenantReview review) {
        List<String> figures = new ArrayList<>();
        var week = review.figures();
        week.of(Figure.INCIDENTS)
                .ifPresent(number -> figures.add("Defender incidents " + number + " ("
                        + week.of(Figure.URGENT_INCIDENTS).orElse("?") + " to look at)"));
        week.of(Figure.SIGN_IN_FLAGS).ifPresent(number -> figures.add("users with odd sign-ins " + number));
        week.of(Figure.REFUSED_BY_POLICY)
                .ifPresent(number -> figures.add("sign-ins refused by Conditional Access " + number));
        week.of(Figure.SECURE_SCORE)
                .ifPresent(number -> figures.add("Secure Score " + number + " of "
                        + week.of(Figure.SECURE_SCORE_MAXIMUM).orElse("?")));
        week.of(Figure.PHISHING_LINKS)
                .ifPresent(number -> figures.add("phishing links clicked " + number + " (reached by "
                        + week.of(Figure.PHISHING_REACHED).orElse("?") + ")"));
        week.of(Figure.DEVICES)
                .ifPresent(number -> figures.add("devices that keep the rules "
                        + week.of(Figure.COMPLIANT_DEVICES).orElse("?") + " of " + number));
        week.of(Figure.LOSS_PREVENTION_MATCHES)
                .ifPresent(number -> figures.add("data loss prevention matches " + number));
        if (!figures.isEmpty()) {
            screen.paragraph(Tone.QUIET, "The week: " + String.join(", ", figures) + ".");
        }
    }

    private static String state(FindingState state) {
        return switch (state) {
            case ACTIVE -> "still there";
            case REVERTED -> "undone, refused or resolved since";
            case UNKNOWN -> "whether it is still there the logs do not say";
        };
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES).toString().substring(0, 16).replace('T', ' ') + " UTC";
    }
}
