package dev.cordon.playbooks.phishing;

import dev.cordon.incident.ClickResult;
import dev.cordon.incident.Word;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.phishing.BlockProposal;
import dev.cordon.investigation.phishing.Reach;
import dev.cordon.investigation.phishing.SafeLinksUrl;
import dev.cordon.playbooks.persistence.Spelled;
import dev.cordon.procedure.journal.CampaignProgress;
import dev.cordon.procedure.journal.CaseEntry.OfCampaign;
import dev.cordon.tenant.BlockList.Blockable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a response to a phishing click would find and change, read and judged without changing or keeping anything.
 *
 * @param clicks whether each reached the page, and why
 * @param scope whom the mail reached, a line each
 * @param calls every change, in order
 * @param notSeen what could not be seen
 */
public record ClickForecast(
        List<OfCampaign.ClickJudged> clicks, List<String> scope, List<Call> calls, List<String> notSeen) {
    public ClickForecast {
        clicks = List.copyOf(clicks);
        scope = List.copyOf(scope);
        calls = List.copyOf(calls);
        notSeen = List.copyOf(notSeen);
    }

    /**
     * A change that would be made.
     *
     * @param step the step's id
     * @param what the change in words
     * @param call the call, as an administrator would make it by hand
     */
    public record Call(String step, String what, String call) {}

    /**
     * Reads and judges.
     *
     * @param said what people said
     */
    public static ClickForecast read(PhishingFile file, CampaignProgress said, Instant now)
            throws InterruptedException {
        MailScope scope = file.scope(said, now);
        List<String> notSeen = new ArrayList<>(scope.reaches().stream()
                .filter(reach -> !reach.isWhole())
                .map(Reach::inWords)
                .toList());
        ClickJudging judging = new ClickJudging(file, scope, IntakeEntries.intake(said), now);
        List<OfCampaign.ClickJudged> clicks =
                ResolveOutcome.all(judging, ResolveOutcome.people(file, said, scope, notSeen)).stream()
                        .map(ClickJudging.Judged::entry)
                        .toList();
        List<String> lines = new ArrayList<>();
        lines.add(DrawScope.inWords(scope.campaign().counts()));
        scope.campaign()
                .mails()
                .forEach(mail -> lines.add("“" + mail.subject() + "” from " + String.join(", ", mail.senders()) + " to "
                        + mail.recipients().size() + " recipients, " + mail.internetMessageId()));
        List<Call> calls = new ArrayList<>();
        clicks.stream().flatMap(click -> account(click).stream()).forEach(calls::add);
        for (BlockProposal proposal : BlockLure.advice(file, said, scope.lure(), now)) {
            block(proposal).ifPresent(calls::add);
        }
        scope.copies()
                .forEach(copy -> calls.add(new Call(
                        "purge",
                        "Move the copy of “" + copy.subject() + "” in " + copy.mailbox() + " to Recoverable Items",
                        "Get-MgUserMessage -UserId " + Spelled.quoted(copy.mailbox()) + " -Filter "
                                + Spelled.quoted("internetMessageId eq '" + copy.messageId() + "'"))));
        scope.lure().links().stream()
                .filter(link -> !link.host().isEmpty())
                .map(SafeLinksUrl::defanged)
                .distinct()
                .forEach(url -> calls.add(
                        new Call("submit", "Show Microsoft " + url, "POST /security/threatSubmission/urlThreats")));
        return new ClickForecast(clicks, lines, calls, notSeen);
    }

    private static Optional<Call> account(OfCampaign.ClickJudged click) {
        return click.result() == ClickResult.BLOCKED || !LureKinds.needAccountResponse(click)
                ? Optional.empty()
                : Optional.of(new Call(
                        "clickers",
                        "Respond to the account of " + click.user() + ": " + Word.of(click.result()),
                        "cordon respond compromised-account " + click.user() + " --plan"));
    }

    private static Optional<Call> block(BlockProposal proposal) {
        String against = proposal.against().stream().map(Reason::text).collect(Collectors.joining(" "));
        return BlockLure.blockable(proposal)
                .map(Blockable::value)
                .map(value -> new Call(
                        "block",
                        "Block " + value + " for 30 days"
                                + (against.isEmpty() ? "" : ", only after a second yes: " + against),
                        "New-TenantAllowBlockListItems -ListType " + (proposal.isOfSender() ? "Sender" : "Url")
                                + " -Block -Entries " + Spelled.quoted(value)));
    }
}
