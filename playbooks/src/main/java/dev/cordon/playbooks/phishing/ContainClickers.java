package dev.cordon.playbooks.phishing;

import dev.cordon.incident.ClickResult;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.Word;
import dev.cordon.playbooks.phishing.AccountResponses.Clicker;
import dev.cordon.playbooks.phishing.AccountResponses.Standing;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.CaseEntry.OfCampaign;
import dev.cordon.tenant.UserAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Begins a linked response to the account of everybody who reached the page, or of whom nobody can say it. Whoever only saw the block page is not
 * reset: this refuses it, unless a person answers for it.
 */
final class ContainClickers implements StepPerformer {
    private final PhishingFile file;
    private final AccountResponses responses;
    private final Optional<String> despite;

    /** @param despite why those are responded to as well who only saw the block page, in a person's words; empty where nobody wants it */
    ContainClickers(PhishingFile file, AccountResponses responses, Optional<String> despite) {
        this.file = file;
        this.responses = responses;
        this.despite = despite;
    }

    @Override
    public StepOutcome perform(StepContext context) throws InterruptedException {
        List<OfCampaign.ClickJudged> clicks = context.state().campaign().clicks();
        List<Clicker> clickers = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (OfCampaign.ClickJudged click : clicks) {
            Optional<UserAccount> user = file.person(click.user());
            if (user.isEmpty()) {
                left.add(click.user() + " has no account that is certain");
            } else if (isRespondedTo(context, click)) {
                clickers.add(new Clicker(user.get(), because(click)));
            }
        }
        clicks.stream().filter(LureKinds::handsOverDevice).forEach(click -> handOver(context, click));
        String spared = spared(context, clicks);
        if (clickers.isEmpty() && left.isEmpty()) {
            return new StepOutcome.NotApplicable(spared.isEmpty() ? "Nobody has to be responded to." : spared);
        }
        return outcome(context, responses.begin(clickers), left, spared);
    }

    private boolean isRespondedTo(StepContext context, OfCampaign.ClickJudged click) {
        if (click.result() != ClickResult.BLOCKED) {
            return LureKinds.needAccountResponse(click);
        }
        if (despite.isEmpty()) {
            return false;
        }
        String what = "The account of " + click.user() + " is responded to although he only saw the block page";
        boolean isSaid = context.state().chronicle().deviations().stream()
                .anyMatch(deviation -> deviation.what().equals(what));
        if (!isSaid) {
            context.record(new CaseEntry.Deviation(what, context.actor().name(), despite.get()));
        }
        return true;
    }

    private static String because(OfCampaign.ClickJudged click) {
        String lure = click.variant().isEmpty() ? "" : " (" + click.variant().replace('-', ' ') + ")";
        return "A phishing page, " + Word.of(click.result()) + lure + ".";
    }

    private static void handOver(StepContext context, OfCampaign.ClickJudged click) {
        String task = "device-hand-off-" + click.user();
        boolean isKnown = context.state().openTasks().containsKey(task)
                || context.state().chronicle().closedTasks().contains(task);
        if (!isKnown) {
            context.openUrgentTask(
                    task,
                    "A file was run or a command pasted on a device of " + click.user()
                            + ": take it off the network (do not switch it off, do not sign in on it), and hand it to whoever looks after"
                            + " devices, with the time of the click. Nothing is done on the device from here.",
                    "the operator, with whoever looks after devices");
        }
    }

    /** Who is not reset, and why: a reset would cost him half a day and end nothing. */
    private String spared(StepContext context, List<OfCampaign.ClickJudged> clicks) {
        List<String> blocked = clicks.stream()
                .filter(click -> click.result() == ClickResult.BLOCKED)
                .map(OfCampaign.ClickJudged::user)
                .toList();
        List<String> watched = clicks.stream()
                .filter(click -> click.result() == ClickResult.REACHED && !LureKinds.needAccountResponse(click))
                .map(OfCampaign.ClickJudged::user)
                .toList();
        List<String> sentences = new ArrayList<>();
        if (!blocked.isEmpty() && despite.isEmpty()) {
            sentences.add("Not reset, because only the block page was seen: " + String.join(", ", blocked)
                    + ". Thank whoever reported it.");
            thank(context, blocked);
        }
        if (!watched.isEmpty()) {
            sentences.add("Watched and not reset, because nothing of the account was handed over: "
                    + String.join(", ", watched) + ".");
        }
        return String.join(" ", sentences);
    }

    private static void thank(StepContext context, List<String> blocked) {
        String task = "thank";
        boolean isKnown = context.state().openTasks().containsKey(task)
                || context.state().chronicle().closedTasks().contains(task);
        if (!isKnown) {
            context.openTask(
                    task,
                    "Thank " + String.join(", ", blocked)
                            + ": the page was blocked and nothing is to be changed. Whoever is thanked reports the next one too.",
                    "the operator");
        }
    }

    private static StepOutcome outcome(
            StepContext context, List<Standing> standings, List<String> left, String spared) {
        List<Proof> proofs = new ArrayList<>();
        for (Standing standing : standings) {
            standing.incident().ifPresent(id -> proofs.add(context.prove(proof(context, standing, id))));
            standing.trouble().ifPresent(trouble -> left.add(standing.user() + ": " + trouble));
        }
        String words = "Responded to as compromised: "
                + standings.stream()
                        .flatMap(one -> one.incident().stream().map(id -> one.user() + " (" + id + ")"))
                        .collect(Collectors.joining(", "))
                + "." + (spared.isEmpty() ? "" : " " + spared);
        if (left.isEmpty()) {
            return new StepOutcome.Succeeded(proofs, words);
        }
        String trouble = String.join(" ", left);
        String remedy = "Respond to each by hand: cordon respond compromised-account USER --linked-with "
                + context.incident().id();
        return proofs.isEmpty()
                ? new StepOutcome.Failed("No account could be responded to. " + trouble, remedy)
                : new StepOutcome.Partial(
                        proofs.stream().map(Proof::what).toList(), left, proofs, words + " " + trouble, remedy);
    }

    private static Proof proof(StepContext context, Standing standing, IncidentId id) {
        return new Proof(
                "A response to " + standing.user() + " is in the journal",
                "an incident that is linked with this one",
                id + standing.state().map(state -> ", " + Word.of(state)).orElse(""),
                true,
                context.now(),
                Optional.empty(),
                Optional.empty());
    }
}
