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

    /** What was typed. */
    public enum Answer {
        YES,
        NO,
        /** An empty line. */
        NOTHING,
        /** The input has ended: nobody is there who could answer. */
        END
    }

    /**
     * Asks until the answer is understood; the end of the input is no.
     *
     * @param recommended what an empty answer means
     */
    public boolean asks(String question, boolean recommended) {
        return switch (answerTo(question + (recommended ? " [Y/n]" : " [y/N]"))) {
            case YES -> true;
            case NO, END -> false;
            case NOTHING -> recommended;
        };
    }

    /**
     * Asks until the answer is understood.
     *
     * @param question with the choices there are
     */
    public Answer answerTo(String question) {
        while (true) {
            screen.prompt(question);
            String answer = streams.nextLine();
            switch (answer.strip().toLowerCase(Locale.ROOT)) {
                case "y", "yes" -> {
                    return Answer.YES;
                }
                case "n", "no" -> {
                    return Answer.NO;
                }
                case "" -> {
                    return answer.isEmpty() ? Answer.END : Answer.NOTHING;
                }
                default -> screen.line("Please answer yes or no.");
            }
        }
    }
}
