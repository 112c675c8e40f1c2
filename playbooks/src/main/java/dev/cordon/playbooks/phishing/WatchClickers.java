package dev.cordon.playbooks.phishing;

import dev.cordon.investigation.phishing.PostClickSignIns;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.procedure.journal.CaseEntry.OfCampaign;
import dev.cordon.procedure.journal.Recheck;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Has the clicks looked at again for 72 hours: sign-ins after the click arrive late, the Safe Links report is a day old, and who clicks tomorrow is
 * not known today.
 */
final class WatchClickers implements StepPerformer {
    /** From the end of the first run on. */
    private static final Map<String, Duration> LOOKS = looks();

    private static Map<String, Duration> looks() {
        Map<String, Duration> looks = new LinkedHashMap<>();
        looks.put("clicks-+1h", Duration.ofHours(1));
        looks.put("clicks-+24h", Duration.ofDays(1));
        looks.put("clicks-+48h", Duration.ofDays(2));
        looks.put("clicks-+72h", PostClickSignIns.WATCHED.plusMinutes(30));
        return looks;
    }

    @Override
    public StepOutcome perform(StepContext context) {
        List<OfCampaign.ClickJudged> watched = context.state().campaign().clicks().stream()
                .filter(click -> click.result().isTreatedAsReached())
                .toList();
        if (watched.isEmpty()) {
            return new StepOutcome.NotApplicable("Nobody reached the page, so nobody is watched.");
        }
        Instant now = context.now();
        Instant last = now;
        for (Map.Entry<String, Duration> look : LOOKS.entrySet()) {
            Instant due = due(context, look, now);
            last = due.isAfter(last) ? due : last;
        }
        Proof proof = context.prove(new Proof(
                "The clicks are looked at again",
                "re-checks for 72 hours",
                "the last one is due at " + last,
                true,
                now,
                Optional.empty(),
                Optional.empty()));
        return new StepOutcome.Succeeded(
                List.of(proof),
                watched.size() + (watched.size() == 1 ? " person is" : " people are") + " watched until " + last + ".");
    }

    /** One that is planned already stays where it is: the clock runs from the first run on. */
    private static Instant due(StepContext context, Map.Entry<String, Duration> look, Instant now) {
        Recheck known = context.state().rechecks().get(look.getKey());
        if (known != null) {
            return known.dueAt();
        }
        Instant due = now.plus(look.getValue());
        context.scheduleRecheck(look.getKey(), due);
        return due;
    }
}
