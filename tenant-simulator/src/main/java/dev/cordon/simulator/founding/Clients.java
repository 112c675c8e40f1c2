package dev.cordon.simulator.founding;

import dev.cordon.simulator.identity.ClientApplication;
import dev.cordon.simulator.identity.Permissions;
import dev.cordon.simulator.identity.Registration;
import dev.cordon.simulator.identity.Tenant;

/** The applications people can sign in with: the responder's own and Microsoft's. */
public final class Clients implements Founder {

    @Override
    public void found(Tenant tenant) {
        var table = tenant.state().table(ClientApplication.TABLE);
        Registration own = tenant.registration();
        table.put(
                own.appId(),
                new ClientApplication(
                        own.appId(),
                        own.servicePrincipalId(),
                        "Cordon responder",
                        false,
                        Permissions.delegated(tenant.state().scenario().application())));
        for (ClientApplication client : ClientApplication.MICROSOFT) {
            String principal = tenant.state().chance().guid("service-principal", client.appId());
            table.put(
                    client.appId(),
                    new ClientApplication(client.appId(), principal, client.displayName(), true, client.graphScopes()));
        }
    }
}
