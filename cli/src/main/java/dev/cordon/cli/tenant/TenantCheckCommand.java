package dev.cordon.cli.tenant;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.desk.TenantDesk;
import dev.cordon.cli.document.TenantsDocument;
import dev.cordon.cli.screen.Tone;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code tenant check}: signs in and tries what a response needs; changes nothing. */
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
        return Arguments.specification(this, "Sign in and try what a response needs; changes nothing.");
    }

    @Override
    public ExitCode run(Invocation invocation) {
        List<TenantDesk.Check> checks;
        try (var desk = desks.tenants(invocation.options())) {
            checks = desk.check();
        }
        if (invocation.options().json()) {
            invocation.write(TenantsDocument.list(
                    "checks",
                    checks,
                    check -> TenantsDocument.check(check.id(), check.ok(), check.detail(), check.remedy())));
        } else {
            for (TenantDesk.Check check : checks) {
                invocation
                        .screen()
                        .paragraph(
                                check.ok() ? Tone.GOOD : Tone.BAD,
                                (check.ok() ? "works   " : "MISSING ") + check.id() + ": " + check.detail()
                                        + (check.remedy().isBlank() ? "" : " " + check.remedy()));
            }
        }
        return checks.stream().allMatch(TenantDesk.Check::ok) ? ExitCode.DONE : ExitCode.ATTENTION;
    }
}
