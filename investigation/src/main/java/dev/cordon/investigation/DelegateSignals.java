package dev.cordon.investigation;

import static dev.cordon.investigation.Signal.against;
import static dev.cordon.investigation.Signal.inFavour;

import dev.cordon.tenant.MailboxAudit.MailboxEvent;
import dev.cordon.tenant.MailboxDelegate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What speaks for and against a right in the mailbox. Exchange keeps no date of a right; the unified audit log does. Where that log
 * cannot be read and an attacker was in the account, a right that lets somebody read mail is for a person to confirm.
 */
final class DelegateSignals {
    private static final String DELEGATE = "T1098.002";
    private static final Set<String> READING_RIGHTS = Set.of(
            "fullaccess",
            "readpermission",
            "sendas",
            "sendonbehalf",
            "owner",
            "publishingeditor",
            "editor",
            "publishingauthor",
            "author",
            "noneditingauthor",
            "reviewer",
            "readitems",
            "readany",
            "folderowner");

    private static final Set<String> WRITING_RIGHTS = Set.of(
            "owner",
            "publishingeditor",
            "editor",
            "publishingauthor",
            "author",
            "noneditingauthor",
            "createitems",
            "editallitems",
            "editany",
            "deleteallitems",
            "deleteany");

    /** What the unified audit log says about any right. */
    private static final List<Signal<Facts>> GIVEN = List.of(
            against(
                    "set-from-attacker-address",
                    70,
                    DELEGATE,
                    facts -> facts.origin.isFromAttackerAddress(),
                    facts -> "It was given from the attacker's address " + facts.origin.addressInWords() + "."),
            against(
                    "set-in-attack",
                    70,
                    DELEGATE,
                    facts -> facts.origin.isInWindowByAccount(),
                    facts -> "It was given at " + facts.origin.timeInWords()
                            + ", after the attacker was first seen and not from a usual place."),
            against(
                    "set-in-attack-by-somebody-else",
                    40,
                    DELEGATE,
                    facts -> facts.origin.isInWindowBySomebodyElse(),
                    facts -> "Somebody else, an administrator perhaps, gave it at " + facts.origin.timeInWords()
                            + ", after the attacker was first seen."),
            against(
                    "set-in-suspected-attack",
                    35,
                    DELEGATE,
                    facts -> facts.origin.isInSuspectedWindow(),
                    facts -> "It was given after a sign-in that needs a second look."),
            against(
                    "appeared-in-response",
                    45,
                    DELEGATE,
                    facts -> facts.origin.isAppearedInAttack(),
                    facts -> "It was not there when the rights were read earlier in this response."),
            against(
                    "made-while-nothing-is-known",
                    35,
                    facts -> facts.origin.isMadeWhileNothingIsKnown(),
                    facts -> "The sign-ins do not tell whether an attacker was in this account, and this was given "
                            + facts.origin.sinceInWords() + "."),
            inFavour(
                    "set-before-attack",
                    30,
                    facts -> facts.origin.isBeforeWindow(),
                    facts ->
                            "It was given at " + facts.origin.timeInWords() + ", before anything suspicious was seen."),
            inFavour(
                    "not-set-during-attack",
                    10,
                    facts -> facts.origin.isNotMadeDuringAttack(),
                    facts -> "It was not given during the attack, as far as the audit log reaches (through "
                            + facts.origin.reachInWords() + ")."));

    static final SignalTable<Facts> MAILBOX = new SignalTable<>(
            "A colleague has had this right, and nothing speaks against it.",
            GIVEN,
            against(
                    "delegate-outside",
                    50,
                    DELEGATE,
                    Facts::isOutside,
                    facts ->
                            Quote.of(facts.delegate.trustee()) + ", somebody from outside, has rights in the mailbox."),
            against(
                    "delegate-in-attacked-account",
                    35,
                    DELEGATE,
                    facts -> facts.picture.certainty() == Certainty.ATTACK && facts.isUndated(),
                    facts -> "An attacker was in this account, and nothing says since when "
                            + Quote.of(facts.delegate.trustee()) + " has this right."),
            against(
                    "delegate-in-suspected-account",
                    15,
                    facts -> facts.picture.certainty() == Certainty.SUSPECTED,
                    facts -> "A sign-in to this account needs a second look."),
            against(
                    "undated-in-suspected-account",
                    20,
                    facts -> facts.origin.isUndatedInSuspectedAttack(),
                    facts -> "Nothing says since when " + Quote.of(facts.delegate.trustee()) + " has this right."),
            against(
                    "delegate-for-everybody",
                    25,
                    Facts::isForEverybody,
                    facts -> "Everybody has rights in the mailbox."),
            inFavour(
                    "expected-person",
                    30,
                    Facts::isExpected,
                    facts -> Quote.of(facts.delegate.trustee()) + " is expected to have rights here."));

    static final SignalTable<Facts> FOLDER = new SignalTable<>(
            "Sharing a folder like this is usual.",
            GIVEN,
            against(
                    "folder-shared-outside",
                    40,
                    DELEGATE,
                    Facts::isOutside,
                    facts ->
                            Quote.of(facts.delegate.trustee()) + ", somebody from outside, has rights on this folder."),
            against(
                    "mail-folder-readable",
                    25,
                    DELEGATE,
                    facts -> facts.isMailFolder() && facts.canRead(),
                    facts -> Quote.of(facts.delegate.trustee()) + " can read mail in "
                            + Quote.of(facts.delegate.folder()) + "."),
            against(
                    "readable-by-everybody",
                    35,
                    DELEGATE,
                    facts -> facts.isForEverybody() && facts.isMailFolder() && facts.canRead(),
                    facts -> "Everybody, not only a named person, can read it."),
            against(
                    "shared-in-attacked-account",
                    20,
                    facts -> facts.picture.certainty() == Certainty.ATTACK
                            && facts.isUndated()
                            && facts.isMailFolder()
                            && facts.canRead(),
                    facts -> "An attacker was in this account, and nothing says since when this is shared."),
            against(
                    "writable-by-everybody",
                    65,
                    DELEGATE,
                    facts -> facts.picture.certainty() == Certainty.ATTACK
                            && facts.isForEverybody()
                            && !facts.isMailFolder()
                            && facts.canWrite(),
                    facts -> "Everybody can change what lies in " + Quote.of(facts.delegate.folder())
                            + ", which is unusual, and an attacker was in this account."),
            inFavour(
                    "expected-person",
                    30,
                    Facts::isExpected,
                    facts -> Quote.of(facts.delegate.trustee()) + " is expected to have rights here."));

    private DelegateSignals() {}

    /**
     * The facts judged.
     *
     * @param delegate the right
     * @param organisation whose mailbox
     * @param picture what is known about the attack
     * @param origin when and from where the right came
     */
    record Facts(MailboxDelegate delegate, Organisation organisation, AttackPicture picture, MailboxOrigin origin) {
        static Facts ofMailbox(
                MailboxDelegate delegate, Organisation organisation, AttackPicture picture, FirstMet met) {
            return of(delegate, organisation, picture, MailboxOperations::concernsDelegates, met);
        }

        static Facts ofFolder(
                MailboxDelegate permission, Organisation organisation, AttackPicture picture, FirstMet met) {
            return of(permission, organisation, picture, MailboxOperations::concernsFolders, met);
        }

        private static Facts of(
                MailboxDelegate delegate,
                Organisation organisation,
                AttackPicture picture,
                Predicate<MailboxEvent> kind,
                FirstMet met) {
            MailboxOrigin origin = MailboxOrigin.find(
                            picture,
                            met,
                            kind,
                            event -> MailboxOperations.makes(event, delegate),
                            event -> MailboxOperations.extendsRights(event, delegate)
                                    || MailboxOperations.mayGive(event, delegate))
                    .ofReusedPlace();
            return new Facts(delegate, organisation, picture, origin);
        }

        boolean isUndated() {
            return origin.event().isEmpty() && !origin.isNotMadeDuringAttack();
        }

        boolean isOutside() {
            String trustee = delegate.trustee().toLowerCase(Locale.ROOT);
            return trustee.contains("#ext#") || Addresses.placeOf(trustee, organisation) == Addresses.Place.OUTSIDE;
        }

        boolean isForEverybody() {
            String trustee = delegate.trustee().strip().toLowerCase(Locale.ROOT);
            return trustee.equals("default") || trustee.equals("anonymous") || trustee.equals("everyone");
        }

        boolean isExpected() {
            return organisation
                    .closePeople()
                    .contains(delegate.trustee().strip().toLowerCase(Locale.ROOT));
        }

        boolean canRead() {
            return delegate.rights().stream()
                    .map(right -> right.strip().toLowerCase(Locale.ROOT))
                    .anyMatch(READING_RIGHTS::contains);
        }

        boolean canWrite() {
            return delegate.rights().stream()
                    .map(right -> right.strip().toLowerCase(Locale.ROOT))
                    .anyMatch(WRITING_RIGHTS::contains);
        }

        boolean isMailFolder() {
            String folder = delegate.folder().toLowerCase(Locale.ROOT);
            return NOT_MAIL.stream().noneMatch(folder::contains);
        }
    }

    private static final Set<String> NOT_MAIL = Set.of(
            "calendar",
            "kalender",
            "calendrier",
            "calendario",
            "agenda",
            "kontakt",
            "contact",
            "contatti",
            "task",
            "aufgaben",
            "tâches",
            "tareas",
            "notes",
            "notizen",
            "journal");
}
