package dev.cordon.app;

import dev.cordon.cli.desk.TenantDesk;
import dev.cordon.cli.document.TenantCheck;
import dev.cordon.response.MissingRights;
import dev.cordon.response.Tenants;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The tenants of an open data folder. */
final class StoredTenantDesk implements TenantDesk {
    private final OpenWorkspace open;
    private final Tenants tenants;
    private final Optional<String> chosen;
    private final SignInRule signIn;

    StoredTenantDesk(OpenWorkspace open, Optional<String> chosen, SignInRule signIn) {
        this.open = open;
        this.tenants = new Tenants(open.workspace());
        this.chosen = chosen;
        this.signIn = signIn;
    }

    @Override
    public Known add(String name, Path connection) {
        tenants.add(name, connection, SignInRule::possible);
        return new Known(name, connection.toAbsolutePath().normalize());
    }

    @Override
    public List<Known> list() {
        return tenants.list().entrySet().stream()
                .map(tenant -> new Known(tenant.getKey(), tenant.getValue()))
                .toList();
    }

    @Override
    public TenantCheck check() {
        Tenants.Checked checked = tenants.check(chosen, signIn::of);
        return new TenantCheck(
                checked.name(),
                checked.organization().tenantId(),
                checked.organization().displayName(),
                checked.caller().name(),
                checked.caller().graphPermissions().stream().sorted().toList(),
                MissingRights.of(checked.caller()),
                checked.at());
    }

    @Override
    public void close() {
        open.close();
    }
}
