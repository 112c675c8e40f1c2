package dev.cordon.cli.respond;

import dev.cordon.cli.command.Streams;
import dev.cordon.cli.command.YesOrNo;
import dev.cordon.cli.desk.Question;
import dev.cordon.cli.desk.ResponseDesk.Choice;
import dev.cordon.cli.desk.ResponseDesk.Person;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.procedure.Verdict;
import java.util.List;

/**
 * Asks the person at the terminal: what it is, why it is suspected, what would be lost, how to undo it. One question at a time;
 * nothing else is printed into it, and the clock of the step that asks stands still.
 */
final class TerminalPerson implements Person {
    private static final String NOTHING_YET = "Interrupted before anything was done: nothing was changed.";

    private final Screen screen;
    private final Streams streams;
    private final RunView view;
    private final boolean yes;
    private final YesOrNo answer;
    private final Turns turns;
    private final Harmless harmless;

    /**
     * A person.
     *
     * @param view whose steps wait while he thinks
     * @param turns who asks next, where several ask
     * @param yes whether confirmations were answered beforehand; things found are asked all the same
     */
    TerminalPerson(Screen screen, Streams streams, RunView view, Turns turns, boolean yes) {
        this.screen = screen;
        this.streams = streams;
        this.view = view;
        this.yes = yes;
        this.answer = new YesOrNo(screen, streams);
        this.turns = turns;
        this.harmless = new Harmless(screen, streams);
    }

    @Override
    public boolean means(List<String> about) throws InterruptedException {
        streams.whenInterrupted(NOTHING_YET);
        turns.take(Verdict.MALICIOUS);
        screen.asking();
        try {
            about.forEach(line -> screen.paragraph(Tone.PLAIN, "  " + line));
            screen.paragraph(
                    Tone.CAUTION,
                    "Sessions will be revoked and the password reset: the user must sign in anew with help from you. What that"
                            + " overwrites is sealed before it; the rest of the evidence is kept beside it, and nothing is deleted"
                            + " before its copy is sealed. Undo: give the user a one-time pass or a new password.");
            return yes || answer.asks("Contain this account?", false);
        } finally {
            screen.answered();
            turns.over();
        }
    }

    /** A step has begun or ended. */
    void moved() {
        turns.moved();
    }

    @Override
    public void keeps(Question question) {
        harmless.add(question);
    }

    @Override
    public List<Question> removesOfTheHarmless() {
        return harmless.removed();
    }

    @Override
    public Choice chooses(Question question) throws InterruptedException {
        view.waits(question);
        try {
            turns.take(question.verdict());
            try {
                screen.asking();
                return choosesNow(question);
            } finally {
                screen.answered();
                turns.over();
            }
        } finally {
            view.goesOn(question);
        }
    }

    private Choice choosesNow(Question question) {
        view.label().ifPresent(label -> screen.line(Tone.HEADING, label));
        screen.blank();
        screen.line(Tone.HEADING, turns.countInWords());
        Harmless.show(question, screen);
        boolean recommended = question.recommended();
        return switch (answer.answerTo("Remove it? " + (recommended ? "[Y/n]" : "[y/n, Enter leaves it open]"))) {
            case YES -> Choice.REMOVE;
            case NO -> Choice.KEEP;
            case NOTHING -> recommended ? Choice.REMOVE : Choice.LEAVE_OPEN;
            case END -> Choice.LEAVE_OPEN;
        };
    }

    @Override
    public boolean repeats(String what) throws InterruptedException {
        turns.take(Verdict.MALICIOUS);
        screen.asking();
        try {
            view.label().ifPresent(label -> screen.line(Tone.HEADING, label));
            screen.paragraph(Tone.CAUTION, "It is not known whether this happened: " + what);
            return yes || answer.asks("Do it again?", true);
        } finally {
            screen.answered();
            turns.over();
        }
    }

    @Override
    public boolean removesMail(String preview) throws InterruptedException {
        return agrees(preview, "Remove these copies?", yes, true);
    }

    @Override
    public boolean blocksShared(String about) throws InterruptedException {
        return agrees(about, "Block it all the same?", false, false);
    }

    private boolean agrees(String about, String question, boolean beforehand, boolean recommended)
            throws InterruptedException {
        turns.take(Verdict.MALICIOUS);
        screen.asking();
        try {
            view.label().ifPresent(label -> screen.line(Tone.HEADING, label));
            screen.paragraph(Tone.CAUTION, about);
            return beforehand || answer.asks(question, recommended);
        } finally {
            screen.answered();
            turns.over();
        }
    }

    @Override
    public boolean blocksBreakGlass(String about) throws InterruptedException {
        turns.take(Verdict.MALICIOUS);
        screen.asking();
        try {
            view.label().ifPresent(label -> screen.line(Tone.HEADING, label));
            screen.paragraph(Tone.CAUTION, about);
            return answer.asks("Block the break-glass account?", false);
        } finally {
            screen.answered();
            turns.over();
        }
    }
}
