package dev.cordon.cli.tenant;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.command.SignInChoice;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.desk.TenantDesk;
import dev.cordon.cli.document.TenantsDocument;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
                .addOption(from.toBuilder().required(true).build());
    }

    @Override
    public ExitCode run(Invocation invocation) {
        var typed = invocation.arguments();
        try (var desk = desks.tenants(invocation.options(), SignInChoice.AUTO)) {
            TenantDesk.Known known =
                    desk.add(typed.matchedPositionalValue(0, ""), path(typed.matchedOptionValue("--from", "")));
            if (invocation.options().json()) {
                invocation.write(TenantsDocument.of(known.name(), known.connection()));
            } else {
                invocation
                        .screen()
                        .line("Added " + known.name() + ", by " + known.connection()
                                + ". Try it with: cordon tenant check");
            }
        }
        return ExitCode.DONE;
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new Refusal(ExitCode.WRONG_USAGE, "\"" + text + "\" is no path: " + e.getReason() + ".");
        }
    }
}
