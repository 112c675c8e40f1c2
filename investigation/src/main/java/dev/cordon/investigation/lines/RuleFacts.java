package dev.cordon.investigation.lines;

import dev.cordon.investigation.Addresses;
import dev.cordon.investigation.SeldomReadFolder;
import dev.cordon.investigation.SystemRule;
import dev.cordon.investigation.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What matters about an inbox rule of which nothing is known but itself.
 *
 * @param rule the rule
 * @param senders whom its conditions mean
 * @param targets where those are to whom it sends mail on
 */
record RuleFacts(RuleLine rule, Set<Sender> senders, Set<Target> targets) {
    /** So many words of one interest are a list that somebody brought along. */
    private static final int MANY_WORDS = 3;

    /** Where somebody is to whom a rule sends mail on. */
    enum Target {
        INSIDE,
        /** A program that takes mail in. */
        SERVICE,
        FREE_MAIL,
        /** The same, from a house that promises to know nothing of its customers, or where a mailbox dies within the hour. */
        HIDDEN_MAIL,
        OUTSIDE,
        /** Nobody can say: the line does not name the organisation's domains, or no address. */
        UNKNOWN
    }

    static RuleFacts of(RuleLine rule) {
        Set<Sender> senders = EnumSet.noneOf(Sender.class);
        rule.conditions().senders().stream().map(Sender::of).forEach(senders::add);
        Set<Target> targets = EnumSet.noneOf(Target.class);
        rule.forwardTo().stream()
                .map(address -> target(address, rule.domains()))
                .forEach(targets::add);
        return new RuleFacts(rule, senders, targets);
    }

    private static Target target(String address, Set<String> own) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        String domain = MailDomains.of(lower);
        if (Addresses.isInDirectory(lower) || MailDomains.isWithin(domain, own)) {
            return Target.INSIDE;
        }
        if (domain.isEmpty()) {
            return Target.UNKNOWN;
        }
        if (MailDomains.isHidden(domain)) {
            return Target.HIDDEN_MAIL;
        }
        if (MailDomains.isFree(domain)) {
            return Target.FREE_MAIL;
        }
        if (MailDomains.isService(domain)) {
            return Target.SERVICE;
        }
        return own.isEmpty() ? Target.UNKNOWN : Target.OUTSIDE;
    }

    private Predicates conditions() {
        return rule.conditions();
    }

    private boolean movesTo(Predicate<RuleFolder> which) {
        return rule.moveTo().filter(which).isPresent();
    }

    private boolean movesTo(SeldomReadFolder kind) {
        return movesTo(folder -> folder.is(kind) && !folder.isForOtherThings());
    }

    String folder() {
        return rule.moveTo().map(RuleFolder::inWords).orElse("");
    }

    String targetsInWords() {
        return String.join(", ", rule.forwardTo());
    }

    boolean sendsTo(Target target) {
        return targets.contains(target);
    }

    /** Whether mail goes where the organisation does not see it, or may not. */
    boolean sendsAway() {
        return sendsOutside() || sendsTo(Target.UNKNOWN);
    }

    boolean sendsOutside() {
        return sendsTo(Target.FREE_MAIL) || sendsTo(Target.HIDDEN_MAIL) || sendsTo(Target.OUTSIDE);
    }

    boolean deletes() {
        return !rule.deletesForGood() && (rule.deletes() || movesTo(SeldomReadFolder.DELETED));
    }

    boolean movesToForgotten() {
        return movesTo(SeldomReadFolder.FORGOTTEN);
    }

    boolean movesToOtherThings() {
        return movesTo(RuleFolder::isForOtherThings);
    }

    boolean movesToJunk() {
        return movesTo(SeldomReadFolder.JUNK) && !isSystemRule();
    }

    boolean movesToArchive() {
        return movesTo(SeldomReadFolder.ARCHIVE);
    }

    boolean movesToOddFolder() {
        return movesTo(RuleFolder::hasOddName);
    }

    boolean movesToDisguisedFolder() {
        return movesTo(RuleFolder::isDisguised);
    }

    boolean movesToUnknownFolder() {
        return movesTo(RuleFolder::isUnknown);
    }

    /** Whether the owner hardly sees the mail. */
    boolean hides() {
        return rule.deletesForGood()
                || deletes()
                || movesToForgotten()
                || movesToOtherThings()
                || movesToJunk()
                || movesToOddFolder()
                || movesToDisguisedFolder()
                || ((movesToArchive() || movesToUnknownFolder()) && rule.marksAsRead());
    }

    /** Whether it buries mail in a folder that is there for something else: as read, and by a rule that says nothing or is after a warning. */
    boolean buries() {
        boolean isFiled =
                rule.moveTo().filter(folder -> folder.isAbout(filedUnder())).isPresent();
        return rule.marksAsRead()
                && !hides()
                && !isFiled
                && !isSystemRule()
                && (isDisguised() || concernsAlarms() || takesEverything())
                && (rule.moveTo().isPresent() || isDisguised());
    }

    private List<String> filedUnder() {
        return Stream.of(
                        List.of(rule.name()),
                        conditions().topics(),
                        conditions().senders(),
                        conditions().recipients())
                .flatMap(List::stream)
                .toList();
    }

    boolean takesAway() {
        return hides() || buries() || sendsAway();
    }

    /** Whether somebody's mail is taken whatever it is about. */
    boolean takesAllOfSomebody() {
        boolean isTidied = movesToArchive() && !rule.stops() && !isDisguised();
        return takesAway()
                && !isTidied
                && (concernsColleagues() || concernsWatchmen() || concernsOwnAuthority())
                && conditions().topics().isEmpty()
                && conditions().recipients().isEmpty()
                && conditions().flags().isEmpty();
    }

    private boolean concernsOwnAuthority() {
        return ownSenders().anyMatch(sender -> Sender.of(sender) == Sender.AUTHORITY);
    }

    /** Senders of whom the line does not say that they are strangers. */
    private Stream<String> ownSenders() {
        return conditions().senders().stream()
                .filter(sender -> MailDomains.of(sender).isEmpty()
                        || rule.domains().isEmpty()
                        || MailDomains.isWithin(MailDomains.of(sender), rule.domains()));
    }

    boolean sendsToLookalike() {
        return sendsAway()
                && rule.forwardTo().stream()
                        .map(MailDomains::of)
                        .anyMatch(domain ->
                                MailDomains.imitates(domain, imitable()) || MailDomains.isMisspelt(domain, imitable()));
    }

    /** Whether mail goes to a domain that is misspelt: nobody has such a one by chance. */
    boolean sendsToMisspelt() {
        return sendsAway()
                && rule.forwardTo().stream()
                        .map(MailDomains::of)
                        .anyMatch(domain -> MailDomains.isMisspelt(domain, imitable()));
    }

    /** The domains that a fraudster would have his own look like: the organisation's, and those of whose mail the rule takes. */
    private Set<String> imitable() {
        return Stream.concat(
                        rule.domains().stream(),
                        conditions().senders().stream()
                                .map(sender -> MailDomains.of("@" + sender))
                                .filter(domain -> domain.contains(".") && !MailDomains.isFree(domain)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether it lets somebody have a copy of mail about one thing, openly: the mail stays where it is, the rule has a name, and nothing that
     * a fraudster wants is in it.
     */
    boolean sharesOpenly() {
        boolean isNarrow = !conditions().topics().isEmpty()
                || !conditions().recipients().isEmpty()
                || (!senders.isEmpty() && !senders.contains(Sender.PERSON));
        return sendsAway()
                && isNarrow
                && !sendsTo(Target.HIDDEN_MAIL)
                && !hides()
                && !rule.marksAsRead()
                && !isDisguised()
                && !isInteresting()
                && !concernsAccess()
                && !concernsBusiness()
                && !concernsWhatCounts()
                && !sendsToLookalike();
    }

    /** Whether the notices it takes are of one mailing of the owner's: a subject stands beside them, and the rule has a name. */
    boolean tidiesOneMailing() {
        return hides()
                && concernsBounces()
                && !isDisguised()
                && conditions().flags().contains("isNonDeliveryReport")
                && !conditions().topics().isEmpty()
                && !concernsMoney()
                && !concernsAlarms();
    }

    /** Whether a rule that says nothing hides the subjects that phishing mail has. */
    boolean hidesBait() {
        return isDisguised() && hides() && Vocabulary.BAIT.foundInAny(words());
    }

    /** Mail about passwords and codes, short of a warning. */
    boolean concernsAccess() {
        return !concernsAlarms()
                && !isAboutUnwantedMail()
                && (Words.CONCEALMENT.list().foundInAny(words())
                        || Words.CONCEALMENT.list().cutShortInAny(conditions().topics()));
    }

    /** A rule without a name for what somebody wrote. */
    boolean isDisguisedOnly() {
        return hides() && isDisguised() && !isInteresting() && !isAutomaticOnly() && !isAboutUnwantedMail();
    }

    boolean hidesAndMarksAsRead() {
        return (hides() || sendsAway()) && rule.marksAsRead();
    }

    /** Whether nearly all mail meets the conditions, and no exception that a person would make for himself spares any. */
    boolean takesEverything() {
        return (!conditions().narrows(house()) || takesAllOfHouse())
                && !rule.exceptions().sparesHisMail();
    }

    /** Where all of his mail goes. */
    private Set<String> house() {
        return Stream.concat(rule.domains().stream(), rule.mailbox().map(Vocabulary::lower).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the only condition is that the mail comes from the organisation itself. */
    private boolean takesAllOfHouse() {
        List<String> whom = conditions().senders();
        return !whom.isEmpty()
                && conditions().topics().isEmpty()
                && conditions().flags().isEmpty()
                && whom.stream()
                        .map(Vocabulary::lower)
                        .map(text -> MailDomains.spelt(text.startsWith("@") ? text.substring(1) : text))
                        .allMatch(rule.domains()::contains);
    }

    boolean concernsMoney() {
        return Words.FINANCE.list().foundInAny(words())
                || Words.FINANCE.list().cutShortInAny(conditions().topics())
                || Vocabulary.GIFT_CARDS.foundInAny(words())
                || Words.FINANCE.list().foundInAny(wordsOfSenders());
    }

    /** What is looked for in senders' addresses, as far as it is no address itself. */
    private List<String> wordsOfSenders() {
        return conditions().senderWords().stream()
                .filter(word -> !word.contains("@") && !word.contains("."))
                .toList();
    }

    boolean concernsAlarms() {
        return (Vocabulary.ALARM.foundInAny(words())
                        || Vocabulary.ALARM.cutShortInAny(conditions().topics()))
                && !isAboutUnwantedMail();
    }

    boolean concernsBounces() {
        return conditions().flags().contains("isNonDeliveryReport")
                || Vocabulary.BOUNCE.foundInAny(words())
                || (isDisguised() && concernsAutomaticAnswers())
                || Vocabulary.BOUNCE.foundInAny(conditions().senders());
    }

    private boolean concernsAutomaticAnswers() {
        return conditions().flags().contains("isAutomaticReply")
                || Vocabulary.AUTOMATIC_ANSWER.foundInAny(conditions().topics());
    }

    boolean concernsAnswers() {
        return conditions().topics().stream().map(Vocabulary::plain).anyMatch(Vocabulary.ANSWERS::contains);
    }

    boolean concernsWatchmen() {
        return !concernsBounces()
                && Stream.concat(ownSenders(), conditions().senders().stream().filter(RuleFacts::isMicrosofts))
                        .anyMatch(sender -> Sender.of(sender) == Sender.WATCHMAN);
    }

    private static boolean isMicrosofts(String sender) {
        return MailDomains.isWithin(MailDomains.of(sender), Set.of("microsoft.com", "microsoftonline.com"));
    }

    boolean concernsAuthority() {
        return senders.contains(Sender.AUTHORITY);
    }

    boolean concernsColleagues() {
        return conditions().senders().stream()
                .filter(sender -> MailDomains.isWithin(MailDomains.of("@" + sender), rule.domains()))
                .map(Sender::of)
                .anyMatch(sender -> sender == Sender.PERSON || sender == Sender.DOMAIN);
    }

    /** Somebody of whom the line does not say that he is a colleague. */
    boolean concernsPerson() {
        return senders.contains(Sender.PERSON) && !concernsColleagues();
    }

    /** An address that may be a person's: one of the house, or any where the line does not say which those are. */
    boolean concernsMailbox() {
        return ownSenders().anyMatch(sender -> Sender.of(sender) == Sender.MAILBOX);
    }

    boolean concernsCompany() {
        return senders.contains(Sender.DOMAIN);
    }

    boolean hasManyWords() {
        return Words.FINANCE.list().countIn(words()) + Vocabulary.ALARM.countIn(words()) >= MANY_WORDS;
    }

    private List<String> words() {
        return Stream.concat(conditions().topics().stream(), conditions().headers().stream())
                .map(Lookalikes::straightened)
                .toList();
    }

    /** Whether it throws away what filters mark or strangers advertise. */
    boolean isAboutUnwantedMail() {
        List<String> words = words();
        long unwanted = words.stream().filter(Vocabulary.UNWANTED::foundIn).count();
        long alarms = words.stream().filter(Vocabulary.ALARM::foundIn).count();
        return unwanted > 0
                && unwanted * 2 >= words.size()
                && alarms <= unwanted
                && !Words.FINANCE.list().foundInAny(words);
    }

    /** Whether what it takes is a conversation that somebody had begun. */
    boolean concernsConversation() {
        return !concernsAnswers()
                && conditions().topics().stream()
                        .map(Vocabulary::plain)
                        .map(topic -> topic.split("[\\s\\[(]", 2)[0])
                        .anyMatch(begin -> begin.endsWith(":") && Vocabulary.ANSWERS.contains(begin));
    }

    boolean concernsBusiness() {
        return Vocabulary.BUSINESS.foundInAny(words()) && !concernsMoney();
    }

    /** What the sender himself marked as urgent or private. */
    boolean concernsWhatCounts() {
        return conditions().isUrgent() || conditions().others().contains("sensitivity");
    }

    /** The dress of most rules of takeovers: no name, out of sight, no counter, and the last word. */
    boolean isDressedForTakeover() {
        boolean isTidied = isAutomaticOnly() && movesToArchive();
        return isDisguised() && hides() && rule.marksAsRead() && rule.stops() && !isTidied;
    }

    boolean isAutomaticOnly() {
        return senders.equals(EnumSet.of(Sender.AUTOMATIC))
                || (conditions().isAutomatic() && !concernsAlarms() && !concernsBounces());
    }

    /** Whether what it takes is what a fraudster wants. */
    boolean isInteresting() {
        return takesEverything()
                || concernsMoney()
                || concernsAlarms()
                || concernsBounces()
                || concernsAnswers()
                || concernsConversation()
                || concernsWatchmen()
                || concernsAuthority()
                || concernsColleagues();
    }

    boolean isHarmless() {
        return hides()
                && !sendsAway()
                && !isInteresting()
                && !isDisguised()
                && !concernsAccess()
                && !concernsPerson()
                && !isAutomaticOnly();
    }

    boolean isDisguised() {
        return OddName.of(rule.name()) != OddName.NONE || pretendsToBeSystemRule() || hasDisguisedName();
    }

    /** Whether its name is not what it looks like. */
    boolean hasDisguisedName() {
        return Lookalikes.areIn(rule.name()) || Lookalikes.hasInvisible(rule.name());
    }

    boolean hasOfficialName() {
        return Vocabulary.OFFICIAL.foundIn(Lookalikes.straightened(rule.name()))
                && !pretendsToBeSystemRule()
                && !isAutomaticOnly();
    }

    boolean pretendsToBeSystemRule() {
        return !isSystemRule() && SystemRule.resembles(Lookalikes.straightened(rule.name()));
    }

    boolean isSystemRule() {
        return SystemRule.of(rule.name()).filter(this::behavesLike).isPresent();
    }

    private boolean behavesLike(SystemRule system) {
        boolean leaves = !rule.deletes() && !rule.deletesForGood() && !rule.marksAsRead();
        return switch (system) {
            case JUNK ->
                leaves
                        && targets.isEmpty()
                        && looksForNothing()
                        && rule.moveTo()
                                .filter(to -> !to.isUnknown() && !to.is(SeldomReadFolder.JUNK))
                                .isEmpty();
            case OUT_OF_OFFICE -> leaves && targets.isEmpty() && rule.moveTo().isEmpty();
            case DELEGATE ->
                leaves
                        && !sendsOutside()
                        && (!sendsTo(Target.UNKNOWN) || conditions().areOfMeetings())
                        && rule.moveTo().isEmpty()
                        && looksForNothing();
        };
    }

    private boolean looksForNothing() {
        return conditions().topics().isEmpty()
                && conditions().senders().isEmpty()
                && conditions().headers().isEmpty()
                && conditions().recipients().isEmpty();
    }

    /** An exception for one address elsewhere: perhaps the one whose mail must come through. */
    boolean letsStrangerThrough() {
        Set<String> spared = rule.exceptions().senders().stream()
                .map(MailDomains::of)
                .filter(domain -> !domain.isEmpty() && !MailDomains.isWithin(domain, rule.domains()))
                .collect(Collectors.toSet());
        return hides() && isInteresting() && spared.stream().anyMatch(MailDomains::isFree);
    }

    /** Whether the verdict would be surer if the line named the organisation's domains. */
    boolean missesDomains() {
        return rule.domains().isEmpty() && (sendsTo(Target.UNKNOWN) || (hides() && concernsPerson()));
    }
}
