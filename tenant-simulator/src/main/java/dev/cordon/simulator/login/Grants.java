package dev.cordon.simulator.login;

import dev.cordon.simulator.identity.ClientApplication;
import dev.cordon.simulator.identity.Permissions;
import dev.cordon.simulator.identity.Resource;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.wire.HostNames;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which resource a scope names and what a client gets there. */
final class Grants {

    private static final Set<String> OPEN_ID = Set.of("openid", "profile", "email", "offline_access");

    private final Tenant tenant;
    private final HostNames names;
    private final Map<Integer, Resource> ports;

    Grants(Tenant tenant, HostNames names, Map<Integer, Resource> ports) {
        this.tenant = tenant;
        this.names = names;
        this.ports = ports;
    }

    /** What was asked for: the resource, and the single scopes without {@code .default}. */
    record Asked(Resource resource, List<String> scopes) {}

    Asked asked(String scope) {
        List<String> wanted = Arrays.stream(scope.trim().split("\\s+"))
                .filter(word -> !word.isEmpty() && !OPEN_ID.contains(word))
                .toList();
        if (wanted.isEmpty()) {
            return new Asked(Resource.GRAPH, List.of());
        }
        Resource resource = resource(wanted.getFirst());
        List<String> single = wanted.stream()
                .map(word -> word.substring(word.lastIndexOf('/') + 1))
                .filter(word -> !word.equals(".default"))
                .toList();
        return new Asked(resource, single);
    }

    /** What the client gets at that resource in somebody's name. */
    Set<String> delegated(ClientApplication client, Asked asked) {
        Set<String> consented = consented(client, asked.resource());
        if (asked.scopes().isEmpty()) {
            return consented;
        }
        Set<String> granted =
                asked.scopes().stream().filter(consented::contains).collect(Collectors.toSet());
        if (granted.isEmpty()) {
            throw new LoginRefusal(LoginErrors.NO_CONSENT);
        }
        return granted;
    }

    /** What the responder's application gets by itself. */
    Set<String> application(Resource resource) {
        var application = tenant.state().scenario().application();
        return resource == Resource.GRAPH
                ? Permissions.application(application)
                : Permissions.exchangeApplication(application);
    }

    private Set<String> consented(ClientApplication client, Resource resource) {
        if (resource == Resource.GRAPH) {
            return client.graphScopes();
        }
        return client.firstParty()
                ? Set.of(Permissions.EXCHANGE_MANAGE)
                : Permissions.exchangeDelegated(tenant.state().scenario().application());
    }

    private Resource resource(String scope) {
        int scheme = scope.indexOf("://");
        if (scheme < 0) {
            String head = scope.contains("/") ? scope.substring(0, scope.indexOf('/')) : "";
            return Arrays.stream(Resource.values())
                    .filter(resource -> resource.appId().equals(head))
                    .findFirst()
                    .orElse(Resource.GRAPH);
        }
        int end = scope.indexOf('/', scheme + 3);
        String authority =
                scope.substring(scheme + 3, end < 0 ? scope.length() : end).toLowerCase(Locale.ROOT);
        return byName(authority)
                .or(() -> byPort(authority))
                .orElseThrow(() -> new LoginRefusal(LoginErrors.NO_RESOURCE));
    }

    private Optional<Resource> byName(String authority) {
        return names.find(authority.equals("outlook.office.com") ? "outlook.office365.com" : authority)
                .flatMap(host -> Arrays.stream(Resource.values())
                        .filter(resource -> resource.host() == host)
                        .findFirst());
    }

    private Optional<Resource> byPort(String authority) {
        int colon = authority.lastIndexOf(':');
        try {
            return colon < 0
                    ? Optional.empty()
                    : Optional.ofNullable(ports.get(Integer.parseInt(authority.substring(colon + 1))));
        } catch (NumberFormatException noPort) {
            return Optional.empty();
        }
    }
}
