package dev.cordon.playbooks.phishing;

import dev.cordon.evidence.Acquisition;
import dev.cordon.evidence.Exhibit;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.procedure.journal.CaseEntry.OfCampaign;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Seals what people said of the mail, so that it can be held against the logs later. */
final class TakeIntake implements StepPerformer {
    @Override
    public StepOutcome perform(StepContext context) {
        List<OfCampaign.Answered> answers = context.state().campaign().answers();
        List<OfCampaign.Answered> said =
                answers.stream().filter(IntakeEntries::isSaid).toList();
        if (said.isEmpty()) {
            return new StepOutcome.NotApplicable(
                    "Nobody was asked: all that follows is what the tenant's logs say. With --answers FILE, or at a terminal, people's"
                            + " answers count too.");
        }
        String text = answers.stream()
                .map(one -> (one.user().isEmpty() ? "mail" : one.user()) + "\t" + one.question() + "\t" + one.answer()
                        + "\t" + one.source())
                .collect(Collectors.joining("\n", "", "\n"));
        Exhibit exhibit = context.seal(new Acquisition(
                "phishing-answers",
                context.incident().account().objectId(),
                "what people said when the click was reported",
                Optional.empty(),
                context.now(),
                "text/tab-separated-values",
                text.getBytes(StandardCharsets.UTF_8)));
        Proof proof = context.prove(new Proof(
                "What was said is sealed",
                "sealed",
                said.size() + (said.size() == 1 ? " answer" : " answers"),
                true,
                context.now(),
                Optional.empty(),
                Optional.of(exhibit.id())));
        return new StepOutcome.Succeeded(
                List.of(proof), said.size() + (said.size() == 1 ? " answer was" : " answers were") + " taken down.");
    }
}
