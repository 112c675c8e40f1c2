package dev.cordon.investigation;

import static dev.cordon.investigation.Signal.against;
import static dev.cordon.investigation.Signal.inFavour;

import dev.cordon.tenant.Forwarding;

/** What speaks against one of the addresses that the mailbox itself forwards to. */
final class ForwardingSignals {
    private static final String FORWARDING = "T1114.003";

    static final SignalTable<Facts> TABLE = new SignalTable<>(
            "Mail is not forwarded out of the organisation.",
            against(
                    "forwards-outside",
                    60,
                    FORWARDING,
                    Facts::outside,
                    facts -> "All mail is forwarded out of the organisation, to " + facts.targetInWords() + "."),
            against(
                    "attacker-in-account",
                    20,
                    facts -> facts.outside() && facts.certainty == Certainty.ATTACK,
                    facts -> "An attacker was in this account and could set it up."),
            against(
                    "attack-cannot-be-excluded",
                    10,
                    facts -> facts.outside() && facts.certainty == Certainty.UNKNOWN,
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
                    facts -> !facts.outside() && facts.origin.isUndatedInAttack() && !facts.origin.isAppearedInAttack(),
                    facts -> "An attacker was in this account, and nothing says since when mail is forwarded."),
            against(
                    "unknown-age-in-suspected-attack",
                    25,
                    facts -> !facts.outside() && facts.origin.isUndatedInSuspectedAttack(),
                    facts ->
                            "A sign-in to this account needs a second look, and nothing says since when mail is forwarded."),
            against(
                    "set-while-nothing-is-known",
                    25,
                    facts -> !facts.outside() && facts.origin.isMadeWhileNothingIsKnown(),
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
                    facts -> facts.outside() && !facts.keepsCopy,
                    facts -> "No copy stays in the mailbox, so the user sees nothing of it."),
            against(
                    "forwards-to-unknown",
                    20,
                    facts -> facts.place == Addresses.Place.UNKNOWN,
                    facts -> "Mail is forwarded to " + facts.targetInWords()
                            + "; Exchange does not say whether that is inside."),
            against(
                    "forwards-inside",
                    10,
                    facts -> facts.place == Addresses.Place.INSIDE,
                    facts -> "Mail is forwarded within the organisation, to " + facts.targetInWords() + "."));

    private ForwardingSignals() {}

    /**
     * The facts judged.
     *
     * @param target where mail goes
     * @param place where that is
     * @param keepsCopy whether a copy stays
     * @param certainty whether an attacker was there
     * @param origin when and from where it was set
     */
    record Facts(String target, Addresses.Place place, boolean keepsCopy, Certainty certainty, MailboxOrigin origin) {
        static Facts of(Forwarding forwarding, Organisation organisation, AttackPicture picture, FirstMet met) {
            MailboxOrigin origin = MailboxOrigin.find(
                            picture,
                            met,
                            event -> MailboxOperations.concerns(event, forwarding.kind()),
                            event -> MailboxOperations.sets(event, forwarding),
                            event -> !MailboxOperations.sets(event, forwarding))
                    .ofReusedPlace();
            return new Facts(
                    forwarding.target(),
                    place(forwarding, organisation),
                    forwarding.keepsCopy(),
                    picture.certainty(),
                    origin);
        }

        /** An SMTP address that is not one of ours leads out; a recipient's name says nothing. */
        private static Addresses.Place place(Forwarding forwarding, Organisation organisation) {
            Addresses.Place place = Addresses.placeOf(forwarding.target(), organisation);
            boolean isOutside = forwarding.kind() == Forwarding.Kind.SMTP_ADDRESS && place != Addresses.Place.INSIDE;
            return isOutside ? Addresses.Place.OUTSIDE : place;
        }

        boolean outside() {
            return place == Addresses.Place.OUTSIDE;
        }

        String targetInWords() {
            return Quote.of(target);
        }
    }
}
