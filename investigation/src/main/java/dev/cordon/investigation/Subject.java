package dev.cordon.investigation;

import java.util.regex.Pattern;

/** The subject of a mail as it is compared: without what marks an answer, and without numbers, which each mail of a campaign may have its own of. */
public final class Subject {
    private static final Pattern ANSWER = Pattern.compile(
            "^(?:\\s*(?:re|aw|antw|antwort|sv|vs|fw|fwd|wg|tr|rv|i|r|odp|pd|res|enc|doorst)\\s*(?:\\[\\d+])?\\s*[:：]\\s*"
                    + "|\\s*\\[(?:external|extern|ext|spam|suspicious)]\\s*)+");

    private Subject() {}

    /** What is left: words in lower case and without accents, one blank between them. */
    public static String normalised(String written) {
        String plain = WordList.plain(written).strip();
        String words = ANSWER.matcher(plain)
                .replaceFirst("")
                .replaceAll("[\\p{Nd}#_:/-]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return words.isEmpty() ? plain : words;
    }

    /** Whether it is marked as an answer or as passed on. */
    public static boolean isMarkedAsAnswer(String written) {
        return ANSWER.matcher(WordList.plain(written)).find();
    }
}
