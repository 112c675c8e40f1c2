package dev.cordon.investigation.lines;

import static dev.cordon.investigation.Signal.against;
import static dev.cordon.investigation.Signal.inFavour;

import dev.cordon.investigation.Judgement;
import dev.cordon.investigation.Quote;
import dev.cordon.investigation.SignalTable;

/**
 * What speaks for and against an application's rights where nothing is known but the line. Much power alone is for review: many honest
 * programs need it. Malicious is power together with somebody who hides who he is.
 */
final class ConsentLineSignals {
    private static final String APPLICATION = "T1671";
    private static final String TOKEN = "T1528";

    private static final SignalTable<ConsentLineFacts> TABLE = new SignalTable<>(
            "It may do little, or belongs to somebody known.",
            against(
                    "disabled-by-microsoft",
                    75,
                    APPLICATION,
                    facts -> facts.line().isDisabledByMicrosoft(),
                    facts -> "Microsoft has disabled it everywhere for what it does."),
            against(
                    "known-from-attacks",
                    45,
                    APPLICATION,
                    ConsentLineFacts::isKnownFromAttacks,
                    facts -> "It is the very application that attackers used in many stolen mailboxes."),
            against(
                    "often-abused",
                    25,
                    APPLICATION,
                    facts -> facts.hasAbusedName() && !facts.isKnownFromAttacks(),
                    facts -> "Attackers who took mailboxes over often used an application of this name."),
            against(
                    "may-change-directory",
                    30,
                    TOKEN,
                    ConsentLineFacts::changesDirectory,
                    facts -> "It may change the directory, or act with all of somebody's rights."),
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
                    10,
                    TOKEN,
                    ConsentLineFacts::readsFilesOfOthers,
                    facts -> "It may read all files, notes or chats that the user may."),
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
                    "unreadable-name",
                    25,
                    APPLICATION,
                    ConsentLineFacts::hasUnreadableName,
                    facts -> "Its name, " + Quote.of(facts.line().application()) + ", says nothing."),
            against(
                    "name-of-a-lure",
                    15,
                    APPLICATION,
                    ConsentLineFacts::hasNameOfLure,
                    facts -> "Its name, " + Quote.of(facts.line().application())
                            + ", could be anybody's: no maker has such a product."),
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
            inFavour(
                    "microsoft-application",
                    60,
                    ConsentLineFacts::isMicrosofts,
                    facts -> "It is one of Microsoft's own applications."),
            inFavour(
                    "known-program",
                    40,
                    ConsentLineFacts::isKnownProgram,
                    facts -> "It is the mail program of a well-known maker, by its id."),
            inFavour("own-application", 30, ConsentLineFacts::isOwn, facts -> "It belongs to this organisation."),
            inFavour(
                    "verified-publisher",
                    40,
                    facts -> facts.line().publisher() == ConsentLine.Publisher.VERIFIED,
                    facts -> "Its publisher is verified."),
            inFavour(
                    "given-by-administrator",
                    15,
                    facts -> facts.line().use() == ConsentLine.Use.EVERYBODY,
                    facts -> "It is given for everybody, which only an administrator can do."),
            inFavour(
                    "asks-for-little",
                    20,
                    facts -> !facts.isRisky(),
                    facts -> "What it may do reads neither mail nor files."));

    private ConsentLineSignals() {}

    static Judgement judge(ConsentLine line) {
        return TABLE.judge(ConsentLineFacts.of(line));
    }
}
