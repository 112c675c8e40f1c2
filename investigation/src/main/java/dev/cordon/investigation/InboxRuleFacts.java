package dev.cordon.investigation;

import dev.cordon.tenant.InboxRule;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What matters about an inbox rule.
 *
 * @param rule the rule
 * @param organisation whose mailbox
 * @param picture what is known about the attack
 * @param words the words its conditions look for
 * @param senders whom its conditions name
 * @param origin when and from where it came
 * @param rumour when and from where a rule of its name came, of which the log does not say what it does
 */
record InboxRuleFacts(
        InboxRule rule,
        Organisation organisation,
        AttackPicture picture,
        List<String> words,
        List<String> senders,
        MailboxOrigin origin,
        MailboxOrigin rumour) {
    private static final Set<String> SENDER_CONDITIONS = Set.of("from", "sender", "provider");
    private static final Set<String> SENDER_WORDS =
            Set.of("fromaddresscontainswords", "sendercontains", "headercontainswords", "headercontains");

    static InboxRuleFacts of(InboxRule rule, Organisation organisation, AttackPicture picture, FirstMet met) {
        List<String> words = conditions(rule, name -> name.contains("contain") || name.contains("word"));
        List<String> senders =
                conditions(rule, name -> SENDER_CONDITIONS.contains(name) || SENDER_WORDS.contains(name));
        InboxRuleFacts facts = new InboxRuleFacts(
                rule, organisation, picture, words, senders, unknown(picture, met), unknown(picture, met));
        // Exchange makes its own rules itself, and attackers borrow their names: an event that gives only a name is not
        // about them.
        boolean own = facts.isSystemRule();
        MailboxOrigin origin = MailboxOrigin.find(
                        picture,
                        met,
                        MailboxOperations::concernsRules,
                        event -> !own && MailboxOperations.makes(event, rule))
                .ofReusedPlace();
        MailboxOrigin rumour = MailboxOrigin.find(
                picture,
                met,
                MailboxOperations::concernsRules,
                event -> !own && MailboxOperations.mayHaveMade(event, rule));
        return new InboxRuleFacts(rule, organisation, picture, words, senders, origin, rumour);
    }

    private static MailboxOrigin unknown(AttackPicture picture, FirstMet met) {
        return new MailboxOrigin(picture, Optional.empty(), false, met);
    }

    private static List<String> conditions(InboxRule rule, java.util.function.Predicate<String> named) {
        return rule.conditions().entrySet().stream()
                .filter(entry -> named.test(entry.getKey().toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .flatMap(Collection::stream)
                .toList();
    }

    boolean forwardsOutside() {
        return Addresses.anyOutside(rule.forwardTo(), organisation);
    }

    /** Whether a rule of its name came from the attacker, and nothing says that it was another one. */
    boolean sharesNameWithAttackers() {
        return origin.event().isEmpty() && (rumour.isFromAttackerAddress() || rumour.isInWindowByAccount());
    }

    /** Whether the audit log reaches over the attack and shows neither its making nor that of a rule of its name. */
    boolean isNotMadeInAttack() {
        return picture.certainty() == Certainty.ATTACK
                && origin.isNotMadeDuringAttack()
                && rumour.event().isEmpty();
    }

    boolean forwardsInside() {
        return !rule.forwardTo().isEmpty() && !forwardsOutside() && !forwardsToUnknown();
    }

    boolean forwardsToUnknown() {
        return !forwardsOutside()
                && rule.forwardTo().stream()
                        .anyMatch(target -> Addresses.placeOf(target, organisation) == Addresses.Place.UNKNOWN);
    }

    boolean isSweep() {
        return rule.kind() == InboxRule.Kind.SWEEP;
    }

    boolean deletes() {
        return rule.deletes() || movesTo(SeldomReadFolder.DELETED);
    }

    boolean movesTo(SeldomReadFolder folder) {
        return rule.moveToFolder().filter(folder::matches).isPresent();
    }

    /** Whether the owner hardly sees mail that this rule touched. */
    boolean hidesMail() {
        boolean outOfSight = deletes()
                || movesTo(SeldomReadFolder.FORGOTTEN)
                || movesTo(SeldomReadFolder.JUNK)
                || (movesTo(SeldomReadFolder.ARCHIVE) && rule.marksAsRead());
        return outOfSight && !isSystemRule();
    }

    boolean hidesAndMarksAsRead() {
        return hidesMail() && rule.marksAsRead();
    }

    boolean hidesOrForwardsOutside() {
        return hidesMail() || forwardsOutside();
    }

    /** Whether it takes all mail: no condition, or one that every message meets. */
    boolean takesEverything() {
        return rule.conditions().entrySet().stream().noneMatch(this::narrows);
    }

    private boolean narrows(Map.Entry<String, List<String>> condition) {
        String name = condition.getKey().toLowerCase(Locale.ROOT);
        if (name.contains("size")) {
            return false;
        }
        return condition.getValue().stream().noneMatch(value -> isInAnyMail(name, value));
    }

    /** One of several values is enough for a rule to take a mail: so one that all mail has makes it take all. */
    private boolean isInAnyMail(String condition, String value) {
        String plain = Words.plain(value).strip();
        boolean isLetter = plain.length() <= 1 && plain.codePoints().noneMatch(Character::isIdeographic);
        boolean isOwn = condition.contains("recipient")
                && organisation.ownsDomain(plain.startsWith("@") ? plain.substring(1) : plain);
        return isLetter || isOwn;
    }

    boolean concernsFinance() {
        return Words.FINANCE.foundInAny(words);
    }

    boolean concealsWarnings() {
        return Words.CONCEALMENT.foundInAny(words) || Words.CONCEALMENT.foundInAny(senders);
    }

    boolean concernsColleagues() {
        return senders.stream().anyMatch(sender -> Addresses.placeOf(sender, organisation) == Addresses.Place.INSIDE);
    }

    boolean concernsNewsletters() {
        return !senders.isEmpty()
                && senders.stream().map(Words::plain).allMatch(InboxRuleFacts::isAutomatic)
                && words.isEmpty();
    }

    private static boolean isAutomatic(String sender) {
        return Stream.of("newsletter", "news@", "noreply", "no-reply", "marketing", "notifications", "digest", "offers")
                .anyMatch(sender::contains);
    }

    /** Whether it only tidies up something narrow, in an account where no sign-in is certain to be an attacker's. */
    boolean isHarmlessWithoutAttack() {
        return picture.certainty() == Certainty.SUSPECTED
                && !origin.isInSuspectedWindow()
                && hidesMail()
                && !forwardsOutside()
                && !takesEverything()
                && !concernsFinance()
                && !concealsWarnings()
                && !concernsColleagues();
    }

    boolean hasOddName() {
        String name = Words.plain(rule.name()).strip();
        boolean nothingToRead = name.codePoints().noneMatch(Character::isLetterOrDigit);
        return nothingToRead
                || name.codePointCount(0, name.length()) <= 2
                || name.chars().distinct().count() == 1;
    }

    boolean isHidden() {
        return rule.hidden().orElse(false) && !isSystemRule() && !mayBeDelegateRule();
    }

    boolean isSystemRule() {
        return SystemRule.of(rule.name()).filter(this::behavesAsSystemRule).isPresent();
    }

    boolean pretendsToBeSystemRule() {
        return !isSystemRule() && !mayBeDelegateRule() && SystemRule.resembles(rule.name());
    }

    /**
     * Whether it has the name of the rule that passes meetings on to delegates and passes all mail on to colleagues. Exchange may not print
     * what that rule is limited to, so its name neither clears nor blackens it.
     */
    private boolean mayBeDelegateRule() {
        return SystemRule.of(rule.name()).filter(SystemRule.DELEGATE::equals).isPresent() && onlyPassesOnInside();
    }

    private boolean onlyPassesOnInside() {
        return !deletes() && rule.moveToFolder().isEmpty() && !forwardsOutside() && !rule.marksAsRead();
    }

    private boolean isAboutMeetings() {
        return rule.conditions().entrySet().stream()
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).contains("messagetype"))
                .flatMap(entry -> entry.getValue().stream())
                .map(value -> value.toLowerCase(Locale.ROOT))
                .anyMatch(value -> value.contains("meeting") || value.contains("calendar"));
    }

    private boolean behavesAsSystemRule(SystemRule system) {
        boolean leavesMail = !deletes()
                && rule.forwardTo().isEmpty()
                && !rule.marksAsRead()
                && rule.conditions().isEmpty();
        Optional<String> target = rule.moveToFolder();
        return switch (system) {
            case JUNK ->
                leavesMail
                        && target.filter(to -> !SeldomReadFolder.JUNK.matches(to))
                                .isEmpty();
            case OUT_OF_OFFICE -> leavesMail && target.isEmpty();
            case DELEGATE -> onlyPassesOnInside() && isAboutMeetings();
        };
    }
}
