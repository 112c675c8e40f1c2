package dev.cordon.cli.screen;

import java.util.Map;

/**
 * What one output stream can do.
 *
 * @param live whether a line may be drawn over: a terminal that is not dumb
 * @param colour whether colours may be used: live, and {@code NO_COLOR} is not set
 * @param columns characters in a line, at least 20
 */
public record Terminal(boolean live, boolean colour, int columns) {
    private static final int USUAL_COLUMNS = 100;

    public Terminal {
        if (columns < 20) {
            throw new IllegalArgumentException("a terminal of " + columns + " columns");
        }
    }

    /** A file, a pipe, a log: plain lines only. */
    public static Terminal none() {
        return new Terminal(false, false, USUAL_COLUMNS);
    }

    /**
     * What the launch script saw, which asks the operating system without loading anything.
     *
     * @param seen words out of {@code in}, {@code out}, {@code err} and the size as {@code ROWS COLUMNS}, with commas
     * @param stream {@code out} or {@code err}
     */
    public static Terminal seen(String seen, String stream, Map<String, String> environment) {
        boolean live = false;
        int columns = USUAL_COLUMNS;
        for (String word : seen.split(",")) {
            if (word.equals(stream)) {
                live = !environment.getOrDefault("TERM", "").equals("dumb");
            } else if (word.matches("\\d{1,4} \\d{1,4}")) {
                columns = Math.max(20, Integer.parseInt(word.substring(word.indexOf(' ') + 1)));
            }
        }
        return new Terminal(live, live && !environment.containsKey("NO_COLOR"), columns);
    }
}
