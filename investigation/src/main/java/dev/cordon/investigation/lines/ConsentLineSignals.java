package dev.cordon.investigation.lines;

import static dev.cordon.investigation.Signal.against;
import static dev.cordon.investigation.Signal.inFavour;

import dev.cordon.investigation.Quote;
import dev.cordon.investigation.SignalTable;

/**
 * What speaks for and against an application's rights where nothing is known but the line. Much power alone is for review: many honest
 * programs need it. Malicious is power together with somebody who hides who he is, or whom one person alone trusted and nobody has verified.
 */
final class ConsentLineSignals {
    private static final String APPLICATION = "T1671";
    private static final String TOKEN = "T1528";

    static final String DISABLED = "disabled-by-microsoft";

    static final SignalTable<ConsentLineFacts> TABLE = new SignalTable<>(
            "It may do little, or belongs to somebody known.",
            against(
                    DISABLED,
                    75,
                    APPLICATION,
                    facts -> facts.line().isDisabledByMicrosoft(),
                    facts -> "Microsoft has disabled it everywhere for what it does."),
            against(
                    "favoured-by-attackers",
                    50,
                    APPLICATION,
                    ConsentLineFacts::isFavouredByAttackers,
                    facts -> "It is a program that attackers like to use in stolen mailboxes, by its id."),
            against(
                    "named-like-favoured",
                    45,
                    APPLICATION,
                    ConsentLineFacts::isNamedLikeFavoured,
                    facts -> "It has the name of a program that attackers like to use in stolen mailboxes."),
            against(
                    "one-user-trusted-unverified",
                    25,
                    TOKEN,
                    ConsentLineFacts::isGivenMailByOneUser,
                    facts ->
                            "One person alone gave it the mailbox, all files or all rights, and nobody has verified whose it is: so does consent phishing."),
            against(
                    "one-user-trusted-untold",
                    10,
                    TOKEN,
                    ConsentLineFacts::isGivenMailToUntold,
                    facts ->
                            "One person alone gave it the mailbox, all files or all rights, and the line does not tell whose it is."),
            against(
                    "one-user-gave-voice-to-unverified",
                    15,
                    TOKEN,
                    ConsentLineFacts::isGivenVoiceByOneUser,
                    facts -> "One person alone lets it send mail in his name, and nobody has verified whose it is."),
            against(
                    "may-change-directory",
                    30,
                    TOKEN,
                    ConsentLineFacts::changesDirectory,
                    facts -> "It may change the directory, or act with all of somebody's rights."),
            against(
                    "may-give-itself-everything",
                    20,
                    TOKEN,
                    ConsentLineFacts::mayGiveItselfEverything,
                    facts -> "It may give itself or others every further right."),
            against(
                    "may-use-mail",
                    25,
                    TOKEN,
                    ConsentLineFacts::usesMail,
                    facts -> "It may read or send mail, or change the settings of mailboxes."),
            against(
                    "may-read-and-send-mail",
                    15,
                    TOKEN,
                    ConsentLineFacts::readsAndSends,
                    facts -> "It may both read mail and send it."),
            against(
                    "may-change-mailbox-settings",
                    10,
                    TOKEN,
                    ConsentLineFacts::changesMailboxSettings,
                    facts -> "It may make inbox rules (MailboxSettings.ReadWrite)."),
            against(
                    "may-read-files-and-contacts",
                    20,
                    TOKEN,
                    ConsentLineFacts::readsFilesOfOthers,
                    facts -> "It may read all files, notes or chats that the user may."),
            against(
                    "may-read-several-kinds",
                    10,
                    TOKEN,
                    ConsentLineFacts::readsSeveralKindsOfOneUser,
                    facts -> "It may read things of several kinds: files, sites, notes or chats."),
            against(
                    "may-read-own-files-and-contacts",
                    5,
                    TOKEN,
                    ConsentLineFacts::readsOwnContent,
                    facts -> "It may read files, notes, chats or contacts of the user."),
            against(
                    "may-use-mail-by-old-protocol",
                    10,
                    TOKEN,
                    ConsentLineFacts::usesMailByProtocol,
                    facts -> "It may use the mailbox as mail programs do (IMAP, POP, ActiveSync, SMTP)."),
            against(
                    "works-without-user",
                    10,
                    TOKEN,
                    facts -> facts.scopes().staysOffline() && facts.isRisky(),
                    facts -> "It goes on working while the user is away (offline_access)."),
            against(
                    "takes-everything",
                    15,
                    TOKEN,
                    facts -> facts.scopes().takesEverything(),
                    facts -> "It asks for as much as attack toolkits do."),
            against(
                    "acts-by-itself",
                    10,
                    TOKEN,
                    facts -> facts.line().use() == ConsentLine.Use.BY_ITSELF && facts.isRisky(),
                    facts -> "It acts without any user, on everybody's data."),
            against(
                    "power-not-told",
                    30,
                    TOKEN,
                    ConsentLineFacts::isPowerUnknown,
                    facts -> "It acts without any user, and the line does not tell what it may do."),
            against(
                    "unverified-changes-directory",
                    25,
                    TOKEN,
                    ConsentLineFacts::isStrangerInDirectory,
                    facts -> "Nobody has verified whose it is, and it may change the directory."),
            against(
                    "power-in-disguise",
                    15,
                    APPLICATION,
                    ConsentLineFacts::isPowerInDisguise,
                    facts -> "It has power over everybody and is not what it seems."),
            against(
                    "reads-all-files-by-itself",
                    5,
                    TOKEN,
                    ConsentLineFacts::readsAllFilesByItself,
                    facts -> "It may read the files of everybody."),
            against(
                    "unverified-publisher",
                    10,
                    ConsentLineFacts::isUnverified,
                    facts -> "Nobody has verified who publishes it."),
            against(
                    "publisher-not-told",
                    5,
                    ConsentLineFacts::isPublisherUnknown,
                    facts -> "The line does not tell whether its publisher is verified."),
            against(
                    "pretends-to-be-microsoft",
                    35,
                    APPLICATION,
                    ConsentLineFacts::pretendsToBeMicrosoft,
                    facts -> "It is named " + Quote.of(facts.line().application())
                            + " but does not belong to Microsoft."),
            against(
                    "disguised-name",
                    35,
                    APPLICATION,
                    facts -> Lookalikes.areIn(facts.line().application()),
                    facts -> "Its name, " + Quote.of(facts.line().application())
                            + ", has letters of another script that only look the same."),
            against(
                    "invisible-letters",
                    35,
                    APPLICATION,
                    facts -> Lookalikes.hasInvisible(facts.line().application()),
                    facts -> "Its name, " + Quote.of(facts.line().application()) + ", has signs that nobody sees."),
            against(
                    "unreadable-name",
                    25,
                    APPLICATION,
                    ConsentLineFacts::hasUnreadableName,
                    facts -> "Its name, " + Quote.of(facts.line().application()) + ", says nothing."),
            against(
                    "pretends-to-be-a-brand",
                    35,
                    APPLICATION,
                    ConsentLineFacts::pretendsToBeBrand,
                    facts -> "It has a well-known maker's name, "
                            + Quote.of(facts.line().application()) + ", but neither his verification nor his address."),
            against(
                    "named-like-a-mailbox",
                    25,
                    APPLICATION,
                    ConsentLineFacts::isNamedLikeMailbox,
                    facts -> "Its name, " + Quote.of(facts.line().application())
                            + ", is a person's or an address, not a program's."),
            against(
                    "name-of-a-lure",
                    20,
                    APPLICATION,
                    ConsentLineFacts::hasNameOfLure,
                    facts -> "Its name, " + Quote.of(facts.line().application())
                            + ", could be anybody's: it promises what lures promise, and names no maker."),
            against(
                    "borrowed-verification",
                    35,
                    APPLICATION,
                    ConsentLineFacts::hasBorrowedVerification,
                    facts -> "Its verified publisher, "
                            + Quote.of(facts.line().publisher().name()) + ", has nothing to do with its name."),
            against(
                    "bland-and-mighty",
                    35,
                    APPLICATION,
                    ConsentLineFacts::isBlandAndMighty,
                    facts -> "Its name, " + Quote.of(facts.line().application())
                            + ", does not say what the organisation would need it for, and it may do much by itself."),
            against(
                    "door-to-elsewhere",
                    40,
                    APPLICATION,
                    ConsentLineFacts::isDoorToElsewhere,
                    facts ->
                            "It comes to one person in disguise and asks for little: such applications send people on to a trap."),
            against(
                    "reply-address-this-machine",
                    10,
                    ConsentLineFacts::repliesToThisMachine,
                    facts -> "It answers to the machine it runs on, as scripts do."),
            against(
                    "reply-address-pretends",
                    30,
                    APPLICATION,
                    facts -> facts.repliesTo(ReplyAddress.PRETENDING),
                    facts -> "It sends people back to a place that sounds like Microsoft's and is not."),
            against(
                    "reply-address-makeshift",
                    25,
                    APPLICATION,
                    facts -> facts.repliesTo(ReplyAddress.MAKESHIFT),
                    facts -> "It sends people back to a number, a tunnel, a collecting place, or without encryption."),
            against(
                    "reply-address-cheap",
                    15,
                    APPLICATION,
                    facts -> facts.repliesTo(ReplyAddress.CHEAP),
                    facts -> "It sends people back to space that anybody gets for next to nothing."),
            against(
                    "reply-address-of-somebody-else",
                    10,
                    facts -> facts.repliesToSomebodyElse() && facts.isRisky(),
                    facts -> "Where it sends people back to has nothing of its name."),
            against(
                    "tool-for-scripts-at-mail",
                    10,
                    TOKEN,
                    ConsentLineFacts::isScriptingToolAtMail,
                    facts ->
                            "It is a tool of Microsoft's by which anybody with a stolen token runs his scripts, and one person's mailbox is open to it."),
            inFavour(
                    "microsoft-application",
                    60,
                    facts -> facts.isMicrosofts() && !facts.isScriptingToolAtMail(),
                    facts -> "It is one of Microsoft's own applications."),
            inFavour(
                    "known-program",
                    40,
                    ConsentLineFacts::isKnownProgram,
                    facts -> "It is the mail program of a well-known maker, by its id."),
            inFavour(
                    "managed-identity",
                    40,
                    ConsentLineFacts::isManagedIdentity,
                    facts -> "It is the identity of a resource in the organisation's own Azure."),
            inFavour(
                    "own-application",
                    30,
                    ConsentLineFacts::isOwnWithPurpose,
                    facts -> "It belongs to this organisation."),
            inFavour("verified-publisher", 40, ConsentLineFacts::isVouchedFor, facts -> "Its publisher is verified."),
            inFavour(
                    "long-there",
                    25,
                    ConsentLineFacts::isProvenByTime,
                    facts -> "It was there more than a year before the newest of the file."),
            inFavour(
                    "given-by-administrator",
                    15,
                    ConsentLineFacts::isApproved,
                    facts -> "It is given for everybody, which only an administrator can do."),
            inFavour(
                    "asks-for-little",
                    20,
                    ConsentLineFacts::asksForLittle,
                    facts -> "What it may do reads neither mail nor files."));

    private ConsentLineSignals() {}
}
