package dev.cordon.cli.tenant;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.SignInChoice;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.TenantsDocument;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
        try (var desk = desks.tenants(invocation.options(), SignInChoice.AUTO)) {
            var known = desk.list();
            if (invocation.options().json()) {
                var tenants = new LinkedHashMap<String, Path>();
                known.forEach(tenant -> tenants.put(tenant.name(), tenant.connection()));
                invocation.write(TenantsDocument.of(tenants));
            } else if (known.isEmpty()) {
                invocation.screen().line("No tenant yet. See: cordon tenant add --help");
            } else {
                known.forEach(tenant -> invocation.screen().line(tenant.name() + "  " + tenant.connection()));
            }
        }
        return ExitCode.DONE;
    }
}
