package dev.cordon.investigation.review;

import dev.cordon.investigation.Confidence;
import dev.cordon.investigation.Quote;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Verdict;
import dev.cordon.tenant.SafeLinksReport.Action;
import dev.cordon.tenant.SafeLinksReport.Click;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Clicks on links that Safe Links had something against, one finding for each link. Who went on reached the page; a click that was let through
 * counts where the same link was blocked for anybody: it was found out too late. Clicks on links that nothing speaks against are none.
 */
public final class PhishingClicks {
    private static final int MOST_NAMED = 5;
    private static final int MOST_IDS = 200;
    private static final String LINK = "T1204.001";
    private static final Set<Action> BAD = Set.of(
            Action.BLOCKED,
            Action.TENANT_BLOCKED,
            Action.CLICKED_EVEN_BLOCKED,
            Action.TENANT_BLOCKED_AND_CLICKED_THROUGH);

    private PhishingClicks() {}

    /** How one person stands with a link. */
    private enum Reached {
        BLOCKED,
        LET_THROUGH,
        WENT_ON
    }

    /** The findings, the worst first; the order of {@code clicks} does not matter. */
    public static List<ReviewFinding> findings(Collection<Click> clicks) {
        return bad(clicks)
                .map(PhishingClicks::finding)
                .sorted(ReviewFinding.ORDER)
                .toList();
    }

    /** On how many links that Safe Links blocked somebody clicked. */
    public static int links(Collection<Click> clicks) {
        return (int) bad(clicks).count();
    }

    /** How many people reached the page of such a link, or may have. */
    public static int reached(Collection<Click> clicks) {
        return (int) whoReached(clicks).distinct().count();
    }

    /** Who reached the page of such a link, or may have; in lower case. */
    public static Set<String> suspected(Collection<Click> clicks) {
        return whoReached(clicks).filter(who -> !who.isBlank()).collect(Collectors.toSet());
    }

    private static Stream<String> whoReached(Collection<Click> clicks) {
        return bad(clicks)
                .flatMap(List::stream)
                .filter(click -> reached(click) != Reached.BLOCKED)
                .map(click -> click.recipient().strip().toLowerCase(Locale.ROOT));
    }

    /** The clicks on each link that Safe Links has something against. */
    private static Stream<List<Click>> bad(Collection<Click> clicks) {
        return byLink(clicks).values().stream()
                .filter(there -> there.stream().anyMatch(click -> BAD.contains(click.action())));
    }

    private static Map<String, List<Click>> byLink(Collection<Click> clicks) {
        return clicks.stream()
                .collect(Collectors.groupingBy(
                        click -> click.url().strip().toLowerCase(Locale.ROOT), TreeMap::new, Collectors.toList()));
    }

    private static Reached reached(Click click) {
        return switch (click.action()) {
            case CLICKED_EVEN_BLOCKED, TENANT_BLOCKED_AND_CLICKED_THROUGH -> Reached.WENT_ON;
            case ALLOWED, TENANT_ALLOWED, CLICKED_DURING_SCAN, SCANNING, OTHER -> Reached.LET_THROUGH;
            case BLOCKED, TENANT_BLOCKED -> Reached.BLOCKED;
        };
    }

    private static ReviewFinding finding(List<Click> there) {
        List<Click> ordered = there.stream()
                .sorted(Comparator.comparing(Click::at)
                        .thenComparing(Click::recipient)
                        .thenComparing(Click::actionText))
                .toList();
        List<String> in = people(ordered, Reached.WENT_ON);
        List<String> through = people(ordered, Reached.LET_THROUGH);
        String url = ordered.getFirst().url();
        return new ReviewFinding(
                FindingKind.PHISHING_CLICK,
                url.isBlank() ? "a link whose address the report does not name" : url,
                in.isEmpty() && through.isEmpty() ? FindingState.REVERTED : FindingState.ACTIVE,
                ordered.stream()
                        .map(PhishingClicks::id)
                        .distinct()
                        .limit(MOST_IDS)
                        .toList(),
                Math.max(0, ordered.stream().map(PhishingClicks::id).distinct().count() - MOST_IDS),
                ordered.getFirst().recipient(),
                ordered.getFirst().at(),
                in.isEmpty() ? Verdict.REVIEW : Verdict.MALICIOUS,
                in.isEmpty() && !through.isEmpty() ? Confidence.UNKNOWN : Confidence.CONFIRMED,
                reasons(ordered, in, through),
                in.stream().findFirst().or(() -> through.stream().findFirst()).orElse(""));
    }

    /** The report gives clicks no id: this one is the same for the same click. */
    private static String id(Click click) {
        String text = click.at() + "\n" + click.recipient() + "\n" + click.url() + "\n" + click.actionText() + "\n"
                + click.application();
        return "click-" + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> people(List<Click> clicks, Reached how) {
        return clicks.stream()
                .filter(click -> reached(click) == how && !click.recipient().isBlank())
                .map(Click::recipient)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Reason> reasons(List<Click> clicks, List<String> in, List<String> through) {
        List<Reason> reasons = new ArrayList<>();
        if (!in.isEmpty()) {
            reasons.add(reason(
                    "went-on",
                    named(in)
                            + " went on although Safe Links blocked the page: a password may have been typed there."));
        }
        if (!through.isEmpty()) {
            reasons.add(
                    reason(
                            "let-through",
                            named(through)
                                    + " clicked and was not stopped, although the link was blocked for somebody: ask whether a password was typed."));
        }
        List<String> blocked = people(clicks, Reached.BLOCKED);
        if (!blocked.isEmpty()) {
            reasons.add(reason(
                    "blocked",
                    named(blocked)
                            + " clicked and was blocked. The mail was delivered: others may have it and click later."));
        }
        return reasons.isEmpty() ? List.of(reason("blocked", "Somebody clicked and was blocked.")) : reasons;
    }

    private static String named(List<String> people) {
        String more = people.size() > MOST_NAMED ? " and " + (people.size() - MOST_NAMED) + " more" : "";
        return people.stream().limit(MOST_NAMED).map(Quote::of).collect(Collectors.joining(", ")) + more;
    }

    private static Reason reason(String signal, String sentence) {
        return new Reason(signal, sentence, Optional.of(LINK));
    }
}
