package dev.cordon.investigation;

import static dev.cordon.investigation.Signal.against;
import static dev.cordon.investigation.Signal.inFavour;

/**
 * What speaks for and against an inbox rule. Rules carry no dates, so what a rule does counts most; a name adds to that and never
 * decides alone.
 */
final class InboxRuleSignals {
    private static final String FORWARDING = "T1114.003";
    private static final String HIDING = "T1564.008";

    static final SignalTable<InboxRuleFacts> TABLE = new SignalTable<>(
            "It neither hides mail nor sends it out of the organisation.",
            against(
                    "forwards-outside",
                    50,
                    FORWARDING,
                    InboxRuleFacts::forwardsOutside,
                    facts -> "It sends mail out of the organisation, to "
                            + Quote.of(String.join(", ", facts.rule().forwardTo())) + "."),
            against(
                    "forwards-to-unknown",
                    25,
                    FORWARDING,
                    InboxRuleFacts::forwardsToUnknown,
                    facts -> "It sends mail to "
                            + Quote.of(String.join(", ", facts.rule().forwardTo()))
                            + "; Exchange does not say whether that is inside."),
            against(
                    "deletes",
                    25,
                    HIDING,
                    facts -> facts.deletes() && !facts.isSweep(),
                    facts -> "It deletes mail or moves it to the deleted items."),
            against(
                    "sweeps-away",
                    10,
                    HIDING,
                    facts -> facts.deletes() && facts.isSweep(),
                    facts -> "It sweeps mail into the deleted items."),
            against(
                    "sweeps-away-in-attacked-account",
                    15,
                    HIDING,
                    facts -> facts.deletes()
                            && facts.isSweep()
                            && facts.picture().certainty() == Certainty.ATTACK,
                    facts -> "What it sweeps away may be the answers that the owner should not see."),
            against(
                    "moves-to-forgotten-folder",
                    30,
                    HIDING,
                    facts -> facts.movesTo(SeldomReadFolder.FORGOTTEN),
                    facts -> "It moves mail to "
                            + Quote.of(facts.rule().moveToFolder().orElse("")) + ", where nobody looks."),
            against(
                    "moves-to-junk",
                    20,
                    HIDING,
                    facts -> facts.movesTo(SeldomReadFolder.JUNK) && !facts.isSystemRule(),
                    facts -> "It moves mail to the junk folder."),
            against(
                    "moves-to-archive",
                    10,
                    facts -> facts.movesTo(SeldomReadFolder.ARCHIVE),
                    facts -> "It moves mail to the archive."),
            against(
                    "hides-and-marks-as-read",
                    15,
                    HIDING,
                    InboxRuleFacts::hidesAndMarksAsRead,
                    facts -> "It also marks that mail as read, so no counter shows it."),
            against(
                    "hides-warnings",
                    30,
                    HIDING,
                    facts -> facts.hidesOrForwardsOutside() && facts.concealsWarnings(),
                    facts -> "It looks for warnings, such as those about security, that the owner should see."),
            against(
                    "diverts-finance-mail",
                    25,
                    HIDING,
                    facts -> facts.hidesOrForwardsOutside() && facts.concernsFinance(),
                    facts -> "It looks for mail about money and takes it out of sight or out of the house."),
            against(
                    "takes-everything",
                    25,
                    HIDING,
                    facts -> facts.hidesOrForwardsOutside() && facts.takesEverything(),
                    facts -> "It takes all mail: it has no condition that narrows it."),
            against(
                    "hides-colleagues",
                    25,
                    HIDING,
                    facts -> facts.hidesMail() && facts.concernsColleagues(),
                    facts -> "It keeps mail from colleagues out of sight."),
            against(
                    "hidden-rule",
                    40,
                    HIDING,
                    InboxRuleFacts::isHidden,
                    facts -> "It is hidden: Outlook does not show it to the owner."),
            against(
                    "pretends-to-be-system-rule",
                    35,
                    HIDING,
                    InboxRuleFacts::pretendsToBeSystemRule,
                    facts -> "It is named " + Quote.of(facts.rule().name())
                            + " like one of Exchange's own rules, but is not one."),
            against(
                    "odd-name",
                    20,
                    HIDING,
                    InboxRuleFacts::hasOddName,
                    facts -> "Its name, " + Quote.of(facts.rule().name()) + ", says nothing."),
            against(
                    "attacker-in-account",
                    10,
                    facts -> facts.picture().certainty() == Certainty.ATTACK && facts.hidesOrForwardsOutside(),
                    facts -> "An attacker was in this account and could make such a rule."),
            against(
                    "made-from-attacker-address",
                    60,
                    HIDING,
                    facts -> facts.origin().isFromAttackerAddress(),
                    facts -> "It was made or changed from the attacker's address "
                            + facts.origin().addressInWords() + "."),
            against(
                    "made-in-attack",
                    35,
                    HIDING,
                    facts -> facts.origin().isInWindowByAccount(),
                    facts -> "It was made or changed at " + facts.origin().timeInWords()
                            + ", after the attacker was first seen."),
            against(
                    "made-in-suspected-attack",
                    40,
                    HIDING,
                    facts -> facts.origin().isInSuspectedWindow(),
                    facts -> "It was made or changed at " + facts.origin().timeInWords()
                            + ", after a sign-in that needs a second look."),
            against("forwards-inside", 5, InboxRuleFacts::forwardsInside, facts -> "It sends mail on to a colleague."),
            against(
                    "forwards-inside-of-unknown-age",
                    35,
                    FORWARDING,
                    facts -> facts.forwardsInside() && facts.origin().isUndatedInAttack(),
                    facts ->
                            "It sends mail to a colleague, an attacker was in this account, and nothing says since when the"
                                    + " rule is there."),
            against(
                    "forwards-inside-in-suspected-account",
                    35,
                    FORWARDING,
                    facts -> facts.forwardsInside() && facts.origin().isUndatedInSuspectedAttack(),
                    facts ->
                            "It sends mail to a colleague, a sign-in to this account needs a second look, and nothing says since"
                                    + " when the rule is there."),
            against(
                    "forwards-inside-while-nothing-is-known",
                    35,
                    FORWARDING,
                    facts -> facts.forwardsInside() && facts.origin().isMadeWhileNothingIsKnown(),
                    facts ->
                            "It sends mail to a colleague. The sign-ins do not tell whether an attacker was in this account,"
                                    + " and it was made " + facts.origin().sinceInWords() + "."),
            against(
                    "named-in-attackers-event",
                    40,
                    HIDING,
                    InboxRuleFacts::sharesNameWithAttackers,
                    facts -> "A rule of this name was made or changed from "
                            + facts.rumour().addressInWords() + " at "
                            + facts.rumour().timeInWords() + "; the log does not say what that rule does."),
            against(
                    "appeared-in-response",
                    35,
                    HIDING,
                    facts -> facts.origin().isAppearedInAttack() && !facts.isSystemRule(),
                    facts -> "It was not there when the rules were read earlier in this response."),
            against(
                    "made-while-nothing-is-known",
                    25,
                    HIDING,
                    facts -> facts.hidesOrForwardsOutside() && facts.origin().isMadeWhileNothingIsKnown(),
                    facts -> "The sign-ins do not tell whether an attacker was in this account, and it was made "
                            + facts.origin().sinceInWords() + "."),
            inFavour(
                    "not-made-in-attack",
                    30,
                    InboxRuleFacts::isNotMadeInAttack,
                    facts -> "It was not made or changed during the attack, as far as the audit log reaches (through "
                            + facts.origin().reachInWords() + ")."),
            inFavour(
                    "made-before-attack",
                    20,
                    facts -> facts.origin().isBeforeWindow(),
                    facts -> "It was last changed at " + facts.origin().timeInWords()
                            + ", before anything suspicious was seen."),
            inFavour(
                    "made-from-own-address",
                    15,
                    facts -> facts.origin().isFromOwnAddress(),
                    facts -> "It was made from an address where the user usually is."),
            inFavour(
                    "system-rule",
                    20,
                    InboxRuleFacts::isSystemRule,
                    facts -> "It is one of Exchange's own rules and does what that rule does."),
            inFavour(
                    "only-newsletters",
                    20,
                    facts -> facts.concernsNewsletters() && !facts.forwardsOutside(),
                    facts -> "It only tidies up mail from automatic senders."),
            inFavour(
                    "harmless-subject",
                    15,
                    InboxRuleFacts::isHarmlessWithoutAttack,
                    facts ->
                            "No sign-in is certain to be an attacker's, and the rule concerns neither money nor warnings."),
            inFavour(
                    "quiet-account",
                    15,
                    facts -> facts.picture().isQuiet() && facts.hidesOrForwardsOutside(),
                    facts -> "Nothing suspicious was seen in this account's sign-ins."));

    private InboxRuleSignals() {}
}
