package dev.cordon.cli.tenant;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.TenantCheck;
import dev.cordon.cli.document.TenantsDocument;
import dev.cordon.cli.screen.Printable;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Model.CommandSpec;

/** {@code tenant check}: signs in and reads the organisation; changes nothing. */
public final class TenantCheckCommand implements Command {
    private final Desks desks;

    public TenantCheckCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "tenant check";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(this, "Sign in and read the organisation; changes nothing.")
                .addOption(Arguments.signIn());
    }

    @Override
    public ExitCode run(Invocation invocation) {
        TenantCheck checked;
        desks.requireBegun(invocation.options());
        try (var desk = desks.tenants(invocation.options(), Arguments.signIn(invocation.arguments()))) {
            checked = desk.check();
        }
        if (invocation.options().json()) {
            invocation.write(TenantsDocument.checked(checked));
        } else {
            var screen = invocation.screen();
            screen.line(
                    Tone.GOOD,
                    checked.name() + " answers: " + Printable.name(checked.displayName()) + ", " + checked.tenantId());
            screen.line("We came as " + checked.caller() + "; its time is "
                    + checked.at().truncatedTo(ChronoUnit.SECONDS));
            screen.paragraph(Tone.QUIET, "Permissions: " + String.join(", ", checked.permissions()));
            checked.breakGlass().forEach(account -> show(account, screen));
            if (checked.breakGlass().isEmpty()) {
                screen.paragraph(
                        Tone.QUIET,
                        "No break-glass account is listed, so none is spared from a block: cordon tenant add NAME --from FILE"
                                + " --break-glass USER");
            }
            checked.missing().forEach(missing -> screen.paragraph(Tone.CAUTION, missing));
        }
        return ExitCode.DONE;
    }

    private static void show(TenantCheck.BreakGlass account, Screen screen) {
        String name = account.upn().map(Printable::name).orElse("") + " " + account.objectId();
        switch (account.standing()) {
            case ENABLED -> screen.line(Tone.PLAIN, "Break-glass: " + name.strip());
            case BLOCKED ->
                screen.paragraph(Tone.CAUTION, "Break-glass: " + name.strip() + " is blocked: it opens nothing.");
            case GONE ->
                screen.paragraph(
                        Tone.CAUTION,
                        "Break-glass: " + name.strip()
                                + " is not there any more; take it from the list with --not-break-glass of 'tenant add'.");
            case NOT_READ -> screen.paragraph(Tone.CAUTION, "Break-glass: " + name.strip() + " could not be read.");
        }
    }
}
