package dev.cordon.cli.screen;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts the data folder that was typed into each command of ours that is shown, so that it can be copied as it stands. Only the operator's own
 * words are put in.
 *
 * @param command finds where a command of ours begins
 * @param option what is put in
 */
record CopiedCommands(Pattern command, String option) {
    private static final String PLAIN = "[\\w./:@%+=,~-]+";

    /**
     * For commands that begin with one of these words.
     *
     * @param data the data folder as an absolute path
     */
    static CopiedCommands to(String data, Collection<String> words) {
        String any = words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return new CopiedCommands(
                Pattern.compile("(?<![\\w./\\\\-])cordon (?=(?:" + any + ")\\b)"), "--data " + quoted(data) + " ");
    }

    String in(String text) {
        return command.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group() + option));
    }

    /** As a POSIX shell takes it; a path of Windows, with its drive, as its shells do. */
    static String quoted(String path) {
        if (path.matches(PLAIN) && !path.startsWith("~")) {
            return path;
        }
        return path.matches("[A-Za-z]:\\\\.*|\\\\\\\\.*") ? '"' + path + '"' : "'" + path.replace("'", "'\\''") + "'";
    }
}
