package dev.cordon.cli.command;

import dev.cordon.cli.screen.Screen;
import java.util.Locale;

/** Asks the person at the terminal for yes or no. One thread. */
public final class YesOrNo {
    private final Screen screen;
    private final Streams streams;

    public YesOrNo(Screen screen, Streams streams) {
        this.screen = screen;
        this.streams = streams;
    }

    /**
     * Asks until the answer is understood; the end of the input is no.
     *
     * @param recommended what an empty answer means
     */
    public boolean asks(String question, boolean recommended) {
        while (true) {
            screen.prompt(question + (recommended ? " [Y/n]" : " [y/N]"));
            String answer = streams.nextLine();
            switch (answer.strip().toLowerCase(Locale.ROOT)) {
                case "y", "yes" -> {
                    return true;
                }
                case "n", "no" -> {
                    return false;
                }
                case "" -> {
                    return recommended && !answer.isEmpty();
                }
                default -> screen.line("Please answer yes or no.");
            }
        }
    }
}
