package dev.cordon.app;

import dev.cordon.cli.desk.TenantDesk;
import dev.cordon.cli.document.KnownTenant;
import dev.cordon.cli.document.TenantCheck;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.response.BreakGlassList;
import dev.cordon.response.MissingRights;
import dev.cordon.response.Tenants;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.UserAccount;
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
    public KnownTenant add(String name, Path connection, List<String> breakGlass, List<String> notBreakGlass) {
        List<String> known = tenants.add(
                name,
                connection,
                breakGlass.isEmpty() ? SignInRule::possible : signIn::of,
                new BreakGlassList(breakGlass, notBreakGlass));
        return new KnownTenant(name, connection.toAbsolutePath().normalize(), known);
    }

    @Override
    public List<KnownTenant> list() {
        return tenants.list().entrySet().stream()
                .map(tenant -> new KnownTenant(tenant.getKey(), tenant.getValue(), tenants.breakGlass(tenant.getKey())))
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
                checked.breakGlass().stream().map(StoredTenantDesk::breakGlass).toList(),
                checked.at());
    }

    private static TenantCheck.BreakGlass breakGlass(Tenants.BreakGlass listed) {
        return switch (listed.account()) {
            case Attempt.Read<UserAccount>(Reading<UserAccount> reading) -> {
                UserAccount user = reading.value();
                yield new TenantCheck.BreakGlass(
                        user.objectId(),
                        Optional.of(user.userPrincipalName()),
                        user.accountEnabled() ? TenantCheck.Standing.ENABLED : TenantCheck.Standing.BLOCKED);
            }
            case Attempt.Unread<UserAccount>(Failure failure) ->
                new TenantCheck.BreakGlass(
                        listed.listed(),
                        Optional.empty(),
                        failure.reason() == Failure.Reason.NOT_FOUND
                                ? TenantCheck.Standing.GONE
                                : TenantCheck.Standing.NOT_READ);
        };
    }

    @Override
    public void close() {
        open.close();
    }
}
