package dev.cordon.cli.respond;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.desk.Question;
import dev.cordon.cli.desk.ResponseDesk;
import dev.cordon.cli.desk.ResponseDesk.Answers;
import dev.cordon.cli.desk.ResponseDesk.Dialogue;
import dev.cordon.cli.desk.ResponseDesk.Person;
import dev.cordon.cli.document.CaseView;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.journal.Recorded;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;

/** Who answers, from {@code --decide}, {@code --yes} and whether a person sits there. */
final class Dialogues {
    private static final String ASK = "ask";
    private static final String RECOMMENDED = "recommended";

    private static final String BLOCK_BREAK_GLASS = "--block-break-glass";

    private Dialogues() {}

    /** The second yes, said beforehand. */
    static OptionSpec blockBreakGlass() {
        return Arguments.flag(
                BLOCK_BREAK_GLASS,
                "Block a listed break-glass account where its password cannot be reset; else you are asked, or it is not blocked.");
    }

    /**
     * The dialogue of a run that may change the tenant.
     *
     * @param worksOn told again and again which incident is being worked on
     */
    static Dialogue of(Invocation invocation, RunView view, Consumer<IncidentId> worksOn) {
        return of(invocation, view, new Turns(view::removing), recorded -> {
            worksOn.accept(recorded.incident());
            return Set.of(recorded.incident());
        });
    }

    /**
     * The dialogue of one of several runs.
     *
     * @param turns who of all of them asks next
     * @param worksOn told what is recorded of whichever incident is being worked on; answers with all that are, in the order in which to
     *     go on with them
     */
    static Dialogue of(
            Invocation invocation, RunView view, Turns turns, Function<Recorded, Collection<IncidentId>> worksOn) {
        Optional<TerminalPerson> person = person(invocation, view, turns);
        Answers answers = answers(invocation, person);
        boolean isAsked = answers instanceof Answers.Asked;
        boolean blockBreakGlass = invocation.arguments().hasMatchedOption(BLOCK_BREAK_GLASS);
        return new Dialogue(answers, person.filter(_ -> isAsked).map(Person.class::cast), blockBreakGlass, recorded -> {
            invocation
                    .streams()
                    .whenInterrupted("Interrupted. Everything done so far is in the journal. Go on with: "
                            + worksOn.apply(recorded).stream()
                                    .map(incident -> "cordon incident resume " + incident)
                                    .collect(Collectors.joining(", then ")));
            view.recorded(recorded);
            person.ifPresent(TerminalPerson::moved);
        });
    }

    /**
     * The dialogue of a run in which the recommendation is followed, and a person is asked only whether something of unknown result is done
     * again.
     *
     * @param goOn the command that goes on after an interruption
     */
    static Dialogue recommended(Invocation invocation, RunView view, String goOn) {
        Optional<TerminalPerson> person = person(invocation, view, new Turns(view::removing));
        return new Dialogue(new Answers.Recommended(), person.map(Person.class::cast), recorded -> {
            invocation
                    .streams()
                    .whenInterrupted("Interrupted. Everything done so far is in the journal. Go on with: " + goOn);
            view.recorded(recorded);
            person.ifPresent(TerminalPerson::moved);
        });
    }

    /** Whether a person is asked about what nothing else answers. */
    static boolean asks(Invocation invocation) {
        return invocation.streams().canAsk() && decide(invocation).equals(ASK);
    }

    /** Who would answer, for a plan: it asks nobody. */
    static Answers planned(Invocation invocation) {
        String decide = decide(invocation);
        return decide.equals(ASK) || decide.equals(RECOMMENDED) ? new Answers.Recommended() : file(decide);
    }

    private static Answers answers(Invocation invocation, Optional<TerminalPerson> person) {
        return switch (decide(invocation)) {
            case RECOMMENDED -> new Answers.Recommended();
            case ASK -> new Answers.Asked(person.orElseThrow(Dialogues::nobodyToAsk));
            case String file -> file(file);
        };
    }

    private static String decide(Invocation invocation) {
        return invocation.arguments().matchedOptionValue("--decide", ASK);
    }

    private static Answers file(String name) {
        try {
            Path path = Path.of(name);
            if (Files.isReadable(path) && !Files.isDirectory(path)) {
                return new Answers.FromFile(path);
            }
        } catch (InvalidPathException notAPath) {
            throw noFile(name);
        }
        throw noFile(name);
    }

    /** Asks about what was kept unasked, and carries out what comes of it. */
    static CaseView askedAtTheEnd(ResponseDesk desk, CaseView view, Dialogue dialogue) throws InterruptedException {
        if (dialogue.person().isEmpty() || Thread.currentThread().isInterrupted()) {
            return view;
        }
        List<Question> unwanted = dialogue.person().get().removesOfTheHarmless();
        return unwanted.isEmpty()
                ? view
                : desk.removeAlso(view.state().incident().id(), unwanted, dialogue);
    }

    private static Optional<TerminalPerson> person(Invocation invocation, RunView view, Turns turns) {
        return invocation.streams().canAsk()
                ? Optional.of(new TerminalPerson(
                        invocation.screen(),
                        invocation.streams(),
                        view,
                        turns,
                        invocation.options().yes()))
                : Optional.empty();
    }

    private static Refusal noFile(String name) {
        return new Refusal(
                ExitCode.WRONG_USAGE,
                "--decide is ask, recommended or a decision file, and \"" + name
                        + "\" is none that can be read. Nothing was changed.");
    }

    private static Refusal nobodyToAsk() {
        return new Refusal(
                ExitCode.WRONG_USAGE,
                "There is no terminal to ask at, so nothing was changed. Say --decide recommended, or --decide FILE."
                        + " What would be done is shown by: cordon respond compromised-account USER --plan");
    }
}
