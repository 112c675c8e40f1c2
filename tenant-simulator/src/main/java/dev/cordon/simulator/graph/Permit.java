package dev.cordon.simulator.graph;

import dev.cordon.simulator.identity.AccessToken;
import dev.cordon.simulator.scenario.DirectoryRoles;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a token needs for a route: any one of the permissions, and for somebody's token any one of the roles.
 *
 * @param delegated scopes of which one is enough; empty when delegated tokens are not accepted
 * @param application roles of which one is enough; empty when an application may not call it
 * @param directoryRoles template ids of which the signed-in person needs one; empty for anybody
 */
public record Permit(Set<String> delegated, Set<String> application, Set<String> directoryRoles) {

    /** Stands for whatever an application has: its route answers it by itself. */
    public static final String WHATEVER = "*";

    /** The same permissions for both kinds of token, any person. */
    public static Permit anyOf(String... permissions) {
        return new Permit(Set.of(permissions), Set.of(permissions), Set.of());
    }

    /** Only in somebody's name. */
    public static Permit delegatedOnly(String... permissions) {
        return new Permit(Set.of(permissions), Set.of(), Set.of());
    }

    /** The same permit, but an application needs one of these. */
    public Permit application(String... permissions) {
        return new Permit(delegated, Set.of(permissions), directoryRoles);
    }

    /** The same permit, but a person also needs one of these directory roles, by name; Global Administrator has all. */
    public Permit roles(String... names) {
        Set<String> ids = Arrays.stream(names)
                .map(name -> DirectoryRoles.findTemplateId(name).orElseThrow())
                .collect(Collectors.toSet());
        ids.add(DirectoryRoles.findTemplateId("Global Administrator").orElseThrow());
        return new Permit(delegated, application, ids);
    }

    /** Whether the token has the permission itself, roles aside. */
    public boolean permits(AccessToken token) {
        var names = token.isDelegated() ? delegated : application;
        return names.contains(WHATEVER) || names.stream().anyMatch(token.grants()::contains);
    }

    /** Whether a signed-in person has the role; applications always. */
    boolean suits(AccessToken token) {
        return !token.isDelegated()
                || directoryRoles.isEmpty()
                || directoryRoles.stream().anyMatch(token.roles()::contains);
    }
}
