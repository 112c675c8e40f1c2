package dev.cordon.playbooks.phishing;

import dev.cordon.evidence.Acquisition;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.MailSamples.Sample;
import dev.cordon.tenant.TenantException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Seals one copy of each mail of the campaign, headers and all, before anything is removed. Where no mailbox may be read, a sample that a person
 * brought counts.
 */
final class KeepSample implements StepPerformer {
    /** The step's name. */
    static final StepId STEP = new StepId("sample");

    /** In so many mailboxes a copy is looked for before it is taken for not to be had. */
    private static final int MOST_TRIED = 5;

    private static final String WHAT = "A sample of the mail is sealed: ";
    private static final String BROUGHT = "A sample that a person brought is sealed";

    private final PhishingFile file;
    private final Supplier<Optional<ExhibitId>> brought;

    /** @param brought the newest mail that a person brought as evidence of this incident */
    KeepSample(PhishingFile file, Supplier<Optional<ExhibitId>> brought) {
        this.file = file;
        this.brought = brought;
    }

    /** The sealed sample of a mail; that of any other mail of the campaign is none of it. */
    static Optional<ExhibitId> of(RunState state, String messageId) {
        return state.step(STEP).stream()
                .flatMap(step -> step.proofs().stream())
                .filter(Proof::holds)
                .filter(proof ->
                        proof.what().equals(WHAT + messageId) || proof.what().equals(BROUGHT))
                .flatMap(proof -> proof.exhibit().stream())
                .reduce((_, later) -> later);
    }

    @Override
    public StepOutcome perform(StepContext context) throws InterruptedException {
        MailScope scope = file.scope(context.state().campaign(), context.now());
        Map<String, List<String>> mailboxes = mailboxes(context, scope);
        List<Proof> proofs = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        mailboxes.forEach((messageId, addresses) -> keep(context, messageId, addresses, proofs, missing));
        if (!missing.isEmpty() || mailboxes.isEmpty()) {
            brought.get().ifPresent(exhibit -> {
                proofs.add(context.prove(proof(context, BROUGHT, "brought by a person", exhibit)));
                missing.clear();
            });
        }
        return outcome(proofs, missing);
    }

    /** Where each mail may lie, the reporter's mailbox first. */
    private static Map<String, List<String>> mailboxes(StepContext context, MailScope scope) {
        String reporter = context.incident().account().userPrincipalName().toLowerCase(Locale.ROOT);
        Map<String, List<String>> mailboxes = new LinkedHashMap<>();
        scope.copies().stream()
                .sorted(Comparator.comparing(copy -> !copy.mailbox().equals(reporter)))
                .forEach(copy -> mailboxes
                        .computeIfAbsent(copy.messageId(), _ -> new ArrayList<>())
                        .add(copy.mailbox()));
        return mailboxes;
    }

    private void keep(
            StepContext context, String messageId, List<String> addresses, List<Proof> proofs, List<String> missing) {
        Optional<ExhibitId> sealed = of(context.state(), messageId);
        if (sealed.isPresent()) {
            proofs.add(context.prove(proof(context, WHAT + messageId, "sealed before", sealed.get())));
            return;
        }
        String why = "it lay in none of the mailboxes that were looked into";
        for (String address : addresses.stream().limit(MOST_TRIED).toList()) {
            try {
                switch (file.afterContainment().mailSamples().fetch(address, messageId)) {
                    case Sample.Found(Answer mime) -> {
                        Exhibit exhibit = seal(context, address, mime);
                        file.samples().keep(new SampleShelf.Kept(messageId, address, mime.body()));
                        proofs.add(context.prove(
                                proof(context, WHAT + messageId, "as it lay in " + address, exhibit.id())));
                        return;
                    }
                    case Sample.TooLarge _ -> why = "it is too large to be taken";
                    case Sample.NotFound _ -> {}
                }
            } catch (TenantException e) {
                if (e.failure().reason() == Failure.Reason.INTERRUPTED) {
                    throw e;
                }
                why = e.failure().meaning() + " " + e.failure().remedy();
                if (isRefusedEverywhere(e.failure())) {
                    break;
                }
            }
        }
        missing.add(messageId + ": " + why);
    }

    private static boolean isRefusedEverywhere(Failure failure) {
        return failure.reason() == Failure.Reason.MISSING_PERMISSION
                || failure.reason() == Failure.Reason.MISSING_ROLE
                || failure.reason() == Failure.Reason.NOT_AVAILABLE;
    }

    private static Exhibit seal(StepContext context, String address, Answer mime) {
        return context.seal(new Acquisition(
                "mail-sample",
                address,
                mime.request(),
                mime.requestId(),
                mime.date(),
                "message/rfc822",
                mime.body().toArray()));
    }

    private static Proof proof(StepContext context, String what, String actual, ExhibitId exhibit) {
        return new Proof(what, "sealed", actual, true, context.now(), Optional.empty(), Optional.of(exhibit));
    }

    private static StepOutcome outcome(List<Proof> proofs, List<String> missing) {
        String remedy =
                "Let the reporter save the mail as a file (.eml), bring it with 'cordon evidence import FILE --incident ID', and"
                        + " resume: nothing is removed before a sample is sealed.";
        if (proofs.isEmpty() && missing.isEmpty()) {
            return new StepOutcome.NotApplicable("No mailbox of the organisation is known to have a copy.");
        }
        if (proofs.isEmpty()) {
            return new StepOutcome.Failed("No sample could be sealed. " + String.join(" ", missing), remedy);
        }
        return missing.isEmpty()
                ? new StepOutcome.Succeeded(
                        proofs,
                        proofs.size() + (proofs.size() == 1 ? " mail is" : " mails are")
                                + " sealed with headers and attachments.")
                : new StepOutcome.Partial(
                        proofs.stream().map(Proof::what).toList(),
                        missing,
                        proofs,
                        "Not sealed: " + String.join(" ", missing),
                        remedy);
    }
}
