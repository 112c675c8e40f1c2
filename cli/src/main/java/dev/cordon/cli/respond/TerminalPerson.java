package dev.cordon.cli.respond;

import dev.cordon.cli.desk.Question;
import dev.cordon.cli.desk.ResponseDesk.Person;
import dev.cordon.cli.screen.Printable;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.Word;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Asks the person at the terminal: what it is, why it is suspected, what would be lost, how to undo it. */
final class TerminalPerson implements Person {
    private final Screen screen;
    private final Supplier<String> input;
    private final boolean yes;

    /**
     * A person.
     *
     * @param input the next line he types; empty text at the end of the input
     * @param yes whether confirmations were answered beforehand; things found are asked all the same
     */
    TerminalPerson(Screen screen, Supplier<String> input, boolean yes) {
        this.screen = screen;
        this.input = input;
        this.yes = yes;
    }

    @Override
    public synchronized boolean means(List<String> about) {
        about.forEach(line -> screen.paragraph(Tone.PLAIN, "  " + line));
        screen.paragraph(
                Tone.CAUTION,
                "Sessions will be revoked and the password reset: the user must sign in anew with help from you. The evidence is"
                        + " kept first. Undo: give the user a one-time pass or a new password.");
        return yes || asks("Contain this account?", false);
    }

    @Override
    public synchronized boolean removes(Question question) {
        screen.blank();
        screen.line(
                Tone.HEADING,
                question.kind() + " " + Printable.name(question.name()) + ": " + Word.of(question.verdict()));
        question.reasons().forEach(reason -> screen.paragraph(Tone.PLAIN, "  - " + reason));
        if (!question.removable()) {
            screen.paragraph(Tone.CAUTION, "  It cannot be removed from here; it is kept and listed.");
            return false;
        }
        screen.paragraph(Tone.PLAIN, "  " + question.whatIsLost());
        return asks("Remove it?", question.recommended());
    }

    @Override
    public synchronized boolean repeats(String what) {
        screen.paragraph(Tone.CAUTION, "It is not known whether this happened: " + what);
        return yes || asks("Do it again?", true);
    }

    // Anything that is not understood is asked again; the end of the input is the careful answer.
    private boolean asks(String question, boolean recommended) {
        while (true) {
            screen.line(question + (recommended ? " [Y/n] " : " [y/N] "));
            String answer = input.get();
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
