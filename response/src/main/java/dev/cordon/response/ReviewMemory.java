package dev.cordon.response;

import dev.cordon.incident.IncidentId;
import dev.cordon.incident.Word;
import dev.cordon.investigation.Confidence;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.review.FindingKind;
import dev.cordon.investigation.review.FindingState;
import dev.cordon.investigation.review.ReviewFinding;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.ReviewEntry;
import dev.cordon.procedure.journal.ReviewEntry.Told;
import dev.cordon.procedure.journal.RunJournal;
import dev.cordon.response.TenantReview.Item;
import dev.cordon.response.TenantReview.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What the journal says of a tenant's reviews: when they were, what they told, and what people answered. Immutable. */
final class ReviewMemory {
    private final List<Recorded> made = new ArrayList<>();
    private final Map<String, Recorded> answers = new HashMap<>();
    private final Map<String, Instant> firstTold = new HashMap<>();
    private final Map<String, Told> told = new HashMap<>();
    private final Map<Long, List<Told>> asked = new HashMap<>();
    private final Predicate<IncidentId> hasEnded;

    private ReviewMemory(Predicate<IncidentId> hasEnded) {
        this.hasEnded = hasEnded;
    }

    /** What is known of {@code tenant}. */
    static ReviewMemory of(Workspace workspace, String tenant) {
        return of(
                workspace.journal(),
                tenant,
                incident ->
                        new Incidents(workspace).show(incident).state().state().isEnded());
    }

    /** The same, where {@code hasEnded} says whether an incident is closed. */
    static ReviewMemory of(RunJournal journal, String tenant, Predicate<IncidentId> hasEnded) {
        var memory = new ReviewMemory(hasEnded);
        entries(journal).forEach(recorded -> memory.take(recorded, tenant));
        return memory;
    }

    private static List<Recorded> entries(RunJournal journal) {
        return journal.incidents().stream()
                .filter(IncidentId::isReview)
                .flatMap(review -> journal.entries(review).stream())
                .sorted(Comparator.comparingLong(Recorded::sequence))
                .toList();
    }

    private void take(Recorded recorded, String tenant) {
        if (!(recorded.entry() instanceof ReviewEntry entry) || !entry.tenant().equals(tenant)) {
            return;
        }
        switch (entry) {
            case ReviewEntry.ReviewMade review -> {
                made.add(recorded);
                asked.put(
                        recorded.sequence(),
                        review.told().stream()
                                .filter(each -> !isDismissed(each))
                                .toList());
                review.told().forEach(each -> {
                    firstTold.putIfAbsent(each.id(), recorded.at());
                    told.put(each.id(), each);
                });
            }
            case ReviewEntry.FindingDismissed dismissed ->
                answers.put(dismissed.finding().id(), recorded);
            case ReviewEntry.FindingOpened opened ->
                answers.put(opened.finding().id(), recorded);
        }
    }

    /** Every review, the oldest first. */
    List<Recorded> made() {
        return List.copyOf(made);
    }

    /** The last review. */
    Optional<Recorded> last() {
        return made.isEmpty() ? Optional.empty() : Optional.of(made.getLast());
    }

    /** Until when a source was read without a gap: a review that began behind that has left one, however far it went. */
    Optional<Instant> readUntil(String source) {
        Optional<Instant> until = Optional.empty();
        for (Recorded recorded : made) {
            ReviewEntry.ReviewMade review = (ReviewEntry.ReviewMade) recorded.entry();
            boolean isRead = review.sources().stream()
                    .anyMatch(
                            each -> each.name().equals(source) && each.notRead().isEmpty());
            if (isRead && until.filter(review.from()::isAfter).isEmpty()) {
                until = Optional.of(review.until());
            }
        }
        return until;
    }

    /** What a review told, without what was dismissed before and had not changed since. */
    List<Told> asked(Recorded review) {
        return asked.getOrDefault(review.sequence(), List.of());
    }

    /** Whether somebody said that it is nothing, and the last review that told it knew no more of it. */
    boolean isDismissed(String id) {
        return find(id).filter(this::isDismissed).isPresent();
    }

    private boolean isDismissed(Told finding) {
        Recorded answer = answers.get(finding.id());
        return answer != null
                && answer.entry() instanceof ReviewEntry.FindingDismissed dismissed
                && changed(dismissed.finding(), finding(finding)).isEmpty();
    }

    /** A finding that a review told, with the review that told it last. */
    Optional<Told> find(String id) {
        return Optional.ofNullable(told.get(id));
    }

    /** The ids of all that was told. */
    Set<String> ids() {
        return Set.copyOf(told.keySet());
    }

    /** The review that told it last. */
    Recorded reviewOf(String id) {
        return made.reversed().stream()
                .filter(recorded -> ((ReviewEntry.ReviewMade) recorded.entry())
                        .told().stream().anyMatch(each -> each.id().equals(id)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no review told " + id));
    }

    /** Every finding with its id and what is remembered of it, and those of earlier reviews that are not settled. */
    List<Item> items(List<ReviewFinding> findings) {
        List<Item> items = new ArrayList<>();
        FindingIds ids = new FindingIds();
        for (ReviewFinding finding : findings) {
            String id = ids.next(finding);
            items.add(new Item(id, finding, standing(id, finding, true)));
        }
        told.values().stream()
                .filter(each -> !ids.contain(each.id()))
                .map(each -> new Item(each.id(), finding(each), standing(each.id(), finding(each), false)))
                .filter(item -> !isSettled(item.standing()))
                .forEach(items::add);
        items.sort(Comparator.comparing(Item::finding, ReviewFinding.ORDER).thenComparing(Item::id));
        return List.copyOf(items);
    }

    /** Whether nothing is left to do about it. */
    private static boolean isSettled(Standing standing) {
        return switch (standing) {
            case Standing.Dismissed _ -> true;
            case Standing.Opened opened -> opened.hasEnded();
            case Standing.New _, Standing.ToldBefore _, Standing.Changed _ -> false;
        };
    }

    private Standing standing(String id, ReviewFinding finding, boolean isSeen) {
        Recorded answer = answers.get(id);
        if (answer == null) {
            return Optional.ofNullable(firstTold.get(id))
                    .<Standing>map(since -> new Standing.ToldBefore(since, isSeen))
                    .orElseGet(Standing.New::new);
        }
        return switch (answer.entry()) {
            case ReviewEntry.FindingDismissed dismissed -> {
                Optional<String> changed = changed(dismissed.finding(), finding);
                yield changed.isPresent()
                        ? new Standing.Changed(answer.at(), dismissed.because(), changed.get())
                        : new Standing.Dismissed(answer.at(), answer.actor().name(), dismissed.because());
            }
            case ReviewEntry.FindingOpened opened -> {
                boolean isClosed = hasEnded.test(opened.incident());
                Optional<String> changed = isClosed ? changed(opened.finding(), finding) : Optional.empty();
                yield changed.isPresent()
                        ? new Standing.Changed(
                                answer.at(), opened.incident() + " was opened for it and is closed", changed.get())
                        : new Standing.Opened(answer.at(), opened.incident(), isClosed);
            }
            case ReviewEntry.ReviewMade _, EngineEntry _, CaseEntry _ -> new Standing.New();
        };
    }

    /** What is known now and was not known when somebody answered; empty where nothing is. */
    private static Optional<String> changed(Told then, ReviewFinding now) {
        List<String> more = new ArrayList<>();
        if (now.verdict().compareTo(Verdict.valueOf(then.verdict().name())) > 0) {
            more.add("It is judged worse than then.");
        }
        if (now.state() == FindingState.ACTIVE && !then.state().equals(Word.of(FindingState.ACTIVE))) {
            more.add("It is there again.");
        }
        long rows = newRows(then, now);
        if (rows > 0) {
            more.add(rows == 1 ? "There is a new row about it." : "There are " + rows + " new rows about it.");
        }
        return more.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", more));
    }

    /** Those that are not listed count too: a finding lists the oldest rows only. */
    private static long newRows(Told then, ReviewFinding now) {
        Set<String> known = Set.copyOf(then.recordIds());
        long listed = now.recordIds().stream().filter(id -> !known.contains(id)).count();
        long more = now.recordIds().size() + now.unlisted() - then.recordIds().size() - then.unlisted();
        return Math.max(listed, more);
    }

    /** What the journal keeps of an item. */
    static Told told(Item item) {
        ReviewFinding finding = item.finding();
        return new Told(
                item.id(),
                Word.of(finding.kind()),
                finding.subject(),
                Word.of(finding.state()),
                finding.recordIds(),
                finding.unlisted(),
                finding.actor(),
                finding.account(),
                finding.at(),
                dev.cordon.procedure.Verdict.valueOf(finding.verdict().name()),
                Word.of(finding.confidence()),
                finding.reasons().stream()
                        .map(reason -> new ReviewEntry.Why(reason.signal(), reason.text(), reason.technique()))
                        .toList());
    }

    private static ReviewFinding finding(Told told) {
        return new ReviewFinding(
                Word.find(FindingKind.class, told.kind()).orElse(FindingKind.AUDIT_CHANGE),
                told.subject(),
                Word.find(FindingState.class, told.state()).orElse(FindingState.UNKNOWN),
                told.recordIds(),
                told.unlisted(),
                told.actor(),
                told.at(),
                Verdict.valueOf(told.verdict().name()),
                Word.find(Confidence.class, told.confidence()).orElse(Confidence.UNKNOWN),
                told.reasons().stream()
                        .map(why -> new Reason(why.signal(), why.text(), why.technique()))
                        .toList(),
                told.account());
    }
}
