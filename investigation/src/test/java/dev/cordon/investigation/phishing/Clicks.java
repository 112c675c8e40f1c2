package dev.cordon.investigation.phishing;

import dev.cordon.investigation.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fixture catalogue: Anna got a mail with a link three hours ago. */
final class Clicks {
    static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    static final Instant CLICKED = NOW.minus(Duration.ofHours(3));
    static final String ANNA = "anna.berg@contoso.example";
    static final String BO = "bo.lund@contoso.example";
    static final String LINK = "https://evil.example/login?u=anna";
    static final Lure LURE = new Lure(
            Set.of("billing@evil.example"),
            Set.of("Invoice 4711"),
            Set.of("<m1@evil.example>"),
            Set.of(),
            List.of(SafeLinksUrl.of(LINK)));

    static final Reach REPORT_READ = new Reach.Read(
            Source.SAFE_LINKS_REPORT,
            NOW.minus(Duration.ofDays(7)),
            Optional.of(NOW.minus(Duration.ofHours(1))),
            NOW,
            4,
            Optional.empty());
    static final Reach HUNTING_READ = new Reach.Read(
            Source.HUNTING,
            NOW.minus(Duration.ofDays(30)),
            Optional.of(NOW.minusSeconds(600)),
            NOW,
            4,
            Optional.empty());
    static final Reach HUNTING_NOT_LICENSED = new Reach.NotLicensed(
            Source.HUNTING, "Who clicked is seen at once only with Defender for Office 365 Plan 2.");
    static final Reach REPORT_NOT_LICENSED =
            new Reach.NotLicensed(Source.SAFE_LINKS_REPORT, "Clicks are recorded only with Defender for Office 365.");

    private Clicks() {}

    static ClickRecord click(ClickAction action) {
        return click(ANNA, LINK, action, CLICKED);
    }

    static ClickRecord click(String user, String url, ClickAction action, Instant at) {
        return new ClickRecord(Source.SAFE_LINKS_REPORT, at, user, url, action, action.name(), "");
    }

    /** What a user said: every question of harm, and whether a page came, denied, but for the given answers. */
    static Interview denying(Map<Question, Answer> but) {
        Map<Question, Answer> answers = new EnumMap<>(Question.class);
        Question.ofHarm().forEach(question -> answers.put(question, Answer.NO));
        answers.put(Question.PAGE_SEEN, Answer.NO);
        answers.putAll(but);
        return new Interview(ANNA, Optional.of(CLICKED), "laptop", answers);
    }

    static Interview saying(Question question, Answer answer) {
        return new Interview(ANNA, Optional.of(CLICKED), "laptop", Map.of(question, answer));
    }

    /** Evidence to change from: nothing was asked, nothing is recorded, the Safe Links report was read. */
    static Draft evidence() {
        return new Draft();
    }

    /** Evidence being described. */
    static final class Draft {
        private Interview interview = Interview.notAsked(ANNA);
        private Arrival arrival = Arrival.MAIL;
        private Lure lure = LURE;
        private final List<ClickRecord> clicks = new ArrayList<>();
        private Optional<PostClickSignIns> afterwards = Optional.empty();
        private List<Reach> reaches = List.of(REPORT_READ, HUNTING_NOT_LICENSED);

        Draft said(Interview newInterview) {
            interview = newInterview;
            return this;
        }

        Draft came(Arrival newArrival) {
            arrival = newArrival;
            return this;
        }

        Draft of(Lure newLure) {
            lure = newLure;
            return this;
        }

        Draft recorded(ClickRecord... records) {
            clicks.addAll(List.of(records));
            return this;
        }

        Draft after(PostClickSignIns newAfterwards) {
            afterwards = Optional.of(newAfterwards);
            return this;
        }

        Draft read(Reach... newReaches) {
            reaches = List.of(newReaches);
            return this;
        }

        ClickEvidence made() {
            return new ClickEvidence(ANNA, Set.of(), interview, arrival, lure, clicks, afterwards, reaches, NOW);
        }

        ClickOutcome resolved() {
            return OutcomeResolver.resolve(made());
        }
    }
}
