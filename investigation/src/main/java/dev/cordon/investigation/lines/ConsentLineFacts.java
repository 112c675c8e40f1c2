package dev.cordon.investigation.lines;

import dev.cordon.investigation.Scopes;
import dev.cordon.investigation.lines.ConsentLine.Use;
import dev.cordon.investigation.lines.ConsentPublisher.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What matters about an application's rights of which nothing is known but the line.
 *
 * @param line the line
 * @param name what the application is called
 * @param scopes what the application may do
 * @param replies what kinds of places it sends people back to
 * @param isLongThere whether it was there long before the newest one of the file
 */
record ConsentLineFacts(
        ConsentLine line, ApplicationName name, Scopes scopes, Set<ReplyAddress> replies, boolean isLongThere) {
    /** An application that was lured into the organisation is found sooner, or it hardly does harm. */
    private static final Duration LONG = Duration.ofDays(365);

    private static final Pattern ALL_CONTENT = Pattern.compile(
            "(files|sites|notes|chat|people|contacts)\\..*\\.all|chat\\.read(write)?|channelmessage\\.read.*");

    private static final Pattern PROTOCOLS =
            Pattern.compile("(imap|pop|eas)\\.accessas(user\\.all|app)|smtp\\.send(asapp)?");

    private static final Set<String> READING = Set.of(
            "mail.read",
            "mail.readwrite",
            "mail.read.shared",
            "mail.readwrite.shared",
            "mail.read.all",
            "mailboxitem.read.all",
            "mailboxitem.importexport",
            "mailboxitem.importexport.all",
            "ews.accessasuser.all",
            "full_access_as_user",
            "full_access_as_app");
    private static final Set<String> SENDING = Set.of("mail.send", "mail.send.shared");
    private static final Set<String> GRAPH_MAIL = Set.of(
            "mail.read",
            "mail.readwrite",
            "mail.send",
            "mail.read.shared",
            "mail.readwrite.shared",
            "mail.send.shared",
            "mail.read.all",
            "mailboxitem.read.all",
            "mailboxitem.importexport",
            "mailboxitem.importexport.all",
            "mailboxsettings.readwrite",
            "ews.accessasuser.all",
            "full_access_as_user",
            "full_access_as_app");

    /** Rights by which an application gives itself, or anybody, every other right. */
    private static final Pattern TOWARDS_EVERYTHING =
            Pattern.compile("(rolemanagement|approleassignment|application)\\.readwrite\\..*");

    /** Looks at the line beside the {@code newest} date of its file. */
    static ConsentLineFacts of(ConsentLine line, Optional<Instant> newest) {
        Set<ReplyAddress> replies = EnumSet.noneOf(ReplyAddress.class);
        line.replyUrls().stream()
                .filter(address -> !isOwn(address, line))
                .map(ReplyAddress::of)
                .forEach(replies::add);
        return new ConsentLineFacts(
                line,
                new ApplicationName(line.application()),
                new Scopes(line.permissions()),
                replies,
                isLong(line, newest));
    }

    private static boolean isLong(ConsentLine line, Optional<Instant> newest) {
        return newest.isPresent()
                && line.since()
                        .filter(since -> Duration.between(since, newest.get()).compareTo(LONG) > 0)
                        .isPresent();
    }

    /** Whether somebody whom nobody has verified is there long, and it is no program that attackers bring along. */
    boolean isProvenByTime() {
        boolean isStranger = isUnverified() || isPublisherUnknown();
        return isLongThere && isStranger && !isFavouredByAttackers() && !isNamedLikeFavoured() && isRisky();
    }

    /** Whether one person gave his mailbox, all files or all rights to somebody of whom the line does not tell who he is. */
    boolean isGivenMailToUntold() {
        return line.use() == Use.ONE_USER && isPublisherUnknown() && opensMuch();
    }

    private boolean opensMuch() {
        return readsMail() || changesMailboxSettings() || readsFilesOfOthers() || changesDirectory();
    }

    private static boolean isOwn(String address, ConsentLine line) {
        return MailDomains.isWithin(ReplyAddress.hostOf(address), Set.copyOf(line.domains()));
    }

    boolean repliesTo(ReplyAddress kind) {
        return replies.contains(kind) && !isMicrosofts();
    }

    boolean isMicrosofts() {
        return KnownApplications.isOwnedByMicrosoft(line.ownerId())
                || (line.ownerId().isEmpty() && KnownApplications.isMicrosofts(line.appId()));
    }

    /** Whether it is the organisation's own, and not so named as to be anything or to be Microsoft's. */
    boolean isOwnWithPurpose() {
        return isOwn() && !isBlandAndMighty() && !pretendsToBeMicrosoft();
    }

    private boolean isOwn() {
        return !line.ownerId().isEmpty() && line.ownerId().equals(line.tenantId());
    }

    /** Whether it is given to everybody: an administrator who does that wants the program. */
    private boolean isForEverybody() {
        return line.use() == Use.EVERYBODY;
    }

    boolean isFavouredByAttackers() {
        return KnownApplications.isFavouredByAttackers(line.appId()) && !isForEverybody();
    }

    boolean isNamedLikeFavoured() {
        return KnownApplications.isNamedLikeFavoured(name.plain())
                && !isFavouredByAttackers()
                && !isForEverybody()
                && !isOwn()
                && isRisky();
    }

    boolean isKnownProgram() {
        return KnownApplications.isMailProgram(line.appId());
    }

    /** A verified maker speaks for his program; not for whoever got hold of an account and likes to use it, and not for a lure. */
    boolean isVouchedFor() {
        return line.publisher().isVerified()
                && !isFavouredByAttackers()
                && !isNamedLikeFavoured()
                && !hasBorrowedVerification();
    }

    /**
     * Whether the verified publisher has nothing to do with the name, nor with where it answers to, and the name promises what lures
     * promise, says nothing, or is another maker's.
     */
    boolean hasBorrowedVerification() {
        return line.publisher().isVerified()
                && !line.publisher().name().isEmpty()
                && !isMicrosofts()
                && line.use() == Use.ONE_USER
                && (scopes.usesMail() || usesMail() || readsFilesOfOthers())
                && (name.hasWordOfLure()
                        || name.soundsLikeMicrosoft()
                        || name.saysNothing()
                        || hasDisguisedPublisher()
                        || !name.makers().isEmpty())
                && !isPublisherInNameOrHost();
    }

    /** A word that any lure has makes nobody its maker; neither does a name in letters that only look like his. */
    private boolean isPublisherInNameOrHost() {
        ApplicationName publisher = new ApplicationName(line.publisher().name());
        return !hasDisguisedPublisher()
                && (name.isNamedAlike(publisher.text())
                        || publisher.isNamedAlike(name.text())
                        || publisher.isNamedAlike(String.join(" ", name.makers()))
                        || hosts().anyMatch(publisher::isNamedAlike));
    }

    private boolean hasDisguisedPublisher() {
        String publisher = line.publisher().name();
        return Lookalikes.areIn(publisher) || Lookalikes.hasInvisible(publisher);
    }

    private boolean isSomebodys() {
        return isMicrosofts()
                || isOwn()
                || isManagedIdentity()
                || isKnownProgram()
                || line.publisher().isVerified();
    }

    boolean isUnverified() {
        return line.publisher().standing() == Standing.UNVERIFIED && !isSomebodys();
    }

    boolean isPublisherUnknown() {
        return line.publisher().standing() == Standing.NOT_TOLD && !isSomebodys() && line.use() != Use.SIGN_IN;
    }

    private boolean isOneUsersStranger() {
        return line.use() == Use.ONE_USER && isUnverified();
    }

    /**
     * What consent phishing is: one person gives his mailbox, all files or all rights to somebody whom nobody has verified. The old
     * protocols are what mail programs on telephones use, and count only for who hides what he is.
     */
    boolean isGivenMailByOneUser() {
        return isOneUsersStranger()
                && (opensMuch() || (usesMailByProtocol() && isDisguised()))
                && !scopes.names().equals(List.of("user_impersonation"));
    }

    /** The same short of reading: it sends in his name. */
    boolean isGivenVoiceByOneUser() {
        return isOneUsersStranger() && !isGivenMailByOneUser() && usesMail();
    }

    /** Whether one person met it in disguise and it has neither his mail nor his voice: what he did then happened elsewhere. */
    boolean isDoorToElsewhere() {
        return isUnverified()
                && (line.use() == Use.ONE_USER || line.use() == Use.SIGN_IN)
                && !isGivenMailByOneUser()
                && !isGivenVoiceByOneUser()
                && hosts().findAny().isPresent()
                && !replies.contains(ReplyAddress.THIS_MACHINE)
                && ((hasNameOfLure() && name.promisesSomething())
                        || pretendsToBeMicrosoft()
                        || pretendsToBeBrand()
                        || replies.contains(ReplyAddress.PRETENDING));
    }

    boolean pretendsToBeMicrosoft() {
        return !isMicrosofts()
                && !isKnownProgram()
                && (name.isMicrosoftsOwn()
                        || (name.soundsLikeMicrosoft() && (!isSomebodys() || isOwnOfOneUserAtMail())));
    }

    /** Whether it is the organisation's own, which anybody in it may register, and one person gave it his mailbox. */
    private boolean isOwnOfOneUserAtMail() {
        return isOwn() && line.use() == Use.ONE_USER && usesMail();
    }

    boolean pretendsToBeBrand() {
        boolean isTold = line.publisher().standing() != Standing.NOT_TOLD
                || hosts().findAny().isPresent();
        return isTold && !isSomebodys() && !name.makers().isEmpty() && hosts().noneMatch(name::isAtHome);
    }

    /** Whether one person's mailbox is open to a tool by which scripts are run. */
    boolean isScriptingToolAtMail() {
        return KnownApplications.isScriptingTool(line.appId()) && line.use() == Use.ONE_USER && usesMail();
    }

    private Stream<String> hosts() {
        return line.replyUrls().stream().map(ReplyAddress::hostOf).filter(host -> host.contains("."));
    }

    /** Whether its name or the place it answers to is not what an honest program would have. */
    boolean isDisguised() {
        return pretendsToBeMicrosoft()
                || pretendsToBeBrand()
                || Lookalikes.areIn(name.text())
                || Lookalikes.hasInvisible(name.text())
                || hasUnreadableName()
                || isNamedLikeMailbox()
                || hasNameOfLure()
                || replies.contains(ReplyAddress.PRETENDING)
                || replies.contains(ReplyAddress.MAKESHIFT);
    }

    /** Whether somebody unverified and disguised has power over everybody: an administrator's hand may have been an attacker's. */
    boolean isPowerInDisguise() {
        return isUnverified()
                && isRisky()
                && isDisguised()
                && (line.use() == Use.EVERYBODY || line.use() == Use.BY_ITSELF);
    }

    boolean isStrangerInDirectory() {
        return isUnverified()
                && (line.use() == Use.BY_ITSELF || line.use() == Use.EVERYBODY)
                && changesDirectory()
                && !has("user_impersonation");
    }

    boolean isManagedIdentity() {
        return line.isManagedIdentity();
    }

    /** Whether it acts by itself and nobody can tell from the line what it may do. */
    boolean isPowerUnknown() {
        return line.use() == Use.BY_ITSELF && line.isPermissionUnknown();
    }

    boolean asksForLittle() {
        return !isRisky() && !isDoorToElsewhere() && !isFavouredByAttackers() && !isPowerUnknown();
    }

    /** An administrator who gives a program to everybody speaks for it, unless it is disguised. */
    boolean isApproved() {
        return line.use() == Use.EVERYBODY && !isPowerInDisguise() && !isStrangerInDirectory();
    }

    boolean hasUnreadableName() {
        return !isSomebodys() && name.saysNothing();
    }

    boolean isNamedLikeMailbox() {
        return !isSomebodys() && !hasUnreadableName() && name.isLikeMailbox();
    }

    boolean hasNameOfLure() {
        return (!isSomebodys() || hasBorrowedVerification()) && !hasUnreadableName() && name.isLure();
    }

    /** Whether the organisation's own application may do much by itself, and its name does not say what it is for. */
    boolean isBlandAndMighty() {
        return isOwn()
                && line.use() != Use.EVERYBODY
                && (usesMail() || changesDirectory())
                && (name.isBland()
                        || name.saysNothing()
                        || name.isLikeMailbox()
                        || (isOwnOfOneUserAtMail() && name.isLure()));
    }

    /** Whether no place it sends people back to has anything of its name; programs on a telephone or a desk have none. */
    boolean repliesToSomebodyElse() {
        List<String> hosts =
                hosts().filter(host -> !ReplyAddress.isMicrosofts(host)).toList();
        return !hosts.isEmpty()
                && !isSomebodys()
                && hosts.stream().noneMatch(host -> MailDomains.isWithin(host, Set.copyOf(line.domains())))
                && hosts.stream().noneMatch(name::sharesWordWith);
    }

    boolean repliesToThisMachine() {
        return replies.contains(ReplyAddress.THIS_MACHINE) && isOneUsersStranger() && isRisky();
    }

    boolean mayGiveItselfEverything() {
        return (isUnverified() || isBlandAndMighty())
                && scopes.names().stream()
                        .anyMatch(scope -> TOWARDS_EVERYTHING.matcher(scope).matches());
    }

    private boolean readsMail() {
        return READING.stream().anyMatch(this::has);
    }

    boolean readsAllFilesByItself() {
        return line.use() == Use.BY_ITSELF && readsFilesOfOthers();
    }

    boolean usesMail() {
        return GRAPH_MAIL.stream().anyMatch(this::has);
    }

    /** As mail programs of old do: the mailbox by IMAP, POP or ActiveSync. */
    boolean usesMailByProtocol() {
        return !usesMail()
                && scopes.names().stream()
                        .anyMatch(scope -> PROTOCOLS.matcher(scope).matches());
    }

    boolean changesDirectory() {
        return scopes.changesDirectory() || has("exchange.manageasapp");
    }

    boolean isRisky() {
        return scopes.usesMail() || usesMail() || usesMailByProtocol() || changesDirectory() || scopes.readsContent();
    }

    boolean readsAndSends() {
        boolean sends = SENDING.stream().anyMatch(this::has);
        return (readsMail() && sends) || has("ews.accessasuser.all") || has("full_access_as_app");
    }

    boolean changesMailboxSettings() {
        return has("mailboxsettings.readwrite");
    }

    /** Whether it may read what others have shared or own, not only the user's own files. */
    boolean readsFilesOfOthers() {
        return scopes.readsContent()
                && scopes.names().stream()
                        .anyMatch(name -> ALL_CONTENT.matcher(name).matches());
    }

    /** Whether one person gave somebody unverified all of several kinds, as who wants one thing done does not ask for. */
    boolean readsSeveralKindsOfOneUser() {
        return isOneUsersStranger()
                && scopes.names().stream()
                                .filter(name -> ALL_CONTENT.matcher(name).matches())
                                .map(name -> name.substring(0, name.indexOf('.')))
                                .distinct()
                                .count()
                        > 1;
    }

    boolean readsOwnContent() {
        return scopes.readsContent() && !readsFilesOfOthers();
    }

    private boolean has(String scope) {
        return scopes.names().contains(scope);
    }
}
