package dev.cordon.cli.review;

import dev.cordon.cli.screen.Amount;
import dev.cordon.cli.screen.Printable;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.Word;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.facts.OrganisationFacts;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.UnreadableRow;
import dev.cordon.investigation.review.FindingKind;
import dev.cordon.investigation.review.FindingState;
import dev.cordon.investigation.review.ReviewFinding;
import dev.cordon.response.Looked;
import dev.cordon.response.OrganisationFile;
import dev.cordon.response.ReviewFiles.Reviewed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One page for a person: what needs a look first, then the rest by kind, then in what it was looked for. */
final class ReviewPage {
    private static final int MOST_FIRST = 30;
    private static final int MOST_OF_A_KIND = 3;
    private static final int MOST_ROWS = 5;

    private final Screen screen;

    ReviewPage(Screen screen) {
        this.screen = screen;
    }

    /**
     * Shows it.
     *
     * @param stated what the organisation has said of itself; empty where it has not
     */
    void show(Reviewed reviewed, Optional<OrganisationFile> stated) {
        List<ReviewFinding> bad = of(reviewed, Verdict.MALICIOUS);
        List<ReviewFinding> doubtful = of(reviewed, Verdict.REVIEW);
        List<ReviewFinding> harmless = of(reviewed, Verdict.BENIGN);
        if (bad.isEmpty() && doubtful.isEmpty()) {
            nothingFound(reviewed);
        }
        if (!bad.isEmpty()) {
            screen.line(Tone.HEADING, "Look at this first");
            bad.stream().limit(MOST_FIRST).forEach(finding -> finding(Tone.BAD, finding));
            more(bad.size() - MOST_FIRST);
            screen.blank();
        }
        if (!doubtful.isEmpty()) {
            screen.line(Tone.HEADING, "Ask whether this was meant");
            byKind(doubtful).forEach(this::group);
            screen.blank();
        }
        stated.ifPresent(file -> explained(harmless, file));
        if (!harmless.isEmpty()) {
            screen.paragraph(
                    Tone.QUIET,
                    "Also changed, and harmless by what the rows say: "
                            + byKind(harmless).entrySet().stream()
                                    .map(kind -> amount(
                                            kind.getKey(), kind.getValue().size()))
                                    .collect(Collectors.joining(", "))
                            + ". --json lists them.");
            screen.blank();
        }
        screen.line(Tone.HEADING, "Looked at");
        reviewed.coverage().forEach(this::looked);
        domains(reviewed, stated);
        if (reviewed.coverage().stream().anyMatch(ReviewPage::isOfSignIns)) {
            screen.paragraph(
                    Tone.QUIET,
                    "Of sign-ins only password sprays and tools are told here. Whether one is usual for its user says"
                            + " 'cordon judge --kind sign-in FILE.jsonl'.");
        }
        if (!bad.isEmpty()) {
            accounts(bad);
            screen.paragraph(
                    Tone.PLAIN,
                    "Is an account stolen? 'cordon respond compromised-account USER --plan' shows what would be done.");
        }
    }

    private void accounts(List<ReviewFinding> bad) {
        List<String> accounts = bad.stream()
                .map(ReviewFinding::account)
                .filter(account -> !account.isBlank())
                .map(account -> account.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        if (!accounts.isEmpty()) {
            int more = accounts.size() - MOST_FIRST;
            screen.paragraph(
                    Tone.PLAIN,
                    "Accounts that stand above: "
                            + accounts.stream()
                                    .limit(MOST_FIRST)
                                    .map(Printable::name)
                                    .collect(Collectors.joining(", "))
                            + (more > 0 ? " and " + more + " more" : "") + ".");
        }
    }

    /** "None found" where rows were read, and nothing said of files in which there are none. */
    private void nothingFound(Reviewed reviewed) {
        boolean isAnyRead =
                reviewed.coverage().stream().anyMatch(looked -> looked.from().isPresent());
        if (isAnyRead) {
            screen.paragraph(Tone.GOOD, "Nothing was found in these files that needs a look.");
        } else {
            screen.paragraph(
                    Tone.CAUTION, "NOTHING WAS REVIEWED: these files hold no row of a log that could be read.");
        }
    }

    /** What would have needed a look but for a fact. */
    private void explained(List<ReviewFinding> harmless, OrganisationFile file) {
        List<ReviewFinding> explained = harmless.stream()
                .filter(finding -> finding.reasons().stream()
                        .anyMatch(reason -> reason.signal().equals(OrganisationFacts.SIGNAL)))
                .toList();
        if (!explained.isEmpty()) {
            screen.line(Tone.HEADING, "Harmless because facts say so (" + file.path() + ")");
            explained.stream().limit(MOST_FIRST).forEach(finding -> finding(Tone.PLAIN, finding));
            more(explained.size() - MOST_FIRST);
            screen.blank();
        }
    }

    private void domains(Reviewed reviewed, Optional<OrganisationFile> stated) {
        List<String> said = stated.map(file -> file.facts().domains()).orElse(List.of());
        List<String> learnt = reviewed.domains().stream()
                .filter(domain -> !said.contains(domain))
                .toList();
        if (!said.isEmpty()) {
            screen.paragraph(Tone.QUIET, "Your own domains, as you say: " + String.join(", ", said) + ".");
        }
        if (!learnt.isEmpty()) {
            screen.paragraph(
                    Tone.QUIET,
                    "Taken for your own domains, because people there have mailboxes here: " + String.join(", ", learnt)
                            + ".");
        }
        if (reviewed.domains().isEmpty()) {
            screen.paragraph(
                    Tone.QUIET, "No row shows which domains are your own, so every address counts as outside.");
        }
    }

    private static List<ReviewFinding> of(Reviewed reviewed, Verdict verdict) {
        return reviewed.findings().stream()
                .filter(finding -> finding.verdict() == verdict)
                .toList();
    }

    private static Map<FindingKind, List<ReviewFinding>> byKind(List<ReviewFinding> findings) {
        Map<FindingKind, List<ReviewFinding>> groups = new LinkedHashMap<>();
        for (FindingKind kind : FindingKind.values()) {
            List<ReviewFinding> there =
                    findings.stream().filter(finding -> finding.kind() == kind).toList();
            if (!there.isEmpty()) {
                groups.put(kind, there);
            }
        }
        return groups;
    }

    private void group(FindingKind kind, List<ReviewFinding> findings) {
        screen.line(Tone.CAUTION, "  " + amount(kind, findings.size()));
        findings.stream().limit(MOST_OF_A_KIND).forEach(finding -> finding(Tone.PLAIN, finding));
        more(findings.size() - MOST_OF_A_KIND);
    }

    private void finding(Tone tone, ReviewFinding finding) {
        screen.paragraph(
                tone,
                "  - " + TenantReviewPage.time(finding.at()) + " "
                        + KindWords.of(finding.kind()).one() + ", " + state(finding.state())
                        + ": "
                        + Printable.name(finding.subject())
                        + by(finding));
        screen.paragraph(Tone.QUIET, "    " + finding.why());
        if (finding.state() == FindingState.REVERTED && finding.reasons().size() > 1) {
            screen.paragraph(Tone.QUIET, "    " + finding.reasons().getLast().text());
        }
    }

    private static String by(ReviewFinding finding) {
        boolean isNamed = finding.actor().isBlank() || finding.actor().equalsIgnoreCase(finding.subject());
        return (isNamed ? "" : " by " + Printable.name(finding.actor())) + TenantReviewPage.from(finding);
    }

    private void more(int number) {
        if (number > 0) {
            screen.line(Tone.QUIET, "    and " + number + " more; --json lists every one.");
        }
    }

    private void looked(Looked looked) {
        String between = looked.from()
                .flatMap(from -> looked.through()
                        .map(through -> ", " + TenantReviewPage.time(from) + " to " + TenantReviewPage.time(through)))
                .orElse("");
        screen.paragraph(
                looked.notRead().isPresent() || !looked.unreadable().isEmpty() ? Tone.CAUTION : Tone.PLAIN,
                "  " + looked.source() + ": " + log(looked) + ", "
                        + Amount.of(looked.rows(), "row", "rows") + between
                        + (looked.housekeeping() == 0 ? "" : ", " + looked.housekeeping() + " the service's own")
                        + (looked.unreadable().isEmpty()
                                ? ""
                                : ", " + looked.unreadable().size() + " UNREADABLE")
                        + ".");
        looked.notRead().ifPresent(why -> screen.paragraph(Tone.CAUTION, "    " + why));
        looked.unreadable().stream()
                .limit(MOST_ROWS)
                .map(ReviewPage::row)
                .forEach(row -> screen.paragraph(Tone.CAUTION, row));
        more(looked.unreadable().size() - MOST_ROWS);
    }

    private static String log(Looked looked) {
        return isOfSignIns(looked) ? looked.log() : looked.log().replace('-', ' ');
    }

    private static boolean isOfSignIns(Looked looked) {
        return looked.log().equals(Word.of(LogRecord.Log.SIGN_INS));
    }

    private static String row(UnreadableRow row) {
        return "    row " + row.row() + ": " + row.reason();
    }

    private static String state(FindingState state) {
        return switch (state) {
            case ACTIVE -> "still there";
            case REVERTED -> "undone since";
            case UNKNOWN -> "seen";
        };
    }

    private static String amount(FindingKind kind, int number) {
        return KindWords.of(kind).amount(number);
    }
}
