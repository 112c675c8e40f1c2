package dev.cordon.cli.respond;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Interruptible;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.command.YesOrNo;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.desk.ResponseDesk;
import dev.cordon.cli.desk.Undo;
import dev.cordon.cli.document.UndoDocument;
import dev.cordon.cli.document.UndoneItem;
import dev.cordon.cli.document.UndoneItem.Ending;
import dev.cordon.cli.screen.Printable;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code undo ID}: gives back what a response took away. */
public final class UndoCommand implements Command {
    private final Desks desks;

    public UndoCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "undo";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(
                        this, "Give back what a response removed or disabled, from the sealed copy of it.")
                .addPositional(Arguments.parameter(0, "ID", "Which incident."))
                .addOption(Arguments.option(
                        "--item",
                        "ITEM",
                        "Only this: its id, or its name where only one has it; otherwise everything that is"
                                + " not judged malicious."))
                .addOption(Arguments.flag("--unblock", "Unblock the sign-in too, where the response blocked it."))
                .addOption(Arguments.option("--because", "TEXT", "Why; needed for what is judged malicious."))
                .addOption(Arguments.signIn());
    }

    @Override
    public ExitCode run(Invocation invocation) {
        var typed = invocation.arguments();
        var request = new Undo.Request(
                Arguments.incident(typed, 0),
                Optional.ofNullable(typed.matchedOptionValue("--item", null)),
                typed.hasMatchedOption("--unblock"),
                typed.matchedOptionValue("--because", ""));
        desks.requireBegun(invocation.options());
        try (ResponseDesk desk = desks.responses(invocation.options(), Arguments.signIn(typed))) {
            return Interruptible.run(invocation, () -> undo(invocation, desk, request));
        }
    }

    private static ExitCode undo(Invocation invocation, ResponseDesk desk, Undo.Request request)
            throws InterruptedException {
        Undo.Preview preview = desk.undoable(request);
        confirm(invocation, preview);
        var view = new RunView(invocation.screen(), desk::undoProcedure);
        List<UndoneItem> items = new ArrayList<>(desk.undo(request, recorded -> {
            invocation
                    .streams()
                    .whenInterrupted("Interrupted. What was done is in the journal; undo again looks before it acts.");
            view.recorded(recorded);
        }));
        preview.leftOut().forEach(thing -> items.add(leftOut(thing)));
        show(items, invocation.screen());
        if (invocation.options().json()) {
            invocation.write(UndoDocument.of(request.incident(), items));
        }
        return exitCode(items);
    }

    private static void confirm(Invocation invocation, Undo.Preview preview) {
        if (preview.things().isEmpty() || invocation.options().yes()) {
            return;
        }
        if (!invocation.streams().canAsk()) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE, "There is no terminal to ask at, so nothing was given back. Say --yes.");
        }
        Screen screen = invocation.screen();
        screen.line(Tone.HEADING, "To be given back as the sealed copies show it:");
        preview.things()
                .forEach(thing -> screen.paragraph(
                        thing.verdict().equals("malicious") ? Tone.BAD : Tone.PLAIN,
                        "- " + thing.kind() + " " + Printable.name(thing.name()) + ", judged " + thing.verdict()));
        if (!preview.leftOut().isEmpty()) {
            screen.paragraph(
                    Tone.CAUTION,
                    "Not given back, because judged malicious (--item and --because give one back): "
                            + String.join(
                                    "; ",
                                    preview.leftOut().stream()
                                            .map(thing -> thing.kind() + " " + Printable.name(thing.name()))
                                            .toList()));
        }
        if (!new YesOrNo(screen, invocation.streams()).asks("Give back?", false)) {
            throw new Refusal(ExitCode.WRONG_USAGE, "Not confirmed; nothing was given back.");
        }
    }

    private static UndoneItem leftOut(Undo.Thing thing) {
        return new UndoneItem(
                thing.kind(),
                thing.id(),
                thing.name(),
                Ending.LEFT_OUT,
                Optional.empty(),
                List.of(),
                "Judged malicious, so it is given back only when it is named.",
                "Name it with --item, and say why with --because.",
                false);
    }

    private static void show(List<UndoneItem> items, Screen screen) {
        screen.blank();
        if (items.isEmpty()) {
            screen.line("Nothing was taken away in this incident, so there is nothing to give back.");
        }
        List<UndoneItem> leftOut =
                items.stream().filter(item -> item.ending() == Ending.LEFT_OUT).toList();
        for (UndoneItem item : items) {
            if (item.ending() == Ending.LEFT_OUT) {
                continue;
            }
            screen.paragraph(
                    tone(item),
                    Word.of(item.ending()).replace('-', ' ') + ": " + item.kind() + " " + Printable.name(item.name())
                            + "  " + item.detail() + (item.remedy().isBlank() ? "" : " " + item.remedy()));
            item.changes()
                    .forEach(change -> screen.paragraph(
                            Tone.QUIET,
                            "      " + change.field() + ": before " + shown(change.before()) + ", now "
                                    + shown(change.now())));
        }
        if (!leftOut.isEmpty()) {
            screen.paragraph(
                    Tone.HEADING,
                    "Left out, because they are judged malicious. Name one with --item, and say why with --because:");
            leftOut.forEach(item -> screen.paragraph(
                    Tone.QUIET, "- " + item.kind() + " " + Printable.name(item.name()) + "  id " + item.id()));
        }
    }

    private static String shown(String json) {
        return json.isEmpty() ? "nothing" : Printable.line(json);
    }

    private static Tone tone(UndoneItem item) {
        return switch (item.ending()) {
            case GIVEN_BACK, ALREADY_IN_PLACE -> Tone.GOOD;
            case LEFT_OUT -> Tone.QUIET;
            case CHANGED_SINCE, PARTIAL, CANNOT_BE_GIVEN_BACK -> Tone.CAUTION;
            case FAILED, INDETERMINATE -> Tone.BAD;
        };
    }

    /** Done when everything that was wanted is there; not possible when something failed because we lack a right. */
    static ExitCode exitCode(List<UndoneItem> items) {
        ExitCode worst = ExitCode.DONE;
        for (UndoneItem item : items) {
            worst = worst.orWorse(
                    switch (item.ending()) {
                        case GIVEN_BACK, ALREADY_IN_PLACE, LEFT_OUT -> ExitCode.DONE;
                        case CHANGED_SINCE, PARTIAL, INDETERMINATE, CANNOT_BE_GIVEN_BACK -> ExitCode.ATTENTION;
                        case FAILED -> item.notPermitted() ? ExitCode.NOT_POSSIBLE : ExitCode.ATTENTION;
                    });
        }
        return worst;
    }
}
