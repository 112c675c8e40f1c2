package dev.cordon.cli.respond;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.desk.ResponseDesk;
import dev.cordon.cli.desk.ResponseDesk.Answers;
import dev.cordon.cli.desk.ResponseDesk.Dialogue;
import dev.cordon.cli.desk.ResponseDesk.Rechecked;
import dev.cordon.cli.desk.ResponseDesk.Watched;
import dev.cordon.cli.document.RechecksDocument;
import dev.cordon.cli.screen.Printable;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;

/** {@code watch}: carries out the re-checks that are due, once or until it is ended. */
public final class WatchCommand implements Command {
    private static final Duration PAUSE = Duration.ofSeconds(60);

    private final Desks desks;

    public WatchCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "watch";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(this, "Carry out the re-checks that are due; what came back is removed again.")
                .addOption(Arguments.flag("--once", "Look once and end."))
                .addOption(Arguments.flag("--install-hint", "Say how this system's scheduler runs it; change nothing."))
                .addOption(Arguments.signIn());
    }

    @Override
    public ExitCode run(Invocation invocation) {
        if (invocation.arguments().hasMatchedOption("--install-hint")) {
            return hint(invocation);
        }
        boolean once = invocation.arguments().hasMatchedOption("--once")
                || invocation.options().json();
        try {
            if (!once) {
                start(invocation);
            }
            Watched seen = look(invocation);
            while (!once) {
                boolean ended = new CountDownLatch(1).await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                seen = ended ? seen : look(invocation);
            }
            if (invocation.options().json()) {
                invocation.write(document(seen));
            }
            return Thread.currentThread().isInterrupted() ? ExitCode.INTERRUPTED : exitCode(seen);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    private static ExitCode exitCode(Watched seen) {
        if (!seen.unreachable().isEmpty()) {
            return ExitCode.NOT_POSSIBLE;
        }
        return seen.done().stream().allMatch(Rechecked::isQuiet) ? ExitCode.DONE : ExitCode.ATTENTION;
    }

    private static ExitCode hint(Invocation invocation) {
        List<String> lines = InstallHint.lines(invocation.options());
        if (invocation.options().json()) {
            var rows = new JsonArray();
            lines.forEach(rows::add);
            var document = new JsonObject();
            document.add("installHint", rows);
            invocation.write(document);
        } else {
            lines.forEach(invocation.screen()::line);
        }
        return ExitCode.DONE;
    }

    private void start(Invocation invocation) {
        desks.requireBegun(invocation.options());
        try (ResponseDesk desk = desks.responses(invocation.options(), Arguments.signIn(invocation.arguments()))) {
            invocation.screen().paragraph(Tone.HEADING, WatchLines.start(desk.waiting(), PAUSE));
        }
    }

    private Watched look(Invocation invocation) {
        Screen screen = invocation.screen();
        desks.requireBegun(invocation.options());
        try (ResponseDesk desk = desks.responses(invocation.options(), Arguments.signIn(invocation.arguments()))) {
            Watched seen = desk.watch(
                    new Dialogue(new Answers.Recommended(), Optional.empty(), new RunView(screen, desk::procedure)),
                    due -> screen.line(Tone.HEADING, WatchLines.begins(due)));
            seen.done().forEach(recheck -> screen.paragraph(tone(recheck), WatchLines.ended(recheck)));
            seen.unreachable()
                    .forEach((tenant, reason) -> screen.paragraph(
                            Tone.BAD,
                            Printable.name(tenant) + " was not looked at; its re-checks stay due. " + reason));
            screen.paragraph(Tone.QUIET, WatchLines.look(invocation.streams().now(), seen));
            return seen;
        }
    }

    private static Tone tone(Rechecked recheck) {
        if (!recheck.isQuiet()) {
            return Tone.BAD;
        }
        return recheck.isPending() ? Tone.QUIET : Tone.GOOD;
    }

    private static JsonObject document(Watched seen) {
        return RechecksDocument.of(
                seen.done().stream()
                        .map(recheck -> RechecksDocument.row(
                                recheck.due().incident().value(),
                                recheck.due().upn(),
                                recheck.due().name(),
                                recheck.done(),
                                recheck.clean(),
                                recheck.state(),
                                recheck.detail(),
                                recheck.awaited()))
                        .toList(),
                seen.unreachable());
    }
}
