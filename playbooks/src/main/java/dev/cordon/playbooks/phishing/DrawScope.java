package dev.cordon.playbooks.phishing;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.DeliveryResult;
import dev.cordon.investigation.phishing.Campaign;
import dev.cordon.investigation.phishing.CampaignMail;
import dev.cordon.investigation.phishing.CampaignRecipient;
import dev.cordon.investigation.phishing.Fate;
import dev.cordon.investigation.phishing.Lure;
import dev.cordon.investigation.phishing.Reach;
import dev.cordon.investigation.phishing.SafeLinksUrl;
import dev.cordon.playbooks.casefile.Sealing;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.procedure.journal.CampaignProgress;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.CaseEntry.OfCampaign;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds out whom the mail reached and who clicked, seals what was read, and says what could not be. */
final class DrawScope implements StepPerformer {
    private final PhishingFile file;

    DrawScope(PhishingFile file) {
        this.file = file;
    }

    @Override
    public StepOutcome perform(StepContext context) throws InterruptedException {
        if (context.state()
                .step(context.step().id())
                .filter(step -> step.attempts() > 1)
                .isPresent()) {
            file.forgetScope();
        }
        CampaignProgress before = context.state().campaign();
        MailScope scope = file.scope(before, context.now());
        Optional<ExhibitId> sealed = seal(context, scope);
        describe(context, before, scope.lure());
        recipients(context, before, scope);
        reaches(context, before, scope.reaches());
        lookAlikes(context, scope.campaign().lookingLike());
        return outcome(context, scope, sealed);
    }

    /** The first of them stands for all: each is an exhibit of its own. */
    private static Optional<ExhibitId> seal(StepContext context, MailScope scope) {
        Optional<ExhibitId> first = Optional.empty();
        for (MailScope.Seen seen : scope.readings()) {
            Optional<ExhibitId> exhibit = Sealing.of(
                            context, seen.kind(), context.incident().account().objectId(), seen.reading())
                    .last();
            first = first.or(() -> exhibit);
        }
        return first;
    }

    private static void describe(StepContext context, CampaignProgress before, Lure lure) {
        Map<String, List<String>> marks = new LinkedHashMap<>();
        marks.put("sender", lure.senders().stream().sorted().toList());
        marks.put("subject", lure.subjects().stream().sorted().toList());
        marks.put(
                "url",
                lure.links().stream().map(SafeLinksUrl::defanged).distinct().toList());
        marks.put("message-id", lure.internetMessageIds().stream().sorted().toList());
        marks.put(
                "network-message-id", lure.networkMessageIds().stream().sorted().toList());
        var described = new OfCampaign.LureDescribed(marks);
        if (!described.marks().equals(before.marks())) {
            context.record(described);
        }
    }

    private static void recipients(StepContext context, CampaignProgress before, MailScope scope) {
        for (CampaignRecipient recipient : scope.campaign().recipients()) {
            for (CampaignMail mail : scope.campaign().mails()) {
                recipient.addresses().stream()
                        .filter(address ->
                                recipient.inside() && mail.recipients().contains(address))
                        .map(address -> new OfCampaign.MailFound(
                                address,
                                scope.headerId(mail),
                                result(recipient.fate()),
                                Optional.of(mail.receivedAt()),
                                "message trace, quarantine and Defender, as far as they could be read"))
                        .filter(found -> !before.mails().contains(found))
                        .forEach(context::record);
            }
        }
    }

    /** None of them is removed by itself: an innocent answer would go with them. */
    private static void lookAlikes(StepContext context, List<CampaignMail> mails) {
        if (mails.isEmpty()) {
            return;
        }
        String task = "looking-like";
        String text = "These only look like the mail, and were left: "
                + mails.stream()
                        .limit(10)
                        .map(mail -> "“" + mail.subject() + "” from " + String.join(", ", mail.senders()) + " to "
                                + String.join(", ", mail.recipients()) + " (" + mail.internetMessageId() + "): "
                                + mail.reasons().getFirst().text())
                        .collect(Collectors.joining("; "))
                + (mails.size() > 10 ? "; and " + (mails.size() - 10) + " more" : "")
                + ". Look at them; one that belongs to it is removed by a response with its message id in the answers file.";
        boolean isKnown = Optional.ofNullable(context.state().openTasks().get(task))
                        .filter(open -> open.text().equals(text))
                        .isPresent()
                || context.state().chronicle().closedTasks().contains(task);
        if (!isKnown) {
            context.openTask(task, text, "the operator");
        }
    }

    private static DeliveryResult result(Fate fate) {
        return switch (fate) {
            case DELIVERED -> DeliveryResult.DELIVERED;
            case JUNKED, QUARANTINED -> DeliveryResult.FILTERED;
            case REMOVED -> DeliveryResult.REMOVED;
            case FAILED -> DeliveryResult.FAILED;
            case PENDING, UNKNOWN -> DeliveryResult.UNKNOWN;
        };
    }

    private static void reaches(StepContext context, CampaignProgress before, List<Reach> reaches) {
        for (Reach reach : reaches) {
            reach.through().ifPresent(through -> context.record(new CaseEntry.LogsThrough(log(reach), through)));
            String because = reach.isWhole() ? "" : reach.inWords();
            String known = before.notSeen().getOrDefault(reach.source().inWords(), "");
            if (!because.equals(known)) {
                context.record(new OfCampaign.NotSeen(reach.source().inWords(), because));
            }
        }
    }

    private static String log(Reach reach) {
        return switch (reach.source()) {
            case HUNTING -> "hunting";
            case SAFE_LINKS_REPORT -> "safeLinksReport";
            case MESSAGE_TRACE -> "messageTrace";
            case QUARANTINE -> "quarantine";
            case SIGN_INS -> "signIns";
            case DIRECTORY_AUDIT -> "directoryAudits";
            case INTERVIEW, MAILBOX, REPORT -> "reported";
        };
    }

    private static StepOutcome outcome(StepContext context, MailScope scope, Optional<ExhibitId> sealed) {
        Campaign campaign = scope.campaign();
        String words = inWords(campaign.counts());
        if (campaign.mails().isEmpty()) {
            String missing = scope.lure().isEmpty()
                    ? "Nothing is known by which the mail could be found: neither a sender nor a subject, link or message id, and no"
                            + " recorded click of those who were named."
                    : "No mail was found by what is known of it.";
            return new StepOutcome.Partial(
                    List.of(),
                    List.of(missing),
                    List.of(),
                    missing + " " + String.join(" ", campaign.completeness()),
                    "Ask the reporter for the sender, the subject or the link, and respond with --answers FILE.");
        }
        Proof proof = context.prove(new Proof(
                "Whom the mail reached",
                "recipients and clicks of it, from every source that could be read",
                words,
                true,
                context.now(),
                Optional.empty(),
                sealed));
        List<String> missing = scope.reaches().stream()
                .filter(reach -> !reach.isWhole())
                .map(Reach::inWords)
                .toList();
        return missing.isEmpty()
                ? new StepOutcome.Succeeded(List.of(proof), words)
                : new StepOutcome.Partial(
                        List.of(words),
                        missing,
                        List.of(proof),
                        words + " Not seen: " + String.join(" ", missing),
                        "What a licence would show is not there to be read; what failed is read again by 'cordon incident resume'.");
    }

    static String inWords(Campaign.Counts counts) {
        List<String> parts = new ArrayList<>();
        parts.add(counts.recipients() + (counts.recipients() == 1 ? " recipient" : " recipients"));
        parts.add(counts.delivered() + " delivered");
        parts.add(counts.filtered() + " filtered");
        parts.add(counts.removed() + " removed by others");
        if (counts.failed() > 0) {
            parts.add(counts.failed() + " never arrived");
        }
        if (counts.unknown() > 0) {
            parts.add(counts.unknown() + " not known");
        }
        parts.add(counts.clicked() + " recorded as having clicked");
        return String.join(", ", parts) + ".";
    }
}
