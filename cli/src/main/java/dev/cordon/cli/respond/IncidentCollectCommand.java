package dev.cordon.cli.respond;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Interruptible;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.desk.ResponseDesk;
import dev.cordon.cli.document.CollectionsDocument;
import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.Word;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.response.CollectLogs;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code incident collect ID}: seals Microsoft's logs and keeps their rows, after the account is contained. */
public final class IncidentCollectCommand implements Command {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Desks desks;

    public IncidentCollectCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "incident collect";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(
                        this,
                        "Seal Microsoft's logs and keep their rows, once the account is contained. Goes on where it was cut off.")
                .addPositional(Arguments.parameter(0, "ID", "Which incident."))
                .addOption(Arguments.options(
                        "--source",
                        "LOG",
                        "Only this log, may be given again: " + Word.choices(LogRecord.Log.class) + "."))
                .addOption(Arguments.option(
                        "--whose",
                        "WHOSE",
                        "account (the default: what it did, what was done to it, what came from the attacker's"
                                + " addresses, mails to where he had mail sent on) or everybody."))
                .addOption(Arguments.option(
                        "--from",
                        "TIME",
                        "From when on; if absent, a week before the attack's first sign, and sign-ins and directory audits as far"
                                + " as they are kept."))
                .addOption(Arguments.option(
                        "--wait", "DURATION", "How long Microsoft's own work is waited for; PT10M if absent."))
                .addOption(Arguments.option(
                        "--mails",
                        "N",
                        "How many of the mails that the rows name as sent, forwarded or deleted by the attacker are sealed at most; 50"
                                + " if absent, and none where --source is given."))
                .addOption(Arguments.option(
                        "--addresses",
                        "N",
                        "How many of the addresses that the attacker is known by are asked about at most; 10 if absent. It is said where he is"
                                + " known by more."))
                .addOption(Arguments.option(
                        "--despite", "TEXT", "Why logs are collected before the account is contained; journalled."))
                .addOption(Arguments.option(
                        "--anew",
                        "TEXT",
                        "Leave the places up to which these logs were collected, damaged or not, and begin anew, and why; journalled. What was"
                                + " kept stays."))
                .addOption(Arguments.signIn());
    }

    @Override
    public ExitCode run(Invocation invocation) {
        var incident = Arguments.incident(invocation.arguments(), 0);
        CollectLogs.Request request = request(invocation.arguments());
        desks.requireBegun(invocation.options());
        var lines = new CollectionLines(invocation.screen());
        try (ResponseDesk desk = desks.responses(invocation.options(), Arguments.signIn(invocation.arguments()))) {
            invocation
                    .streams()
                    .whenInterrupted("Interrupted. What was read is sealed and kept; \"cordon incident collect "
                            + incident + "\" goes on where it was.");
            invocation
                    .streams()
                    .documentSoFar(() -> CollectionsDocument.of(
                            incident,
                            desk.incident(incident).state().chronicle().collections(),
                            lines.notes(),
                            true));
            return Interruptible.run(invocation, () -> collect(invocation, desk, incident, request, lines));
        }
    }

    private static ExitCode collect(
            Invocation invocation,
            ResponseDesk desk,
            IncidentId incident,
            CollectLogs.Request request,
            CollectionLines lines)
            throws InterruptedException {
        CollectLogs.Collection collection = desk.collect(incident, request, lines);
        if (collection.interrupted()) {
            return ExitCode.INTERRUPTED;
        }
        lines.end(collection);
        if (invocation.options().json()) {
            invocation.write(CollectionsDocument.of(
                    incident, desk.incident(incident).state().chronicle().collections(), lines.notes(), false));
        }
        return exitCode(collection);
    }

    /** What is read, late or not, is done; what is left, or could not be read, is for a person. A place that cannot be read was changed. */
    static ExitCode exitCode(CollectLogs.Collection collection) {
        if (!collection.unread().isEmpty()) {
            return ExitCode.NOT_GENUINE;
        }
        List<CollectionOutcome> outcomes = Stream.concat(
                        collection.sources().stream()
                                .flatMap(source -> source.progress().ending().stream())
                                .map(ending -> ending.outcome()),
                        collection.mails().stream().map(mails -> mails.outcome()))
                .toList();
        if (!outcomes.isEmpty() && outcomes.stream().allMatch(CollectionOutcome::isRefused)) {
            return ExitCode.NOT_POSSIBLE;
        }
        boolean isRead = collection.missing().isEmpty()
                && collection.mails().stream().allMatch(mails -> mails.outcome().isRead());
        boolean isReadable = collection.sources().stream()
                .mapToLong(source -> source.counts().unreadable())
                .allMatch(unreadable -> unreadable == 0);
        return isRead && isReadable ? ExitCode.DONE : ExitCode.ATTENTION;
    }

    private static CollectLogs.Request request(ParseResult typed) {
        return new CollectLogs.Request(
                logs(typed),
                Arguments.word(typed, "--whose", CollectLogs.Whose.class, CollectLogs.Whose.ACCOUNT),
                text(typed, "--from").map(IncidentCollectCommand::time),
                text(typed, "--wait").map(IncidentCollectCommand::duration).orElse(PATIENCE),
                text(typed, "--despite"),
                text(typed, "--mails")
                        .map(number -> number("--mails", number))
                        .orElse(
                                typed.matchedOptionValue("--source", List.of()).isEmpty()
                                        ? CollectLogs.Request.USUAL_MAILS
                                        : 0),
                text(typed, "--anew"),
                text(typed, "--addresses")
                        .map(number -> number("--addresses", number))
                        .orElse(CollectLogs.Request.USUAL_ADDRESSES));
    }

    private static Set<LogRecord.Log> logs(ParseResult typed) {
        List<String> named = typed.matchedOptionValue("--source", List.of());
        Set<LogRecord.Log> logs = EnumSet.noneOf(LogRecord.Log.class);
        for (String name : named) {
            logs.add(Word.find(LogRecord.Log.class, name)
                    .orElseThrow(() -> new Refusal(
                            ExitCode.WRONG_USAGE,
                            "--source cannot be \"" + name + "\"; it is one of " + Word.choices(LogRecord.Log.class)
                                    + ".")));
        }
        return logs.isEmpty() ? EnumSet.allOf(LogRecord.Log.class) : logs;
    }

    private static Optional<String> text(ParseResult typed, String option) {
        return Optional.ofNullable(typed.matchedOptionValue(option, (String) null))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static int number(String option, String text) {
        if (!text.matches("[0-9]{1,5}")) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE, option + " cannot be \"" + text + "\"; it is a number from 0 to 99999.");
        }
        return Integer.parseInt(text);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE,
                    "--from cannot be \"" + text + "\"; it is a time in UTC such as 2026-03-02T08:00:00Z.");
        }
    }

    private static Duration duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Told below, as what is negative is.
        }
        throw new Refusal(
                ExitCode.WRONG_USAGE, "--wait cannot be \"" + text + "\"; it is a duration such as PT10M or PT0S.");
    }
}
