package dev.cordon.playbooks.phishing;

import dev.cordon.incident.ClickResult;
import dev.cordon.incident.Word;
import dev.cordon.investigation.phishing.CampaignRecipient;
import dev.cordon.playbooks.reading.Together;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.procedure.journal.CampaignProgress;
import dev.cordon.procedure.journal.CaseEntry.OfCampaign;
import dev.cordon.tenant.UserAccount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;

/** Judges for each who was named, was asked or is recorded as having clicked whether he reached the page. */
final class ResolveOutcome implements StepPerformer {
    private final PhishingFile file;

    ResolveOutcome(PhishingFile file) {
        this.file = file;
    }

    @Override
    public StepOutcome perform(StepContext context) throws InterruptedException {
        CampaignProgress before = context.state().campaign();
        MailScope scope = file.scope(before, context.now());
        List<String> notFound = new ArrayList<>();
        List<UserAccount> people = people(file, before, scope, notFound);
        ClickJudging judging = new ClickJudging(file, scope, IntakeEntries.intake(before), context.now());
        List<Proof> proofs = new ArrayList<>();
        for (ClickJudging.Judged judged : all(judging, people)) {
            OfCampaign.ClickJudged entry = judged.entry();
            if (!before.clicks().contains(entry)) {
                context.record(entry);
            }
            proofs.add(context.prove(proof(context, entry)));
        }
        String words = inWords(context.state().campaign());
        return notFound.isEmpty()
                ? new StepOutcome.Succeeded(proofs, words)
                : new StepOutcome.Partial(
                        proofs.stream().map(Proof::what).toList(),
                        notFound,
                        proofs,
                        words + " No account of the directory was found for " + String.join(", ", notFound) + ".",
                        "Find out who that is, and respond with his sign-in name.");
    }

    /** Whoever was named first; each once. */
    static List<UserAccount> people(
            PhishingFile file, CampaignProgress campaign, MailScope scope, List<String> notFound) {
        Map<String, UserAccount> people = new LinkedHashMap<>();
        file.named(campaign).forEach(user -> people.putIfAbsent(user.objectId(), user));
        for (CampaignRecipient clicker : scope.campaign().clickers()) {
            if (clicker.inside()) {
                Optional<UserAccount> user = file.person(clicker.person());
                user.ifPresentOrElse(
                        found -> people.putIfAbsent(found.objectId(), found), () -> notFound.add(clicker.person()));
            }
        }
        return List.copyOf(people.values());
    }

    static List<ClickJudging.Judged> all(ClickJudging judging, List<UserAccount> people) throws InterruptedException {
        List<Future<ClickJudging.Judged>> begun = new ArrayList<>();
        List<ClickJudging.Judged> judged = new ArrayList<>();
        try (Together together = new Together()) {
            people.forEach(user -> begun.add(together.start(() -> judging.judge(user))));
            for (Future<ClickJudging.Judged> one : begun) {
                judged.add(Together.result(one));
            }
        }
        return judged;
    }

    private static Proof proof(StepContext context, OfCampaign.ClickJudged judged) {
        return new Proof(
                "Whether " + judged.user() + " reached the page",
                "a result with its reasons",
                Word.of(judged.result()) + ": " + String.join(" ", judged.reasons()),
                true,
                context.now(),
                Optional.empty(),
                Optional.empty());
    }

    private static String inWords(CampaignProgress campaign) {
        return count(campaign, ClickResult.REACHED) + " reached, " + count(campaign, ClickResult.UNKNOWN)
                + " unknown (treated as reached), " + count(campaign, ClickResult.BLOCKED) + " blocked.";
    }

    private static long count(CampaignProgress campaign, ClickResult result) {
        return campaign.clicks().stream()
                .filter(click -> click.result() == result)
                .count();
    }
}
