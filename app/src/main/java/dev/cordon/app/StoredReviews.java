package dev.cordon.app;

import dev.cordon.cli.desk.ReviewDesk;
import dev.cordon.incident.Incident;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.ReviewEntry;
import dev.cordon.response.AnswerFinding;
import dev.cordon.response.ReviewListener;
import dev.cordon.response.ReviewLog;
import dev.cordon.response.ReviewTenant;
import dev.cordon.response.TenantReview;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The reviews of an open data folder. */
final class StoredReviews implements ReviewDesk {
    private final OpenWorkspace open;
    private final Optional<String> chosen;
    private final SignInRule signIn;
    private final Actor operator = Actor.person(System.getProperty("user.name", "operator"));

    StoredReviews(OpenWorkspace open, Optional<String> chosen, SignInRule signIn) {
        this.open = open;
        this.chosen = chosen;
        this.signIn = signIn;
    }

    @Override
    public TenantReview review(Optional<Instant> since, ReviewListener listener) throws InterruptedException {
        return new ReviewTenant(open.workspace(), open.location().folder()).review(chosen, signIn::of, since, listener);
    }

    @Override
    public ReviewLog log() {
        return ReviewLog.of(open.workspace(), chosen);
    }

    @Override
    public ReviewEntry.Told dismiss(String finding, String because) {
        return new AnswerFinding(open.workspace()).dismiss(chosen, finding, because, operator);
    }

    @Override
    public Incident open(List<String> findings, Optional<String> user) {
        return new AnswerFinding(open.workspace()).open(chosen, findings, user, signIn::of);
    }

    @Override
    public void close() {
        open.close();
    }
}
