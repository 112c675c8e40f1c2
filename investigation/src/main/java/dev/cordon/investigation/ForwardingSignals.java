package dev.cordon.investigation;

import static dev.cordon.investigation.Signal.against;
import static dev.cordon.investigation.Signal.inFavour;

import dev.cordon.tenant.Mailbox;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What speaks against forwarding that is set on the mailbox itself. */
final class ForwardingSignals {
    private static final String FORWARDING = "T1114.003";

    static final SignalTable<Facts> TABLE = new SignalTable<>(
            "Mail is not forwarded out of the organisation.",
            against(
                    "forwards-outside",
                    60,
                    FORWARDING,
                    Facts::outside,
                    facts -> "All mail is forwarded out of the organisation, to " + facts.targetsInWords() + "."),
            against(
                    "attacker-in-account",
                    20,
                    facts -> facts.outside && facts.certainty == Certainty.ATTACK,
                    facts -> "An attacker was in this account and could set it up."),
            against(
                    "attack-cannot-be-excluded",
                    10,
                    facts -> facts.outside && facts.certainty == Certainty.UNKNOWN,
                    facts -> "The sign-in logs do not tell whether an attacker was in this account."),
            against(
                    "set-from-attacker-address",
                    60,
                    FORWARDING,
                    facts -> facts.origin.isFromAttackerAddress(),
                    facts -> "It was set from the attacker's address " + facts.origin.addressInWords() + "."),
            against(
                    "set-in-attack",
                    35,
                    FORWARDING,
                    facts -> facts.origin.isInWindowByAccount(),
                    facts -> "It was set at " + facts.origin.timeInWords() + ", after the attacker was first seen."),
            against(
                    "set-in-suspected-attack",
                    25,
                    "T1114.003",
                    facts -> facts.origin.isInSuspectedWindow(),
                    facts -> "It was set at " + facts.origin.timeInWords()
                            + ", after a sign-in that needs a second look."),
            against(
                    "appeared-in-response",
                    35,
                    FORWARDING,
                    facts -> facts.origin.isAppearedInAttack(),
                    facts -> "It was not there when the mailbox was read earlier in this response."),
            against(
                    "unknown-age-in-attack",
                    25,
                    facts -> !facts.outside && facts.origin.isUndatedInAttack(),
                    facts -> "An attacker was in this account, and nothing says since when mail is forwarded."),
            against(
                    "unknown-age-in-suspected-attack",
                    25,
                    facts -> !facts.outside && facts.origin.isUndatedInSuspectedAttack(),
                    facts ->
                            "A sign-in to this account needs a second look, and nothing says since when mail is forwarded."),
            against(
                    "set-while-nothing-is-known",
                    25,
                    facts -> !facts.outside && facts.origin.isMadeWhileNothingIsKnown(),
                    facts -> "The sign-ins do not tell whether an attacker was in this account, and it was set "
                            + facts.origin.sinceInWords() + "."),
            inFavour(
                    "not-set-in-attack",
                    25,
                    facts -> facts.certainty == Certainty.ATTACK && facts.origin.isNotMadeDuringAttack(),
                    facts -> "It was not set during the attack, as far as the audit log reaches (through "
                            + facts.origin.reachInWords() + ")."),
            inFavour(
                    "set-before-attack",
                    30,
                    facts -> facts.origin.isBeforeWindow(),
                    facts -> "It was set at " + facts.origin.timeInWords() + ", before anything suspicious was seen."),
            inFavour(
                    "set-from-own-address",
                    15,
                    facts -> facts.origin.isFromOwnAddress(),
                    facts -> "It was set from an address where the user usually is."),
            against(
                    "keeps-no-copy",
                    5,
                    facts -> facts.outside && !facts.keepsCopy,
                    facts -> "No copy stays in the mailbox, so the user sees nothing of it."),
            against(
                    "forwards-to-unknown",
                    20,
                    facts -> facts.unknown,
                    facts -> "Mail is forwarded to " + facts.targetsInWords()
                            + "; Exchange does not say whether that is inside."),
            against(
                    "forwards-inside",
                    10,
                    facts -> !facts.outside && !facts.unknown && !facts.targets.isEmpty(),
                    facts -> "Mail is forwarded within the organisation, to " + facts.targetsInWords() + "."));

    private ForwardingSignals() {}

    /**
     * The facts judged.
     *
     * @param targets where mail goes
     * @param outside whether one of them is outside
     * @param unknown whether none is outside and one cannot be placed
     * @param keepsCopy whether a copy stays
     * @param certainty whether an attacker was there
     * @param origin when and from where it was set
     */
    record Facts(
            List<String> targets,
            boolean outside,
            boolean unknown,
            boolean keepsCopy,
            Certainty certainty,
            MailboxOrigin origin) {
        static Facts of(Mailbox mailbox, Organisation organisation, AttackPicture picture, FirstMet met) {
            List<String> targets = Stream.of(mailbox.forwardingSmtpAddress(), mailbox.forwardingAddress())
                    .flatMap(Optional::stream)
                    .toList();
            boolean outside = Addresses.anyOutside(targets, organisation)
                    || mailbox.forwardingSmtpAddress()
                            .filter(address -> Addresses.placeOf(address, organisation) != Addresses.Place.INSIDE)
                            .isPresent();
            boolean unknown = !outside
                    && targets.stream()
                            .anyMatch(target -> Addresses.placeOf(target, organisation) == Addresses.Place.UNKNOWN);
            MailboxOrigin origin = MailboxOrigin.find(
                            picture,
                            met,
                            MailboxOperations::concernsForwarding,
                            event -> MailboxOperations.sets(event, mailbox),
                            event -> !MailboxOperations.sets(event, mailbox))
                    .ofReusedPlace();
            return new Facts(targets, outside, unknown, mailbox.deliversAndForwards(), picture.certainty(), origin);
        }

        String targetsInWords() {
            return String.join(" and ", targets.stream().map(Quote::of).toList());
        }
    }
}
