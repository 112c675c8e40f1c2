package dev.cordon.cli.tenant;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.command.YesOrNo;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.KnownTenant;
import dev.cordon.cli.document.TenantsDocument;
import dev.cordon.cli.screen.Printable;
import dev.cordon.cli.screen.Tone;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code tenant add NAME --from FILE}: a tenant by its connection document. */
public final class TenantAddCommand implements Command {
    private final Desks desks;

    public TenantAddCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "tenant add";
    }

    @Override
    public CommandSpec specification() {
        var from = Arguments.option("--from", "FILE", "The connection document.");
        return Arguments.specification(this, "Tell Cordon about a tenant; the document stays where it is.")
                .addPositional(Arguments.parameter(0, "NAME", "How you call it."))
                .addOption(from.toBuilder().required(true).build())
                .addOption(
                        Arguments.options(
                                "--break-glass",
                                "USER",
                                "An account kept for the day on which nobody else gets in; signs in to find it. May be repeated."))
                .addOption(Arguments.options(
                        "--not-break-glass", "ID", "Take this object id from that list. May be repeated."))
                .addOption(Arguments.signIn());
    }

    @Override
    public ExitCode run(Invocation invocation) {
        var typed = invocation.arguments();
        String name = typed.matchedPositionalValue(0, "");
        Path document = path(typed.matchedOptionValue("--from", ""));
        try (var desk = desks.tenants(invocation.options(), Arguments.signIn(typed))) {
            Optional<KnownTenant> before = desk.list().stream()
                    .filter(tenant -> tenant.name().equals(name))
                    .findFirst();
            before.ifPresent(known -> requireWish(invocation, known, document));
            KnownTenant known = desk.add(
                    name,
                    document,
                    typed.matchedOptionValue("--break-glass", List.of()),
                    typed.matchedOptionValue("--not-break-glass", List.of()));
            if (invocation.options().json()) {
                invocation.write(TenantsDocument.of(known));
            } else {
                invocation.screen().paragraph(Tone.PLAIN, said(before, known));
            }
        }
        return ExitCode.DONE;
    }

    private static String said(Optional<KnownTenant> before, KnownTenant known) {
        String name = Printable.name(known.name());
        if (before.filter(known::equals).isPresent()) {
            return name + " is known by " + known.connection() + " already; nothing changed.";
        }
        String listed =
                known.breakGlass().isEmpty() ? "" : ". Break-glass accounts: " + String.join(", ", known.breakGlass());
        return before.map(earlier -> earlier.connection().equals(known.connection())
                                ? name + " is known by " + known.connection() + " already"
                                : "Replaced " + earlier.connection() + " by " + known.connection() + " for " + name)
                        .orElse("Added " + name + ", by " + known.connection())
                + listed + ". Try it with: cordon tenant check";
    }

    // Incidents remember their tenant by its name: another document under it may lead them to another tenant.
    private static void requireWish(Invocation invocation, KnownTenant known, Path document) {
        boolean isSame = known.connection().equals(document.toAbsolutePath().normalize());
        if (isSame || invocation.options().yes()) {
            return;
        }
        String about = "The tenant " + Printable.name(known.name()) + " is known by " + known.connection()
                + "; its incidents would go on with the other document.";
        if (invocation.options().json() || !invocation.streams().canAsk()) {
            throw new Refusal(ExitCode.WRONG_USAGE, about + " Nothing was changed. Say --yes to replace it.");
        }
        invocation.screen().paragraph(Tone.CAUTION, about);
        if (!new YesOrNo(invocation.screen(), invocation.streams()).asks("Replace it?", false)) {
            throw new Refusal(ExitCode.WRONG_USAGE, "Nothing was changed.");
        }
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new Refusal(ExitCode.WRONG_USAGE, "\"" + text + "\" is no path: " + e.getReason() + ".");
        }
    }
}
