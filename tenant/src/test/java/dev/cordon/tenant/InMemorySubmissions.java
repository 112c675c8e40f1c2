package dev.cordon.tenant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Submissions in memory: the same twice is refused as too soon. One thread. */
public final class InMemorySubmissions implements Submissions {
    private final Map<String, Submission> taken = new HashMap<>();
    private final Set<Object> shown = new HashSet<>();

    /** Microsoft has made up its mind about every submission. */
    public InMemorySubmissions judges(String verdict) {
        taken.replaceAll((_, each) -> new Submission(
                each.kind(), each.id(), Status.SUCCEEDED, "succeeded", verdict, each.createdAt(), each.answer()));
        return this;
    }

    public int taken() {
        return taken.size();
    }

    @Override
    public Submission submit(Mail mail, Category category) {
        return take(Kind.MAIL, mail);
    }

    @Override
    public Submission submitUrl(String url, Category category) {
        if (!url.contains("://")) {
            throw new IllegalArgumentException("Not the address of a page: " + url);
        }
        return take(Kind.URL, url);
    }

    private Submission take(Kind kind, Object what) {
        if (!shown.add(what)) {
            throw Made.refusal("Submit", Failure.Reason.THROTTLED);
        }
        Submission submission = new Submission(
                kind,
                "submission-" + (taken.size() + 1),
                Status.RUNNING,
                "running",
                "underInvestigation",
                Optional.of(Made.NOW),
                Made.answer("POST threatSubmission"));
        taken.put(submission.id(), submission);
        return submission;
    }

    @Override
    public Reading<Optional<Submission>> find(Kind kind, String id) {
        return Made.reading(
                "GET threatSubmission", Optional.ofNullable(taken.get(id)).filter(each -> each.kind() == kind));
    }
}
