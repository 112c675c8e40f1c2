package dev.cordon.playbooks.account;

import dev.cordon.incident.Account;
import dev.cordon.incident.IncidentState;
import dev.cordon.incident.Word;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.casefile.Sealing;
import dev.cordon.playbooks.containment.Proofs;
import dev.cordon.playbooks.preflight.Circumstance;
import dev.cordon.playbooks.preflight.PreFlightCard;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.playbooks.reading.Together;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.tenant.Mailbox;
import dev.cordon.tenant.UserAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes sure who the account is and what may be done with it, and seals the few values that revoke and reset overwrite: sessions-valid-from,
 * last password change, user risk.
 */
public final class PreFlight implements StepPerformer {
    private final CaseFile file;

    public PreFlight(CaseFile file) {
        this.file = file;
    }

    @Override
    public StepOutcome perform(StepContext context) throws InterruptedException {
        PreFlightCard card = file.card();
        Proof proof = seal(context, card);
        rememberMailbox(context, card);
        openTasks(context, card);
        if (!proof.holds()) {
            return new StepOutcome.Failed(
                    "The directory answered with another account than the incident is about.",
                    "Nothing was changed. Open a new incident for the right account.");
        }
        if (card.refusal().isPresent()) {
            changeState(context, IncidentState.NEEDS_OPERATOR, card.refusal().get());
            context.openUrgentTask(
                    "act-by-another", card.refusal().get(), "an administrator who may act on this account");
            return refused(card, card.refusal().get());
        }
        changeState(context, IncidentState.CONTAINING, "The account is named and may be acted on.");
        return new StepOutcome.Succeeded(List.of(proof), inWords(card));
    }

    /** Our own changes are changes too: only what was read before the first of them says what others did. */
    private static void rememberMailbox(StepContext context, PreFlightCard card) {
        if (context.state().effects().isEmpty()) {
            card.mailbox()
                    .value()
                    .flatMap(Function.identity())
                    .flatMap(Mailbox::changedAt)
                    .ifPresent(at -> context.record(new CaseEntry.MailboxChanged(at)));
        }
    }

    private static StepOutcome refused(PreFlightCard card, String why) {
        String kept = "Evidence is collected all the same; nothing else was changed.";
        return card.lacksRole()
                ? new StepOutcome.Failed(
                        why,
                        "Have the role User Administrator or Authentication Administrator assigned to "
                                + card.caller().name() + ", then sign in again. " + kept,
                        StepOutcome.Failed.Cause.NOT_PERMITTED)
                : new StepOutcome.Failed(why, kept);
    }

    private static void changeState(StepContext context, IncidentState to, String because) {
        IncidentState from = context.state().state();
        if (from == IncidentState.OPEN || from == IncidentState.NEEDS_OPERATOR || from == IncidentState.REOPENED) {
            if (from != to) {
                context.record(new CaseEntry.StateChanged(from, to, because));
            }
        }
    }

    private Proof seal(StepContext context, PreFlightCard card) {
        Account account = context.incident().account();
        String id = account.objectId();
        UserAccount user = card.user();
        List<Supplier<Sealing>> seals = new ArrayList<>();
        seals.add(() -> Sealing.of(context, "account", id, file.account()));
        card.risk().findReading().ifPresent(reading -> seals.add(() -> Sealing.of(context, "user-risk", id, reading)));
        card.roles().findReading().ifPresent(reading -> seals.add(() -> Sealing.of(context, "roles", id, reading)));
        card.mailbox().findReading().ifPresent(reading -> seals.add(() -> Sealing.of(context, "mailbox", id, reading)));
        return Proofs.of(
                context,
                file.account(),
                Together.all(seals).getFirst(),
                "The account (" + describe(user) + ")",
                id,
                user.objectId(),
                user.objectId().equalsIgnoreCase(id));
    }

    private static String describe(UserAccount user) {
        return user.displayName() + ", " + user.userPrincipalName()
                + user.department().map(department -> ", " + department).orElse("")
                + user.manager()
                        .map(manager -> ", manager " + manager.displayName())
                        .orElse("");
    }

    private void openTasks(StepContext context, PreFlightCard card) throws InterruptedException {
        for (Circumstance circumstance : card.circumstances()) {
            task(circumstance, card)
                    .ifPresent(text -> context.openTask("circumstance-" + Word.of(circumstance), text, "the operator"));
        }
        List<String> unknown = unknown(card);
        if (!unknown.isEmpty()) {
            context.openTask(
                    "circumstances-unread",
                    "What could not be read may make this account another case than it seems: find out "
                            + String.join("; ", unknown) + ".",
                    "the operator");
        }
    }

    private static List<String> unknown(PreFlightCard card) {
        List<String> unknown = new ArrayList<>();
        if (card.roles() instanceof Attempt.Unread) {
            unknown.add("whether it holds a directory role, and whether it is the last Global Administrator");
        }
        if (card.federated() instanceof Attempt.Unread) {
            unknown.add("whether its domain is federated, so that its password lives with an identity provider");
        }
        if (card.mailbox() instanceof Attempt.Unread) {
            unknown.add("whether its mailbox is shared, or a room's or a piece of equipment's, or on premises");
        }
        return unknown;
    }

    private Optional<String> task(Circumstance circumstance, PreFlightCard card) throws InterruptedException {
        return switch (circumstance) {
            case GUEST ->
                Optional.of(
                        "Tell the guest's home tenant: the revoke here does not reach the session there. The guest's mailbox and sign-ins there"
                                + " stand in no log of ours: whether an attacker is in them cannot be judged from here.");
            case SYNCHRONISED ->
                Optional.of(
                        "The account is synchronised: make the same change in the on-premises directory, and look again after the next synchronisation.");
            case FEDERATED ->
                Optional.of(
                        "Reset the password and end the sessions at the identity provider; its log shows where the attacker signed in.");
            case SHARED_MAILBOX ->
                Optional.of(
                        "The mailbox is shared: look at each delegate as a possible way in, and keep its own sign-in blocked.");
            case RESOURCE_MAILBOX ->
                Optional.of(
                        "The mailbox belongs to a room or a piece of equipment, so its own sign-in is blocked. Find what signs in with it (a room"
                                + " panel, a scanner, a telephone): that stands still from now on, until it has new credentials of its own.");
            case ADMINISTRATOR ->
                Optional.of(
                        roles(card).whenRead()
                                + " Look for changes of policies, applications, domains and other users since the attack began.");
            case ALREADY_BLOCKED ->
                Optional.of(
                        "The account was blocked before we came: find out by whom (automatic attack disruption, a colleague) before it is unblocked.");
            case NO_MAILBOX ->
                Optional.of(
                        "Exchange Online has no mailbox of this account. If it has one on premises, its rules, forwarding and delegates were not"
                                + " looked at: look there (Get-InboxRule, Get-Mailbox, Get-MailboxPermission in the on-premises shell).");
            case BREAK_GLASS ->
                Optional.of(
                        "A break-glass account was used, or is in doubt: telephone those who keep it and ask who opened the sealed place, and"
                                + " when. Make sure that another Global Administrator can sign in now. Look for changes of policies,"
                                + " exclusions, applications, domains and other administrators since the attack began.");
            case OPERATOR_HIMSELF ->
                Optional.of(
                        "The operator is the target: speak by telephone only, and work from another device. Where Cordon signs in with a"
                                + " certificate, give its application a new one afterwards and remove the old one (Entra admin center >"
                                + " App registrations > the application > Certificates & secrets).");
            case LAST_GLOBAL_ADMINISTRATOR, PROTECTED -> Optional.empty();
        };
    }

    /** The logs are not waited for here: what they say of the roles is known in a run that was resumed, and by the sign-off. */
    private HeldRoles roles(PreFlightCard card) throws InterruptedException {
        return HeldRoles.of(card, file.knownPicture().isPresent() ? Optional.of(file.judge()) : Optional.empty());
    }

    private static String inWords(PreFlightCard card) {
        String ordinary = card.unread().isEmpty()
                ? "An ordinary cloud account."
                : "Nothing out of the ordinary in what could be read.";
        String circumstances = card.circumstances().isEmpty()
                ? ordinary
                : "It is: "
                        + card.circumstances().stream()
                                .sorted()
                                .map(circumstance -> Word.of(circumstance).replace('-', ' '))
                                .collect(Collectors.joining(", "))
                        + ".";
        String unread = card.unread().isEmpty() ? "" : " Not read: " + String.join(" ", card.unread());
        boolean rolesKnown = card.roles() instanceof Attempt.Read;
        String warning = card.warning().map(text -> " " + text).orElse("");
        return circumstances
                + warning
                + unread
                + card.notLookedAt().map(text -> " " + text).orElse("")
                + (rolesKnown ? "" : " Whether we may act on it shows only when we try.");
    }
}
