package dev.cordon.investigation.lines;

import static dev.cordon.investigation.Signal.against;
import static dev.cordon.investigation.Signal.inFavour;

import dev.cordon.investigation.Quote;
import dev.cordon.investigation.SignalTable;
import dev.cordon.investigation.lines.RuleFacts.Target;

/**
 * What speaks for and against an inbox rule of which nothing is known but itself: where the mail goes, which mail, and how the rule is
 * dressed. No one of the three is malicious alone; where the mail goes counts most.
 */
final class RuleSignals {
    private static final String FORWARDING = "T1114.003";
    private static final String HIDING = "T1564.008";

    static final SignalTable<RuleFacts> TABLE = new SignalTable<>(
            "It neither hides mail nor sends it away.",
            against(
                    "sends-to-hidden-mail",
                    55,
                    FORWARDING,
                    facts -> facts.sendsTo(Target.HIDDEN_MAIL),
                    facts -> "It sends mail to " + Quote.of(facts.targetsInWords())
                            + ", where nobody is asked who he is."),
            against(
                    "sends-to-free-mail",
                    45,
                    FORWARDING,
                    facts -> facts.sendsTo(Target.FREE_MAIL) && !facts.sendsTo(Target.HIDDEN_MAIL),
                    facts -> "It sends mail to " + Quote.of(facts.targetsInWords())
                            + ", a mailbox that anybody can have."),
            against(
                    "forwards-outside",
                    35,
                    FORWARDING,
                    facts -> facts.sendsTo(Target.OUTSIDE)
                            && !facts.sendsTo(Target.FREE_MAIL)
                            && !facts.sendsTo(Target.HIDDEN_MAIL),
                    facts -> "It sends mail out of the organisation, to " + Quote.of(facts.targetsInWords()) + "."),
            against(
                    "forwards-to-unknown",
                    20,
                    FORWARDING,
                    facts -> facts.sendsTo(Target.UNKNOWN) && !facts.sendsOutside(),
                    facts -> "It sends mail to " + Quote.of(facts.targetsInWords())
                            + "; whether that is inside the line does not say."),
            against(
                    "forwards-to-service",
                    5,
                    facts -> facts.sendsTo(Target.SERVICE),
                    facts ->
                            "It sends mail to a program that takes mail in: " + Quote.of(facts.targetsInWords()) + "."),
            against(
                    "sends-and-hides",
                    30,
                    FORWARDING,
                    facts -> facts.sendsAway() && facts.hides(),
                    facts -> "What it sends away it also takes out of the owner's sight."),
            against(
                    "deletes-for-good",
                    40,
                    HIDING,
                    facts -> facts.rule().deletesForGood(),
                    facts -> "It deletes mail so that the owner cannot get it back."),
            against("deletes", 25, HIDING, RuleFacts::deletes, facts -> "It deletes mail."),
            against(
                    "moves-to-forgotten-folder",
                    40,
                    HIDING,
                    RuleFacts::movesToForgotten,
                    facts -> "It moves mail to " + Quote.of(facts.folder()) + ", where nobody looks."),
            against(
                    "moves-to-folder-for-other-things",
                    25,
                    HIDING,
                    RuleFacts::movesToOtherThings,
                    facts -> "It moves mail to " + Quote.of(facts.folder()) + ", where nobody looks for mail."),
            against(
                    "moves-to-odd-folder",
                    30,
                    HIDING,
                    RuleFacts::movesToOddFolder,
                    facts -> "It moves mail to a folder whose name says nothing: " + Quote.of(facts.folder()) + "."),
            against(
                    "moves-to-disguised-folder",
                    25,
                    HIDING,
                    RuleFacts::movesToDisguisedFolder,
                    facts -> "The name of its folder, " + Quote.of(facts.folder())
                            + ", has letters that only look like others, or that nobody sees."),
            against("moves-to-junk", 20, HIDING, RuleFacts::movesToJunk, facts -> "It moves mail to the junk folder."),
            against("moves-to-archive", 10, RuleFacts::movesToArchive, facts -> "It moves mail to the archive."),
            against(
                    "moves-to-unknown-folder",
                    10,
                    RuleFacts::movesToUnknownFolder,
                    facts -> "It moves mail to a folder whose name the line does not tell."),
            against(
                    "hides-and-marks-as-read",
                    15,
                    HIDING,
                    RuleFacts::hidesAndMarksAsRead,
                    facts -> "It also marks that mail as read, so no counter shows it."),
            against(
                    "buries",
                    15,
                    HIDING,
                    RuleFacts::buries,
                    facts -> "It marks that mail as read where it lands, so nothing shows that it came."),
            against(
                    "sends-to-lookalike",
                    30,
                    FORWARDING,
                    RuleFacts::sendsToLookalike,
                    facts -> "It sends mail to a domain that only looks like the organisation's: "
                            + Quote.of(facts.targetsInWords()) + "."),
            against(
                    "sends-to-misspelt",
                    15,
                    FORWARDING,
                    RuleFacts::sendsToMisspelt,
                    facts -> "That domain is another's name misspelt, as nobody has it by chance."),
            against(
                    "hides-bait",
                    10,
                    HIDING,
                    RuleFacts::hidesBait,
                    facts -> "It hides mail with a subject that phishing mail has, and says nothing of itself."),
            against(
                    "hides-all-of-somebody",
                    15,
                    HIDING,
                    RuleFacts::takesAllOfSomebody,
                    facts -> "It takes all of somebody's mail, whatever it is about."),
            against(
                    "hides-mail-about-access",
                    20,
                    HIDING,
                    facts -> facts.takesAway() && facts.concernsAccess(),
                    facts -> "It looks for mail about passwords, codes or help."),
            against(
                    "disguised-and-hiding",
                    15,
                    HIDING,
                    RuleFacts::isDisguisedOnly,
                    facts -> "It says nothing of itself, and hides what no program sent."),
            against(
                    "stops-other-rules",
                    5,
                    facts -> facts.takesAway() && facts.rule().stops(),
                    facts -> "No later rule gets to see that mail."),
            against(
                    "takes-everything",
                    40,
                    HIDING,
                    facts -> facts.takesAway() && facts.takesEverything(),
                    facts -> "It takes all mail, or nearly all: no condition narrows it."),
            against(
                    "hides-warnings",
                    45,
                    HIDING,
                    facts -> facts.takesAway() && facts.concernsAlarms(),
                    facts -> "It looks for warnings, or for people who ask whether a mail is genuine."),
            against(
                    "hides-watchmen",
                    30,
                    HIDING,
                    facts -> facts.takesAway() && facts.concernsWatchmen(),
                    facts -> "It takes mail from those who would warn: security, the help desk, the mail system."),
            against(
                    "hides-bounces",
                    25,
                    HIDING,
                    facts -> facts.takesAway() && facts.concernsBounces(),
                    facts -> "It takes the notices about mail that did not arrive, which show what was sent."),
            against(
                    "diverts-finance-mail",
                    30,
                    HIDING,
                    facts -> facts.takesAway() && facts.concernsMoney(),
                    facts -> "It looks for mail about money and takes it away."),
            against(
                    "brings-a-list-of-words",
                    15,
                    HIDING,
                    facts -> facts.takesAway() && facts.hasManyWords(),
                    facts -> "It has a whole list of such words."),
            against(
                    "hides-answers",
                    30,
                    HIDING,
                    facts -> facts.takesAway() && facts.concernsAnswers(),
                    facts -> "It takes answers and forwarded mail of whatever subject."),
            against(
                    "hides-a-conversation",
                    20,
                    HIDING,
                    facts -> facts.takesAway() && facts.concernsConversation(),
                    facts -> "It takes the answers in a conversation."),
            against(
                    "concerns-business",
                    10,
                    HIDING,
                    facts -> facts.takesAway() && facts.concernsBusiness(),
                    facts -> "It looks for mail about contracts and offers."),
            against(
                    "sends-what-counts",
                    15,
                    FORWARDING,
                    facts -> facts.sendsAway() && facts.concernsWhatCounts(),
                    facts -> "It sends away what is marked as urgent or private."),
            against(
                    "dressed-for-takeover",
                    20,
                    HIDING,
                    RuleFacts::isDressedForTakeover,
                    facts ->
                            "A name that says nothing, out of sight, marked as read, no further rule: most rules of takeovers look so."),
            against(
                    "hides-those-who-decide",
                    25,
                    HIDING,
                    facts -> facts.takesAway() && facts.concernsAuthority(),
                    facts -> "It takes mail from those who decide or pay."),
            against(
                    "hides-colleagues",
                    25,
                    HIDING,
                    facts -> facts.takesAway() && facts.concernsColleagues(),
                    facts -> "It takes mail from colleagues."),
            against(
                    "hides-a-person",
                    5,
                    HIDING,
                    facts -> facts.takesAway() && facts.concernsPerson(),
                    facts -> "It takes the mail of a person."),
            against(
                    "hides-a-mailbox",
                    10,
                    HIDING,
                    facts -> facts.takesAway() && facts.concernsMailbox(),
                    facts -> "It takes the mail of an address that may be a colleague's."),
            against(
                    "forgets-a-person",
                    15,
                    HIDING,
                    facts -> (facts.movesToForgotten() || facts.movesToOddFolder() || facts.movesToOtherThings())
                            && (facts.concernsPerson() || facts.concernsMailbox() || facts.concernsCompany()),
                    facts ->
                            "Whoever does not want somebody's mail deletes it; this keeps it where the owner does not look."),
            against(
                    "lets-a-stranger-through",
                    10,
                    HIDING,
                    RuleFacts::letsStrangerThrough,
                    facts -> "It spares an address that anybody can have."),
            against(
                    "pretends-to-be-system-rule",
                    35,
                    HIDING,
                    facts -> facts.pretendsToBeSystemRule() && facts.takesAway(),
                    facts -> "It is named " + Quote.of(facts.rule().name())
                            + " like one of Exchange's own rules, but is not one."),
            against(
                    "disguised-name",
                    30,
                    HIDING,
                    facts -> facts.hasDisguisedName() && facts.takesAway(),
                    facts -> "Its name, " + Quote.of(facts.rule().name())
                            + ", has letters that only look like others, or that nobody sees."),
            against(
                    "unreadable-name",
                    25,
                    HIDING,
                    facts -> OddName.of(facts.rule().name()) == OddName.UNREADABLE,
                    facts -> "Its name, " + Quote.of(facts.rule().name()) + ", says nothing."),
            against(
                    "short-name",
                    15,
                    HIDING,
                    facts -> OddName.of(facts.rule().name()) == OddName.SHORT,
                    facts -> "Its name, " + Quote.of(facts.rule().name()) + ", says next to nothing."),
            against(
                    "official-name",
                    10,
                    HIDING,
                    facts -> facts.hasOfficialName() && facts.takesAway() && facts.isInteresting(),
                    facts -> "Its name, " + Quote.of(facts.rule().name()) + ", sounds like Microsoft's and is not."),
            against(
                    "disguised-and-after-something",
                    15,
                    HIDING,
                    facts -> facts.isDisguised() && facts.takesAway() && facts.isInteresting(),
                    facts -> "It says nothing of itself and takes what a fraudster wants."),
            inFavour(
                    "shares-openly",
                    15,
                    RuleFacts::sharesOpenly,
                    facts -> "It lets somebody have a copy of mail about one thing, and hides nothing."),
            inFavour(
                    "tidies-one-mailing",
                    20,
                    RuleFacts::tidiesOneMailing,
                    facts -> "It tidies up what comes back of one mailing."),
            inFavour(
                    "only-automatic-mail",
                    25,
                    facts -> facts.takesAway() && facts.isAutomaticOnly(),
                    facts -> "It only tidies up what programs send."),
            inFavour(
                    "only-unwanted-mail",
                    20,
                    facts -> facts.hides() && facts.isAboutUnwantedMail(),
                    facts -> "It throws away what filters mark, or advertising."),
            inFavour(
                    "harmless-subject",
                    25,
                    RuleFacts::isHarmless,
                    facts -> "What it takes concerns neither money nor warnings nor people."),
            inFavour(
                    "system-rule",
                    40,
                    RuleFacts::isSystemRule,
                    facts -> "It is one of Exchange's own rules and does what that rule does."),
            against(
                    "domains-not-told",
                    0,
                    RuleFacts::missesDomains,
                    facts -> "The line names no tenantDomains: inside and outside cannot be told apart."),
            against(
                    "not-in-force",
                    0,
                    facts -> !facts.rule().inForce(),
                    facts ->
                            "It is disabled or has an error: it does nothing now, and shows all the same what was meant."));

    private RuleSignals() {}
}
