package dev.cordon.investigation.lines;

import dev.cordon.investigation.Scopes;
import dev.cordon.investigation.WordList;
import dev.cordon.investigation.lines.ConsentLine.Publisher;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What matters about an application's rights of which nothing is known but the line.
 *
 * @param line the line
 * @param scopes what the application may do
 * @param replies what kinds of places it sends people back to
 */
record ConsentLineFacts(ConsentLine line, Scopes scopes, Set<ReplyAddress> replies) {
    /** The tenants that Microsoft's own applications belong to. */
    private static final Set<String> MICROSOFT =
            Set.of("f8cdef31-a31e-4b4a-93e4-5f571e91255a", "72f988bf-86f1-41af-91ab-2d7cd011db47");

    /** Client ids of programs for mass mailing and for copying mailboxes, seen in many takeovers. */
    private static final Set<String> FROM_ATTACKS = Set.of(
            "ff8d92dc-3d82-41d6-bcbd-b9174d163620",
            "a245e8c0-b53c-4b67-9b45-751d1dff8e6b",
            "a43e5392-f48b-46a4-a0f1-098b5eeb4757",
            "caffae8c-0882-4c81-9a27-d1803af53a40",
            "b15665d9-eda6-4092-8539-0eec376afd59");

    /** Client ids of mail programs: Apple's, Mozilla's, Samsung's and Google's. */
    private static final Set<String> PROGRAMS = Set.of(
            "f8d98a96-0999-43f5-8af3-69971c7bb423",
            "9e5f94bc-e8a4-4e73-b8be-63364c29d753",
            "08162f7c-0fd2-4200-a84a-f25a4db0b584",
            "8acd33ea-7197-4a96-bc33-d7cc7101262f",
            "2cee05de-2b8f-45a2-8289-2a06ca32c4c8");

    private static final Set<String> READING =
            Set.of("mail.read", "mail.readwrite", "mail.read.shared", "mail.readwrite.shared", "mail.read.all");
    private static final Set<String> SENDING = Set.of("mail.send", "mail.send.shared");
    private static final Set<String> GRAPH_MAIL = Set.of(
            "mail.read",
            "mail.readwrite",
            "mail.send",
            "mail.read.shared",
            "mail.readwrite.shared",
            "mail.send.shared",
            "mail.read.all",
            "mailboxsettings.readwrite",
            "ews.accessasuser.all",
            "full_access_as_user",
            "full_access_as_app");

    private static final WordList ABUSED = WordList.of(
            "perfectdata, perfect data, em client, emclient, supermailer, cloudsponge, sigparser, rclone, newsletter software");

    private static final Pattern MICROSOFTS_NAMES = Pattern.compile(
            "(microsoft|office ?365|\\bo365\\b|\\bm365\\b|\\bms ?365\\b|outlook|onedrive|one drive|sharepoint|exchange online|azure|ms teams|\\bdefender\\b|\\bentra\\b|windows)");

    /** What lures call themselves: a thing that everybody has, without a maker. */
    private static final Pattern LURE = Pattern.compile(
            "(my ?|new ?|web ?|test ?|demo ?)?(app|apps|application|test|demo|webapp|untitled|default|sample)\\W*\\d*"
                    + "|(upgrade|update|verify|verification|validation|security|secure|mail|email|e-mail|mailbox|inbox|document|documents|doc|docs|file|files|pdf|invoice|payroll|salary|hr|fax|efax|voicemail|voice ?mail|sync|synchronization|backup|helper|viewer|portal|login|account|admin|calendar|contacts|office|share|shared|drive|online|cloud|quarantine|message|messages|desktop|client|reader|service|support|document)"
                    + "([ _-]+(app|application|helper|sync|synchronizer|viewer|view|reader|portal|tool|tools|upgrade|update|updater|verify|verification|verifier|validator|validation|secure|security|share|shared|sharing|manager|assistant|client|service|services|connector|connect|online|cloud|access|center|centre|backup|migration|optimizer|booster|booster|pro|plus|plugin|addin|add-in|scanner|checker|message|messages|document|documents|file|files|login|account|admin|support|365|2\\.0|v2|v\\d|\\d+))*\\W*");

    private static final Pattern NO_NAME = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-.*|[bcdfghjklmnpqrstvwxz0-9]{5,}|(asdf|qwer|zxcv|test|abc|xyz|aaa)\\w{0,4}");

    static ConsentLineFacts of(ConsentLine line) {
        Set<ReplyAddress> replies = EnumSet.noneOf(ReplyAddress.class);
        line.replyUrls().stream()
                .filter(address -> !isOwn(address, line))
                .map(ReplyAddress::of)
                .forEach(replies::add);
        return new ConsentLineFacts(line, new Scopes(line.permissions()), replies);
    }

    private static boolean isOwn(String address, ConsentLine line) {
        return MailDomains.isWithin(ReplyAddress.hostOf(address), Set.copyOf(line.domains()));
    }

    boolean repliesTo(ReplyAddress kind) {
        return replies.contains(kind) && !isMicrosofts();
    }

    boolean isMicrosofts() {
        return MICROSOFT.contains(line.ownerId());
    }

    boolean isOwn() {
        return !line.ownerId().isEmpty() && line.ownerId().equals(line.tenantId());
    }

    boolean isKnownFromAttacks() {
        return FROM_ATTACKS.contains(line.appId());
    }

    boolean isKnownProgram() {
        return PROGRAMS.contains(line.appId());
    }

    boolean hasAbusedName() {
        return ABUSED.foundIn(name());
    }

    private String name() {
        return Vocabulary.plain(Lookalikes.straightened(line.application()));
    }

    private boolean isSomebodys() {
        return isMicrosofts() || isOwn() || isKnownProgram() || line.publisher() == Publisher.VERIFIED;
    }

    boolean isUnverified() {
        return line.publisher() == Publisher.UNVERIFIED && !isSomebodys();
    }

    boolean isPublisherUnknown() {
        return line.publisher() == Publisher.NOT_TOLD && !isSomebodys() && line.use() != ConsentLine.Use.SIGN_IN;
    }

    boolean pretendsToBeMicrosoft() {
        String read =
                name().replace('0', 'o').replace('1', 'i').replace('3', 'e').replace("rn", "m");
        boolean sounds = MICROSOFTS_NAMES.matcher(name()).find()
                || MICROSOFTS_NAMES.matcher(read).find();
        return sounds && !isSomebodys() && !name().contains(" for ");
    }

    boolean hasUnreadableName() {
        return !line.application().isEmpty()
                && !isSomebodys()
                && (OddName.of(line.application()) != OddName.NONE
                        || NO_NAME.matcher(name()).matches());
    }

    boolean hasNameOfLure() {
        return !isSomebodys() && !hasUnreadableName() && LURE.matcher(name()).matches();
    }

    /** Whether no place it sends people back to has anything of its name; programs on a telephone or a desk have none. */
    boolean repliesToSomebodyElse() {
        List<String> hosts = line.replyUrls().stream()
                .map(ReplyAddress::hostOf)
                .filter(host -> host.contains("."))
                .toList();
        List<String> words = Stream.of(name().split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= 3)
                .toList();
        return !hosts.isEmpty()
                && !isSomebodys()
                && hosts.stream().noneMatch(host -> MailDomains.isWithin(host, Set.copyOf(line.domains())))
                && words.stream()
                        .noneMatch(word -> hosts.stream()
                                .anyMatch(host -> host.replace("-", "").contains(word)));
    }

    boolean usesMail() {
        return GRAPH_MAIL.stream().anyMatch(this::has);
    }

    /** As mail programs of old do: the mailbox by IMAP, POP or ActiveSync. */
    boolean usesMailByProtocol() {
        return scopes.usesMail() && !usesMail();
    }

    boolean changesDirectory() {
        return scopes.changesDirectory() || has("exchange.manageasapp");
    }

    boolean isRisky() {
        return scopes.usesMail() || usesMail() || changesDirectory() || scopes.readsContent();
    }

    boolean readsAndSends() {
        boolean reads = READING.stream().anyMatch(this::has);
        boolean sends = SENDING.stream().anyMatch(this::has);
        return (reads && sends) || has("ews.accessasuser.all") || has("full_access_as_app");
    }

    boolean changesMailboxSettings() {
        return has("mailboxsettings.readwrite");
    }

    /** Whether it may read what others have shared or own, not only the user's own files. */
    boolean readsFilesOfOthers() {
        return scopes.readsContent()
                && scopes.names().stream()
                        .anyMatch(name -> name.matches("(files|sites|notes|chat|people|contacts)\\..*\\.all"));
    }

    boolean readsOwnContent() {
        return scopes.readsContent() && !readsFilesOfOthers();
    }

    private boolean has(String scope) {
        return scopes.names().contains(scope);
    }
}
