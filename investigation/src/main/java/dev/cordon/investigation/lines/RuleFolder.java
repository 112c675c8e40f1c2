package dev.cordon.investigation.lines;

import dev.cordon.investigation.SeldomReadFolder;
import dev.cordon.investigation.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder to which a rule moves mail.
 *
 * @param id as the rule has it: an id, or one of Graph's well-known names
 * @param name its name as a person sees it; empty when the line does not say
 */
record RuleFolder(String id, Optional<String> name) {
    /** Graph's own names of folders, with a name that is read. */
    private static final Map<String, String> WELL_KNOWN = Map.ofEntries(
            Map.entry("deleteditems", "Deleted Items"),
            Map.entry("recoverableitemsdeletions", "Deletions"),
            Map.entry("junkemail", "Junk Email"),
            Map.entry("clutter", "Clutter"),
            Map.entry("archive", "Archive"),
            Map.entry("conversationhistory", "Conversation History"),
            Map.entry("syncissues", "Sync Issues"),
            Map.entry("conflicts", "Conflicts"),
            Map.entry("localfailures", "Local Failures"),
            Map.entry("serverfailures", "Server Failures"),
            Map.entry("outbox", "Outbox"),
            Map.entry("scheduled", "Outbox"),
            Map.entry("rssfeeds", "RSS Feeds"),
            Map.entry("drafts", "Drafts"),
            Map.entry("inbox", "Inbox"),
            Map.entry("sentitems", "Sent Items"),
            Map.entry("msgfolderroot", "Top of Information Store"));

    static RuleFolder of(String id, Map<String, String> folders) {
        Optional<String> told = Optional.ofNullable(folders.get(id)).filter(name -> !name.isEmpty());
        return new RuleFolder(id, told.or(() -> wellKnown(id)).or(() -> plainName(id)));
    }

    private static Optional<String> wellKnown(String id) {
        return Optional.ofNullable(WELL_KNOWN.get(Vocabulary.lower(id).replace(" ", "")));
    }

    /** Ids are long and have no blank; whatever is short is a name that somebody put there. */
    private static Optional<String> plainName(String id) {
        boolean isId = id.length() > 40 && id.chars().noneMatch(Character::isWhitespace);
        return isId ? Optional.empty() : Optional.of(id);
    }

    boolean isUnknown() {
        return name.isEmpty();
    }

    /** Whether it is that kind of folder, its name perhaps written with letters that only look the same. */
    boolean is(SeldomReadFolder kind) {
        return name.filter(text -> parts(text).anyMatch(kind::matches)).isPresent();
    }

    private static Stream<String> parts(String text) {
        String straight = Lookalikes.straightened(text).strip();
        String last = straight.substring(Math.max(straight.lastIndexOf('/'), straight.lastIndexOf('\\')) + 1);
        return Stream.of(straight, last).filter(part -> !part.isBlank());
    }

    /** A folder that is there for something else than mail: notes, the calendar, people. */
    boolean isForOtherThings() {
        return name.filter(text ->
                        parts(text).anyMatch(part -> Vocabulary.NO_MAIL_FOLDERS.contains(Vocabulary.plain(part))))
                .isPresent();
    }

    /** Whether its name has nothing to read. */
    boolean hasOddName() {
        return name.filter(text -> OddName.of(text) == OddName.UNREADABLE).isPresent();
    }

    /** Whether letters of several scripts stand in one word of its name. */
    boolean isDisguised() {
        return name.filter(text -> Lookalikes.areIn(text) || Lookalikes.hasInvisible(text))
                .isPresent();
    }

    /** Whether its name speaks of what the rule looks for, or of the rule: mail is filed there. */
    boolean isAbout(List<String> texts) {
        String plain = name.map(Vocabulary::plain).orElse("");
        Set<String> words = words(plain);
        return texts.stream()
                        .map(Vocabulary::plain)
                        .flatMap(text -> words(text).stream())
                        .anyMatch(words::contains)
                || Words.FINANCE.list().foundIn(plain);
    }

    private static Set<String> words(String plain) {
        return Stream.of(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 2 || word.codePoints().anyMatch(Character::isIdeographic))
                .collect(Collectors.toSet());
    }

    String inWords() {
        return name.orElse("a folder whose name is not told");
    }
}
