package dev.cordon.investigation.lines;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The name that somebody gave an application, as it is read. Any text is answered.
 *
 * @param text the name as it is; empty where it is not told
 */
record ApplicationName(String text) {
    private static final Pattern MICROSOFT = Pattern.compile(
            "microsoft|office ?365|\\bo365\\b|\\bm365\\b|\\bms ?365\\b|outlook|onedrive|one drive|sharepoint|exchange online|azure|ms teams|^teams\\b|\\bdefender\\b|\\bentra\\b|windows");

    private static final Pattern NO_NAME = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-.*|[bcdfghjklmnpqrstvwxz0-9]{5,}|(asdf|qwer|zxcv|test|abc|xyz|aaa)\\w{0,4}|(test ?app|app ?test)\\d*");

    /** A name as mailboxes have it: {@code a.brown}, or a whole address. Sites end in something shorter than most families. */
    private static final Pattern MAILBOX = Pattern.compile("\\S+@\\S+|\\p{Ll}\\.\\p{Ll}{3,}|\\p{Ll}{3,}\\.\\p{Ll}{4,}");

    private static final Pattern SITE =
            Pattern.compile(".*\\.(cloud|info|live|team|tech|tools|work|online|site|store)");
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L})(?=\\p{Nd})|[^\\p{L}\\p{N}\\p{M}]+");

    /** So many letters of a word are enough to know it again in an address or in a maker's name. */
    private static final int ENOUGH = 4;

    String plain() {
        return Vocabulary.plain(Lookalikes.straightened(text));
    }

    /** Its words as {@link #plain} writes them. */
    private List<String> words() {
        return Stream.of(BETWEEN_WORDS.split(Lookalikes.straightened(text)))
                .map(Vocabulary::plain)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether it sounds like Microsoft's, digits for letters included, and does not say that it is something "for" that. */
    boolean soundsLikeMicrosoft() {
        String read =
                plain().replace('0', 'o').replace('1', 'i').replace('3', 'e').replace("rn", "m");
        boolean sounds =
                MICROSOFT.matcher(plain()).find() || MICROSOFT.matcher(read).find();
        boolean isSlip = spokenWords()
                .anyMatch(word ->
                        ApplicationWords.MICROSOFTS_WORDS.stream().anyMatch(name -> Lookalikes.isSlipOf(name, word)));
        return (sounds || isSlip) && !isForSomething();
    }

    /** Whether it is, whole, a name of Microsoft's own. */
    boolean isMicrosoftsOwn() {
        return ApplicationWords.MICROSOFTS_OWN.contains(plain());
    }

    /** The makers, known everywhere, whose names or whose products' are in it; none of a program that is "for" something of theirs. */
    List<String> makers() {
        return isForSomething()
                ? List.of()
                : spokenWords()
                        .map(ApplicationWords::makerOf)
                        .flatMap(Optional::stream)
                        .toList();
    }

    private boolean isForSomething() {
        return plain().contains(" for ");
    }

    /** Whether {@code host} is a maker's own, or has the whole name as one of its parts. */
    boolean isAtHome(String host) {
        String joined = plain().replaceAll("[^\\p{L}\\p{N}]", "");
        return Stream.of(host.split("\\.")).anyMatch(part -> makers().contains(part) || part.equals(joined));
    }

    private Stream<String> spokenWords() {
        return Stream.of(plain().split("[^\\p{L}\\p{N}]+"));
    }

    boolean saysNothing() {
        return !text.isEmpty()
                && (OddName.of(text) != OddName.NONE || NO_NAME.matcher(plain()).matches());
    }

    boolean isLikeMailbox() {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return MAILBOX.matcher(lower).matches() && !SITE.matcher(lower).matches();
    }

    /** Whether it has only, or mostly, words that any name may have or lures have: no maker, no trade. */
    boolean isLure() {
        List<String> words = words();
        List<String> spelt = words.stream().filter(word -> !isNumber(word)).toList();
        long little = spelt.stream().filter(ApplicationName::saysLittle).count();
        boolean isMostly = 2 * little > spelt.size() && hasWordOfLure();
        return !words.isEmpty() && (little == spelt.size() || isMostly || isLureInOtherLetters());
    }

    /** Whether it promises something and says nothing else: a document, a signature, a message, pay, safety. */
    boolean promisesSomething() {
        boolean isAll = words().stream().allMatch(ApplicationName::saysLittle);
        return hasWordOfLure() && (isAll || isLureInOtherLetters());
    }

    /** Names in other letters than Latin are of few words, which the lists of fillers do not have. */
    private boolean isLureInOtherLetters() {
        return hasWordOfLure() && plain().codePoints().noneMatch(ApplicationName::isLatin);
    }

    private static boolean isLatin(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN;
    }

    /** Whether it promises what lures promise, whatever else it says. */
    boolean hasWordOfLure() {
        return ApplicationWords.LURES.foundIn(plain());
    }

    private static boolean saysLittle(String word) {
        return ApplicationWords.FILLERS.contains(word) || ApplicationWords.LURES.foundIn(word) || isNumber(word);
    }

    /** Whether no word of it says what the organisation's own program is for. */
    boolean isBland() {
        List<String> words = words();
        return !words.isEmpty()
                && words.stream().allMatch(word -> ApplicationWords.BLAND.contains(word) || isNumber(word));
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    /**
     * Whether {@code other}, a host or a maker's name, has the beginning of one of its words that say something, or all that is read of it begins as that
     * does.
     */
    boolean isNamedAlike(String other) {
        String joined = joined(other);
        String own = joined(text);
        boolean isWhole =
                Math.min(own.length(), joined.length()) > ENOUGH && (own.startsWith(joined) || joined.startsWith(own));
        return isWhole
                || words().stream()
                        .filter(word -> word.codePointCount(0, word.length()) >= ENOUGH - 1)
                        .filter(word -> !saysLittle(word) && !ApplicationWords.FORMS.contains(word))
                        .map(word -> word.substring(0, Math.min(word.length(), ENOUGH)))
                        .anyMatch(joined::contains);
    }

    private static String joined(String text) {
        return Vocabulary.plain(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Whether {@code other}, a host or a maker's name, has the beginning of one of its words. */
    boolean sharesWordWith(String other) {
        String joined = joined(other);
        return words().stream()
                .filter(word -> word.codePointCount(0, word.length()) >= ENOUGH - 1)
                .map(word -> word.substring(0, Math.min(word.length(), ENOUGH)))
                .anyMatch(joined::contains);
    }
}
