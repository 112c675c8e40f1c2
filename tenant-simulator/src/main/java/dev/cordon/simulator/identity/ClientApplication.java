package dev.cordon.simulator.identity;

import dev.cordon.simulator.state.TableKey;
import java.util.List;
import java.util.Set;

/**
 * An application people can sign in with.
 *
 * @param servicePrincipalId its object id in this tenant
 * @param graphScopes what it may do at Graph in somebody's name
 */
public record ClientApplication(
        String appId, String servicePrincipalId, String displayName, boolean firstParty, Set<String> graphScopes) {

    /** All of them, by application id. */
    public static final TableKey<ClientApplication> TABLE =
            new TableKey<>("client-applications", ClientApplication.class);

    /** Microsoft's own clients that are in every tenant. */
    public static final List<ClientApplication> MICROSOFT = List.of(
            microsoft("14d82eec-204b-4c2f-b7e8-296a70dab67e", "Microsoft Graph Command Line Tools"),
            microsoft("fb78d390-0c51-40cd-8e17-fdbfab77341b", "Microsoft Exchange REST API Based Powershell"),
            microsoft("1950a258-227b-4e31-a9cf-717495945fc2", "Microsoft Azure PowerShell"),
            microsoft("04b07795-8ddb-461a-bbee-02f9e1bf7b46", "Microsoft Azure CLI"),
            microsoft("d3590ed6-52b3-4102-aeff-aad2292ab01c", "Microsoft Office"),
            microsoft("5d661950-3475-41cd-a2c3-d671a3162bc1", "Microsoft Outlook"),
            microsoft("9199bf20-a13f-4107-85dc-02114787ef48", "One Outlook Web"),
            microsoft("4765445b-32c6-49b0-83e6-1d93765276ca", "OfficeHome"),
            microsoft("1fec8e78-bce4-4aaf-ab1b-5451cc387264", "Microsoft Teams"),
            microsoft("29d9ed98-a469-4536-ade2-f981bc1d605e", "Microsoft Authentication Broker"));

    /** Copies the set. */
    public ClientApplication {
        graphScopes = Set.copyOf(graphScopes);
    }

    private static ClientApplication microsoft(String appId, String name) {
        return new ClientApplication(appId, appId, name, true, Permissions.firstParty());
    }
}
