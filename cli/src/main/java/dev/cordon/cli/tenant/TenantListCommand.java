package dev.cordon.cli.tenant;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.SignInChoice;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.KnownTenant;
import dev.cordon.cli.document.TenantsDocument;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import picocli.CommandLine.Model.CommandSpec;

/** {@code tenant list}: the tenants that were added. */
public final class TenantListCommand implements Command {
    private final Desks desks;

    public TenantListCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "tenant list";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(this, "The tenants that were added.");
    }

    @Override
    public ExitCode run(Invocation invocation) {
        desks.requireBegun(invocation.options());
        try (var desk = desks.tenants(invocation.options(), SignInChoice.AUTO)) {
            var known = desk.list();
            if (invocation.options().json()) {
                invocation.write(TenantsDocument.of(known));
            } else if (known.isEmpty()) {
                invocation.screen().line("No tenant yet. See: cordon tenant add --help");
            } else {
                known.forEach(tenant -> show(tenant, invocation.screen()));
            }
        }
        return ExitCode.DONE;
    }

    private static void show(KnownTenant tenant, Screen screen) {
        screen.line(tenant.name() + "  " + tenant.connection());
        tenant.breakGlass().forEach(id -> screen.line(Tone.QUIET, "  break-glass  " + id));
    }
}
